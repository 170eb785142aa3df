"""How a plain value of the records is written for a person: amounts, days, accounts, addresses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from officium.documents.labels import Labels
from officium.language import long_date, month_name, number, plain

HIDDEN = "•"


def whole(value: str) -> tuple[int, int]:
    """`"-3.00"` as a whole number and its decimals: (-300, 2)."""
    integer, _, fraction = value.partition(".")
    return int(integer + fraction), len(fraction)


def cents(value: str) -> int:
    """An amount with two decimals as whole cents."""
    return int(value.replace(".", ""))


def amount(value: str, language: str) -> str:
    """`"1234.50"` as `1.234,50`: all decimals kept."""
    return number(*whole(value), language)


def price(value: str) -> str:
    """A price without idle noughts after its cents: `"1.0900"` is `"1.09"`, `"0.4237"` stays."""
    whole_part, _, decimals = value.partition(".")
    kept = decimals.rstrip("0")
    return f"{whole_part}.{kept.ljust(2, '0')}"


def percent(value: str, language: str) -> str:
    """A share as a percentage: `"0.2000"` is `20 %`."""
    figure, decimals = whole(value)
    return trimmed(plain(figure, decimals - 2), language) + "\u00a0%"


def signed(value: str, sign: str, language: str) -> str:
    """An amount that is added or taken off, its sign written: `+166,94`, `−356,16`.

    The sign says what the line does; a negative amount turns it round.
    """
    figure, decimals = whole(value)
    if sign == "-":
        figure = -figure
    plus = "+" if figure > 0 and sign in ("+", "-") else ""
    return plus + number(figure, decimals, language)


def capital(words: str) -> str:
    """A name as it begins a line."""
    return words[:1].upper() + words[1:]


def trimmed(value: str, language: str) -> str:
    """A quantity without idle noughts: `"22.00"` is `22`, `"15.20"` is `15,20`."""
    figure, decimals = whole(value)
    unit = 10**decimals
    return number(figure // unit, 0, language) if figure % unit == 0 else amount(value, language)


def quantity(value: str, unit: str | None, say: Labels) -> str:
    """`22 dagen`, `1 uur`, `167,20 uren`."""
    shown = trimmed(value, say.language)
    if unit not in ("weeks", "days", "hours", "months"):
        return shown
    return say(f"unit.{unit}_{'one' if shown == '1' else 'many'}", n=shown)


def day(value: str, language: str) -> str:
    """An ISO day in full."""
    return long_date(date.fromisoformat(value), language)


def deadline(value: str, say: Labels) -> str:
    """A day with its weekday, for what must be done by then."""
    return f"{weekday_of(value, say)} {value[:4]}"


def weekday_of(value: str, say: Labels) -> str:
    """A day with its weekday, beside a month that says its year."""
    on = date.fromisoformat(value)
    comma = "," if say.language == "de" else ""
    return f"{say(f'weekday.{on.isoweekday()}')}{comma} {day_of_month(value, say.language)}"


def day_of_month(value: str, language: str) -> str:
    """An ISO day without its year, beside a month that says it."""
    return day(value, language).rpartition(" ")[0]


def month(value: str, language: str) -> str:
    """`"2025-01"` as `januari 2025`."""
    year, _, of_year = value.partition("-")
    return f"{month_name(int(of_year), language)} {year}"


def period(value: str, say: Labels) -> str:
    """A quarter `2025Q1` or a month `2025-01` as people write it."""
    year, is_quarter, n = value.partition("Q")
    if not is_quarter:
        return month(value, say.language)
    return say("report.first_quarter" if n == "1" else "report.quarter", n=n, year=year)


def shortened_account(iban: str) -> str:
    """The first and last four of an account: enough to recognise it."""
    packed = iban.replace(" ", "")
    if len(packed) <= 8:
        return packed
    return f"{packed[:4]} {HIDDEN * 4} {HIDDEN * 4} {packed[-4:]}"


def hidden_person(inss: str) -> str:
    """An identification number of which only the last two digits show."""
    return f"{HIDDEN * 6} {HIDDEN * 3} {inss[-2:]}"


def enterprise_number(value: str) -> str:
    """Ten digits as `0999.010.423`; anything else as it is."""
    digits = value.replace(".", "").replace(" ", "")
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}" if len(digits) == 10 else value


def address(place: Mapping[str, Any] | None) -> str:
    """One line: `Voorbeeldkaai 12 bus 3, 2000 Antwerpen`; the country where it is not Belgium."""
    if not place:
        return ""
    box = f"/{place['box']}" if place.get("box") else ""
    street = f"{place.get('street', '')} {place.get('number', '')}{box}".strip()
    town = f"{place.get('postcode', '')} {place.get('town', '')}".strip()
    country = place.get("country") or "BE"
    return ", ".join(part for part in (street, town, "" if country == "BE" else country) if part)
