"""The ledger as plain text that a person reads and Beancount checks."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from officium.language import plain

from .balance import balances
from .chart import chart
from .entry import Booking, Entry

# Beancount knows five kinds; memorandum accounts stand against each other, outside the result.
ROOTS = {
    "assets": "Assets",
    "liabilities": "Liabilities",
    "income": "Income",
    "expenses": "Expenses",
    "memorandum": "Equity",
}

# A cent is a cent: without the second, Beancount forgives one in a balance.
OPTIONS = ('option "operating_currency" "EUR"', 'option "tolerance_multiplier" "0"')


def ledger_text(entries: tuple[Entry, ...], *, book: str, title: str, language: str) -> str:
    """The ledger of a `book` of the chart in Beancount's syntax, in nl, fr, de or en.

    Accounts are opened on the first day, entries stand in the order recorded, each move as the pair
    arrival and departure, and the balances close the text as assertions on the day after the last.
    """
    head = [f'option "title" {_quoted(title)}', *OPTIONS, ""]
    if not entries:
        return "\n".join(head)
    days = [entry.booking.valid for entry in entries]
    standing = balances(entries)
    return "\n".join(
        head
        + [line for account in standing for line in _opened(account, min(days), book, language)]
        + [line for entry in entries for line in _written(entry, book, language)]
        + _closed(standing, max(days) + timedelta(days=1), book)
    )


def _opened(account: str, day: date, book: str, language: str) -> list[str]:
    label = chart(book)[account.split(":")[0]].labels[language]
    return [f"{day} open {_name(account, book)} EUR", f"  label: {_quoted(label)}", ""]


def _written(entry: Entry, book: str, language: str) -> list[str]:
    booking = entry.booking
    postings = [
        posting
        for move in booking.moves
        for posting in ((move.destination, move.cents), (move.source, -move.cents))
    ]
    return [
        f"{booking.valid} * {_quoted(_worded(booking, language))}",
        f"  document: {_quoted(booking.origin)}",
        f"  recorded: {_quoted(entry.recorded.isoformat())}",
        f"  previous: {_quoted(entry.previous)}",
        f"  digest: {_quoted(entry.digest)}",
        *(f"  {_name(account, book):<40}{plain(cents, 2):>16} EUR" for account, cents in postings),
        "",
    ]


def _closed(standing: Mapping[str, int], day: date, book: str) -> list[str]:
    lines = [
        f"{day} balance {_name(account, book):<40}{plain(cents, 2):>16} EUR"
        for account, cents in standing.items()
    ]
    return [*lines, ""]


def _name(account: str, book: str) -> str:
    return f"{ROOTS[chart(book)[account.split(':')[0]].type]}:{account}"


def _worded(booking: Booking, language: str) -> str:
    return str(_wording()[booking.what][language]).format(*booking.about)


@cache
def _wording() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("wording.toml").read_text(encoding="utf-8"))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
