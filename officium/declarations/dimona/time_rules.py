"""When a Dimona period begins and ends, by the kind of worker. Source: glossary Dimona 2023/3."""

from __future__ import annotations

from datetime import date

from officium.declarations.dimona.scope import Scope
from officium.law import Month

_BY_HOURS = ("STU", "O17", "S17")
_ONE_DAY = ("A17", "T17")
_WITH_END = ("EXT", "IVT", "TRI", "STG", *_BY_HOURS, *_ONE_DAY)
_AGENCY_WORK, _HORECA = "322", "302"
_FIRST, _LAST = date(1920, 1, 1), date(9999, 12, 31)
# Worker types that exist from a day, or until one (zone 00655).
_TYPES: dict[str, tuple[date, date]] = {
    "A17": (_FIRST, date(2021, 12, 31)),
    "ALT": (date(2023, 9, 1), _LAST),
    "O17": (date(2022, 1, 1), _LAST),
    "S17": (date(2022, 1, 1), _LAST),
    "T17": (date(2022, 1, 1), _LAST),
}


def check_order(scope: Scope) -> None:
    """00911-014 and 00778-345: the end does not come before the start."""
    start, end = scope.start, scope.end
    if start is None or end is None:
        return
    if end < start:
        scope.on_field("end_before_start", "EndingDate", "014", value=end, start=start)
    first, last = scope.node.text("StartingHour"), scope.node.text("EndingHour")
    told = first.isdecimal() and last.isdecimal() and len(first) == len(last) == 4
    if start == end and told and last <= first:
        scope.on_field("hour_before_start", "EndingHour", "345", value=last, start=first)


def check_times(scope: Scope, worker_type: str, committee: str) -> None:
    """What a worker who enters service must tell of days and hours, and what may not be told."""
    _check_type(scope, worker_type)
    _check_end(scope, worker_type, committee)
    one_day = scope.start is not None and scope.start == scope.end
    by_the_hour = worker_type == "EXT" or (worker_type == "FLX" and one_day)
    _check_told(scope, "StartingHour", by_the_hour, worker_type)
    # Occasional work in the hotel sector may be told by the day: its last hour is free.
    if not (worker_type == "EXT" and committee == _HORECA):
        _check_told(scope, "EndingHour", by_the_hour, worker_type)
    _check_told(scope, "PlannedHoursNbr", worker_type in _BY_HOURS, worker_type)


def _check_told(scope: Scope, name: str, needed: bool, worker_type: str) -> None:
    """A field that some worker types need, and that the others may not have."""
    given = bool(scope.node.text(name))
    if given != needed:
        rule, error = ("forbidden_with", "005") if given else ("needed_with", "001")
        scope.on_field(rule, name, error, other="WorkerType", value=worker_type)


def _check_type(scope: Scope, worker_type: str) -> None:
    """00655: the type exists on the first day; 90373-421: planned hours are of one quarter."""
    start, end = scope.start, scope.end
    first, last = _TYPES.get(worker_type, (_FIRST, _LAST))
    if start is not None and not first <= start <= last:
        scope.on_field(
            "type_in_force",
            "WorkerType",
            "008",
            inside=scope.inside("DimonaFeatures"),
            value=worker_type,
            start=start,
            first=first,
            last=last,
        )
    if (
        worker_type in _BY_HOURS
        and start
        and end
        and Month.of(start).quarter != Month.of(end).quarter
    ):
        scope.on_block("one_quarter", "421", start=start, value=end, worker_type=worker_type)


def _check_end(scope: Scope, worker_type: str, committee: str) -> None:
    """00911: work that is short by nature tells its last day."""
    start, end = scope.start, scope.end
    if not scope.node.text("EndingDate"):
        if worker_type in _WITH_END:
            scope.on_field(
                "needed_with", "EndingDate", "001", other="WorkerType", value=worker_type
            )
        elif committee == _AGENCY_WORK:
            scope.on_field(
                "needed_with", "EndingDate", "001", other="JointCommissionNbr", value=committee
            )
    elif worker_type in _ONE_DAY and start is not None and end is not None and end != start:
        scope.on_field("date_outside", "EndingDate", "008", value=end, first=start, last=start)
