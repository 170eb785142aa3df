"""The same question again, in another language: what a payslip carries is enough to explain it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from officium.engine import Country, Family, LawBook, LawError, Row, Sheet, explain


def explain_again(
    country: Country,
    question: Mapping[str, Any],
    fingerprint: str,
    explained: Mapping[str, Any],
    language: str,
) -> dict[str, Any]:
    """The explanation of a computed document, from the question that it carries.

    `question`: `{"on", "paid", "want", "provisional", "rows": {"facts", "children"}}`, `on` a day, or
    the days of rows that bear their own; `explained`: its explanation as it stands. Raises LawError code
    `fingerprint` where the law book is no longer the one that the document was computed with, and
    `witness` where the question gives other amounts.
    """
    try:
        want = question["want"]
        if not isinstance(want, list) or not want:
            raise ValueError("want is no list of facts")
        book = LawBook(
            country,
            want=want,
            on=_days(question["on"]),
            paid=date.fromisoformat(question["paid"]),
            provisional=question["provisional"],
        )
        row = _row(question["rows"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LawError(
            f"the question that it carries cannot be read ({error})", code="writing"
        ) from error
    if book.fingerprint != fingerprint:
        raise LawError(
            f"computed with the law book {fingerprint}; this one is {book.fingerprint}, and might "
            "explain another amount",
            code="fingerprint",
        )
    again = explain(Family(book, Sheet(book, row)), want, language)
    for key, fact in explained["facts"].items():
        value = again["facts"].get(key, {}).get("value")
        if value != fact["value"]:
            raise LawError(
                f"{key} is {fact['value']}, and its own question gives {value or 'nothing'}: "
                "it was changed after it was computed",
                code="witness",
            )
    return again


def _row(told: Mapping[str, Any]) -> Row:
    return Row(
        told["facts"],
        {grain: tuple(_row(one) for one in rows) for grain, rows in told["children"].items()},
    )


def _days(on: str | list[str]) -> date | list[date]:
    return date.fromisoformat(on) if isinstance(on, str) else list(map(date.fromisoformat, on))
