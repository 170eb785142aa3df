"""What the holiday fund gets of a manual worker who leaves: it pays the holidays, not the employer.

The fund rests on the days and the pay of the quarterly declarations, which reach it through the NSSO
(royal decree of 30 March 1967, art. 14 and following): nothing is sent to it apart, and the employer
gives no certificate.
"""

from __future__ import annotations

from typing import Any

from officium.language import plain
from officium.payroll.employer_quarter import lines_so_far
from officium.payroll.leaving.leaver import Leaver
from officium.payroll.payslip import employer_of, worker_of
from officium.payroll.quarter import PAID_BEFORE


def told_to_the_fund(leaver: Leaver) -> dict[str, Any] | None:
    """Days by code and declared pay, quarter by quarter of the year; None: no manual worker."""
    if leaver.contract.status != "blue_collar":
        return None
    fund = leaver.employer.holiday_fund
    quarters = dict.fromkeys(one.of.month.quarter for one in leaver.year)
    told = []
    for quarter in quarters:
        months = [one for one in leaver.year if one.of.month.quarter == quarter]
        for line in lines_so_far(leaver.employer, months):
            for of in line.occupations:
                if of.contract.number == leaver.contract.number:
                    pay = sum(one.amount for one in of.pay if one.code not in PAID_BEFORE)
                    days = [
                        {"code": f"{one.code:03}", "days": plain(one.days, 2)}
                        for one in of.services
                    ]
                    told.append({"quarter": str(quarter), "pay": plain(pay, 2), "days": days})
    return {
        "language": leaver.worker.language,
        "employer": employer_of(leaver.employer),
        "worker": worker_of(leaver.worker),
        "contract": leaver.contract.number,
        "ends": leaver.ends.isoformat(),
        "year": leaver.ends.year,
        "fund": {"name": fund.name, "number": fund.number} if fund else None,
        "quarters": told,
    }
