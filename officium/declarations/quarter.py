"""A calendar quarter as the NSSO writes it: YYYYQ."""

from __future__ import annotations

from officium.law import Quarter

__all__ = ["Quarter", "quarter_code", "read_quarter"]


def read_quarter(text: str) -> Quarter | None:
    """The quarter `20251` or `2025Q1`; None where the text is neither."""
    digits = text.strip().replace("Q", "")
    if len(digits) != 5 or not digits.isascii() or not digits.isdecimal():
        return None
    year, number = int(digits[:4]), int(digits[4:])
    return Quarter(year, number) if year and 1 <= number <= 4 else None


def quarter_code(quarter: Quarter) -> str:
    """The quarter as YYYYQ."""
    return f"{quarter.year:04}{quarter.number}"
