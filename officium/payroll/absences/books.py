"""The law of a month for the days of absences: put together once, for a year asks the same months again."""

from __future__ import annotations

from officium.engine import Country, LawBook
from officium.law import Month

# A book holds its country, so that the number of an object stays that of one country.
_BOOKS: dict[tuple[int, Month, tuple[str, ...], bool], LawBook] = {}


def book_of_month(
    country: Country, month: Month, want: tuple[str, ...], *, provisional: bool
) -> LawBook:
    """The book in which the days of a month stand. Raises BadInput where the law is not known."""
    key = id(country), month, want, provisional
    if key not in _BOOKS:
        _BOOKS[key] = LawBook(
            country, want=want, on=month.days, paid=month.first, provisional=provisional
        )
    return _BOOKS[key]
