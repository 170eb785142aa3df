"""What goes in and out: amounts as text with two decimals, months 2026-03, quarters 2026Q1."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Field, Path, Schema

from officium.language import plain
from officium.obligations import StateName
from officium.office.models import Declaration, Delivery, DutyDue, Employer, PayMonth, Payslip
from officium.representation import Act, Group, Means

MONTH = r"^20\d\d-(0[1-9]|1[0-2])$"
QUARTER = r"^20\d\dQ[1-4]$"
AMOUNT = r"^-?\d{1,11}\.\d\d$"

PathMonth = Annotated[str, Path(pattern=MONTH)]
PathNumber = Annotated[int, Path(ge=1, lt=2**63)]


class Problem(Schema):
    """Why a call was refused."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    where: str | None = None
    article: str | None = None
    remedy: str | None = None
    theirs: str | None = None
    mine: str | None = None
    version: int | None = None


# What any call may be answered with.
REFUSED = dict.fromkeys((400, 401, 403, 404, 409, 413, 422, 429), Problem)


class EmployerOut(Schema):
    """An employer, as lists show it."""

    enterprise_number: str
    nsso_number: str
    name: str
    legal_form: str
    town: str
    language: str
    committees: str
    workers_in_service: int
    version: int

    @classmethod
    def of(cls, row: Employer) -> EmployerOut:
        """The columns of its row."""
        return cls(**{name: getattr(row, name) for name in cls.model_fields})


class WorkerOut(Schema):
    """A worker; the INSS is left out unless it is asked for, and asking leaves a trace."""

    staff_number: str
    surname: str
    first_name: str
    language: str
    begins: date
    ends: date | None
    inss: str | None = None


class Page(Schema):
    """A page of a list; `next` is the address of the next one, none at the end."""

    items: list[dict[str, Any]]
    next: str | None


class FolderIn(Schema):
    """The folder of records of one employer: path and text of each file."""

    files: dict[str, str] = Field(max_length=20_000)


class ArchiveIn(Schema):
    """The same folder as a ZIP file, its bytes in Base64."""

    content: str = Field(max_length=14_000_000)


class RecordIn(Schema):
    """A new text of one file; null removes it."""

    text: str | None = Field(max_length=8_000_000)


class RecordOut(Schema):
    """One file as it is today; `version` is that of the employer's records, the ETag too."""

    path: str
    text: str
    is_hidden: bool
    version: int


class DeliveryIn(Schema):
    """Data of a month: a CSV or XLSX file, its bytes in Base64."""

    name: str = Field(min_length=1, max_length=160)
    content: str = Field(max_length=12_000_000)


class ComputeIn(Schema):
    """Whether figures that are only recalled may be used."""

    provisional: bool = False


class VersionIn(Schema):
    """The version of what was looked at."""

    version: int = Field(ge=0, lt=2**31)


class ReopenIn(VersionIn):
    """Why it is opened again."""

    reason: str = Field(min_length=1, max_length=500)


class ChoiceIn(Schema):
    """What a person decided on a finding: `seen`, or `asked` back to the employer."""

    finding: str = Field(max_length=64)
    choice: Literal["seen", "asked"]
    note: str = Field(default="", max_length=500)


class MandateIn(Schema):
    """A draft of a mandate to the operator, from a quarter on."""

    group: Group
    tasks: list[Act] = Field(min_length=1, max_length=20)
    begins: str = Field(pattern=QUARTER)


class HappenedIn(VersionIn):
    """What happened to a mandate; what the employer does, its own user records."""

    what: Literal["notified", "renounced", "end_notified", "revoked"]
    day: date
    last_day: date | None = None


class WebhookIn(Schema):
    """Where to tell which events; of one employer, or of all that you may see."""

    address: str = Field(min_length=1, max_length=300)
    events: list[str] = Field(min_length=1, max_length=20)
    employer: str | None = Field(default=None, max_length=10)


class SentIn(VersionIn):
    """A declaration was sent on a day, under a reference of the authority."""

    day: date
    reference: str = Field(min_length=1, max_length=100)


class AnsweredIn(VersionIn):
    """The authority's answer; the file as received, in Base64."""

    day: date
    accepted: bool
    note: str = Field(default="", max_length=500)
    answer: str = Field(default="", max_length=12_000_000)


class CollectionIn(Schema):
    """Contributions received from the employer."""

    amount: str = Field(pattern=AMOUNT)
    received: date
    quarter: str = Field(pattern=QUARTER)
    means: Means
    reference: str = Field(min_length=1, max_length=140)


class MarkIn(Schema):
    """What was done about an obligation; the proof in Base64."""

    key: str = Field(min_length=1, max_length=120)
    state: StateName
    day: date
    note: str = Field(default="", max_length=500)
    proof: str = Field(default="", max_length=12_000_000)
    proof_name: str = Field(default="", max_length=160)


class PeriodIn(Schema):
    """From a day to a day."""

    first: date
    last: date


def month_out(row: PayMonth) -> dict[str, Any]:
    """Where a month stands."""
    return {
        "employer": row.employer.enterprise_number,
        "month": row.month,
        "state": row.state,
        "version": row.version,
        "run": row.run_id,
        "approved": moment_out(row.approved),
    }


def payslip_out(row: Payslip) -> dict[str, Any]:
    """A payslip, as lists show it."""
    return {
        "id": row.pk,
        "employer": row.employer.enterprise_number,
        "staff_number": row.worker.staff_number,
        "month": row.month,
        "days": row.days,
        "gross": plain(row.gross, 2),
        "withheld": plain(row.withheld, 2),
        "net": plain(row.net, 2),
        "published": moment_out(row.published),
    }


def declaration_out(row: Declaration) -> dict[str, Any]:
    """A declaration and what became of it."""
    return {
        "id": row.pk,
        "employer": row.employer.enterprise_number,
        "kind": row.kind,
        "period": row.period,
        "subject": row.subject or None,
        "state": row.state,
        "due": row.due,
        "sent": row.sent,
        "reference": row.reference or None,
        "answered": row.answered,
        "mandate": row.mandate or None,
        "version": row.version,
    }


def delivery_out(row: Delivery) -> dict[str, Any]:
    """The receipt of a delivery."""
    return {
        "receipt": row.pk,
        "month": row.month,
        "name": row.name,
        "digest": row.digest,
        "received": moment_out(row.received),
        "accepted": row.accepted,
        "findings": row.findings,
    }


def due_out(row: DutyDue) -> dict[str, Any]:
    """An obligation as it falls due."""
    return {
        "employer": row.employer.enterprise_number,
        "key": row.key,
        "duty": row.duty,
        "period": row.period or None,
        "subject": row.subject or None,
        "due": row.legal_day,
        "performer_due": row.day,
        "performer": row.performer,
        "state": row.state,
    }


def moment_out(value: datetime | None) -> str | None:
    """A moment as ISO 8601."""
    return value.isoformat() if value else None
