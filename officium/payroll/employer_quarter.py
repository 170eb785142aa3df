"""An employer's quarter by the law: contributions, reductions, advances, and what is left to pay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from officium.engine import Country, Entry, Family, LawBook, Quantity, Row, Sheet
from officium.law import Quarter
from officium.payroll.month import PaidMonth, compute
from officium.payroll.occupation import OccupationLine
from officium.payroll.quarter import (
    OWN_CONTRIBUTIONS,
    MonthPaid,
    WorkerLine,
    WorkerQuarter,
    advance_facts,
    quarters_of_workers,
    worker_lines,
    yearly_facts,
)
from officium.payroll.records import Employer

WANT = (
    "nsso_balance",
    "employer_contribution",
    "is_of_closure_fund_size",
    "yearly_holiday_contribution",
    "results_bonus_employer_contribution",
)


@dataclass(frozen=True)
class EmployerQuarter:
    """The quarter of one employer: its people's lines and the family of all their facts.

    Rows of the family stand in the order of `people`, their lines and the occupations of those.
    """

    employer: Employer
    quarter: Quarter
    people: tuple[WorkerQuarter, ...]
    family: Family

    def cents(self, fact: str, row: int = 0) -> int:
        """The whole number of a fact on one of its rows."""
        grain = self.family.book.country.facts[fact].grains[-1]
        return self.family.at(((fact, grain), row))

    def total(self, fact: str) -> int:
        """The sum of a fact over all its rows."""
        key = (fact, self.family.book.country.facts[fact].grains[-1])
        return sum(self.family.at((key, row)) for row in range(self.family.rows(key)))

    def entries(self) -> Mapping[str, Entry]:
        """The dated figures on which the balance rests."""
        return self.family.entries((self.family.book.want[0], 0))

    def lines(self) -> Iterator[tuple[int, WorkerQuarter, int, WorkerLine]]:
        """Every worker line with the row of its person and its own row."""
        row = 0
        for number, person in enumerate(self.people):
            for line in person.lines:
                yield number, person, row, line
                row += 1

    def occupations(self) -> Iterator[tuple[int, int, OccupationLine]]:
        """Every occupation with the row of its line and its own row."""
        row = 0
        for _, _, line_row, line in self.lines():
            for occupation in line.occupations:
                yield line_row, row, occupation
                row += 1


def close_quarter(
    employer: Employer,
    quarter: Quarter,
    months: Sequence[PaidMonth],
    *,
    country: Country,
    provisional: bool,
) -> EmployerQuarter:
    """The quarter from its months. Raises BadInput where records or figures lack what is needed."""
    # Asked for first, so that all numbers of the employer that are missing are told at once.
    advances = advance_facts(employer, quarter)
    people = quarters_of_workers(employer, quarter, [_paid(month) for month in months])
    row = Row(
        {
            **advances,
            **yearly_facts(employer, quarter),
            "double_holiday_base": sum(month.total("item_double_holiday_base") for month in months),
            "employer_profit_premiums": sum(_of_kind(month, "profit_premium") for month in months),
        },
        {"worker-quarter": tuple(one.row for one in people)},
    )
    book = LawBook(
        country,
        want=WANT,
        on=quarter.first,
        paid=quarter.last,
        # Days counted in the records go before days that the law would assume.
        given=sorted(_names(row)),
        provisional=provisional,
    )
    (family,) = compute(book, [row], [f"{employer.name}, {quarter}"])
    return EmployerQuarter(employer, quarter, people, family)


def owed_so_far(
    employer: Employer, quarter: Quarter, months: Sequence[PaidMonth], *, country: Country
) -> dict[str, int]:
    """What is owed for each person, by staff number, on the months of an open quarter (cents).

    Raises BadInput where records or figures do not hold what is needed.
    """
    people = quarters_of_workers(employer, quarter, [_paid(month) for month in months])
    owed = {}
    books: dict[tuple[str, ...], LawBook] = {}
    for person in people:
        given = tuple(sorted(_names(person.row)))
        if given not in books:
            books[given] = _book(country, quarter, ("net_owed",), given)
        place = f"{person.worker.staff_number}, {quarter}"
        (family,) = compute(books[given], [person.row], [place])
        owed[person.worker.staff_number] = family.fact("net_owed")
    return owed


def lines_so_far(employer: Employer, months: Sequence[PaidMonth]) -> tuple[WorkerLine, ...]:
    """The worker lines of one person on months of a quarter, before it is closed."""
    return worker_lines(employer, map(_paid, months))


def people_alone(of: EmployerQuarter) -> Iterator[Family]:
    """Each person's quarter, walked alone, in the order of `people`: the ground of its explanation."""
    books: dict[tuple[str, ...], LawBook] = {}
    for person in of.people:
        given = tuple(sorted(_names(person.row)))
        if given not in books:
            books[given] = _book(of.family.book.country, of.quarter, ("net_owed",), given)
        place = f"{person.worker.staff_number}, {of.quarter}"
        yield Family(books[given], Sheet(books[given], person.row, place))


