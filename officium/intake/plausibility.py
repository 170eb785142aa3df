"""What of a delivery can be true and mostly is a slip: against the contract and the months before.

The bounds are ours, not the law's: each finding is a warning with what to look at, and blocks nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from officium.findings import Finding, Severity
from officium.intake.grammar import hours_text
from officium.intake.seen import Seen, basic_pay, full_time_hours, hours_by_day, seen
from officium.intake.told import Delivery
from officium.intake.wording import say
from officium.language import number
from officium.law import Month, belgium
from officium.payroll import PAY_KINDS, TIME_CODES, WORKED, Employer, Origin, PayItem, Records

TEN = 10
DOUBLE = 2
MONTHS_IN_A_ROW = 3
LEAST_DAYS_OF_OVERTIME = 10
# Codes of hours without pay that say nothing of the reason.
UNEXPLAINED = frozenset({"unpaid_leave", "unlawful_absence"})
_MEASURES = (("amount", 2), ("units", 2), ("hours", 2), ("base", 2))

Slip = tuple[Mapping[str, Any], Origin]
Rule = Callable[[Seen, str], Iterator[Slip]]


def plausibility(
    records: Records,
    employer: Employer,
    month: Month,
    delivery: Delivery,
    language: str | None = None,
) -> tuple[Finding, ...]:
    """Warnings on what a delivery makes of a month, in the language, the employer's by default.

    The place is the cell or line of the record that is looked at, else the worker's staff number.
    """
    language = language or employer.language or "en"
    return tuple(
        Finding(
            Severity.WARNING,
            name,
            say(f"plausible.{name}", language, name=one.of.name, **gaps),
            place.file or one.of.key[0],
            place.line,
        )
        for one in seen(records, employer, month, delivery)
        for name, rule in RULES.items()
        for gaps, place in rule(one, language)
    )


def _kind(item: PayItem, language: str) -> str:
    return belgium().facts["item_kind"].labels[item.kind][language]


def _no_paid_hour(one: Seen, language: str) -> Iterator[Slip]:
    """No absence, and no code of time that says why nothing is paid."""
    of = one.of
    codes = {code for hours in hours_by_day(of).values() for code in hours}
    works = any(not of.terms(day).is_interrupted for day in of.days)
    has_absence = any(of.absence(day) for day in of.days)
    if works and not has_absence and codes <= UNEXPLAINED:
        yield {}, Origin()


def _lines_above_basic_pay(one: Seen, language: str) -> Iterator[Slip]:
    """Ordinary lines of more than the basic pay: the pay is double the usual one."""
    basic = basic_pay(one.of)
    ordinary = [
        item
        for item in one.pay
        if item.amount
        and PAY_KINDS[item.kind].remuneration == 1
        and PAY_KINDS[item.kind].item == "7a"
    ]
    total = sum(item.amount or 0 for item in ordinary)
    if basic is not None and total > basic:
        largest = max(ordinary, key=lambda item: item.amount or 0)
        gaps = {"lines": number(total, 2, language), "basic": number(basic, 2, language)}
        yield gaps, largest.origin


def _tenfold(one: Seen, language: str) -> Iterator[Slip]:
    """A measure ten times the last one of its kind, or a tenth of it."""
    for item in one.pay:
        last = next(
            (
                (then, old)
                for then, items in one.pay_before
                for old in items
                if old.kind == item.kind and old.description == item.description
            ),
            None,
        )
        if last is None:
            continue
        then, old = last
        for name, decimals in _MEASURES:
            now, before = getattr(item, name) or 0, getattr(old, name) or 0
            if now > 0 and before > 0 and (now >= TEN * before or before >= TEN * now):
                gaps = {
                    "kind": _kind(item, language),
                    "now": number(now, decimals, language),
                    "before": number(before, decimals, language),
                    "month": then,
                }
                yield gaps, item.origin


def _line_gone(one: Seen, language: str) -> Iterator[Slip]:
    """A kind that stood in each of three months and stands no longer; hours and days come and go."""
    if not one.has_pay:
        return
    rows = [items for _, items in one.pay_before[:MONTHS_IN_A_ROW]]
    kinds = {item.kind: item for item in rows[0] if item.hours is None and item.days is None}
    now = {item.kind for item in one.pay}
    for kind, item in sorted(kinds.items()):
        if kind not in now and all(any(old.kind == kind for old in items) for items in rows):
            yield {"kind": _kind(item, language)}, Origin()


def _variable_hours(one: Seen) -> tuple[int, int]:
    """Hours of the month and of the one before, where the schedule is variable in both; else nought."""
    if one.of.terms(max(one.of.days)).average_week is None:
        return 0, 0
    total = [
        sum(sum(hours.values()) for hours in hours_by_day(of).values()) if of else 0
        for of in (one.of, one.before)
    ]
    return total[0], total[1]


def _hours_doubled(one: Seen, language: str) -> Iterator[Slip]:
    """Under a variable schedule: double the hours of the month before, both months whole."""
    now, before = _variable_hours(one)
    is_whole = one.before is not None and len(one.before.days) == len(one.before.month.days)
    if is_whole and before and now >= DOUBLE * before:
        yield {"now": hours_text(now, language), "before": hours_text(before, language)}, Origin()


def _more_than_full_time(one: Seen, language: str) -> Iterator[Slip]:
    """Under a variable schedule: a part-timer with more hours than a full-time worker."""
    now, _ = _variable_hours(one)
    full = full_time_hours(one.of)
    if now > full and one.of.terms(max(one.of.days)).is_part_time:
        yield {"now": hours_text(now, language), "full": hours_text(full, language)}, Origin()


def _overtime_every_day(one: Seen, language: str) -> Iterator[Slip]:
    """Hours above the schedule on every day of work, of ten at least."""
    days = [codes for codes in hours_by_day(one.of).values() if WORKED in codes]
    above = [codes for codes in days if any(TIME_CODES[code].above_schedule for code in codes)]
    if len(days) >= LEAST_DAYS_OF_OVERTIME and len(above) == len(days):
        yield {"days": len(above)}, Origin()


RULES: Mapping[str, Rule] = {
    "no_paid_hour": _no_paid_hour,
    "lines_above_basic_pay": _lines_above_basic_pay,
    "tenfold": _tenfold,
    "line_gone": _line_gone,
    "hours_doubled": _hours_doubled,
    "more_than_full_time": _more_than_full_time,
    "overtime_every_day": _overtime_every_day,
}
