"""A month of an employer's people, computed by the law: in columns, with the family as its witness."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from officium.engine import Country, Entry, Family, LawBook, LawError, Row, Sheet, key_of
from officium.engine.columns import Batch, Program
from officium.findings import BadInput
from officium.law import Least, Month
from officium.payroll.absences import AbsenceMonth, with_absences
from officium.payroll.agreed_net import with_agreed_nets
from officium.payroll.attached_month import with_attachments
from officium.payroll.attachments import PaidSoFar
from officium.payroll.carried import CARRIED
from officium.payroll.facts import WorkerMonth, months_of_workers
from officium.payroll.holidays import HolidayAccount, holiday_accounts
from officium.payroll.item_days import AFTER_END
from officium.payroll.records import Employer, Records

# What the month is asked for; everything on the payslip is established on the way.
WANT = (
    "net_pay",
    "net_payable",
    "net_granted",
    "total_gross",
    "exceptional_taxable_total",
    "overtime_payment_exemption",
    "relaunch_hours_beyond_maximum",
    "voluntary_hours_beyond_maximum",
    "meal_voucher_employer_part",
    "meal_vouchers_are_pay",
    "meal_vouchers_differ_from_days",
    "days_covered",
    "item_compensated",
    "is_outplacement_left_out",
    "is_outplacement_of_short_notice",
    "return_to_work_contribution",
    "protected_part",
    "is_career_break_form_unusual",
    "replacement_income",
    *CARRIED.values(),
)


@dataclass(frozen=True)
class PaidMonth:
    """A worker's month with all that the law established on it.

    `agreed`: where a net was agreed, the monthly pay found and the net that a complete month leaves.
    `absences`: of each contract that has some, in the contracts' order.
    """

    of: WorkerMonth
    family: Family
    holidays: tuple[HolidayAccount, ...] = ()
    agreed: Least | None = None
    absences: tuple[AbsenceMonth, ...] = ()

    def cents(self, fact: str, row: int = 0) -> int:
        """The whole number of a fact, on one of its rows."""
        return self.family.fact(fact, row)

    def total(self, fact: str) -> int:
        """The sum of a fact over its rows."""
        grain = self.family.book.country.facts[fact].grains[0]
        return sum(self.family.fact(fact, row) for row in range(self.family.rows((fact, grain))))

    def earlier_pay(self) -> tuple[int, ...]:
        """What each part of the month before a change of terms is worth, in the contracts' order."""
        parts = sum(len(sheet.parts) - 1 for sheet in self.of.timesheets)
        return tuple(
            self.cents("earlier_pay", row) + self.cents("earlier_public_holiday_pay", row)
            for row in range(parts)
        )

    def sum_of(self, facts: Iterable[str]) -> int:
        """The total of several facts; one that the law book does not ask for is nothing."""
        asked = {bound.fact.name for bound in self.family.book.order}
        return sum(self.total(fact) for fact in facts if fact in asked)

    def paid_to_creditors(self) -> PaidSoFar:
        """What was paid of each claim up to and including this month, by number of the attachment."""
        now = {
            one.record.number: one.paid_before + self.cents("attachment_amount", row)
            for row, one in enumerate(self.of.attached)
            if one.record.amount is not None
        }
        return PaidSoFar(self.of.month.last, {**self.of.paid_to_creditors, **now})

    def key(self, fact: str, row: int = 0) -> str:
        """The key of a fact's row in the explanation."""
        return key_of(self.family, ((fact, self.family.book.country.facts[fact].grains[0]), row))

    def entries(self) -> Mapping[str, Entry]:
        """The dated figures on which the net pay rests, those that say what absences are included."""
        found = dict(self.family.entries((self.family.book.want[0], 0)))
        for of in self.absences:
            found |= of.figures()
        return found


def pay_month(
    records: Records,
    employer: Employer,
    month: Month,
    earlier: Mapping[str, PaidMonth],
    *,
    country: Country,
    provisional: bool,
) -> tuple[PaidMonth, ...]:
    """Everybody's month, by staff number. `earlier`: the last month of the same year, by staff number.

    Raises BadInput where records or figures do not hold what is needed.
    """
    handed = {
        number: {
            source: last.cents(source)
            for fact, source in CARRIED.items()
            # A balance that was recorded since goes before what was computed up to then.
            if not any(
                balance.fact == fact and last.of.month.last <= balance.as_of < month.first
                for balance in records.opening_of(number)
            )
        }
        for number, last in earlier.items()
    }
    records, absences = with_absences(
        records, employer, month, country=country, provisional=provisional
    )
    records, agreed = with_agreed_nets(records, employer, month, handed, country=country)
    months = tuple(
        with_attachments(one, last.paid_to_creditors() if last else None)
        for one in months_of_workers(records, employer, month, handed)
        for last in (earlier.get(one.worker.staff_number),)
    )
    if not months:
        return ()
    book = LawBook(
        country, want=WANT, on=month.first, paid=months[0].paid_on, provisional=provisional
    )
    families = compute(book, [one.row for one in months], [_place(one) for one in months])
    holidays = holiday_accounts(records, months, country=country, provisional=provisional)
    paid = tuple(
        PaidMonth(
            one,
            family,
            holidays.get(one.worker.staff_number, ()),
            agreed.get(one.worker.staff_number),
            tuple(
                absences[one.worker.staff_number, sheet.contract.number]
                for sheet in one.timesheets
                if (one.worker.staff_number, sheet.contract.number) in absences
            ),
        )
        for one, family in zip(months, families, strict=True)
    )
    for one in paid:
        _refuse_holidays_not_due(one)
    return paid


def _refuse_holidays_not_due(paid: PaidMonth) -> None:
    """Raise BadInput for a public holiday after the end that the former employer does not owe."""
    for row, item in enumerate(paid.of.items):
        if item.kind == AFTER_END and not paid.cents("is_holiday_after_end_due", row):
            contract = [sheet.contract.number for sheet in paid.of.timesheets].index(item.contract)
            covered = paid.cents("holidays_covered_after_end", contract)
            raise BadInput(
                f"{_place(paid.of)}: the public holiday of {item.day} is not due after the end of the "
                f"contract: by its length and the way it ended, {covered} days after it are covered",
                code="holiday_not_due",
                where=str(item.origin),
            )


def compute(book: LawBook, rows: Sequence[Row], places: Sequence[str]) -> list[Family]:
    """The families of a batch, each walked alone and found equal to the columns, cell for cell.

    `places` says for each row where a refusal points. Raises LawError code `witness` on a difference,
    which would be a defect of the engine: nothing is paid on it.
    """
    families = [
        Family(book, Sheet(book, row, place)) for row, place in zip(rows, places, strict=True)
    ]
    results = Program(book).run(Batch.of(book, rows))
    for bound in book.order:
        if bound.ways:
            alone = [
                family.at((bound.key, row))
                for family in families
                for row in range(family.rows(bound.key))
            ]
            if alone != results[bound.key].tolist():
                raise LawError(
                    f"{bound.fact.name} differs between the batch and the person alone",
                    code="witness",
                )
    return families


def _place(month: WorkerMonth) -> str:
    return f"{month.worker.staff_number}, {month.month}"
