"""May somebody do this for this employer on this day? Yes, or no with the article and what to do.

Nothing is computed for sending, sent or collected without a yes. The answer depends on the mandates alone,
in any order; where two mandataries hold an exclusive group, neither may.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from officium.findings import BadInput
from officium.law import Quarter
from officium.representation.catalogue import HELD_FROM, Act, Means, table
from officium.representation.mandate import Happening, Mandate, State, quarter_of
from officium.representation.operator import Operator, OperatorKind, checked_number
from officium.representation.refusal import filled
from officium.representation.transfer import in_conflict, rivals


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether an act is allowed; why, by which article, and by which mandate.

    `standing` says how the article is known. `mandate_key` is the mandate that allows it, or the nearest
    to allowing it; None where none is concerned.
    """

    allowed: bool
    act: Act
    employer: str
    actor: Operator
    on: date
    quarter: Quarter
    reason_code: str
    mandate_key: str | None = None
    means: Means | None = None

    @property
    def article(self) -> str:
        """What the answer rests on."""
        return str(self._law["source"]) if self._law else self.act.source

    @property
    def standing(self) -> str:
        """How that is known: official, secondary, derived or recalled."""
        if self.reason_code == "means_refused" and self.means:
            return self.means.standing
        return str(self._law["standing"]) if self._law else self.act.standing

    def text(self, language: str) -> str:
        """The answer in a sentence."""
        return filled(self._words["text"], language, self._gaps)

    def remedy(self, language: str) -> str | None:
        """What to do so that it is allowed; None where it is."""
        return None if self.allowed else filled(self._words["remedy"], language, self._gaps)

    def as_json(self, language: str) -> dict[str, Any]:
        """The answer as programs read it, with its sentences in a language."""
        return {
            "allowed": self.allowed,
            "act": str(self.act),
            "employer": self.employer,
            "actor": self.actor.enterprise_number,
            "on": self.on.isoformat(),
            "quarter": str(self.quarter),
            "reason": self.reason_code,
            "text": self.text(language),
            "article": self.article,
            "standing": self.standing,
            "remedy": self.remedy(language),
            "mandate": self.mandate_key,
        }

    @property
    def _words(self) -> dict[str, Any]:
        found: dict[str, Any] = table("answers")[self.reason_code]
        return found

    @property
    def _law(self) -> dict[str, Any] | None:
        """The article of the reason as it is on the day; None where the act's own decides."""
        versions: list[dict[str, Any]] = self._words.get("law", [])
        return next((one for one in reversed(versions) if one["from"] <= self.on), None)

    @property
    def _gaps(self) -> dict[str, Any]:
        return {
            "actor": self.actor.name,
            "employer": self.employer,
            "act": self.act,
            "on": self.on,
            "quarter": self.quarter,
            "mandate": self.mandate_key,
            "means": self.means,
        }


def may(
    actor: Operator,
    act: Act,
    employer: str,
    on: date,
    mandates: Iterable[Mandate],
    *,
    means: Means | None = None,
    quarter: Quarter | None = None,
) -> Answer:
    """Whether an actor may do an act for an employer on a day, by the mandates that are recorded.

    `quarter` is the one that is declared or consulted, by default that of the day; `means` is told where
    contributions are collected, and only there: without them nobody may, and who otherwise could is asked
    for them by BadInput, as is who asks what cannot be asked.
    """
    checked_number(employer)
    if on < HELD_FROM:
        raise BadInput(f"the law of mandates is held from {HELD_FROM}", code="not_held")
    collects = act is Act.COLLECT_CONTRIBUTIONS
    if means is not None and not collects:
        raise BadInput("means are of collecting only: leave them out", code="means", where=act)
    known = tuple(sorted(mandates, key=lambda mandate: mandate.key))
    asked = quarter or quarter_of(on)
    code, key = _judged(actor, act, employer, on, known, means, asked)
    if collects and means is None and code in _YES:
        raise BadInput(f"say by what means: {', '.join(Means)}", code="means", where=act)
    return Answer(code in _YES, act, employer, actor, on, asked, code, key, means)


