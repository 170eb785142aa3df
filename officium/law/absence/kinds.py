"""The kinds of absence by how long the employer pays the public holidays inside them.

Each kind stands in one list.
"""

# RD 18-04-1974 art. 12, 3°: thirty days from the start of the suspension.
LONG_COVER = ("sickness", "maternity", "strike", "work_accident", "occupational_disease")
# No suspension of that decree: the public holidays inside it are not paid.
NOT_COVERED = ("unpaid_leave", "partial_work")
