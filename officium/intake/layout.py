"""What a template holds, before it becomes a workbook or a table: rows of texts, numbers and days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from officium.intake.grammar import written
from officium.intake.lines import COLUMNS_OF
from officium.intake.roster import InService, absences_in, in_service, pay_in
from officium.intake.rows import ANSWERS, DAYS, TEXTS, decimals_of
from officium.intake.who import guarded
from officium.intake.wording import say
from officium.language import plain
from officium.law import Month, belgium
from officium.payroll import Absence, Employer, PayItem, Records

Value = str | int | date | Decimal | None
_KIND_OF = {"pay": "item_kind", "absences": "absence_kind"}


@dataclass(frozen=True)
class Plan:
    """What is known before anything is delivered: who works, their days, lines and absences."""

    employer: Employer
    month: Month
    language: str
    people: tuple[InService, ...]
    pay: tuple[PayItem, ...]
    absences: tuple[Absence, ...]

    def time_of(self, one: InService, day: date) -> str:
        """The cell of a day as the records have it."""
        return written(one.recorded(day), self.language)

    def lines(self, part: str) -> Iterator[Sequence[Value]]:
        """The lines of `pay` or `absences`: a value for each column of the part."""
        names = {one.worker.staff_number: one.name for one in self.people}
        of_part: Sequence[PayItem | Absence] = self.pay if part == "pay" else self.absences
        for record in of_part:
            who = (record.staff_number, guarded(names[record.staff_number]), record.contract)
            columns = COLUMNS_OF[part][4:]
            yield (*who, *(self._value(part, column, record) for column in columns))

    def _value(self, part: str, column: str, record: PayItem | Absence) -> Value:
        value = getattr(record, column)
        if value is None:
            return None
        if column == "kind":
            return belgium().facts[_KIND_OF[part]].labels[value][self.language]
        if column in ANSWERS:
            return say(f"answer.{value}", self.language)
        if column in TEXTS:
            return guarded(value)
        if column in DAYS:
            return date.fromisoformat(value.isoformat())
        return Decimal(plain(value, decimals_of(column)))


def plan(records: Records, employer: Employer, month: Month, language: str) -> Plan:
    """What a template for a month rests on."""
    people = in_service(records, employer, month)
    keys = [one.key for one in people]
    return Plan(
        employer,
        month,
        language,
        people,
        tuple(pay_in(records, keys, month)),
        tuple(absences_in(records, keys, month)),
    )
