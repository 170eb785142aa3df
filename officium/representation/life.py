"""The steps of a mandate's life: what may happen next, who may do it, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from officium.representation.mandate import Event, Happening, Mandate, State, ending
from officium.representation.operator import checked_number
from officium.representation.refusal import MandateRefused


def step(mandate: Mandate, event: Event) -> Mandate:
    """The mandate after an event; it is not changed itself.

    Raises MandateRefused with article and remedy: steps out of order, a signature by somebody else, a
    notification after the mandate would have begun, an end inside a quarter.
    """
    checked_number(event.by)
    if mandate.events and event.day < mandate.events[-1].day:
        last = mandate.events[-1]
        raise _refused("not_in_order_of_days", mandate, event, before=last.what, on=last.day)
    if event.last_day is not None and event.what not in _WITH_LAST_DAY:
        raise _refused("last_day_of_no_end", mandate, event)
    if mandate.is_withdrawn(event.day):
        raise _refused("not_now", mandate, event, state=State.CLOSED)
    _RULES[event.what](mandate, event)
    return replace(mandate, events=(*mandate.events, event))


def _refused(code: str, mandate: Mandate, event: Event, **gaps: object) -> MandateRefused:
    return MandateRefused(code, mandate.key, event=event.what, day=event.day, **gaps)


def _by(event: Event, mandate: Mandate, *parties: str) -> None:
    if event.by not in parties:
        raise _refused("third_party", mandate, event, by=event.by, parties=" / ".join(parties))


def _in_state(mandate: Mandate, event: Event, *states: State) -> None:
    state = mandate.state(event.day)
    if state not in states:
        raise _refused("not_now", mandate, event, state=state)


def _signed(mandate: Mandate, event: Event) -> None:
    _by(event, mandate, mandate.giver, mandate.receiver.enterprise_number)
    _in_state(mandate, event, State.DRAFT, State.SIGNED_BY_ONE)
    if any(one.by == event.by for one in mandate.happened(Happening.SIGNED)):
        raise _refused("signed_twice", mandate, event, by=event.by)


def _notified(mandate: Mandate, event: Event) -> None:
    _by(event, mandate, mandate.giver, mandate.receiver.enterprise_number)
    _in_state(mandate, event, State.SIGNED_BY_BOTH)
    if mandate.group.has_information_duty and event.day >= mandate.begins.first:
        raise _refused("notified_late", mandate, event, begins=mandate.begins.first)


def _ended_by(party: Callable[[Mandate], str]) -> Callable[[Mandate, Event], None]:
    def rule(mandate: Mandate, event: Event) -> None:
        _by(event, mandate, party(mandate))
        if mandate.happened(Happening.REVOKED, Happening.RENOUNCED, Happening.END_NOTIFIED):
            raise _refused("ended_already", mandate, event)
        state = mandate.state(event.day)
        if state.is_over:
            raise _refused("not_now", mandate, event, state=state)
        if state.is_in_force:
            _last_day(mandate, event)
        elif event.last_day is not None:
            raise _refused("withdrawn_without_last_day", mandate, event)

    return rule


def _end_notified(mandate: Mandate, event: Event) -> None:
    _by(event, mandate, mandate.giver, mandate.receiver.enterprise_number)
    if mandate.happened(Happening.END_NOTIFIED):
        raise _refused("ended_already", mandate, event)
    state = mandate.state(event.day)
    known = mandate.last_day(event.day)
    if not (state.is_in_force or (state.is_over and known)):
        raise _refused("not_now", mandate, event, state=state)
    if mandate.happened(Happening.REVOKED, Happening.RENOUNCED) or state.is_over:
        if event.last_day != known:
            raise _refused("another_last_day", mandate, event, last=known)
    else:
        _last_day(mandate, event)


def _last_day(mandate: Mandate, event: Event) -> None:
    """The last day of an ending: a quarter's end, not before the event, not after the agreed end."""
    if event.last_day is None:
        raise _refused("last_day_missing", mandate, event)
    ending(event.last_day, mandate.key)
    if event.last_day < event.day:
        raise _refused("end_in_the_past", mandate, event, last=event.last_day)
    if mandate.ends is not None and event.last_day > mandate.ends.last:
        raise _refused("end_after_agreed", mandate, event, last=mandate.ends.last)


def _taken_over(mandate: Mandate, event: Event) -> None:
    if event.by in (mandate.giver, mandate.receiver.enterprise_number):
        raise _refused("taken_over_by_itself", mandate, event)
    if mandate.happened(Happening.TAKEN_OVER):
        raise _refused("taken_over_already", mandate, event)
    state = mandate.state(event.day)
    if not (state.is_in_force or state.is_over) or mandate.last_day(event.day) is None:
        raise _refused("not_now", mandate, event, state=state)


def _lengthened(mandate: Mandate, event: Event) -> None:
    if event.day < mandate.begins.first or not mandate.happened(Happening.NOTIFIED):
        raise _refused("not_now", mandate, event, state=mandate.state(event.day))


def _giver(mandate: Mandate) -> str:
    return mandate.giver


def _receiver(mandate: Mandate) -> str:
    return mandate.receiver.enterprise_number


_WITH_LAST_DAY = frozenset({Happening.REVOKED, Happening.RENOUNCED, Happening.END_NOTIFIED})
_RULES: dict[Happening, Callable[[Mandate, Event], None]] = {
    Happening.SIGNED: _signed,
    Happening.NOTIFIED: _notified,
    Happening.REVOKED: _ended_by(_giver),
    Happening.RENOUNCED: _ended_by(_receiver),
    Happening.END_NOTIFIED: _end_notified,
    Happening.TAKEN_OVER: _taken_over,
    Happening.PRESCRIPTION_INTERRUPTED: _lengthened,
    Happening.FRAUD_FOUND: _lengthened,
}
