"""Who appears in the stories: two employers, a certified secretariat, two providers, and a lived mandate."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from officium.representation import (
    Act,
    Event,
    Group,
    Happening,
    Mandate,
    Operator,
    OperatorKind,
    draft,
    step,
)

WORKSHOP = "0765432146"
BAKERY = "0833333334"
MERIDIAAN = Operator(
    OperatorKind.CERTIFIED, "Meridiaan", "0812345997", "999", decree_date=date(2019, 5, 13)
)
BUREAU = Operator(OperatorKind.PROVIDER, "Bureau Noord", "0811111129")
COUNTER = Operator(OperatorKind.PROVIDER, "Comptoir du Sud", "0822222280")
DECLARING = (Act.DECLARE_DIMONA, Act.DECLARE_DMFA, Act.COMPUTE_PAY)
COLLECTING = (*DECLARING, Act.COLLECT_CONTRIBUTIONS, Act.PAY_ON_CONTRIBUTIONS)


def day(text: str) -> date:
    """`day("2025-01-31")`."""
    return date.fromisoformat(text)


def happens(mandate: Mandate, what: str, on: str, by: str = "", last: str = "") -> Mandate:
    """The mandate after an event; by its receiver where nobody else is named."""
    by = by or mandate.receiver.enterprise_number
    return step(mandate, Event(Happening(what), day(on), by, last_day=day(last) if last else None))


def drafted(
    receiver: Operator = MERIDIAAN,
    first: str = "2025-01-01",
    tasks: Iterable[Act] = DECLARING,
    *,
    key: str = "M001",
    group: Group = Group.DMFA_DIMONA,
    **more: Any,
) -> Mandate:
    """A mandate of the workshop that nobody signed yet."""
    return draft(key, WORKSHOP, receiver, group, tasks, day(first), **more)


def signed(mandate: Mandate, on: str) -> Mandate:
    """The mandate signed by both on a day, the employer first."""
    return happens(happens(mandate, "signed", on, mandate.giver), "signed", on)


def notified(mandate: Mandate, on: str) -> Mandate:
    """The mandate signed by both and notified, all on one day."""
    return happens(signed(mandate, on), "notified", on)


def running(receiver: Operator = MERIDIAAN, **more: Any) -> Mandate:
    """A mandate of 2025 on, signed and notified on 2 December 2024."""
    return notified(drafted(receiver, **more), "2024-12-02")
