"""The data of a month: by when the employer must deliver them, and what is due on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from officium.findings import BadInput
from officium.law import Month, working_days
from officium.obligations.due import Due
from officium.obligations.facts import EmployerFacts
from officium.obligations.timetable import calendar

_LATEST = timedelta(days=150)


@dataclass(frozen=True, slots=True)
class DataDay:
    """The last day for the data of a month, the pay day that it is counted from, and what rests on them."""

    month: Month
    day: date
    pay_day: date
    due_for: tuple[Due, ...]


def data_day(facts: EmployerFacts, month: Month, *, working_days_before: int) -> DataDay:
    """By when the data of a month must be there: so many working days before the wages are paid.

    The number is agreed in the contract with the mandatary. `due_for`: the duties of the month and of its
    quarter, by day. Raises BadInput where the number is below 0 or above 20.
    """
    if not 0 <= working_days_before <= 20:
        raise BadInput(
            f"{working_days_before} working days before the pay day; 0 to 20 are expected",
            code="data_term",
            where=facts.enterprise_number,
        )
    pay_day = facts.pay_day(month)
    before = working_days(pay_day - timedelta(days=45), pay_day - timedelta(days=1))
    day = before[-working_days_before] if working_days_before else pay_day
    periods = (str(month), str(month.quarter))
    return DataDay(
        month,
        day,
        pay_day,
        tuple(
            due
            for due in calendar(facts, month.first, month.last + _LATEST)
            if due.term.every and due.period in periods and due.day
        ),
    )
