"""Who acts for the invented employers: the practice office, and for some another mandatary before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from officium.demonstration.firm import CAME, Firm
from officium.demonstration.numbers import enterprise_number
from officium.demonstration.office import invented_operator

# The employer that leaves at New Year, and the one whose mandate for taxes only itself has signed.
_LEAVES, _HALF_SIGNED = 2, 3
_FORMER = {
    "kind": "provider",
    "name": "Bureau Sarcelline",
    "enterprise_number": enterprise_number(998),
}
_DECLARES = ("declare_dimona", "declare_dmfa", "compute_pay")
_COLLECTS = ("collect_contributions", "pay_on_contributions")
_TAXES = ("declare_withholding_tax", "declare_tax_sheets")


def mandates_of(firm: Firm) -> Iterator[dict[str, Any]]:
    """The mandates of an employer: for DmfA and Dimona, and for the taxes."""
    operator = invented_operator()
    receiver = {
        "kind": operator.kind,
        "name": operator.full_name(operator.language),
        "enterprise_number": operator.enterprise_number,
        "certification_number": operator.certification_number,
        "decree_date": operator.decree_date,
    }
    since = 2023
    if firm.serial in CAME:
        since = 2025
        events = (*_begun(firm, _FORMER, 2020), *_ended(firm, _FORMER, 2024))
        taken_over = _event("taken_over", date(2024, 11, 25), receiver)
        yield _mandate(firm, "F", _FORMER, 2020, _DECLARES, (*events, taken_over))
    events = _begun(firm, receiver, since)
    if firm.serial == _LEAVES:
        events += _ended(firm, receiver, 2025)
    yield _mandate(firm, "M", receiver, since, (*_DECLARES, *_COLLECTS), events)
    if firm.serial == _HALF_SIGNED:
        signed = (_event("signed", date(2025, 10, 14), _self(firm)),)
        yield {**_mandate(firm, "T", receiver, 2026, _TAXES, signed), "group": "tax"}
    else:
        taxes = _begun(firm, receiver, since)
        yield {**_mandate(firm, "T", receiver, since, _TAXES, taxes), "group": "tax"}


def _mandate(
    firm: Firm,
    mark: str,
    receiver: dict[str, Any],
    since: int,
    tasks: tuple[str, ...],
    events: tuple[dict[str, Any], ...],
) -> dict[str, Any]:
    return {
        "key": f"{firm.mark}-{mark}{since}",
        "employer": firm.enterprise_number,
        "group": "dmfa_dimona",
        "tasks": tasks,
        "begins": f"{since}Q1",
        "receiver": receiver,
        "events": events,
    }


def _begun(firm: Firm, receiver: dict[str, Any], since: int) -> tuple[dict[str, Any], ...]:
    """Signed by both and notified, in November for the first quarter after it."""
    return (
        _event("signed", date(since - 1, 11, 18), _self(firm)),
        _event("signed", date(since - 1, 11, 20), receiver),
        _event("notified", date(since - 1, 11, 25), receiver),
    )


def _ended(firm: Firm, receiver: dict[str, Any], year: int) -> tuple[dict[str, Any], ...]:
    """Revoked by the employer in September for the end of the year, and notified."""
    last = {"last_day": date(year, 12, 31)}
    return (
        {**_event("revoked", date(year, 9, 15), _self(firm)), **last},
        {**_event("end_notified", date(year, 9, 17), receiver), **last},
    )


def _event(what: str, day: date, by: dict[str, Any]) -> dict[str, Any]:
    return {"what": what, "day": day, "by": by["enterprise_number"]}


def _self(firm: Firm) -> dict[str, Any]:
    return {"enterprise_number": firm.enterprise_number}