def account_alone(of: EmployerQuarter) -> Family:
    """The employer's account with the NSSO, where what each person owes is given."""
    owed = tuple(Row({"net_owed": of.cents("net_owed", row)}) for row in range(len(of.people)))
    row = Row(
        {
            **advance_facts(of.employer, of.quarter),
            "double_holiday_base": of.cents("double_holiday_base"),
            "employer_profit_premiums": of.cents("employer_profit_premiums"),
        },
        {"worker-quarter": owed},
    )
    book = _book(of.family.book.country, of.quarter, ("nsso_balance",), sorted(_names(row)))
    return Family(book, Sheet(book, row, f"{of.employer.name}, {of.quarter}"))


def year_alone(of: EmployerQuarter) -> Family:
    """The contribution of the year that falls due in the quarter, with what it rests on."""
    row = Row(yearly_facts(of.employer, of.quarter))
    given = sorted(_names(row))
    book = _book(of.family.book.country, of.quarter, ("yearly_holiday_contribution",), given)
    return Family(book, Sheet(book, row, f"{of.employer.name}, {of.quarter}"))


def _book(country: Country, quarter: Quarter, want: Sequence[str], given: Sequence[str]) -> LawBook:
    # What is not reviewed was refused, or allowed, when the quarter was closed.
    return LawBook(
        country, want=want, on=quarter.first, paid=quarter.last, given=given, provisional=True
    )


def shares_the_ceiling(of: EmployerQuarter, person: WorkerQuarter) -> bool:
    """Whether several lines of a person together pass the wage ceiling.

    The law shares the ceiling over them (Act of 29 June 1981, art. 38 par. 1), and how was not read.
    """
    rows = [row for _, one, row, _ in of.lines() if one is person]
    _, ceiling = of.family.book.country.figures["wage_ceiling"]
    if len(rows) < 2 or of.quarter.first < ceiling.entries[0].start:
        return False
    wages = [of.cents("base_wage", row) for row in rows]
    value = ceiling.on(of.quarter.first, None).value
    return isinstance(value, Quantity) and sum(wages) > value.at(2, ceiling.name)


def _names(row: Row) -> set[str]:
    below = (child for children in row.children.values() for child in children)
    return set(row.facts).union(*map(_names, below))


def _paid(month: PaidMonth) -> MonthPaid:
    contracts = range(len(month.of.timesheets))
    earlier = iter(month.earlier_pay())
    return MonthPaid(
        month.of,
        tuple(month.cents("gross_pay", row) for row in contracts),
        tuple(tuple(islice(earlier, len(one.parts) - 1)) for one in month.of.timesheets),
        tuple(month.cents("item_liable_pay", row) for row in range(len(month.of.items))),
        tuple(month.cents("employment_bonus", row) for row in contracts),
        month.cents("special_contribution"),
        {
            (number, kind): _of_kind(month, kind, fact, number)
            for number in {item.contract for item in month.of.items}
            for kind, (fact, _) in OWN_CONTRIBUTIONS.items()
        },
        tuple(month.cents("days_covered", row) for row in range(len(month.of.items))),
    )


def _of_kind(
    month: PaidMonth, kind: str, fact: str = "item_pay_beside", contract: int | None = None
) -> int:
    """The sum of a fact over the lines of a kind of pay, of all contracts or of one."""
    return sum(
        month.cents(fact, row)
        for row, item in enumerate(month.of.items)
        if item.kind == kind and contract in (None, item.contract)
    )
