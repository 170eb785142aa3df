"""A duty of an employer or of its mandatary: who asks it, by what law, by when, and what neglect costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from officium.representation import OperatorKind

Standing = Literal["official", "secondary", "derived", "recalled"]
ClosedDay = Literal["previous", "next", "none", "unknown"]


# Who performs: the employer, a social service provider, or a certified secretariat.
Performer = OperatorKind


class Bearer(StrEnum):
    """Whose duty it is: the employer's, its mandatary's for that employer, or the office's own."""

    EMPLOYER = "employer"
    MANDATARY = "mandatary"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Authority:
    """Who asks, and what becomes of a term that ends on a closed day.

    `closed_day`: previous or next (the working day before or after), none (it stands), or unknown: then
    it is told and moves nothing. What is known has a source and a standing.
    """

    id: str
    names: Mapping[str, str]
    closed_day: ClosedDay
    source: str = ""
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class Offence:
    """A lesser or graver form of the neglect (`case`), with its level and its own article, if any."""

    case: str
    level: int
    scc: str = ""


@dataclass(frozen=True, slots=True)
class Sanction:
    """What neglect costs, as a reference: article and level of the Social Criminal Code, civil consequence.

    `level` 1 to 4 (SCC art. 101), None where the code punishes nothing; `per_worker`: the fine is
    multiplied by the workers concerned (art. 103); `civil` names a text of the section `civil`.
    """

    standing: Standing
    scc: str = ""
    level: int | None = None
    level_if_deliberate: int | None = None
    per_worker: bool = False
    civil: str = ""
    also: tuple[Offence, ...] = ()


@dataclass(frozen=True, slots=True)
class Extension:
    """Working days more that a certified secretariat has, to declare or to pass payments on."""

    working_days: int
    extends: Literal["declaration", "payment"]
    source: str


@dataclass(frozen=True, slots=True)
class Term:
    """When a duty comes and by when: every period, on an occurrence, or at all times.

    The day is reckoned in this order from the end of the period, or from the day of the occurrence (from
    the end of its month, quarter or year with `anchor`): `quarters` later; `months` later, on `day` (0: the
    last of the month; None: the same day, at most the last); `days` later; the rule for closed days; then
    `working_days` later (Monday to Friday except public holidays). `fixed` is a month and a day of the
    year of the period, `years` later. `pay_day`: the day on which the wages of the month are paid.
    """

    standing: Standing
    source: str = ""
    every: Literal["month", "quarter", "year"] | None = None
    during: str = ""
    on: tuple[str, ...] = ()
    continuous: bool = False
    needs: tuple[str, ...] = ()
    anchor: Literal["day", "month", "quarter", "year"] = "day"
    quarters: int = 0
    months: int | None = None
    day: int | None = None
    days: int = 0
    working_days: int = 0
    fixed: tuple[int, int] | None = None
    years: int = 0
    pay_day: bool = False
    unknown_day: bool = False
    cycle: int = 1
    first: int | None = None
    moment: Literal["by", "at_start", "before"] = "by"
    optional: bool = False
    since: date | None = None
    until: date | None = None
    certified: Extension | None = None
    note: str = ""

    @property
    def reckons_days(self) -> bool:
        """Whether the day is one of the calendar, which may be closed; not that of an event itself."""
        return bool(self.months is not None or self.days or self.fixed)


@dataclass(frozen=True, slots=True)
class Abolition:
    """From which day a duty is asked no more, and why (a text of the section `note`)."""

    since: date
    note: str


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty, as its file states it; `order` is its place in the calendar of all.

    `standing` and `sources` say how the duty itself is known; each term has a standing of its own.
    """

    id: str
    order: int
    names: Mapping[str, str]
    authority: Authority
    basis: str
    who: tuple[Performer, ...]
    bearer: Bearer
    standing: Standing
    sources: tuple[str, ...]
    sanction: Sanction
    terms: tuple[Term, ...]
    keep_years: int | None = None
    abolished: Abolition | None = None
