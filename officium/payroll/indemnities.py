"""Indemnities at the end of a contract: the period that each covers, as the quarter declares it.

The pay and the time of the period stand on occupations of their own: one for what is left of the
quarter in which the contract ends, one for the rest of that year, one for each later year (NSSO
instructions, dates of the occupation). No law is done here: how many days an indemnity covers is a
fact, and its amount is shared by calendar days, to the cent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from officium.engine import shares
from officium.findings import BadInput
from officium.law import Month
from officium.payroll.occupation import OccupationLine, PayTotal, ServiceTime
from officium.payroll.pay_kinds.indemnities import COVERING, IN_TIME, KINDS, UNTIL_ITS_DAY
from officium.payroll.records import Committee, Contract, PayItem, Terms

_DAY = timedelta(days=1)
# Annex 8: the period that an indemnity covers is time under pay with contributions.
UNDER_PAY = 1
# An indemnity of a line, the days that it covers (hundredths) and what of it is declared (cents).
Indemnity = tuple[PayItem, int, int]


def refuse_before_end(item: PayItem, contract: Contract) -> None:
    """Raise BadInput where an indemnity is paid with a month in which the contract does not end."""
    if item.kind not in KINDS:
        return
    says = None
    if contract.ends is None or Month.of(contract.ends) != Month.parse(item.month):
        says = (
            f"{item.kind} is paid with the month in which the contract ends; contract "
            f"{contract.number} "
            + (
                f"ends on {contract.ends}: record it in pay/{Month.of(contract.ends)}.csv"
                if contract.ends
                else "has no ends: record ends and end_reason"
            )
        )
    elif item.day and item.day <= contract.ends:
        says = (
            f"{item.kind} begins on {item.day}, not after the end of the contract, {contract.ends}"
        )
    elif item.until and item.until < first_day_of(item, contract):
        says = f"{item.kind} lasts until {item.until}, before its first day"
    if says:
        who = f"{item.staff_number}, {item.month}"
        raise BadInput(f"{who}: {says}", code="not_at_the_end", where=str(item.origin))


def refuse_no_reduction(contract: Contract) -> None:
    """Raise BadInput where the pay before a reduction is not above the reduced pay of the last terms."""
    yearly, terms = contract.yearly_pay, contract.terms[-1]
    before = yearly.monthly_pay_before_reduction if yearly else None
    if not yearly or before is None or terms.is_interrupted:
        return
    # Exact: a third of thirteen weeks, times three; wages of an hour are in ten thousandths.
    if terms.hourly_wage is not None:
        is_above = 3 * 10_000 * before > 13 * terms.hourly_wage * terms.hours_per_week
    elif terms.daily_wage is not None:
        is_above = 3 * 100 * before > 13 * terms.daily_wage * terms.days_per_week
    else:
        is_above = terms.monthly_pay is None or before > terms.monthly_pay
    if not is_above:
        raise BadInput(
            f"monthly_pay_before_reduction {before // 100}.{before % 100:02} of contract "
            f"{contract.number} is not above the reduced pay of its last terms: write the pay of a "
            "complete month without the reduction",
            code="no_reduction",
            where=str(yearly.origin.of("monthly_pay_before_reduction")),
        )


def first_day_of(item: PayItem, contract: Contract) -> date:
    """The first day that a line concerns: for an indemnity by itself the day after the end."""
    if item.day is None and item.kind in KINDS and contract.ends:
        return contract.ends + _DAY
    return item.day or Month.parse(item.month).first


def occupations_after_end(
    committee: Committee, contract: Contract, terms: Terms, indemnities: Iterable[Indemnity]
) -> tuple[OccupationLine, ...]:
    """The occupations of the periods that the indemnities of a contract cover, by day of beginning."""
    amounts: dict[tuple[date, date], int] = {}
    for first, last, cents in _periods(contract, indemnities):
        pieces = list(_pieces(contract.ends or first, first, last))
        parts = shares(cents, [(end - begin).days + 1 for begin, end in pieces])
        for piece, part in zip(pieces, parts, strict=True):
            amounts[piece] = amounts.get(piece, 0) + part
    return tuple(
        OccupationLine(
            committee,
            contract,
            terms,
            first,
            last,
            _services(terms, first, last),
            (PayTotal(IN_TIME, None, cents),),
            is_after_end=True,
        )
        for (first, last), cents in sorted(amounts.items())
        if cents
    )


def _periods(
    contract: Contract, indemnities: Iterable[Indemnity]
) -> Iterator[tuple[date, date, int]]:
    """First day, last day and cents of each line: without a `day` it follows the one before it in the file.

    What is taken back concerns the period of the line of its kind that covered as many days.
    """
    free: date | None = None
    paid: dict[tuple[str, int], date] = {}
    for item, covered, cents in sorted(indemnities, key=lambda one: one[0].origin.line or 0):
        if item.kind not in COVERING or not (covered or cents):
            continue
        key = (item.kind, abs(covered))
        first = item.day or free or first_day_of(item, contract)
        if cents < 0:
            first = item.day or paid.get(key) or first_day_of(item, contract)
        last = first + (max(1, -(-abs(covered) // 100)) - 1) * _DAY  # a day that is begun counts
        if item.until and item.kind in UNTIL_ITS_DAY:
            _refuse_overlap(item, first)
            last = item.until
        if cents >= 0:
            paid.setdefault(key, first)
            free = max(last + _DAY, free or last + _DAY)
        yield first, last, cents


def _refuse_overlap(item: PayItem, first: date) -> None:
    """Raise BadInput where the lines before it cover all days of a period that is recorded."""
    if item.until and item.until < first:
        raise BadInput(
            f"{item.staff_number}, {item.month}: {item.kind} lasts until {item.until}, and the lines "
            f"before it cover the time until {first - _DAY}: give its first `day`, or a later `until`",
            code="not_at_the_end",
            where=str(item.origin),
        )


def _pieces(ended: date, first: date, last: date) -> Iterator[tuple[date, date]]:
    """A period cut after the quarter of the end, and after each year."""
    quarter_end, begin = Month.of(ended).quarter.last, first
    while begin <= last:
        year_end = date(begin.year, 12, 31)
        stop = min(last, quarter_end if begin <= quarter_end else year_end)
        yield begin, stop
        begin = stop + _DAY


def _services(terms: Terms, first: date, last: date) -> tuple[ServiceTime, ...]:
    """The days of the working pattern in a period, and their hours where they are declared."""
    days = [first + at * _DAY for at in range((last - first).days + 1)]
    if terms.average_week:
        worked = len(days) * terms.average_week.days // 7
        hours = len(days) * terms.average_week.hours // 7
    else:
        worked = 100 * sum(terms.hours_on(day) > 0 for day in days)
        hours = sum(map(terms.hours_on, days))
    if not worked:
        return ()
    return (ServiceTime(UNDER_PAY, worked, hours if terms.is_part_time else None),)
