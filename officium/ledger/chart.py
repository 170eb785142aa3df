"""The chart of accounts: which accounts there are, on which side, and how people call them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from officium.findings import BadInput


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the chart; `type` is assets, liabilities, income, expenses or memorandum."""

    number: str
    type: str
    open: tuple[str, ...]
    labels: Mapping[str, str]


@cache
def chart(book: str) -> Mapping[str, Account]:
    """The accounts of one book, `employer` or `secretariat`, by number."""
    text = Path(__file__).with_name("chart.toml").read_text(encoding="utf-8")
    return {
        number: Account(
            number,
            entry.pop("type"),
            tuple(entry.pop("open")),
            entry,
        )
        for number, entry in tomllib.loads(text)[book].items()
    }


def account(book: str, number: str, *segments: str) -> str:
    """The full name of an account of a book: `account("employer", "455", "W001")` is `455:W001`.

    Raises `BadInput` when the book has no such account or it leaves other segments open.
    """
    known = chart(book).get(number)
    if known is None:
        raise BadInput(
            f"the chart of the {book} has no account {number}; it has {', '.join(chart(book))}",
            code="unknown_account",
        )
    if len(segments) != len(known.open):
        raise BadInput(
            f"account {number} wants {' and '.join(known.open) or 'no segment'}, "
            f"got {', '.join(segments) or 'none'}",
            code="account_segments",
        )
    return ":".join((number, *segments))
