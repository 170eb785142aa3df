"""One occupation of a worker line as the quarter declares it: its time and its pay by code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from officium.payroll.records import Committee, Contract, Terms


@dataclass(frozen=True, slots=True)
class ServiceTime:
    """Time of one working-time code: hundredths of days, and of hours where they are declared."""

    code: int
    days: int
    hours: int | None


@dataclass(frozen=True, slots=True)
class PayTotal:
    """Pay of one remuneration code (cents); months between payments where the code asks for them."""

    code: int
    every_months: int | None
    amount: int


@dataclass(frozen=True)
class OccupationLine:
    """One occupation of a worker line; `ends` is None while it goes on after the quarter.

    `has_days_above_schedule`: a part-time worker worked on days off, without rest for them.
    `pay_method` is the code of a particular way of paying (zone 00056): 1 by the piece, 2 commissions.
    `is_after_end`: no work, but a period after the end that an indemnity covers; `training_hours` are
    those of educational leave.
    """

    committee: Committee
    contract: Contract
    terms: Terms
    begins: date
    ends: date | None
    services: tuple[ServiceTime, ...]
    pay: tuple[PayTotal, ...]
    has_days_above_schedule: bool = False
    pay_method: str | None = None
    is_after_end: bool = False
    training_hours: int = 0
