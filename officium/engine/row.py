"""A row of facts with the rows below it: how records enter the engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

Given = int | str | bool | date
"""A whole number in the decimals of the fact's kind, a text (`"2 015.00"` or a code), a flag or a day."""


@dataclass(frozen=True, slots=True)
class Row:
    """The facts of one row of a grain, and its child rows by the name of their grain."""

    facts: Mapping[str, Given]
    children: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
