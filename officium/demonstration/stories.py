"""What happens to whom in 2025: one story for each worker, told by its name.

A story is a fixed list of days and amounts that fit together; who lives through it is counted off in
`people`. The first worker of every firm leads it, and has a phone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

FULL = (760, 760, 760, 760, 760)
FOUR_FIFTHS = (760, 760, 0, 760, 760)
WITHOUT_FRIDAY = (760, 760, 760, 760, 0)
HALF = (380, 380, 380, 380, 380)
LONG_DAYS = (800, 800, 800, 800, 600)


@dataclass(frozen=True, slots=True)
class Story:
    """What is special about somebody; what is left out is as with everybody.

    `hours` are those of Monday to Friday in hundredths, `leave` those of a parental leave from its day
    on, `raised` a raise in cents of a month from its day on. `absences` and `items` are records without
    staff number and contract; an item bears its month, or none for every month.
    """

    begins: date | None = None
    ends: date | None = None
    end_reason: str | None = None
    is_declared: bool = True
    hours: tuple[int, ...] = FULL
    leave: tuple[date, tuple[int, ...]] | None = None
    raised: tuple[date, int] | None = None
    notice_sent: date | None = None
    is_seized: bool = False
    takes_holidays: bool = True
    has_language_premium: bool = False
    absences: tuple[dict[str, Any], ...] = ()
    short_absences: tuple[date, ...] = ()
    items: tuple[dict[str, Any], ...] = ()


def _absence(
    kind: str, first: date, last: date | None, event: date | None = None
) -> dict[str, Any]:
    days = {"first": first, "last": last, "event": event}
    return {"kind": kind, **{name: day for name, day in days.items() if day}}


PHONE = {"kind": "benefit_phone", "months": 100}
_BONUS = {"month": "2025-03", "kind": "yearly_bonus", "amount": 1_500_00}
_OVERTIME = tuple(
    {"month": month, "kind": "overtime_50", "hours": 800}
    for month in ("2025-03", "2025-06", "2025-09", "2025-10")
)

ORDINARY = Story()
HEAD = Story(items=(PHONE,))
_ILL = _absence("sickness", date(2025, 2, 10), date(2025, 2, 14))
_BIRTH = date(2025, 6, 10)

CLERKS: tuple[Story, ...] = (
    ORDINARY,
    Story(absences=(_ILL,)),
    Story(raised=(date(2025, 5, 1), 150_00)),
    Story(hours=FOUR_FIFTHS),
    Story(has_language_premium=True),
    Story(leave=(date(2025, 4, 1), WITHOUT_FRIDAY)),
    Story(items=(_BONUS,)),
    Story(begins=date(2025, 4, 1), takes_holidays=False),
    Story(absences=(_absence("sickness", date(2025, 10, 6), date(2025, 10, 8)),)),
    Story(absences=(_absence("sickness", date(2025, 8, 25), date(2025, 9, 19)),)),
    Story(hours=HALF),
    Story(short_absences=(date(2025, 1, 22), date(2025, 9, 24), date(2025, 10, 8))),
    Story(ends=date(2025, 9, 30), end_reason="resignation"),
    Story(is_seized=True),
    Story(raised=(date(2025, 3, 17), 100_00)),
    Story(
        absences=(
            _absence("birth_leave", date(2025, 6, 11), date(2025, 6, 13), _BIRTH),
            _absence("birth_leave", date(2025, 6, 16), date(2025, 6, 20), _BIRTH),
        )
    ),
    Story(
        begins=date(2021, 3, 1),
        ends=date(2025, 12, 14),
        end_reason="dismissal",
        notice_sent=date(2025, 8, 27),
    ),
    Story(absences=(_absence("sickness", date(2025, 9, 29), None),)),
    Story(begins=date(2025, 10, 13), takes_holidays=False),
    Story(absences=(_absence("unpaid_leave", date(2025, 9, 11), date(2025, 9, 12)),)),
    Story(ends=date(2025, 6, 30), end_reason="resignation"),
    Story(absences=(_absence("maternity", date(2025, 9, 15), None, date(2025, 10, 20)),)),
    Story(begins=date(2025, 11, 3), is_declared=False, takes_holidays=False),
)

MANUAL_WORKERS: tuple[Story, ...] = (
    ORDINARY,
    Story(hours=LONG_DAYS, items=_OVERTIME),
    Story(absences=(_ILL,)),
    Story(
        absences=(
            _absence(
                "economic_unemployment", date(2025, 2, 17), date(2025, 2, 21), date(2025, 2, 6)
            ),
        )
    ),
    Story(hours=FOUR_FIFTHS),
    Story(begins=date(2025, 2, 3), takes_holidays=False),
    Story(is_seized=True),
    Story(absences=(_absence("sickness", date(2025, 8, 25), date(2025, 9, 19)),)),
    Story(hours=LONG_DAYS),
    Story(ends=date(2025, 6, 30), end_reason="resignation"),
    Story(absences=(_absence("work_accident", date(2025, 9, 1), date(2025, 9, 12)),)),
    Story(absences=(_absence("unpaid_leave", date(2025, 9, 11), date(2025, 9, 12)),)),
)

# In a firm of a few people nobody comes or goes.
OF_A_FEW = (CLERKS[1], CLERKS[3], CLERKS[6])
