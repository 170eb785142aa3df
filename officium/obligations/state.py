"""Where a duty stands: computed from what was recorded of it, from its day, and from today."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from officium.findings import BadInput
from officium.obligations.due import Due


class StateName(StrEnum):
    """The states; not_due, waiting_for_data and late are only computed, the others can be recorded."""

    NOT_DUE = "not_due"
    WAITING_FOR_DATA = "waiting_for_data"
    READY = "ready"
    SENT = "sent"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    LATE = "late"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class State:
    """A state, and by how many days the duty is late, or was when it was done; 0: in time."""

    name: StateName
    late_days: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """What was recorded of a duty: its state, on which day it came about, when and by whom it was recorded.

    `proof` is the SHA-256 digest of the document that shows it, 64 hexadecimal digits; only `ready` needs
    none. `reason`: why something is taken up again that was sent, accepted or done.
    """

    key: str
    state: StateName
    day: date
    recorded: datetime
    by: str
    proof: str = ""
    reason: str = ""


_READY, _SENT, _ACCEPTED = StateName.READY, StateName.SENT, StateName.ACCEPTED
_REFUSED, _DONE = StateName.REFUSED, StateName.DONE
# From a state to those that may follow it; after `_AGAIN` only with a reason.
_FOLLOWS: Mapping[StateName | None, tuple[StateName, ...]] = {
    None: (_READY, _SENT, _DONE),
    _READY: (_SENT, _DONE),
    _SENT: (_ACCEPTED, _REFUSED, _DONE, _READY),
    _ACCEPTED: (_DONE, _READY),
    _REFUSED: (_READY, _SENT),
    _DONE: (_READY,),
}
_AGAIN = (_SENT, _ACCEPTED, _DONE)


def marked(marks: Sequence[Mark], mark: Mark) -> tuple[Mark, ...]:
    """The marks of a duty with one more. Raises BadInput where it cannot follow, or lacks its proof."""
    last = marks[-1] if marks else None
    if last is not None and last.key != mark.key:
        raise _refusal(mark, f"is of another duty than {last.key}")
    if not any(mark.state in following for following in _FOLLOWS.values()):
        raise _refusal(mark, f"{mark.state} is computed, and not recorded")
    if mark.state not in _FOLLOWS[last.state if last else None]:
        raise _refusal(mark, f"cannot be {mark.state} after {last.state if last else 'nothing'}")
    if last and mark.state is _READY and last.state in _AGAIN and not mark.reason:
        raise _refusal(mark, f"was {last.state}: say the reason why it is taken up again")
    if mark.state is not _READY and not re.fullmatch(r"[0-9a-f]{64}", mark.proof):
        raise _refusal(mark, f"{mark.state} needs its proof: the SHA-256 digest of a document")
    if mark.day > mark.recorded.date():
        raise _refusal(mark, f"{mark.state} of {mark.day} is recorded before it came about")
    if last and (mark.recorded < last.recorded or mark.day < last.day):
        raise _refusal(mark, f"{mark.state} of {mark.day} comes before {last.state} of {last.day}")
    return (*marks, mark)


def state_of(due: Due, marks: Sequence[Mark], today: date, data_complete: bool) -> State:
    """The state of a duty on a day; `marks` as `marked` made them, in their order.

    What was sent, accepted or done counts on the day on which it was sent. What is refused is late once
    its day has passed.
    """
    last = marks[-1] if marks else None
    if last is not None and last.state in (_SENT, _ACCEPTED, _DONE):
        return State(last.state, _days_late(due, _performed(marks)))
    if late := _days_late(due, today):
        return State(StateName.LATE, late)
    if last is not None:
        return State(last.state)
    if due.term.continuous or (due.opens and today < due.opens):
        return State(StateName.NOT_DUE)
    return State(_READY if data_complete else StateName.WAITING_FOR_DATA)


def _performed(marks: Sequence[Mark]) -> date:
    """The day on which it was sent, or done where nothing was sent, since it was last taken up."""
    since = max((at for at, one in enumerate(marks) if one.state in (_READY, _REFUSED)), default=-1)
    return marks[since + 1].day


def _days_late(due: Due, day: date) -> int:
    return max(0, (day - due.last_day).days) if due.last_day else 0


def _refusal(mark: Mark, message: str) -> BadInput:
    return BadInput(message, code="transition", where=mark.key)
