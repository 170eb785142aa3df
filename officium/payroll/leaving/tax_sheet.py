"""The amounts of the tax sheet 281.10 of who leaves, ahead of time: sums of payslips, by zone.

Zones and names are those of the schema of Belcotax-on-web for income year 2024. The income year is that
of the payment (ITC 92 art. 360; RD/ITC 92 art. 204). Holiday pay on leaving for the service of the year
itself is holiday pay in advance (ITC 92 art. 171, 6°), that for the year before ordinary pay: recalled,
and not read. What the taxed amounts and the tax come to must be what the payslips say.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from officium.engine import weaker
from officium.findings import BadInput
from officium.language import LANGUAGES, plain
from officium.law import Month
from officium.payroll.facts import pay_day
from officium.payroll.item_days import EARLIER_MONTH
from officium.payroll.leaving.leaver import Leaver
from officium.payroll.month import PaidMonth
from officium.payroll.payslip import employer_of, worker_of
from officium.payroll.service import service_began

EDITION = "2024"
_FILE = Path(__file__).with_suffix(".toml")
_IN_ADVANCE = tuple(f"departure_holiday_{part}_current" for part in ("pay", "bonus", "supplement"))
_OPTIONS = ("warrants",)
# Zone -> the facts whose sums over the year stand in it.
_SUMS = {
    "2067": ("relieved_base_at_20",),
    "2068": ("relieved_base_at_50_or_100",),
    "2075": ("special_contribution",),
    "2115": ("employment_bonus_a",),
    "2210": ("employment_bonus_b",),
}
_DAYS = ("2055", "2056")
Slip = Mapping[str, Any]


@cache
def table() -> dict[str, Any]:
    """Part -> word -> language -> words."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def tax_sheets(leaver: Leaver, payslips: Sequence[Slip]) -> Iterator[dict[str, Any]]:
    """A sheet for each income year in which the months were paid, in their order.

    `payslips` are those of the leaver's year, month by month. Raises BadInput where a sheet would differ
    from them.
    """
    paid = list(zip(leaver.year, payslips, strict=True))
    for year in sorted({one.of.paid_on.year for one in leaver.year}):
        inside = [pair for pair in paid if pair[0].of.paid_on.year == year]
        yield _sheet(leaver, year, [one for one, _ in inside], [slip for _, slip in inside])


def _sheet(
    leaver: Leaver, year: int, months: Sequence[PaidMonth], slips: Sequence[Slip]
) -> dict[str, Any]:
    amounts = _amounts(months)
    _same_as_payslips(amounts, slips, f"{leaver.worker.staff_number}, {year}")
    days = {"2056": leaver.ends} if leaver.ends.year == year else {}
    began = service_began(leaver.worker, leaver.contract)
    if began.year == year:
        days["2055"] = began
    standing = str(slips[0]["standing"])
    for slip in slips[1:]:
        standing = weaker(standing, slip["standing"])
    return {
        "title": dict(table()["title"]),
        "note": dict(table()["note"]),
        "edition": EDITION,
        "income_year": year,
        "months": [str(one.of.month) for one in months],
        "language": leaver.worker.language,
        "employer": employer_of(leaver.employer),
        "worker": worker_of(leaver.worker),
        "zones": [
            _zone(code, days[code].isoformat() if code in days else plain(amounts[code], 2))
            for code in table()["zone"]
            if code in days or amounts.get(code)
        ],
        "by_hand_title": dict(table()["by_hand_title"]),
        "by_hand": list(_by_hand(months)),
        "missing": list(_missing(leaver, year)),
        "provisional": any(slip["provisional"] for slip in slips),
        "standing": standing,
        "made_on": months[-1].of.paid_on.isoformat(),
        "fingerprint": "-".join(dict.fromkeys(slip["fingerprint"] for slip in slips)),
    }


