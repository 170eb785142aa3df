"""What stands in the gaps of addresses: for each one an object of our client and one of another client.

A new gap is one row here; `test_routes` fails for a gap that has none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from office.conftest import mandated

from officium.office.acts.actor import Actor
from officium.office.models import Employer, Payslip
from officium.representation import Act, Group

from .conftest import WORKER, payslip_of

# Gaps that name no object of a client: a language, a month, a file of the folder.
PLAIN: dict[str, Any] = {"code": "nl", "path": "employer.toml", "month": "2025-01", "version": 1}


def _payslip(employer: Employer) -> int:
    first = Payslip.objects.filter(employer=employer).first()
    return (first or payslip_of(employer, employer.workers.first().staff_number)).pk


def _mandate(employer: Employer) -> str:
    held = employer.mandates.first()
    if held is None:
        mandated(Actor.office("command"), employer, Group.DMFA_DIMONA, Act.COMPUTE_PAY)
        held = employer.mandates.get()
    return held.key


def _staff_number(employer: Employer) -> str:
    here = employer.workers.filter(staff_number=WORKER).first()
    return (here or employer.workers.first()).staff_number


MAKERS: dict[str, Callable[[Employer], Any]] = {
    "number": lambda employer: employer.enterprise_number,
    "payslip": _payslip,
    "staff_number": _staff_number,
    "key": _mandate,
}
