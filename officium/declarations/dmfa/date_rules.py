"""Dates inside the quarter, in order, and where occupations may begin and end."""

from __future__ import annotations

from datetime import date, timedelta

from officium.declarations.dmfa.scope import Scope
from officium.declarations.node import Node, placed
from officium.declarations.values import day
from officium.findings import Severity
from officium.language import number

# Severance paid as working time covers days after the contract, possibly after the quarter.
SEVERANCE_CODES = (3, 9)
_ONE_PAY_PERIOD = timedelta(days=31)
_SPANS = (
    ("OccupationPublicServiceData", "OccupationPSDStartDate", "OccupationPSDEndDate"),
    ("ScaleSalary", "ScaleSalaryStartDate", "ScaleSalaryEndDate"),
    ("AdditionalScaleSalary", "AdditionalScaleSalaryStartDate", "AdditionalScaleSalaryEndDate"),
    ("DismissedStatutoryWorkerContribution", "SubjectionStartingDate", "SubjectionEndingDate"),
)


def check_dates(scope: Scope) -> None:
    """00017, 00038, 00039, 00044, 00045 and the pairs of dates that must be in order."""
    _check_holiday(scope)
    for place, record in scope.records():
        first, last = _check_record(scope, place, record)
        for below, occupation in placed(place, record, "Occupation"):
            _check_occupation(scope, below, occupation, first, last)
        for block, start, end in _SPANS:
            for node in record.within():
                if node.name == block:
                    _in_order(scope, f"{place}/{block}", node, start, end)


def severance_codes(scope: Scope, occupation: Node) -> list[int]:
    """The remuneration codes of an occupation that are severance paid as working time."""
    codes = (scope.number(remun, "RemunCode") for remun in occupation.every("Remun"))
    return [code for code in codes if code in SEVERANCE_CODES]


def _check_record(scope: Scope, place: str, record: Node) -> tuple[date, date]:
    """The NSSO quarter of a record: it closes inside the calendar quarter, and may open earlier."""
    first, last = scope.quarter.first, scope.quarter.last
    start = day(record.text("NOSSQuarterStartingDate"))
    end = day(record.text("NOSSQuarterEndingDate"))
    if start is not None and not first <= start <= last:
        early = first - _ONE_PAY_PERIOD <= start < first and start.year == first.year
        scope.on_field(
            "before_quarter" if early else "date_outside",
            place,
            record,
            "NOSSQuarterStartingDate",
            "034",
            severity=Severity.WARNING if early else None,
            value=start,
            first=first,
            last=last,
        )
    if end is not None and not first <= end <= last:
        scope.on_field(
            "date_outside",
            place,
            record,
            "NOSSQuarterEndingDate",
            "034",
            value=end,
            first=first,
            last=last,
        )
    _in_order(scope, place, record, "NOSSQuarterStartingDate", "NOSSQuarterEndingDate")
    return start or first, end or last


def _check_occupation(scope: Scope, place: str, occupation: Node, first: date, last: date) -> None:
    start = day(occupation.text("OccupationStartingDate"))
    end = day(occupation.text("OccupationEndingDate"))
    severance = bool(severance_codes(scope, occupation))
    if start is not None:
        earliest = first if severance else date(scope.quarter.year - 100, 1, 1)
        latest = date(9999, 12, 31) if severance else last
        if not earliest <= start <= latest:
            scope.on_field(
                "date_outside",
                place,
                occupation,
                "OccupationStartingDate",
                "008",
                value=start,
                first=earliest,
                last=latest,
            )
    if end is not None:
        year = start.year if start is not None else last.year
        latest = date(year, 12, 31) if severance else last
        if not first <= end <= latest:
            scope.on_field(
                "date_outside",
                place,
                occupation,
                "OccupationEndingDate",
                "008",
                value=end,
                first=first,
                last=latest,
            )
    _in_order(scope, place, occupation, "OccupationStartingDate", "OccupationEndingDate")
    possible = (last - first).days + 1
    if severance and start is not None and end is not None:
        possible = (end - start).days + 1
    _check_days(scope, place, occupation, possible)


def _check_days(scope: Scope, place: str, occupation: Node, possible: int) -> None:
    """00063-034: no occupation has more days than the quarter, or than the period of severance."""
    services = list(placed(place, occupation, "Service"))
    days = sum(scope.number(service, "ServiceNbrDays") or 0 for _, service in services)
    if services and days > possible * 100:
        where, service = services[-1]
        scope.on_field(
            "too_many_days",
            where,
            service,
            "ServiceNbrDays",
            "034",
            value=number(days, 2, scope.remarks.language),
            most=possible,
        )


def _in_order(scope: Scope, place: str, node: Node, start_name: str, end_name: str) -> None:
    start, end = day(node.text(start_name)), day(node.text(end_name))
    if start is not None and end is not None and end < start:
        scope.on_field("end_before_start", place, node, end_name, "014", value=end, start=start)


def _check_holiday(scope: Scope) -> None:
    """00017: the main holiday of the next year lies between 1 May and 31 December of that year."""
    holiday = day(scope.declaration.text("HolidayStartingDate"))
    year = scope.quarter.year + 1
    if holiday is not None and not date(year, 5, 1) <= holiday <= date(year, 12, 31):
        scope.on_field(
            "date_outside",
            scope.place,
            scope.declaration,
            "HolidayStartingDate",
            "008",
            value=holiday,
            first=date(year, 5, 1),
            last=date(year, 12, 31),
        )
