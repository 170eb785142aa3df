"""Findings while they are made: where in the tree, which rule, which anomaly, in which language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from officium.declarations.node import Node
from officium.declarations.wording import plain_line, sentence
from officium.findings import Finding, Severity

MOST_FINDINGS = 5_000


class Numbered(Protocol):
    """A field or block of the table: what the NSSO calls its zone, and the anomalies of it."""

    @property
    def zone(self) -> str: ...

    @property
    def anomalies(self) -> Mapping[str, str]: ...


class Enough(Exception):
    """So much is wrong that the list ends here."""


class Remarks:
    """The findings of one check, in the order in which they were made."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.found: list[Finding] = []
        self._told: set[tuple[str, str]] = set()

    def first_time(self, rule: str, what: str) -> bool:
        """Whether a remark that is worth one line was not made yet; from now on it was."""
        new = (rule, what) not in self._told
        self._told.add((rule, what))
        return new

    def add(
        self,
        rule: str,
        place: str,
        node: Node,
        *,
        of: Numbered | None = None,
        error: str = "",
        severity: Severity | None = None,
        **parts: object,
    ) -> None:
        """A finding at a node.

        `of` and `error` (the three digits of the error type) name the NSSO's anomaly; it is left
        out where its glossary does not list it. Unless `severity` is given, the anomaly's weight
        decides: what blocks or counts towards refusal is an error, the rest a warning.
        Raises `Enough` when the list is full.
        """
        anomaly, weight = _anomaly(of, error)
        if severity is None:
            severity = Severity.WARNING if weight == "n" else Severity.ERROR
        message = sentence(rule, self.language, **parts)
        self.found.append(Finding(severity, rule, message, plain_line(place), node.line, anomaly))
        if len(self.found) >= MOST_FINDINGS:
            message = sentence("enough", self.language, most=MOST_FINDINGS)
            self.found.append(Finding(Severity.INFO, "enough", message, place, node.line))
            raise Enough


def _anomaly(of: Numbered | None, error: str) -> tuple[str | None, str]:
    """The anomaly that the glossary lists; Dimona says 003 (invalid) where DmfA says more."""
    if of is None:
        return None, ""
    for number in (error, "003") if error in ("002", "008", "093", "004") else (error,):
        if number in of.anomalies:
            return f"{of.zone}-{number}", of.anomalies[number]
    return None, ""
