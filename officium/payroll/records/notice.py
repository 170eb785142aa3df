"""Notice given to end a contract, and the dates of a serious cause."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Literal

from pydantic import Field, model_validator

from officium.payroll.records.base import Record
from officium.payroll.records.values import Cents, Day

GivenBy = Literal["employer", "worker", "worker_with_new_job"]
Way = Literal["registered_letter", "bailiff", "handed_over", "at_once"]
Purpose = Literal["ordinary", "pension", "rcc_recognised"]
SuspensionCause = Literal[
    "holidays",
    "sickness_or_accident",
    "maternity",
    "preventive_detention",
    "birth_leave",
    "compelling_reasons",
    "adoption_leave",
    "foster_leave",
    "economic_unemployment",
    "bad_weather",
    "technical_accident",
    "compensatory_rest",
    "unpaid_leave",
]
# Who dismisses a white-collar worker in service before this day is asked the pay of 2013.
SINGLE_STATUS = date(2014, 1, 1)


class Suspension(Record):
    """Days on which the contract was suspended while notice was running."""

    cause: SuspensionCause = Field(
        description="why the contract was suspended; whether notice stands still is the law's to say"
    )
    begins: Day = Field(description="first day of the suspension, by the calendar")
    until: Day = Field(description="last day of the suspension, by the calendar")

    @model_validator(mode="after")
    def _in_order(self) -> Suspension:
        if self.until < self.begins:
            raise ValueError(f"is until {self.until}, before it begins on {self.begins}")
        return self


class Notice(Record):
    """Notice that was given; its first and last day are reckoned from it."""

    given_by: GivenBy = Field(
        description="employer, worker, or worker_with_new_job: the reduced notice (counter-notice) of "
        "a dismissed worker who found other work"
    )
    way: Way = Field(
        description="registered_letter, bailiff, handed_over (which a dismissal may not be), or "
        "at_once: the contract ended on that day without notice, and notice pay takes its place"
    )
    sent_on: Day = Field(
        description="day on which the letter was posted, the writ served, the paper handed over, or the "
        "contract ended at once"
    )
    purpose: Purpose = Field(
        default="ordinary",
        description="pension: to end at the legal pension age; rcc_recognised: for an RCC in an "
        "enterprise recognised as in difficulty or restructuring",
    )
    in_service_since: Day | None = Field(
        default=None,
        description="first day of the uninterrupted service, where it began before the first of the "
        "contracts in the folder that follow each other",
    )
    agency_months: int = Field(
        default=0,
        ge=0,
        le=600,
        description="full months as an agency worker in the same function just before, with gaps of "
        "seven days at most",
    )
    agreed_weeks: int = Field(
        default=0,
        ge=0,
        le=500,
        description="weeks agreed for a dismissal, where longer than the law",
    )
    yearly_pay_of_2013: Cents | None = Field(
        default=None,
        ge=0,
        description="yearly pay on 31 December 2013, in euro; needed to dismiss a white-collar worker "
        "who was in service before 2014",
    )
    agreed_months_of_2013: int = Field(
        default=0,
        ge=0,
        le=500,
        description="months of a clause on notice valid on 31 December 2013",
    )
    sector_days_of_2013: int = Field(
        default=0,
        ge=0,
        le=1000,
        description="days of notice by the royal decree of the joint committee, for the seniority of "
        "31 December 2013, where they were not the general ones of manual workers",
    )
    term_ends: Day | None = Field(
        default=None, description="last day of the agreed term, where the contract has one"
    )
    is_protected: bool = Field(
        default=False, description="whether the worker is protected against dismissal"
    )
    suspensions: tuple[Suspension, ...] = Field(
        default=(), max_length=100, description="suspensions since the notice was given"
    )

    @model_validator(mode="after")
    def _sound(self) -> Notice:
        if self.purpose != "ordinary" and self.given_by != "employer":
            raise ValueError(f"has the purpose {self.purpose}, which is one of a dismissal")
        if self.way == "at_once" and self.suspensions:
            raise ValueError("has suspensions, and ended at once: no notice was running")
        if self.term_ends is not None and self.term_ends < self.sent_on:
            raise ValueError(
                f"was sent on {self.sent_on}, after the term ended on {self.term_ends}"
            )
        for one, other in pairwise(sorted(self.suspensions, key=lambda one: one.begins)):
            if other.begins <= one.until:
                raise ValueError(
                    f"has suspensions that overlap: until {one.until} and from {other.begins}"
                )
        return self


class SeriousCause(Record):
    """The days of a dismissal, or a leaving, for serious cause; the contract ended on its last day."""

    known_on: Day = Field(description="day on which the fact was known to who ended the contract")
    told_on: Day | None = Field(
        default=None, description="day on which the cause was notified, where it was done later"
    )
