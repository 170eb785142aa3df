"""What a line of basic pay is called by what it pays, and what a line at the end of a contract shows."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from officium.language import plain
from officium.payroll.day import WORKED
from officium.payroll.month import PaidMonth
from officium.payroll.pay_kinds import PAY_KINDS
from officium.payroll.pay_kinds.indemnities import COVERING
from officium.payroll.records import PayItem
from officium.payroll.timesheet import Part

_FILE = Path(__file__).with_suffix(".toml")
_NOTICE = ("notice_indemnity", "notice_indemnity_outplacement")
_FIXED_TERM = "fixed_term_indemnity"
_SINGLE = ("departure_holiday_pay_current", "departure_holiday_pay_previous")
_DOUBLE = ("departure_holiday_bonus_current", "departure_holiday_bonus_previous")
_SUPPLEMENT = ("departure_holiday_supplement_current", "departure_holiday_supplement_previous")
_RATE, _WITHHELD = "double_departure_rate", "double_departure_rate_withheld"


@cache
def table() -> dict[str, dict[str, str]]:
    """Word -> language -> words."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def name_of_basic_pay(part: Part) -> dict[str, dict[str, str]]:
    """The label of basic pay that pays other days than those of work, to be laid over the line."""
    # Public holidays of who is paid by the hour or the day have a line of their own.
    is_apart = part.terms.hourly_wage is not None or part.terms.daily_wage is not None
    lost = part.public_holiday_hours if is_apart else 0
    worked = sum(time.hours for time in part.times if time.code == WORKED)
    paid = part.paid_hours - lost
    if not paid or worked == paid:
        return {}
    return {"label": dict(table()["work_and_paid_days" if worked else "paid_days"])}


def shown_at_the_end(paid: PaidMonth, row: int, item: PayItem) -> dict[str, Any]:
    """Beside a line paid because the contract ends: the period and the year's pay, or base and rate."""
    if item.kind in COVERING:
        covered = paid.cents("days_covered", row)
        shown: dict[str, Any] = {"quantity": plain(covered, 2), "unit": "days"}
        if item.kind in _NOTICE and covered >= 0:
            weeks, days = divmod(covered, 700)
            shown |= {"weeks": str(weeks), "days_beyond": plain(days, 2)}
        if item.kind in (*_NOTICE, _FIXED_TERM):
            shown |= {"yearly_pay": plain(paid.cents("indemnity_yearly_pay", row), 2)}
        return shown
    if item.kind in (*_SINGLE, *_DOUBLE, *_SUPPLEMENT):
        shown = {"base": plain(item.base or 0, 2), "percent": _percent(paid, row, item.kind)}
        if item.kind == _SINGLE[1]:
            shown |= {"of_days": plain(item.units or 0, 2)}
        elif item.share not in (None, 10_000):
            shown |= {"share": plain(item.share or 0, 4)}
        return shown
    return {}


def _percent(paid: PaidMonth, row: int, kind: str) -> str:
    """The rate of holiday pay on leaving, by the dated figures on which the line rests."""
    grain = paid.family.book.country.facts["item_amount"].grains[0]
    entries = paid.family.entries((("item_amount", grain), row))

    def rate(figure: str) -> int:
        value: Any = entries[figure].value  # a share, neither a table nor a scale
        return int(value.at(4, figure))

    if kind in _SINGLE:
        return plain(rate("single_departure_rate"), 4)
    return plain(rate(_WITHHELD) if kind in _DOUBLE else rate(_RATE) - rate(_WITHHELD), 4)


def sums_below(found: list[dict[str, Any]], paid: PaidMonth) -> Iterator[dict[str, Any]]:
    """The lines, those without ordinary contributions after the gross pay, which does not hold them."""
    beside = {
        paid.key("item_amount", row): item.contract
        for row, item in enumerate(paid.of.items)
        if PAY_KINDS[item.kind].item == "7a"
        and paid.cents("item_pay_beside", row)
        and not paid.cents("item_liable_pay", row)
    }
    apart = [line for line in found if line["key"] in beside]
    for line in found:
        if line["key"] not in beside:
            yield line
        if line["fact"] == "gross_pay":
            yield from (one for one in apart if beside[one["key"]] == line["contract"])
