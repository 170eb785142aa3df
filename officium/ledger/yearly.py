"""What an employer owes once a year beside his quarterly declarations."""

from __future__ import annotations

from datetime import date

from .chart import account
from .entry import Booking
from .move import moved


def yearly_holidays_account(year: int) -> str:
    """The account of what is owed to the NSSO for the holidays that manual workers earned in a year."""
    return account("employer", "454", f"{year}-holidays")


def book_yearly_holidays(
    year: int, quarter: str, cents: int, *, origin: str, valid: date
) -> Booking:
    """The debit note for the service year `year` becomes owed; it is a cost of the quarter it falls in."""
    return Booking(
        "yearly_holidays",
        (str(year),),
        valid,
        origin,
        moved(yearly_holidays_account(year), account("employer", "621", quarter), cents),
    )
