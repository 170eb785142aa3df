"""A month of an employer: computed as a preview, looked at, approved, opened again.

A run is one transaction: a process that is killed leaves no trace of it, and it can be repeated. What a
run finds decides whether it can be approved; what it made becomes visible to workers only then.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.db import transaction

from officium.findings import Severity
from officium.job import Period, run_folder
from officium.language import cents_of, plain
from officium.law import Month
from officium.office.acts.actor import Actor
from officium.office.acts.audit import record
from officium.office.acts.declarations import keep_declarations
from officium.office.acts.mandates import requirement
from officium.office.acts.records import folder_digest, lay_down, texts_of
from officium.office.clock import now
from officium.office.models import (
    Blob,
    Employer,
    FindingChoice,
    PayMonth,
    Payslip,
    Run,
    RunFile,
    Worker,
)
from officium.office.refusals import Conflict, Refused
from officium.office.rights import Right

Progress = Callable[[str], None]
Made = tuple[dict[str, bytes], dict[str, Any]]


def compute(
    actor: Actor,
    employer: Employer,
    month: Month,
    *,
    provisional: bool = False,
    progress: Progress = lambda _: None,
) -> PayMonth:
    """Compute the month (with the whole quarter where it is its last month) as a preview.

    Without a mandate that covers the pay of that month, nothing is computed. Raises BadInput from the
    records or the law, Refused, Forbidden.
    """
    actor.require(Right.COMPUTE_MONTH, employer)
    requirement(employer, "compute_pay", month.last)
    closes = month == month.quarter.months[2]
    period = Period.of_quarter(month.quarter) if closes else Period.of_month(month)
    texts = texts_of(employer)
    made = made_of(texts, period, provisional, progress)
    return store(actor, employer, (month,), period, texts, made, provisional)[0]


def made_of(
    texts: Mapping[str, str],
    period: Period,
    provisional: bool = False,
    progress: Progress = lambda _: None,
) -> Made:
    """What the main job makes of a folder: its documents by path, and its report. No database."""
    with tempfile.TemporaryDirectory(prefix="officium-") as place:
        lay_down(texts, Path(place))
        return run_folder(Path(place), period, provisional=provisional, progress=progress)


def store(
    actor: Actor,
    employer: Employer,
    months: Sequence[Month],
    period: Period,
    texts: Mapping[str, str],
    made: Made,
    provisional: bool = False,
) -> list[PayMonth]:
    """Keep a run as the preview of these months of its period, in one transaction.

    Raises Refused where one of them is approved, Conflict where the records are no longer `texts`.
    """
    with transaction.atomic():
        rows = [_locked(employer, month) for month in months]
        for row in rows:
            if row.state == PayMonth.State.APPROVED:
                raise Refused(
                    f"{row.month} is approved",
                    code="approved",
                    remedy="open it again before it is computed anew",
                )
        employer.refresh_from_db()
        if folder_digest(texts_of(employer)) != folder_digest(texts):
            raise Conflict("the records changed while the month was computed: compute it again")
        files, told = made
        run = _keep(actor, employer, period, texts, files, told, provisional)
        blocked = any(Severity(one["severity"]).blocks for one in run.findings)
        for row, month in zip(rows, months, strict=True):
            row.state = PayMonth.State.BLOCKED if blocked else PayMonth.State.COMPUTED
            row.run = run
            row.version += 1
            row.save()
            record(
                actor,
                "month.computed",
                employer,
                "month",
                f"{employer.enterprise_number}/{month}",
                after={
                    "run": run.pk,
                    "records": run.records_digest,
                    "report": run.report_digest,
                },
                valid_on=month.last,
            )
    return rows


def approve(actor: Actor, employer: Employer, month: Month, version: int) -> PayMonth:
    """Approve what was computed: payslips are published, declarations become ready to send.

    Raises Refused where it is not computed, is blocked, or the records changed since; Conflict where
    somebody changed the month since it was opened.
    """
    actor.require(Right.APPROVE_MONTH, employer)
    with transaction.atomic():
        row = _locked(employer, month)
        _same(row, version)
        if row.state == PayMonth.State.BLOCKED:
            raise Refused(
                "a finding blocks this month",
                code="blocked",
                remedy="solve it and compute the month again",
            )
        if row.state != PayMonth.State.COMPUTED or row.run is None:
            raise Refused(
                "this month is not computed", code="not_computed", remedy="compute it first"
            )
        if row.run.records_digest != folder_digest(texts_of(employer)):
            raise Refused(
                "the records changed since the month was computed",
                code="records_changed",
                remedy="compute the month again",
            )
        moment = now()
        row.state = PayMonth.State.APPROVED
        row.approved, row.approved_by = moment, actor.user
        row.version += 1
        row.save()
        row.run.payslips.filter(month=str(month)).update(published=moment)
        keep_declarations(actor, employer, row.run)
        record(
            actor,
            "month.approved",
            employer,
            "month",
            f"{employer.enterprise_number}/{month}",
            after={"run": row.run.pk, "report": row.run.report_digest},
            valid_on=month.last,
        )
    return row


def reopen(actor: Actor, employer: Employer, month: Month, version: int, reason: str) -> PayMonth:
    """Open an approved month again, before anything of it was sent; what was approved is kept.

    Raises Refused without a reason, or when a declaration of it was sent; Conflict.
    """
    actor.require(Right.APPROVE_MONTH, employer)
    if not reason.strip():
        raise Refused(
            "a reason is needed", code="reason", remedy="say why the month is opened again"
        )
    with transaction.atomic():
        row = _locked(employer, month)
        _same(row, version)
        if row.state != PayMonth.State.APPROVED:
            raise Refused(f"{month} is not approved", code="not_approved")
        sent = employer.declarations.filter(content__in=row.run.files.values("blob")).exclude(
            state="ready"
        )
        if sent.exists():
            raise Refused(
                "a declaration of this month was sent",
                code="sent",
                remedy="a fact that changed later is a correction of what was declared",
            )
        employer.declarations.filter(
            content__in=row.run.files.values("blob"), state="ready"
        ).delete()
        row.run.payslips.filter(month=str(month)).update(published=None)
        row.state, row.approved, row.approved_by = PayMonth.State.READY, None, None
        row.version += 1
        row.save()
        record(
            actor,
            "month.reopened",
            employer,
            "month",
            f"{employer.enterprise_number}/{month}",
            before={"run": row.run.pk},
            reason=reason.strip(),
            valid_on=month.last,
        )
    return row


def choose(actor: Actor, row: PayMonth, finding: str, choice: str, note: str = "") -> FindingChoice:
    """A person's decision on a finding of the month: `seen`, or `asked` back to the employer."""
    actor.require(Right.COMPUTE_MONTH, row.employer)
    if choice not in ("seen", "asked"):
        raise Refused(f"{choice!r} is no choice", code="choice", remedy="seen or asked")
    known = {finding_key(one) for one in row.run.findings} if row.run else set()
    if finding not in known:
        raise Refused("no such finding in this month", code="finding")
    with transaction.atomic():
        made = FindingChoice.objects.create(
            month=row, finding=finding, choice=choice, note=note, by=actor.user, recorded=now()
        )
        record(
            actor,
            f"finding.{choice}",
            row.employer,
            "finding",
            f"{row.employer.enterprise_number}/{row.month}/{finding[:16]}",
            reason=note,
        )
    return made


