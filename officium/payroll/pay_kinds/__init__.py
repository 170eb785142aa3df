"""The kinds of pay that a record may bear: one file for each topic."""

from officium.payroll.pay_kinds import (
    departure,
    guaranteed_pay,
    holidays,
    indemnities,
    leave,
    net,
    no_work,
    premiums,
    special_premiums,
    work,
    working_time,
)
from officium.payroll.pay_kinds.kind import QUANTITIES, PayKind

PAY_KINDS: dict[str, PayKind] = {
    **work.KINDS,
    **working_time.KINDS,
    **holidays.KINDS,
    **departure.KINDS,
    **premiums.KINDS,
    **special_premiums.KINDS,
    **net.KINDS,
    **indemnities.KINDS,
    **guaranteed_pay.KINDS,
    **leave.KINDS,
    **no_work.KINDS,
}

__all__ = ["PAY_KINDS", "QUANTITIES", "PayKind"]
