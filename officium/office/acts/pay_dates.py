"""The days round the pay of a month: data due, approval, wages paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from officium.job import duty_facts
from officium.law import Month, working_days
from officium.obligations import Performer, data_day
from officium.office.acts.records import records_of
from officium.office.models import Employer, Operator

_BACK = timedelta(days=14)


@dataclass(frozen=True)
class PayDates:
    """`data`: the employer's data are due; `approve`: the bank still has a working day; `pay`: paid."""

    data: date
    approve: date
    pay: date


def pay_dates(employer: Employer, month: Month) -> PayDates:
    """The days of a month by the employer's own rule and the term that the office agrees on."""
    records = records_of(employer)
    facts = duty_facts(records, records.employers[0], Performer.EMPLOYER, month.first, month.last)
    agreed = Operator.objects.values_list("data_days", flat=True).get()
    held = data_day(facts, month, working_days_before=agreed)
    before = working_days(held.pay_day - _BACK, held.pay_day - timedelta(days=1))
    return PayDates(held.day, before[-1], held.pay_day)
