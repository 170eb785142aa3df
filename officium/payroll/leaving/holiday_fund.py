"""What the holiday fund gets of a manual worker who leaves, and the right that comes of it.

The fund, not the employer, pays these holidays and gives their certificate. It rests on the days and the
pay of the quarterly declarations, which reach it through the NSSO: nothing is sent to it apart. The right
is the law's (shelf departure/manual_workers), on days worked and holidays; days that are assimilated, and
the fictitious pay of these, come on top and are the fund's to decide. It tells the year of the end; the
service of the year before, whose holidays are taken in that year, stood in the declarations of then.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from officium.engine import Family, LawBook, Row, Sheet
from officium.language import plain
from officium.law import Quarter
from officium.payroll.employer_quarter import lines_so_far
from officium.payroll.leaving.leaver import Leaver
from officium.payroll.occupation import OccupationLine
from officium.payroll.payslip import employer_of, worker_of
from officium.payroll.quarter import PAID_BEFORE

_WANT = ("fund_holiday_days", "fund_holiday_pay", "fund_holiday_pay_after_solidarity")
# Days worked, paid as such, and holidays paid by the fund (annex 8).
_COUNTED = (1, 2, 3, 4, 5, 20)


def told_to_the_fund(leaver: Leaver) -> dict[str, Any] | None:
    """Days by code and declared pay, quarter by quarter of the year; None: no manual worker."""
    if leaver.contract.status != "blue_collar":
        return None
    fund = leaver.employer.holiday_fund
    occupations = list(_occupations(leaver))
    return {
        "language": leaver.worker.language,
        "employer": employer_of(leaver.employer),
        "worker": worker_of(leaver.worker),
        "contract": leaver.contract.number,
        "ends": leaver.ends.isoformat(),
        "year": leaver.ends.year,
        "fund": {"name": fund.name, "number": fund.number} if fund else None,
        "quarters": [
            {
                "quarter": str(quarter),
                "from": max(of.begins, quarter.first).isoformat(),
                "pay": plain(_pay(of), 2),
                "days": [
                    {"code": f"{one.code:03}", "days": plain(one.days, 2)} for one in of.services
                ],
            }
            for quarter, of in occupations
        ],
        "right": _right(leaver, [of for _, of in occupations]),
        "made_on": leaver.year[-1].of.paid_on.isoformat(),
    }


def _occupations(leaver: Leaver) -> Iterator[tuple[Quarter, OccupationLine]]:
    for quarter in dict.fromkeys(one.of.month.quarter for one in leaver.year):
        months = [one for one in leaver.year if one.of.month.quarter == quarter]
        for line in lines_so_far(leaver.employer, months):
            for of in line.occupations:
                # The period that an indemnity covers is neither service nor pay for holidays.
                if of.contract.number == leaver.contract.number and not of.is_after_end:
                    yield quarter, of


def _pay(of: OccupationLine) -> int:
    """Declared pay at 100 % (cents), without what another employer had paid before."""
    return sum(one.amount for one in of.pay if one.code not in PAID_BEFORE)


def _right(leaver: Leaver, occupations: list[OccupationLine]) -> list[dict[str, Any]]:
    """Days and pay of next year's holidays by the law, each with its names in four languages."""
    last = leaver.year[-1]
    book = LawBook(
        last.family.book.country,
        want=_WANT,
        on=last.of.month.first,
        paid=last.of.paid_on,
        provisional=True,
    )
    rows = tuple(_row(of, _pay(of)) for of in occupations)
    place = f"{leaver.worker.staff_number}, holidays of {leaver.ends.year + 1}"
    family = Family(book, Sheet(book, Row({}, {"contract-month": rows}), place))
    facts = book.country.facts
    return [
        {"fact": fact, "label": dict(facts[fact].names), "value": plain(_total(family, fact), 2)}
        for fact in _WANT
    ]


def _total(family: Family, fact: str) -> int:
    grain = family.book.country.facts[fact].grains[0]
    return sum(family.fact(fact, row) for row in range(family.rows((fact, grain))))


def _row(of: OccupationLine, pay: int) -> Row:
    return Row(
        {
            "worker_status": of.contract.status,
            "manual_pay_of_year": pay,
            "manual_fictitious_pay": 0,
            "manual_days": sum(one.days for one in of.services if one.code in _COUNTED),
            "manual_days_per_week": of.terms.days_per_week,
            "manual_weekly_hours": of.terms.hours_per_week,
            "manual_full_time_hours": of.terms.full_time_hours,
        },
        {},
    )
