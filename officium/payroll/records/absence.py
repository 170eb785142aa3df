"""Absences: from which day to which day somebody did not work, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal

from pydantic import Field, model_validator

from officium.payroll.absence_kinds import ABSENCE_KINDS, DETAILS
from officium.payroll.records.base import Record
from officium.payroll.records.values import Day, Pay, Share, StaffNumber, WorkedHours

if TYPE_CHECKING:
    AbsenceKindName = str
else:
    AbsenceKindName = Literal[tuple(ABSENCE_KINDS)]

# A share of all.
WHOLE = 10_000
# The supplement of art. 51 or 77/4, the additional one of art. 29, or both.
Fund = Literal["supplement", "additional", "both"]


class Absence(Record):
    """An absence of some days: the law says of each day what it is, and who pays it."""

    staff_number: StaffNumber = Field(description="staff number of the worker")
    contract: int = Field(ge=1, le=99, description="number of the contract")
    kind: AbsenceKindName = Field(description="what the absence is, one of the kinds of absence")
    first: Day = Field(description="the first day; the file is that of its year")
    last: Day | None = Field(
        default=None, description="the last day; left out while the absence goes on"
    )
    hours: WorkedHours | None = Field(
        default=None, description="hours of each day, where the kind takes them"
    )
    share: Share | None = Field(
        default=None, description="a share such as 0.2000, where the kind takes it"
    )
    event: Day | None = Field(
        default=None, description="the day on which the absence rests, where the kind takes it"
    )
    begun: Literal["yes"] | None = Field(
        default=None, description="yes: the work of the first day had begun; record its hours"
    )
    other_cause: Literal["yes"] | None = Field(
        default=None,
        description="yes: a certificate shows another cause than that of the illness before",
    )
    paid_from: Day | None = Field(
        default=None,
        description="guaranteed pay is refused before this day: the notice, the certificate or the "
        "control came so late; the day after the last where none is due at all",
    )
    paid_until: Day | None = Field(
        default=None,
        description="guaranteed pay is refused after this day: a control found no incapacity",
    )
    days_counted: int | None = Field(
        default=None,
        ge=0,
        le=99,
        description="days counted against guaranteed pay: bereavement leave from its fourth day on, "
        "or days paid before the folder begins",
    )
    expected: Day | None = Field(
        default=None,
        description="the day on which a birth was expected, where that is not the event",
    )
    supplement: Pay | None = Field(
        default=None,
        description="what an agreement adds to the benefit for each day, where it is more than the law",
    )
    fund: Fund | None = Field(
        default=None,
        description="what a fund pays in the employer's place: supplement, additional or both",
    )

    certificate: Literal["no"] | None = Field(
        default=None,
        description="no: an illness of one day for which no medical certificate was given",
    )

    @model_validator(mode="after")
    def _as_its_kind_needs(self) -> Absence:
        kind = ABSENCE_KINDS[self.kind]
        if self.last is not None and self.last < self.first:
            raise ValueError(f"last {self.last} is before first {self.first}")
        if self.certificate and self.last != self.first:
            raise ValueError(
                "certificate = no is for an illness of one day: first and last are equal"
            )
        for name in DETAILS:
            given = getattr(self, name) is not None
            if given and name not in (*kind.needs, *kind.may):
                raise ValueError(f"{self.kind} takes no {name}")
            if name in kind.needs and not given:
                raise ValueError(f"{self.kind} needs {name}")
        if wrong := next(_unfit(self), None):
            raise ValueError(wrong)
        return self

    def covers(self, day: date) -> bool:
        """Whether the day is one of the absence."""
        return self.first <= day and (self.last is None or day <= self.last)


def _unfit(absence: Absence) -> Iterator[str]:
    """What is wrong between the details of an absence, each with its remedy."""
    kind, first, event = absence.kind, absence.first, absence.event
    paid_from, paid_until = absence.paid_from, absence.paid_until
    if ABSENCE_KINDS[kind].is_partial and not 0 < (absence.share or 0) < WHOLE:
        yield (
            "share is the part of each day that is worked, above 0 and below 1: without any work "
            "record the illness, with all of it end the absence"
        )
    if event is not None and event.year > first.year + 1:
        yield f"event {event} is more than a year after first {first}: correct one of them"
    if kind == "technical_breakdown" and event is not None and event > first:
        yield (
            f"event {event}, the day of the breakdown, is after first {first}: begin the absence on "
            "that day or later, and record what happened before it as what it was"
        )
    if paid_from is not None and paid_from < first:
        yield (
            f"paid_from {paid_from} is before first {first}: leave it out where guaranteed pay is due "
            "from the first day on"
        )
    if paid_from is not None and paid_until is not None and paid_from > paid_until:
        yield (
            f"paid_from {paid_from} is after paid_until {paid_until}: where no day is paid at all, "
            "write the day after the last as paid_from and leave paid_until out"
        )
