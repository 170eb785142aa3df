"""What must hold between mandates: each has a key of its own, an employer, and a ground to stand on."""

from __future__ import annotations

from collections.abc import Iterator

from officium.findings import Finding, Severity
from officium.payroll.records.base import Origin
from officium.payroll.records.mandate import RecordedMandate


def mandates_apart(
    mandates: tuple[RecordedMandate, ...], employers: frozenset[str] | None
) -> Iterator[Finding]:
    """What is wrong between mandates; `employers` is None where not all of them are known."""
    known: dict[str, RecordedMandate] = {}
    for one in mandates:
        if one.key in known:
            first = known[one.key].origin
            yield _mistake(
                one.origin.of("key"),
                f"two mandates have key {one.key}: this one and the one in {first}",
            )
        known.setdefault(one.key, one)
    for one in mandates:
        if employers is not None and one.employer not in employers:
            yield _mistake(
                one.origin.of("employer"),
                f"mandate {one.key} is of {one.employer}, which is no employer of the folder; known "
                f"are {', '.join(sorted(employers)[:12])}",
            )
        if one.delegated_from is None:
            continue
        ground = known.get(one.delegated_from)
        if ground is None or ground is one:
            yield _mistake(
                one.origin.of("delegated_from"),
                f"mandate {one.key} is delegated from {one.delegated_from}, which is no other mandate "
                "of the folder",
            )
        elif (ground.employer, ground.group, ground.receiver.enterprise_number) != (
            one.employer,
            one.group,
            one.giver,
        ):
            yield _mistake(
                one.origin.of("delegated_from"),
                f"mandate {one.key} is delegated from {ground.key}, which is of another employer, group "
                "or mandatary",
            )


def _mistake(origin: Origin, message: str) -> Finding:
    return Finding(Severity.ERROR, "records", message, origin.file, origin.line)
