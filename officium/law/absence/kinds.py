"""The kinds of absence by how long the employer pays the public holidays inside them.

Each kind stands in one list.
"""

from officium.law.leave.kinds import LEAVE_COVER, MATERNITY_COVER, NO_COVER
from officium.law.no_work import kinds as no_work

# RD 18-04-1974 art. 12, 3°: thirty days from the start of the suspension.
LONG_COVER = (
    "sickness",
    "work_accident",
    "occupational_disease",
    *MATERNITY_COVER,
    *no_work.LONG_COVER,
)
# The same, 4°: fourteen days of any other suspension that the law on employment contracts provides.
SHORT_COVER = (*LEAVE_COVER, *no_work.SHORT_COVER)
# Art. 13: partial unemployment, however long; and days that the employer pays anyway.
ALWAYS_COVERED = no_work.ALWAYS_COVERED
# No suspension of that decree: the public holidays inside it are not paid.
NOT_COVERED = ("unpaid_leave", "partial_work", *NO_COVER, *no_work.NOT_COVERED)
ALL = (*LONG_COVER, *SHORT_COVER, *ALWAYS_COVERED, *NOT_COVERED)


def all_but(*groups):
    """Every kind but those of some groups."""
    return tuple(kind for kind in ALL if not any(kind in group for group in groups))
