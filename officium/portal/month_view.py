"""What the page of a month shows: steps, findings with their remedies, the preview, what comes into being."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from officium.findings import Severity
from officium.law import Month
from officium.office.acts.months import finding_key
from officium.office.acts.pay_dates import pay_dates
from officium.office.acts.preview import Preview, preview
from officium.office.models import Employer, FindingChoice, PayMonth, RecordFile, RunFile
from officium.office.rights import Right
from officium.portal.addresses import address
from officium.portal.tabs import tabs
from officium.portal.words import word

_STEPS = ("received", "checked", "computed", "solved", "approved", "paid")
# The step at which a month in this state stands; those before it are done.
_AT = {"waiting": 0, "ready": 2, "blocked": 3, "computed": 3, "approved": 5}
_TONES = {
    Severity.FATAL: ("stop", "blocked"),
    Severity.ERROR: ("stop", "blocked"),
    Severity.WARNING: ("wait", "late"),
    Severity.INFO: ("info", "note"),
}
_REPORT = "report.html"
# So many rows stand whole; of more, those without a difference are folded into one.
_WHOLE = 12


@dataclass(frozen=True)
class Step:
    """A step of the month: `done`, `current` or neither."""

    name: str
    shape: str
    is_done: bool
    is_current: bool


def row_of(employer: Employer, month: Month) -> PayMonth:
    """The month as it is kept; one that did not begin waits for data."""
    rows = PayMonth.objects.select_related("run__by", "approved_by")
    held = rows.filter(employer=employer, month=str(month)).first()
    return held or PayMonth(employer=employer, month=str(month), version=0)


def steps(state: str) -> list[Step]:
    """The six steps, as the month stands."""
    at = _AT[state]
    return [
        Step(
            word(f"month.step_{name}"),
            "done" if place < at else "ready" if place == at else "idle",
            place < at,
            place == at,
        )
        for place, name in enumerate(_STEPS)
    ]


def findings(row: PayMonth, request: HttpRequest) -> list[dict[str, Any]]:
    """The findings of the last computation: what blocks first, with what people chose about each."""
    if row.run is None:
        return []
    chosen: dict[str, FindingChoice] = {
        one.finding: one for one in row.choices.select_related("by").order_by("pk")
    }
    told = row.run.findings
    paths = RecordFile.objects.filter(
        employer=row.employer, path__in={one["path"] for one in told}
    ).values_list("path", flat=True)
    known = set(paths) if request.rights.allows(Right.READ_PEOPLE, row.employer) else set()
    order = list(Severity)
    return [
        _finding(row, one, chosen.get(finding_key(one)), one["path"] in known)
        for one in sorted(told, key=lambda one: order.index(Severity(one["severity"])))
    ]


def _finding(
    row: PayMonth, told: dict[str, Any], choice: FindingChoice | None, is_record: bool
) -> dict[str, Any]:
    tone, shape = _TONES[Severity(told["severity"])]
    gaps = {"number": row.employer.enterprise_number, "path": told["path"]}
    return {
        "key": finding_key(told),
        "tone": tone,
        "shape": shape,
        "title": told["message"],
        "path": told["path"],
        "line": told["line"],
        "rule": told["rule"],
        "anomaly": told["anomaly"],
        "remedy": word(f"month.remedy_{tone}"),
        "url": address("employer_record", **gaps) if is_record else "",
        "choice": choice,
    }


def is_stale(row: PayMonth) -> bool:
    """Whether the records changed since the month was computed."""
    return row.run is not None and row.run.records_version != row.employer.version


def sees_preview(request: HttpRequest, row: PayMonth) -> bool:
    """What is not approved is of the office alone."""
    return bool(request.rights.is_office) or row.state == PayMonth.State.APPROVED


def shown(request: HttpRequest, row: PayMonth) -> dict[str, Any]:
    """All that the page of the month needs."""
    employer, month = row.employer, Month.parse(row.month)
    may_see = sees_preview(request, row)
    table = preview(row) if may_see else Preview((), "")
    found = findings(row, request) if may_see else []
    is_open = row.state in (PayMonth.State.COMPUTED, PayMonth.State.BLOCKED)
    stale = is_open and is_stale(row)
    return {
        "employer": employer,
        "tabs": tabs(request, employer),
        "row": row,
        "month": row.month,
        "dates": pay_dates(employer, month),
        "steps": steps(row.state),
        "findings": found,
        "counted": {tone: sum(one["tone"] == tone for one in found) for tone in ("stop", "wait")},
        "preview": table,
        **_rows(request, table),
        "is_stale": stale,
        "may_compute": request.rights.allows(Right.COMPUTE_MONTH, employer),
        "may_decide": request.rights.allows(Right.APPROVE_MONTH, employer),
        "may_approve": row.state == PayMonth.State.COMPUTED and not stale,
        "files": files_of(row) if may_see else [],
        "data_url": address("employer_data", number=employer.enterprise_number, month=row.month),
    }


def _rows(request: HttpRequest, table: Preview) -> dict[str, Any]:
    """The rows of the preview that the address asks for, and what was left out."""
    asked = request.GET.get("rows", "")
    only_changed = asked == "changed" or (not asked and len(table.lines) > _WHOLE)
    lines = table.changed if only_changed else table.lines
    return {
        "lines": lines,
        "only_changed": only_changed,
        "left_out": len(table.lines) - len(lines),
    }


def files_of(row: PayMonth) -> list[RunFile]:
    """The documents of the last computation, without their contents: the report first, payslips last."""
    if row.run is None:
        return []
    rows = RunFile.objects.filter(run=row.run).select_related("blob").defer("blob__packed")
    return sorted(
        rows, key=lambda one: (one.path.startswith("payslips/"), one.path != _REPORT, one.path)
    )
