"""What a rule declares about itself: since when, by which law, for whom."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from officium.engine.errors import LawError

Formula = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a rule: its formula from `since` to `until` (inclusive; None: still in force)."""

    name: str
    formula: Formula
    needs: tuple[str, ...]
    since: date
    until: date | None
    source: str
    where: str
    meaning: str


class Rule:
    """One provider of a fact: its versions, and the rows for which it speaks.

    `scope` names code facts and the codes for which it holds; `when` a flag fact, with `otherwise` the
    value where the flag is not set. Without either it speaks for all rows.
    """

    def __init__(
        self,
        fact: str,
        scope: Mapping[str, Sequence[str]],
        when: str | None,
        otherwise: int | None,
    ) -> None:
        self.fact, self.scope, self.when, self.otherwise = fact, scope, when, otherwise
        self.versions: list[Version] = []
        if (when is None) != (otherwise is None):
            raise LawError(f"{fact}: `when` and `otherwise` come together", code="writing")

    def add(self, formula: Formula, since: str, until: str | None, source: str) -> None:
        """Attach a version; refuses a gap or an overlap with the one before."""
        code = formula.__code__
        where = f"{formula.__module__}.{formula.__name__} (line {code.co_firstlineno})"
        start, end = _day(since, where), _day(until, where) if until else None
        if end is not None and end < start:
            raise LawError(
                f"ends on {until}, before it begins on {since}", code="conflict", where=where
            )
        if not source.strip() or not (formula.__doc__ or "").strip():
            raise LawError("a rule states its source and its meaning", code="writing", where=where)
        if self.versions:
            last = self.versions[-1]
            expected = last.until + timedelta(days=1) if last.until else None
            if start <= last.since or (expected is not None and start != expected):
                raise LawError(
                    f"begins on {since}, and the version before it ends on {last.until or 'no day'}: "
                    "a gap or an overlap",
                    code="conflict",
                    where=where,
                )
            if last.until is None:
                self.versions[-1] = Version(
                    last.name,
                    last.formula,
                    last.needs,
                    last.since,
                    start - timedelta(days=1),
                    last.source,
                    last.where,
                    last.meaning,
                )
        self.versions.append(
            Version(
                formula.__name__,
                formula,
                tuple(inspect.signature(formula).parameters),
                start,
                end,
                source,
                where,
                inspect.cleandoc(formula.__doc__ or ""),
            )
        )

    def since(
        self, day: str, *, source: str, until: str | None = None
    ) -> Callable[[Formula], Rule]:
        """Attach a later version of the same fact: `@fact.since("2025-01-01", source=...)`."""

        def attach(formula: Formula) -> Rule:
            self.add(formula, day, until, source)
            return self

        return attach

    def on(self, day: date) -> Version | None:
        """The version in force on a day, or None."""
        for version in self.versions:
            if version.since <= day and (version.until is None or day <= version.until):
                return version
        return None


def _day(text: str, where: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise LawError(
            f"{text!r} is not a day like 2025-01-31", code="writing", where=where
        ) from None


def rule(
    *,
    since: str,
    source: str,
    until: str | None = None,
    fact: str | None = None,
    scope: Mapping[str, str | Sequence[str]] | None = None,
    when: str | None = None,
    otherwise: int | None = None,
) -> Callable[[Formula], Rule]:
    """Declare a function a rule: it establishes the fact of its name from the facts of its arguments."""

    def declare(formula: Formula) -> Rule:
        codes = {k: (v,) if isinstance(v, str) else tuple(v) for k, v in (scope or {}).items()}
        found = Rule(fact or formula.__name__, codes, when, otherwise)
        found.add(formula, since, until, source)
        return found

    return declare
