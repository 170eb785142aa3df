"""What a kind of absence is to the records and to the time of a month; its law is in the law book."""

from __future__ import annotations

from dataclasses import dataclass

# The columns that an absence may bear beside who, what, and from when to when.
DETAILS = (
    "hours",
    "share",
    "event",
    "begun",
    "other_cause",
    "paid_from",
    "paid_until",
    "days_counted",
    "expected",
    "supplement",
    "fund",
    "certificate",
)
# A public holiday inside the absence that the employer pays all the same.
PAID_HOLIDAY = ("is_paid_public_holiday", "public_holiday")


@dataclass(frozen=True, slots=True)
class AbsenceKind:
    """One code of the fact `absence_kind`.

    `meaning` is for who writes the records; `needs` are the columns that an absence of this kind fills,
    and `may` those that it may fill. What each day of it is, the law says: `days` names flags of the
    law in the order in which they are asked, each with the code of time of a day on which it holds;
    `otherwise` is the code of every other day. An absence `over_holidays` takes the place of annual
    holidays recorded for its days, else such a day is a mistake; one may fall into absences of the
    kinds `within`, and its days are then its own. One that `is_partial` leaves its `share` of the hours
    of each day to work, unless other hours are recorded for the day. `told` are flags of the law which,
    where one holds on a day, a finding tells, by its name. `status`: it is for workers of this status
    only.
    """

    meaning: str
    otherwise: str
    days: tuple[tuple[str, str], ...] = ()
    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    over_holidays: bool = False
    is_partial: bool = False
    within: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    status: str | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of time that its days may bear."""
        return tuple(dict.fromkeys((*(code for _, code in self.days), self.otherwise)))