def _zone(code: str, value: str) -> dict[str, Any]:
    of = table()["zone"][code]
    return {
        "zone": f"2.{int(code[1:])}",
        "xml": of["xml"],
        "code": of.get("code"),
        "code_standing": of.get("standing"),
        "label": {language: of[language] for language in LANGUAGES},
        "strong": bool(of.get("strong")),
        "is_day": code in _DAYS,
        "value": value,
    }


def _amounts(months: Sequence[PaidMonth]) -> dict[str, int]:
    """Cents by zone; what is taxed apart by its kind, the rest with the ordinary pay."""
    apart = {"2063": 0, "2064": 0, "2065": 0, "2082": 0}
    benefits = 0
    for one in months:
        for row, item in enumerate(one.of.items):
            zone = _zone_apart(one, row, item.kind)
            if zone:
                apart[zone] += one.cents("exceptional_taxable_pay", row)
            elif one.cents("item_liable_pay", row):
                benefits += one.cents("item_in_kind", row)
            benefits += one.cents("item_taxed_beside", row)
    taxed = sum(one.sum_of(("taxable_pay", "exceptional_taxable_total")) for one in months)
    total = taxed - apart["2063"] - apart["2064"] - apart["2065"]
    return {
        **apart,
        "2076": benefits,
        "2062": total,
        "2060": total - benefits - apart["2082"],
        "2074": sum(one.cents("tax_withheld") - one.cents("own_tax") for one in months),
        **{zone: sum(one.sum_of(facts) for one in months) for zone, facts in _SUMS.items()},
    }


def _zone_apart(one: PaidMonth, row: int, kind: str) -> str | None:
    if kind in _IN_ADVANCE:
        return "2063"
    if kind in _OPTIONS:
        return "2082"
    if one.cents("is_taxed_as_notice", row):
        return "2064" if kind in EARLIER_MONTH else "2065"
    return None


def _same_as_payslips(amounts: Mapping[str, int], slips: Iterable[Slip], where: str) -> None:
    """Raise BadInput where the zones are not what the payslips say, to the cent."""
    results = [slip["results"] for slip in slips]
    taxed = sum(
        _cents(one["taxable_pay"]) + _cents(one["exceptional_taxable_total"]) for one in results
    )
    tax = sum(_cents(one["tax_withheld"]) - _cents(one["own_tax"]) for one in results)
    zones = sum(amounts[zone] for zone in ("2060", "2076", "2082", "2063", "2064", "2065"))
    for what, ours, theirs in (("taxed pay", zones, taxed), ("tax", amounts["2074"], tax)):
        if ours != theirs:
            raise BadInput(
                f"the {what} on the tax sheet is {plain(ours, 2)}, the payslips have {plain(theirs, 2)}",
                code="sheet_differs",
                where=where,
            )


def _cents(amount: str) -> int:
    return int(amount.replace(".", ""))


def _by_hand(months: Sequence[PaidMonth]) -> Iterator[dict[str, Any]]:
    labels = months[0].family.book.country.facts["item_kind"].labels
    for kind, zones in table()["by_hand"].items():
        cents = sum(
            one.cents("item_amount", row)
            for one in months
            for row, item in enumerate(one.of.items)
            if item.kind == kind
        )
        if cents:
            yield {"zones": zones, "label": dict(labels[kind]), "value": plain(cents, 2)}
    hours = sum(one.sum_of(("overtime_hours_relieved",)) for one in months)
    if hours:
        label = dict(table()["by_hand_hours"])
        yield {"zones": "2.118, 2.142", "label": label, "value": plain(hours, 2)}


def _missing(leaver: Leaver, year: int) -> Iterator[dict[str, str]]:
    """Pay of last December that was paid in the income year: the year of a run begins in January."""
    december = Month(year - 1, 12)
    employer = leaver.employer
    is_paid_in_year = pay_day(employer, december).year == year == leaver.year[0].of.month.year
    if is_paid_in_year and leaver.worker.contracts_at(employer.enterprise_number, december):
        said = table()["missing"]["december"]
        yield {one: said[one].format(year=year - 1) for one in LANGUAGES}
