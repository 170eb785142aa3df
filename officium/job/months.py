"""The months of one employer, each computed on what the months before it handed on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from officium.law import Month, belgium
from officium.payroll import Employer, PaidMonth, Records, pay_month

Progress = Callable[[str], None]


def paid_months(
    records: Records, employer: Employer, wanted: Sequence[Month], progress: Progress
) -> Iterator[tuple[str, tuple[PaidMonth, ...]]]:
    """The wanted months of one year; those before them are computed for what they hand on."""
    country = belgium()
    earlier: dict[str, PaidMonth] = {}
    month = Month(wanted[0].year, 1)
    while month <= wanted[-1]:
        if month in wanted:
            progress(str(month))
        # What is not settled is refused in one list when all is computed, not month by month.
        paid = pay_month(records, employer, month, earlier, country=country, provisional=True)
        earlier |= {one.of.worker.staff_number: one for one in paid}
        if month in wanted:
            yield str(month), paid
        month = month.next
