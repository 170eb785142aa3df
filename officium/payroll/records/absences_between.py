"""What is wrong between absences and contracts, and between two absences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from officium.findings import Finding, Severity
from officium.payroll.absence_kinds import ABSENCE_KINDS
from officium.payroll.records.absence import Absence
from officium.payroll.records.contract import Contract

STATUS = {"blue_collar": "manual workers", "white_collar": "white-collar workers"}
# What there is for the others where there is no work.
INSTEAD = {
    "blue_collar": "white_collar_suspension or force_majeure, where their conditions are met",
    "white_collar": "economic_unemployment",
}


def absence_inside(absence: Absence, contract: Contract) -> Iterator[Finding]:
    """Whether an absence lies inside its contract, one that goes on ends with it; and suits it."""
    status = ABSENCE_KINDS[absence.kind].status
    if status is not None and contract.status != status:
        yield _mistake(
            absence,
            f"{absence.kind} is for {STATUS[status]}, and contract {contract.number} of "
            f"{absence.staff_number} is {contract.status}: record {INSTEAD[status]}",
        )
    last = absence.last or absence.first
    if absence.first < contract.begins or (contract.ends and last > contract.ends):
        yield _mistake(
            absence,
            f"{absence.kind} from {absence.first} to {absence.last or 'an open end'} is outside "
            f"contract {contract.number} of {absence.staff_number}, which runs from "
            f"{contract.begins} to {contract.ends or 'an open end'}",
        )


def absences_apart(absences: Iterable[Absence]) -> Iterator[Finding]:
    """Two absences of a contract on one day, where neither may fall into the other."""
    of_contracts: dict[tuple[str, int], list[Absence]] = {}
    for one in sorted(absences, key=lambda it: it.first):
        earlier = of_contracts.setdefault((one.staff_number, one.contract), [])
        for other in earlier:
            if (other.last or date.max) >= one.first and not _may_meet(one, other):
                yield _mistake(
                    one,
                    f"{one.kind} from {one.first} and {other.kind} from {other.first} "
                    f"({other.origin}) cover the same days of {one.staff_number}: end one of them "
                    "before the other begins",
                )
        earlier.append(one)


def _may_meet(a: Absence, b: Absence) -> bool:
    return a.kind in ABSENCE_KINDS[b.kind].within or b.kind in ABSENCE_KINDS[a.kind].within


def _mistake(absence: Absence, message: str) -> Finding:
    return Finding(Severity.ERROR, "records", message, absence.origin.file, absence.origin.line)
