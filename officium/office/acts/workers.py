"""Workers: what of them is shown only to who asks for it."""

from __future__ import annotations

from officium.office.acts.actor import Actor
from officium.office.acts.audit import record
from officium.office.models import Worker
from officium.office.rights import Right


def show_number(actor: Actor, worker: Worker) -> str:
    """The worker's INSS, for a person who asked to see it; that they asked stands in the audit trail."""
    actor.require(Right.READ_PEOPLE, worker.employer)
    record(
        actor,
        "person.number_shown",
        worker.employer,
        "worker",
        f"{worker.employer.enterprise_number}/{worker.staff_number}",
    )
    return worker.inss
