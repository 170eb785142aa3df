"""The kinds of absence by how long the employer pays the public holidays inside them.

Each kind stands in one list.
"""

from officium.law.no_work import kinds as no_work

# RD 18-04-1974 art. 12, 3°: thirty days from the start of the suspension.
LONG_COVER = ("sickness", "maternity", *no_work.LONG_COVER)
# Art. 12, 4°: fourteen days for the other suspensions of the law on employment contracts.
SHORT_COVER = no_work.SHORT_COVER
# Art. 13: partial unemployment, however long; and days that the employer pays anyway.
ALWAYS_COVERED = no_work.ALWAYS_COVERED
# No suspension of that decree: the public holidays inside it are not paid.
NOT_COVERED = ("unpaid_leave", *no_work.NOT_COVERED)
