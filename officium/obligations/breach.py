"""A breach of a duty, as the facts of a case tell it, and what the duty says of its sanction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from officium.findings import BadInput
from officium.law import Month, Quarter

# Facts on which the NSSO may waive something (RD 28-11-1969 art. 55), as a breach names them.
GROUNDS = (
    "pays_usually_in_time",
    "is_force_majeure_proven",
    "are_circumstances_exceptional",
    "are_all_contributions_paid",
    "has_claim_on_public_body",
    "is_equity_admitted",
    "is_economic_interest_admitted",
    "is_next_quarter_in_time",
    "harms_regular_financing",
    "is_excluded_from_waivers",
)
_DAY = timedelta(days=1)


class SanctionReference(Protocol):
    """What a duty says of its sanction: article and level of the Social Criminal Code, civil key."""

    @property
    def scc(self) -> str:
        """Article of the Social Criminal Code, empty where it punishes nothing."""

    @property
    def level(self) -> int | None:
        """Level of the sanction, 1 to 4."""

    @property
    def level_if_deliberate(self) -> int | None:
        """The level where the breach was deliberate, if the article raises it."""

    @property
    def per_worker(self) -> bool:
        """Whether the fine is multiplied by the workers concerned."""

    @property
    def civil(self) -> str:
        """Key of the civil consequence."""


@dataclass(frozen=True, slots=True)
class Breach:
    """What happened: due on a day, done on another, or not yet (None).

    What is not done yet is counted until `counted_until`.

    `unpaid`: cents not paid in time. `declared`: cents of contributions declared for the quarter, None
    where not known. `lines_made`: employment lines that the NSSO added or changed of its own motion, None
    where it did not. `grounds`: those of GROUNDS that hold. `has_mandatary`: somebody acts for the employer.
    `of`: the quarter concerned, where it is not that of the month before the last day (advances, balance and
    declaration are).
    """

    due: date
    done: date | None
    counted_until: date
    unpaid: int = 0
    declared: int | None = None
    lines_made: int | None = None
    workers: int = 1
    is_deliberate: bool = False
    is_repeated: bool = False
    is_legal_person: bool = False
    are_circumstances_mitigating: bool = False
    has_mandatary: bool = False
    grounds: frozenset[str] = frozenset()
    of: Quarter | None = None

    def __post_init__(self) -> None:
        if odd := self.grounds - set(GROUNDS):
            raise BadInput(
                f"{min(odd)} is no ground for a waiver: name one of {', '.join(GROUNDS)}",
                code="ground",
            )
        if self.workers < 1 or min(self.unpaid, self.declared or 0, self.lines_made or 0) < 0:
            raise BadInput(
                "amounts and lines are not below zero, and one worker or more is concerned",
                code="breach",
            )

    @property
    def ended(self) -> date:
        """The day on which it was done, else the day until which it is counted."""
        return self.done or self.counted_until

    @property
    def is_late(self) -> bool:
        """Done after the last day, or not yet and that day has passed."""
        return self.ended > self.due

    @property
    def quarter(self) -> Quarter:
        """The quarter concerned."""
        return self.of or Month.of(date(self.due.year, self.due.month, 1) - _DAY).quarter
