"""A calendar quarter, written YYYYQ as the NSSO writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Quarter 1 to 4 of a year."""

    year: int
    number: int

    @classmethod
    def read(cls, text: str) -> Quarter | None:
        """`20251` or `2025Q1`; None where the text is neither."""
        digits = text.strip().replace("Q", "")
        if len(digits) != 5 or not digits.isascii() or not digits.isdecimal():
            return None
        year, number = int(digits[:4]), int(digits[4:])
        return cls(year, number) if year and 1 <= number <= 4 and year < 9999 else None

    @classmethod
    def of(cls, day: date) -> Quarter:
        """The quarter in which a day lies."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def code(self) -> str:
        """YYYYQ."""
        return f"{self.year:04}{self.number}"

    @property
    def first_day(self) -> date:
        """Its first day."""
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last_day(self) -> date:
        """Its last day."""
        last_month = self.number * 3
        after = (
            date(self.year + 1, 1, 1) if last_month == 12 else date(self.year, last_month + 1, 1)
        )
        return after - timedelta(days=1)
