"""What is not right with mandates and yet stands: ends told late, mandates without effect, conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from officium.findings import Finding, Severity
from officium.representation.catalogue import entries, table, term
from officium.representation.mandate import Event, Happening, Mandate, State
from officium.representation.refusal import filled
from officium.representation.transfer import conflicts


def remarks_on_mandates(
    mandates: Iterable[Mandate], on: date, language: str
) -> tuple[Finding, ...]:
    """The remarks on mandates as they stand on a day; the `path` of each is the key of the mandate."""
    known = sorted(mandates, key=lambda mandate: mandate.key)
    found: list[Finding] = []
    for conflict in conflicts(known):
        if conflict.last is None or on <= conflict.last.last:
            found.append(
                Finding(Severity.ERROR, "conflict", conflict.text(language), conflict.keys[0])
            )
    for mandate in known:
        found += _of_one(mandate, on, language)
    return tuple(found)


def _of_one(mandate: Mandate, on: date, language: str) -> Iterator[Finding]:
    if not mandate.group.has_information_duty:
        return
    is_unknown = mandate.state(on) in (State.DRAFT, State.SIGNED_BY_ONE, State.SIGNED_BY_BOTH)
    if is_unknown and mandate.begins.first <= on:
        gaps = {"mandate": mandate.key, "begins": mandate.begins.first}
        yield _remark("never_notified", language, mandate.key, gaps)
    for event in mandate.happened(Happening.REVOKED, Happening.RENOUNCED, on=on):
        if event.last_day is not None:
            yield from _told_in_time(mandate, event, on, language)


def _told_in_time(mandate: Mandate, ended: Event, on: date, language: str) -> Iterator[Finding]:
    assert ended.last_day is not None
    latest = ended.day + timedelta(days=term("end_told", ended.day)["days_after"])
    told = next(iter(mandate.happened(Happening.END_NOTIFIED, on=on)), None)
    gaps: dict[str, Any] = {"mandate": mandate.key, "ended": ended.day, "latest": latest}
    if told is None and latest < on:
        yield _remark("end_not_told", language, mandate.key, gaps)
    if told is not None and latest < told.day:
        yield _remark("end_told_late", language, mandate.key, {**gaps, "told": told.day})
    is_served = ended.what is Happening.REVOKED and mandate.receiver.is_certified(ended.day)
    if not is_served or ended.day < entries("end_told_before")[0]["from"]:
        return
    days = term("end_told_before", ended.day)["days_before"]
    latest_before = ended.last_day - timedelta(days=days)
    told_on = told.day if told is not None else on
    if max(latest_before, ended.day) < told_on:
        gaps = {"mandate": mandate.key, "last": ended.last_day, "latest": latest_before}
        yield _remark("end_told_near", language, mandate.key, {**gaps, "days": days})


def _remark(
    rule: str,
    language: str,
    key: str,
    gaps: dict[str, Any],
) -> Finding:
    words = table("wording")["remark"][rule]
    return Finding(Severity.WARNING, rule, filled(words, language, gaps), key)
