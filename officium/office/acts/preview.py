"""What a month pays, person by person, beside the month before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from officium.findings import Severity
from officium.language import cents_of, plain
from officium.law import Month
from officium.office.models import PayMonth, Payslip

_PEOPLE = "people/"


@dataclass(frozen=True)
class Line:
    """A payslip with the net of the month before (cents; None: there was none) and what was found."""

    payslip: Payslip
    before: int | None
    state: str

    @property
    def difference(self) -> int | None:
        """Net of this month less net of the month before."""
        return None if self.before is None else self.payslip.net - self.before

    @property
    def is_plain(self) -> bool:
        """Nothing was found, and the net is that of the month before."""
        return self.state == "ready" and self.difference == 0


@dataclass(frozen=True)
class Preview:
    """The lines of a month and their sums in cents; `difference` covers who was paid in both months."""

    lines: tuple[Line, ...]
    month_before: str

    @property
    def days(self) -> str:
        """Days worked, of all."""
        return plain(sum(cents_of(one.payslip.days) for one in self.lines), 2)

    @property
    def gross(self) -> int:
        """Gross pay of all."""
        return sum(one.payslip.gross for one in self.lines)

    @property
    def withheld(self) -> int:
        """Withheld from all."""
        return sum(one.payslip.withheld for one in self.lines)

    @property
    def net(self) -> int:
        """Net payable of all."""
        return sum(one.payslip.net for one in self.lines)

    @property
    def difference(self) -> int:
        """The sum of the differences."""
        return sum(one.difference or 0 for one in self.lines)

    @property
    def changed(self) -> tuple[Line, ...]:
        """The lines with a difference or a finding."""
        return tuple(one for one in self.lines if not one.is_plain)


def preview(row: PayMonth) -> Preview:
    """The preview of a month that was computed; no lines before that."""
    earlier = str(Month.of(Month.parse(row.month).first - timedelta(days=1)))
    if row.run_id is None or row.run is None:
        return Preview((), earlier)
    before = PayMonth.objects.filter(employer=row.employer_id, month=earlier, run__isnull=False)
    nets = dict(
        Payslip.objects.filter(run__in=before.values("run"), month=earlier)
        .values_list("worker", "net")
        .order_by()
    )
    payslips = row.run.payslips.filter(month=row.month).select_related("worker")
    found = _found(row.run.findings)
    return Preview(
        tuple(
            Line(one, nets.get(one.worker_id), found.get(one.worker.staff_number, "ready"))
            for one in payslips
        ),
        earlier,
    )


def _found(findings: list[dict[str, Any]]) -> dict[str, str]:
    """Of whom something was found, by staff number: what blocks weighs more than what is remarked."""
    states: dict[str, str] = {}
    for one in findings:
        path, severity = one["path"], Severity(one["severity"])
        if not path.startswith(_PEOPLE) or severity == Severity.INFO:
            continue
        name = path.removeprefix(_PEOPLE).removesuffix(".toml")
        if severity.blocks or name not in states:
            states[name] = "blocked" if severity.blocks else "attention"
    return states
