"""The work certificate: first day, last day and nature of the work, and nothing else.

Act of 3 July 1978, art. 21: the certificate states these alone; anything else only at the worker's
express request, which is not for a program to suppose.
"""

from __future__ import annotations

from typing import Any

from officium.payroll.leaving.leaver import Leaver
from officium.payroll.payslip import employer_of, worker_of


def work_certificate(leaver: Leaver) -> dict[str, Any]:
    """The certificate of a contract as a document; what identifies the two parties stands beside it."""
    employer, worker = employer_of(leaver.employer), worker_of(leaver.worker)
    return {
        "language": leaver.worker.language,
        "employer": {name: employer[name] for name in ("name", "enterprise_number", "address")},
        "worker": {name: worker[name] for name in ("name", "first_name", "address")},
        "begins": leaver.contract.begins.isoformat(),
        "ends": leaver.ends.isoformat(),
        "nature_of_the_work": list(leaver.functions),
    }
