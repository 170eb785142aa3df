"""States of work: each has a shape, a tone and a word, never a colour alone."""

from __future__ import annotations

from typing import NamedTuple

from officium.portal.words import word, wording


class Look(NamedTuple):
    """The icon and the tone (`good`, `wait`, `stop`, `info`, `act`, `idle`) of a state."""

    shape: str
    tone: str


LOOKS = {
    "not_due": Look("idle", "idle"),
    "waiting_for_data": Look("wait", "wait"),
    "waiting": Look("wait", "wait"),
    "ready": Look("ready", "act"),
    "computed": Look("ready", "act"),
    "sent": Look("sent", "info"),
    "accepted": Look("done", "good"),
    "approved": Look("done", "good"),
    "done": Look("done", "good"),
    "refused": Look("blocked", "stop"),
    "blocked": Look("blocked", "stop"),
    "late": Look("late", "stop"),
    "attention": Look("late", "wait"),
    # A mandate.
    "draft": Look("idle", "idle"),
    "signed_by_one": Look("mandate", "wait"),
    "signed_by_both": Look("ready", "act"),
    "notified": Look("sent", "info"),
    "active": Look("done", "good"),
    "end_notified": Look("late", "wait"),
    "ended": Look("idle", "idle"),
    "information_duty": Look("idle", "idle"),
    "closed": Look("idle", "idle"),
    # A worker.
    "in_service": Look("done", "good"),
    "left": Look("idle", "idle"),
    "to_come": Look("ready", "act"),
}


def name_of(state: str, kind: str = "") -> str:
    """The word of a state; of that kind of work (`month`, `declaration`, ...) where it has its own."""
    own = f"state.{kind}_{state}"
    return word(own if own in wording() else f"state.{state}")
