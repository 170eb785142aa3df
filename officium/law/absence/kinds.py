"""The kinds of absence by how long the employer pays the public holidays inside them.

Each kind stands in one list.
"""

from officium.law.leave.kinds import LEAVE_COVER, MATERNITY_COVER, NO_COVER

# RD 18-04-1974 art. 12, 3°: thirty days from the start of the suspension.
LONG_COVER = (
    "sickness",
    "work_accident",
    "occupational_disease",
    "strike",
    *MATERNITY_COVER,
)
# The same, 4°: fourteen days of any other suspension that the law on employment contracts provides.
SHORT_COVER = LEAVE_COVER
# No suspension of that decree: the public holidays inside it are not paid.
NOT_COVERED = ("unpaid_leave", "partial_work", *NO_COVER)
ALL = (*LONG_COVER, *SHORT_COVER, *NOT_COVERED)


def all_but(*groups):
    """Every kind but those of some groups."""
    return tuple(kind for kind in ALL if not any(kind in group for group in groups))
