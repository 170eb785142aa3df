"""What people cost the employer by month: facts for the law from the months and their quarter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from officium.engine import Country, Family, LawBook, Row
from officium.law import Quarter
from officium.payroll.employer_quarter import EmployerQuarter, owed_so_far
from officium.payroll.month import PaidMonth, compute
from officium.payroll.records import Employer

WANT = ("employer_cost",)
# Facts of a month that are pay, and those that were withheld from it for the NSSO.
PAY = ("total_gross", "taxable_benefits", "exempt_pay")
WITHHELD = ("employee_contribution", "special_contribution")


@dataclass(frozen=True)
class WorkerCost:
    """A worker's months of a quarter with what they cost; `family` explains it."""

    months: tuple[PaidMonth, ...]
    family: Family

    def cents(self, fact: str, month: int) -> int:
        """`pay_granted`, `employer_charges_of_month` or `employer_cost` of a month."""
        return self.family.fact(fact, month)


def cost_of_quarter(quarter: EmployerQuarter, months: Sequence[PaidMonth]) -> list[WorkerCost]:
    """The cost of the months of a closed quarter, by staff number; they add up to the quarter's."""
    owed = {
        person.worker.staff_number: quarter.cents("net_owed", row)
        for row, person in enumerate(quarter.people)
    }
    return _costs(quarter.quarter, owed, months, quarter.family.book.country)


def cost_so_far(
    employer: Employer, quarter: Quarter, months: Sequence[PaidMonth], *, country: Country
) -> list[WorkerCost]:
    """The same before the quarter is closed: its months up to now, taken as if they were all of it.

    Raises BadInput where records or figures do not hold what the quarter needs.
    """
    owed = owed_so_far(employer, quarter, months, country=country)
    return _costs(quarter, owed, months, country)


def _costs(
    quarter: Quarter, owed: dict[str, int], months: Sequence[PaidMonth], country: Country
) -> list[WorkerCost]:
    of_people: dict[str, list[PaidMonth]] = {}
    for month in months:
        of_people.setdefault(month.of.worker.staff_number, []).append(month)
    rows = [
        Row({"net_owed": owed[number]}, {"worker-month": tuple(map(_month, own))})
        for number, own in sorted(of_people.items())
    ]
    book = LawBook(
        country,
        want=WANT,
        on=quarter.first,
        paid=quarter.last,
        given=["net_owed", "pay_granted"],
        provisional=True,
    )
    families = compute(book, rows, [f"{number}, {quarter}" for number in sorted(of_people)])
    people = [own for _, own in sorted(of_people.items())]
    return [WorkerCost(tuple(own), family) for own, family in zip(people, families, strict=True)]


def _month(paid: PaidMonth) -> Row:
    return Row(
        {
            "liable_pay_of_month": paid.sum_of(("gross_pay",)),
            "pay_granted": paid.sum_of(PAY),
            "withheld_for_nsso": paid.sum_of(WITHHELD) + _withheld_beside(paid),
        }
    )


def _withheld_beside(paid: PaidMonth) -> int:
    """On pay beside too, but for what no person owes in the declaration.

    The contribution on double holiday pay and that on profit premiums are lines of the employer.
    """
    return sum(
        paid.cents("item_worker_contribution", row)
        for row, item in enumerate(paid.of.items)
        if item.kind != "profit_premium" and not paid.cents("item_double_holiday_base", row)
    )