def finding_key(found: dict[str, Any]) -> str:
    """A finding that says the same again is the same one."""
    told = [found.get(name) for name in ("severity", "rule", "path", "line", "message")]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def _locked(employer: Employer, month: Month) -> PayMonth:
    row, _ = PayMonth.objects.get_or_create(employer=employer, month=str(month))
    return PayMonth.objects.select_for_update(of=("self",)).select_related("run").get(pk=row.pk)


def _same(row: PayMonth, version: int) -> None:
    if row.version != version:
        raise Conflict("somebody changed this month since you opened it", version=row.version)


def _keep(
    actor: Actor,
    employer: Employer,
    period: Period,
    texts: Mapping[str, str],
    files: dict[str, bytes],
    told: dict[str, Any],
    provisional: bool,
) -> Run:
    """The run, its documents and its payslips."""
    findings = list(told["findings"])
    run = Run.objects.create(
        employer=employer,
        period=str(period),
        records_version=employer.version,
        records_digest=folder_digest(texts),
        provisional=provisional,
        made=now(),
        by=actor.user,
        report_digest=hashlib.sha256(files["report.json"]).hexdigest(),
        standing=told["standing"],
        totals=told["control_sums"],
        findings=findings,
    )
    blobs = {path: Blob.keep(content) for path, content in files.items()}
    RunFile.objects.bulk_create(
        RunFile(run=run, path=path, blob=blob) for path, blob in blobs.items()
    )
    workers = {one.staff_number: one for one in Worker.objects.filter(employer=employer)}
    for path, content in files.items():
        if path.startswith("payslips/") and path.endswith(".json"):
            _, month, name = path.split("/")
            Payslip.objects.create(
                run=run,
                employer=employer,
                worker=workers[name.removesuffix(".json")],
                month=month,
                document=blobs[path],
                paper=blobs[path.removesuffix("json") + "pdf"],
                **_amounts(json.loads(content)),
            )
    return run


def _amounts(payslip: dict[str, Any]) -> dict[str, Any]:
    """What lists show of a payslip, in cents, read from its own results."""
    gross, net = (_sum(payslip["results"][name]) for name in ("total_gross", "net_payable"))
    days = sum(cents_of(contract["days_worked"]) for contract in payslip["contracts"])
    return {"gross": gross, "withheld": gross - net, "net": net, "days": plain(days, 2)}


def _sum(result: str | list[str]) -> int:
    """A result in cents; where a worker has several contracts, the sum of its rows."""
    return sum(map(cents_of, [result] if isinstance(result, str) else result))
