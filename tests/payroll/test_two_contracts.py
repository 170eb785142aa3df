"""Two contracts with one employer are one person: one contribution base, one withholding tax."""

from __future__ import annotations

from datetime import date
from functools import cache

from breaking import WORKSHOP
from hypothesis import given, settings
from hypothesis import strategies as st

from officium.engine import Family, LawBook, Sheet
from officium.law import Month, belgium
from officium.payroll.facts import months_of_workers
from officium.payroll.folder import read_folder
from officium.payroll.month import WANT
from officium.payroll.records import Contract, Records, Terms, Week, Worker

MARCH = Month(2025, 3)
FULL_WEEK = (760,) * 5


@cache
def workshop() -> Records:
    return read_folder(WORKSHOP)


@cache
def book() -> LawBook:
    return LawBook(belgium(), want=WANT, on=MARCH.first, paid=MARCH.last, provisional=True)


def contract(
    number: int, pay: int, week: tuple[int, ...], begins: date, ends: date | None
) -> Contract:
    """A clerk's contract with the workshop."""
    of_clerk = workshop().workers[0].contracts[0]
    terms = Terms(
        since=begins,
        function="planner",
        full_time_hours=3800,
        schedule=Week(**dict(zip(list(Week.model_fields)[1:], week, strict=False))),
        monthly_pay=pay,
    )
    reason = "end_of_term" if ends else None
    changed = {
        "number": number,
        "begins": begins,
        "ends": ends,
        "end_reason": reason,
        "terms": (terms,),
    }
    return Contract(**{**dict(of_clerk), **changed})


def paid(*contracts: Contract) -> Family:
    """The month of March of somebody with these contracts, through records and law."""
    worker: Worker = workshop().workers[0].model_copy(update={"contracts": contracts})
    records = Records(workshop().employers, (worker,), (), ())
    before = {worker.staff_number: {"employment_bonus_granted": 0}}
    (month,) = months_of_workers(records, records.employers[0], MARCH, before)
    return Family(book(), Sheet(book(), month.row))


def total(family: Family, fact: str) -> int:
    return sum(family.fact(fact, row) for row in range(family.rows((fact, "contract-month"))))


# Both parts a multiple of a hundred euro: 13.07 % of each is then a whole number of cents, and what is
# compared is the law and not the rounding of a line. All is above the limit of the employment bonus, which
# goes by the wage of an hour of each contract.
@settings(deadline=None, max_examples=60)
@given(st.integers(21, 60), st.integers(21, 60))
def test_two_contracts_side_by_side_are_taxed_as_one(first: int, second: int) -> None:
    since = date(2020, 1, 6)
    halves = [(760, 760, 380, 0, 0), (0, 0, 380, 760, 760)]
    two = paid(
        contract(1, first * 10000, halves[0], since, None),
        contract(2, second * 10000, halves[1], since, None),
    )
    one = paid(contract(1, (first + second) * 10000, FULL_WEEK, since, None))
    for fact in ("gross_pay", "monthly_contribution_base", "employee_contribution_due"):
        assert total(two, fact) == total(one, fact)
    for fact in ("taxable_pay", "withholding_tax", "special_contribution", "net_pay"):
        assert two.fact(fact) == one.fact(fact)


@settings(deadline=None, max_examples=60)
@given(st.integers(2, 6), st.integers(3, 28))
def test_two_contracts_one_after_the_other_are_taxed_as_one(hundreds: int, last: int) -> None:
    """March 2025 has twenty-one days of the schedule: each is worth so many hundreds."""
    pay, since, change = hundreds * 210_000, date(2020, 1, 6), date(2025, 3, last)
    two = paid(
        contract(1, pay, FULL_WEEK, since, change),
        contract(2, pay, FULL_WEEK, date(2025, 3, last + 1), None),
    )
    one = paid(contract(1, pay, FULL_WEEK, since, None))
    for fact in ("gross_pay", "monthly_contribution_base", "employee_contribution_due"):
        assert total(two, fact) == total(one, fact)
    for fact in ("taxable_pay", "withholding_tax", "special_contribution", "net_pay"):
        assert two.fact(fact) == one.fact(fact)


@settings(deadline=None, max_examples=60)
@given(st.integers(340_000, 900_000), st.integers(340_000, 900_000))
def test_one_tax_is_due_on_the_sum_and_not_two_on_the_parts(first: int, second: int) -> None:
    """Whatever the cents: the brackets are passed through once, and not once for each contract."""
    since = date(2020, 1, 6)
    halves = [(760, 760, 380, 0, 0), (0, 0, 380, 760, 760)]
    two = paid(
        contract(1, first, halves[0], since, None), contract(2, second, halves[1], since, None)
    )
    alone = [
        paid(contract(1, first, halves[0], since, None)),
        paid(contract(2, second, halves[1], since, None)),
    ]
    assert two.fact("taxable_pay") == sum(family.fact("taxable_pay") for family in alone)
    assert two.fact("withholding_tax") > sum(family.fact("withholding_tax") for family in alone)
