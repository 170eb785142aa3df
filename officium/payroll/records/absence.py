"""Absences: from which day to which day somebody did not work, and why."""

from __future__ import annotations

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
        return self

    def covers(self, day: date) -> bool:
        """Whether the day is one of the absence."""
        return self.first <= day and (self.last is None or day <= self.last)
