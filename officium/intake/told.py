"""What a delivery is: records of a month, which days they tell, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from officium.findings import Finding
from officium.law import Month
from officium.payroll import Absence, PayItem, TimeEntry


@dataclass(frozen=True)
class Delivery:
    """What an employer delivered for a month.

    `employer` is an enterprise number; `parts` are those of `time`, `pay`, `absences` that were there.
    `contracts` are the contracts in service, by staff number and number; `days` the days of them of which
    something was told, and `time` what replaces the time recorded for these days. `pay` are all lines
    of pay of the month, `absences` those added or told again. `digest` is the SHA-256 of the file.
    """

    employer: str
    month: Month
    parts: frozenset[str]
    contracts: frozenset[tuple[str, int]]
    days: frozenset[tuple[str, int, date]]
    time: tuple[TimeEntry, ...]
    absences: tuple[Absence, ...]
    pay: tuple[PayItem, ...]
    findings: tuple[Finding, ...]
    digest: str

    @property
    def blocks(self) -> bool:
        """Whether a finding blocks: nothing of it is to be taken over."""
        return any(finding.severity.blocks for finding in self.findings)
