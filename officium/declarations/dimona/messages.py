"""The four Dimona messages of ordinary work: in, out, update, cancel; each a form of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from officium.declarations.element import Written, table
from officium.declarations.form import FormHead, message
from officium.declarations.node import Node

# The editions of the schema that were read, and against which the messages are tested.
SCHEMAS = ("20222", "20223", "20231")


@dataclass(frozen=True, slots=True)
class EmployerId:
    """The employer by NSSO number, or by enterprise number where it has none yet."""

    nsso_number: str | None = None
    company_id: str | None = None


@dataclass(frozen=True, slots=True)
class DimonaWorker:
    """A worker and how they work.

    `joint_committee` is one of the few committees that Dimona tells apart, else XXX;
    `worker_type` OTH is ordinary work (zone 00655).
    """

    inss: str
    worker_type: str = "OTH"
    joint_committee: str = "XXX"


def dimona_in(
    worker: DimonaWorker,
    employer: EmployerId,
    start: date,
    head: FormHead,
    *,
    end: date | None = None,
    start_hour: str | None = None,
    end_hour: str | None = None,
    planned_hours: int | None = None,
) -> Node:
    """A worker enters service; hours are HHMM, for work that is told by the hour."""
    return _message(
        "DimonaIn",
        {
            "StartingDate": start,
            "StartingHour": start_hour,
            "EndingDate": end,
            "EndingHour": end_hour,
            "PlannedHoursNbr": planned_hours,
            "EmployerId": _build(
                "EmployerId",
                {"NOSSRegistrationNbr": employer.nsso_number, "CompanyID": employer.company_id},
            ),
            "NaturalPerson": _build("NaturalPerson", {"INSS": worker.inss}),
            "DimonaFeatures": _build(
                "DimonaFeatures",
                {"JointCommissionNbr": worker.joint_committee, "WorkerType": worker.worker_type},
            ),
        },
        head,
    )


def dimona_out(period: str, end: date, head: FormHead) -> Node:
    """A worker left: `period` is the number that the NSSO gave when they entered."""
    return _message("DimonaOut", {"DimonaPeriodId": period, "EndingDate": end}, head)


def dimona_update(
    period: str,
    head: FormHead,
    *,
    start: date | None = None,
    end: date | None = None,
    planned_hours: int | None = None,
) -> Node:
    """A period that was declared begins, ends or is planned otherwise."""
    values: dict[str, Written | Node | list[Node] | None] = {
        "DimonaPeriodId": period,
        "StartingDate": start,
        "EndingDate": end,
        "PlannedHoursNbr": planned_hours,
    }
    return _message("DimonaUpdate", values, head)


def dimona_cancel(period: str, head: FormHead) -> Node:
    """A period that was declared did not take place."""
    return _message("DimonaCancel", {"DimonaPeriodId": period}, head)


def _build(name: str, values: Mapping[str, Written | Node | list[Node] | None]) -> Node:
    return table("dimona").build(name, values)


def _message(
    name: str, values: Mapping[str, Written | Node | list[Node] | None], head: FormHead
) -> Node:
    return message(table("dimona"), "DIMONA", head, _build(name, values))