# From the nearest to a yes to the farthest: of several mandates the nearest is told.
_YES = ("mandated", "delegated", "kept_quarter", "information_duty", "own_affairs")
_ORDER = (
    *_YES,
    "conflict",
    "kept_by_former",
    "delegation_without_ground",
    "task_not_given",
    "not_yet_active",
    "not_notified",
    "not_signed",
    "not_its_quarter",
    "quarter_prescribed",
    "ended",
    "group_not_covered",
    "no_mandate",
)


def _judged(
    actor: Operator,
    act: Act,
    employer: str,
    on: date,
    known: Sequence[Mandate],
    means: Means | None,
    quarter: Quarter,
) -> tuple[str, str | None]:
    if actor.enterprise_number == employer:
        is_collection = act is Act.COLLECT_CONTRIBUTIONS
        return ("collects_from_itself" if is_collection else "own_affairs"), None
    if act.only_certified and not actor.is_certified(on):
        return "not_certified", None
    if actor.kind is OperatorKind.EMPLOYER:
        return "employer_for_another", None
    if means and not means.is_accepted:
        return "means_refused", None
    of_employer = [mandate for mandate in known if mandate.employer == employer]
    verdicts = [
        (_of_mandate(mandate, act, on, of_employer, quarter), mandate.key)
        for mandate in of_employer
        if mandate.receiver.enterprise_number == actor.enterprise_number
    ]
    return min(
        verdicts, key=lambda one: (_ORDER.index(one[0]), one[1]), default=("no_mandate", None)
    )


def _of_mandate(
    mandate: Mandate, act: Act, on: date, known: Sequence[Mandate], quarter: Quarter
) -> str:
    state = mandate.state(on)
    if mandate.group not in act.groups:
        return "group_not_covered"
    if state.is_over:
        return _afterwards(mandate, act, on, known, quarter)
    waiting = {
        State.DRAFT: "not_signed",
        State.SIGNED_BY_ONE: "not_signed",
        State.SIGNED_BY_BOTH: "not_notified",
        State.NOTIFIED: "not_yet_active",
    }
    if state in waiting:
        return waiting[state]
    if act is not Act.CONSULT and act not in mandate.tasks:
        return "task_not_given"
    if mandate.delegated_from is not None:
        grounds = [one for one in known if _is_ground(one, mandate, act, on, known, quarter)]
        return "delegated" if grounds else "delegation_without_ground"
    if in_conflict(mandate, known, on):
        return "conflict"
    if act.is_technical and quarter in mandate.kept_by_former:
        return "kept_by_former"
    return "mandated"


def _is_ground(
    ground: Mandate,
    delegated: Mandate,
    act: Act,
    on: date,
    known: Sequence[Mandate],
    quarter: Quarter,
) -> bool:
    """Whether a delegation stands on this mandate, which itself allows the act."""
    return (
        ground.key == delegated.delegated_from
        and ground.receiver.enterprise_number == delegated.giver
        and ground.group is delegated.group
        and ground.delegated_from is None
        and _of_mandate(ground, act, on, known, quarter) == "mandated"
    )


def _afterwards(
    mandate: Mandate, act: Act, on: date, known: Sequence[Mandate], quarter: Quarter
) -> str:
    """What is left of a mandate that is over: quarters that it keeps, and those to inform on."""
    is_own = mandate.covers(quarter)
    if is_own and act.is_technical and act in mandate.tasks and _keeps(mandate, on, known, quarter):
        return "kept_quarter"
    if act is not Act.CONSULT or not mandate.happened(Happening.TAKEN_OVER, on=on):
        return "ended"
    if not mandate.group.has_information_duty:
        return "ended"
    if not is_own:
        return "not_its_quarter"
    return "information_duty" if on <= mandate.known_until(quarter, on) else "quarter_prescribed"


def _keeps(former: Mandate, on: date, known: Sequence[Mandate], quarter: Quarter) -> bool:
    """Whether the one new mandatary leaves a quarter to the former one, the only one that had it."""
    if former.delegated_from is not None:
        return False
    others = [
        one
        for one in known
        if one.group is former.group and one.delegated_from is None and one.key != former.key
    ]
    new = [one for one in others if one.state(on).is_in_force]
    had_it_too = [one for one in others if rivals(one, former) and one.covers(quarter)]
    return len(new) == 1 and quarter in new[0].kept_by_former and not had_it_too
