"""What every room says when something is wrong: a finding in a list, or one clear refusal.

A `Finding` describes; the work goes on and the reader decides. `BadInput` stops: the work cannot be
done with what was given. Doors turn both into text, JSON and exit status, and nobody else does.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; `FATAL` and `ERROR` block (exit status 1)."""

    FATAL = "fatal"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def blocks(self) -> bool:
        """Whether a thing with this finding may not be sent."""
        return self in (Severity.FATAL, Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark: what is wrong, where, and what to do.

    `rule` is our own stable name of the check; `anomaly` the institution's number (`00015-007`) where
    it has one; `path` the place inside the document or folder; `line` the line in the file.
    """

    severity: Severity
    rule: str
    message: str
    path: str = ""
    line: int | None = None
    anomaly: str | None = None

    def as_json(self) -> dict[str, str | int | None]:
        """The finding with the keys that other programs rely on."""
        return {
            "severity": str(self.severity),
            "rule": self.rule,
            "anomaly": self.anomaly,
            "path": self.path,
            "line": self.line,
            "message": self.message,
        }


class BadInput(Exception):
    """A refusal: one message that names the place and what is expected (exit status 2).

    `code` is a stable short name for programs, `where` the file and place for people.
    """

    def __init__(self, message: str, *, code: str = "bad_input", where: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message

    def as_json(self) -> dict[str, dict[str, str]]:
        """The refusal as the one JSON document that `--json` prints."""
        return {"error": {"code": self.code, "message": self.message, "where": self.where}}
