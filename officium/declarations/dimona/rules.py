"""What the table cannot say of a Dimona: the rules of the glossary that need no other source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from officium.declarations.codes import code_list
from officium.declarations.element import Table, table
from officium.declarations.node import Node, placed
from officium.declarations.quarter import Quarter
from officium.declarations.remarks import Remarks
from officium.declarations.values import day
from officium.findings import Severity

_BY_HOURS = ("STU", "O17", "S17")
_SMALL_STATUTES = ("IVT", "TRI", "STG")
_FIRST, _LAST = date(1920, 1, 1), date(9999, 12, 31)
# Worker types that exist from a day, or until one (glossary 2023/3, zone 00655).
_TYPE_LASTS: dict[str, tuple[date, date]] = {
    "A17": (_FIRST, date(2021, 12, 31)),
    "ALT": (date(2023, 9, 1), _LAST),
    "O17": (date(2022, 1, 1), _LAST),
    "S17": (date(2022, 1, 1), _LAST),
    "T17": (date(2022, 1, 1), _LAST),
}
# Committees in which a worker type exists; the types that are not named go with any.
_COMMITTEES = {"EXT": ("144", "145", "302", "322"), "BCW": ("124", "322")}
_IDENTITY = (
    "WorkerName",
    "WorkerFirstName",
    "WorkerBirthdate",
    "WorkerBirthplace",
    "WorkerBirthplaceCountry",
    "WorkerSex",
    "WorkerStreet",
    "WorkerHouseNbr",
    "WorkerZIPCode",
    "WorkerCity",
    "WorkerCountry",
    "Nationality",
)
_COUNTRIES = ("WorkerBirthplaceCountry", "WorkerCountry", "Nationality")


def check_rules(root: Node, remarks: Remarks) -> None:
    """Every rule on every form of the file."""
    dimona = table("dimona")
    for place, form in placed(root.name, root, "Form"):
        for name in ("DimonaIn", "DimonaOut", "DimonaUpdate", "DailyRegistrationDeclaration"):
            for below, message in placed(place, form, name):
                found = _Message(message, below, dimona, remarks)
                _check_moments(found)
                if name == "DimonaIn":
                    _check_employer(found)
                    _check_person(found)
                    _check_features(found)
                if name == "DimonaUpdate":
                    _check_change(found)


@dataclass(frozen=True, slots=True)
class _Message:
    """One declaration in a form, with its path."""

    node: Node
    place: str
    table: Table
    remarks: Remarks

    def on_field(
        self,
        rule: str,
        name: str,
        error: str,
        *,
        inside: tuple[str, Node] | None = None,
        severity: Severity | None = None,
        **parts: object,
    ) -> None:
        """A finding on a field of the message, or of a block inside it."""
        place, node = inside or (self.place, self.node)
        field = self.table.fields.get(name) or self.table.blocks[name]
        self.remarks.add(
            rule,
            f"{place}/{name}",
            node.first(name) or node,
            of=field,
            error=error,
            severity=severity,
            name=name,
            **parts,
        )

    def inside(self, name: str) -> tuple[str, Node] | None:
        """A block of the message with its path."""
        return next(placed(self.place, self.node, name), None)


def _check_moments(message: _Message) -> None:
    """00911-014 and 00778-345: the end does not come before the start."""
    start = day(message.node.text("StartingDate"))
    end = day(message.node.text("EndingDate"))
    if start is None or end is None:
        return
    if end < start:
        message.on_field("end_before_start", "EndingDate", "014", value=end, start=start)
    first, last = message.node.text("StartingHour"), message.node.text("EndingHour")
    if start == end and first.isdecimal() and last.isdecimal() and int(last) <= int(first):
        message.on_field("hour_before_start", "EndingHour", "345", value=last, start=first)


def _check_employer(message: _Message) -> None:
    """90256-364: an employer has an NSSO number, a provisional one or an enterprise number."""
    employer = message.inside("EmployerId")
    if employer is None:
        message.on_field("absent", "EmployerId", "364", parent=message.node.name)
    elif not employer[1].children:
        place, node = employer
        message.remarks.add(
            "no_employer_number", place, node, of=message.table.blocks["EmployerId"], error="364"
        )


def _check_person(message: _Message) -> None:
    """90017-363: an INSS, or the whole identity."""
    person = message.inside("NaturalPerson")
    if person is None:
        return
    place, node = person
    missing = [name for name in _IDENTITY if not node.text(name)]
    if not node.text("INSS").strip("0") and missing:
        message.remarks.add(
            "identity_needed",
            place,
            node,
            of=message.table.blocks["NaturalPerson"],
            error="363",
            names=", ".join(missing),
        )
    countries = code_list("countries")
    for name in _COUNTRIES:
        value = node.text(name)
        if value and value.lstrip("0").zfill(3) not in countries.codes:
            message.on_field(
                "unknown_code",
                name,
                "008",
                inside=person,
                value=value,
                edition=countries.edition,
            )


def _check_features(message: _Message) -> None:
    """What a worker type asks for: hours, planned hours, one quarter, a committee."""
    features = message.inside("DimonaFeatures")
    if features is None:
        message.on_field("absent", "DimonaFeatures", "001", parent=message.node.name)
        return
    worker_type = features[1].text("WorkerType")
    committee = features[1].text("JointCommissionNbr")
    start = day(message.node.text("StartingDate"))
    end = day(message.node.text("EndingDate"))
    _check_hours(message, worker_type, one_day=start is not None and start == end)
    _check_planned(message, worker_type)
    first, last = _TYPE_LASTS.get(worker_type, (_FIRST, _LAST))
    if start is not None and not first <= start <= last:
        message.on_field(
            "type_in_force",
            "WorkerType",
            "008",
            inside=features,
            value=worker_type,
            start=start,
            first=first,
            last=last,
        )
    if worker_type in _BY_HOURS and start and end and Quarter.of(start) != Quarter.of(end):
        message.remarks.add(
            "one_quarter",
            message.place,
            message.node,
            of=message.table.blocks["DimonaIn"],
            error="421",
            start=start,
            value=end,
            worker_type=worker_type,
        )
    if committee and committee not in _COMMITTEES.get(worker_type, (committee,)):
        place, node = features
        message.remarks.add(
            "committee_and_type",
            place,
            node,
            of=message.table.blocks["DimonaFeatures"],
            error="349",
            committee=committee,
            value=worker_type,
        )
    if worker_type in _SMALL_STATUTES and message.inside("SmallStatutesInformation") is None:
        message.on_field(
            "needed_with",
            "SmallStatutesInformation",
            "001",
            severity=Severity.WARNING,
            other="WorkerType",
            value=worker_type,
        )
    _check_user(message, features, committee)


def _check_hours(message: _Message, worker_type: str, one_day: bool) -> None:
    """00777: the starting hour of occasional work and of a flexi-job of one day, no other."""
    given = bool(message.node.text("StartingHour"))
    if worker_type == "EXT" and not given:
        message.on_field(
            "needed_with", "StartingHour", "001", other="WorkerType", value=worker_type
        )
    elif given and worker_type and worker_type != "EXT" and not (worker_type == "FLX" and one_day):
        message.on_field(
            "forbidden_with", "StartingHour", "005", other="WorkerType", value=worker_type
        )


def _check_planned(message: _Message, worker_type: str) -> None:
    """01135: planned hours of students and article 17, of nobody else."""
    given = bool(message.node.text("PlannedHoursNbr"))
    if (worker_type in _BY_HOURS) != given and worker_type:
        rule, error = ("forbidden_with", "005") if given else ("needed_with", "001")
        message.on_field(rule, "PlannedHoursNbr", error, other="WorkerType", value=worker_type)


def _check_user(message: _Message, features: tuple[str, Node], committee: str) -> None:
    """90107: temporary agency work (committee 322) names the user by number or by name."""
    place, node = features
    user = node.first("UsingEmployer")
    if committee != "322":
        if user is not None:
            message.on_field(
                "forbidden_with",
                "UsingEmployer",
                "005",
                inside=features,
                other="JointCommissionNbr",
                value=committee or "-",
            )
        return
    if user is None:
        message.on_field(
            "needed_with",
            "UsingEmployer",
            "001",
            inside=features,
            other="JointCommissionNbr",
            value=committee,
        )
        return
    named, numbered = bool(user.text("UsingEmployerName")), user.text("UsingEmployerCompanyID")
    if named == bool(numbered.strip("0")):
        message.remarks.add(
            "one_name",
            f"{place}/UsingEmployer",
            user,
            of=message.table.blocks["UsingEmployer"],
            error="352" if named else "351",
        )


def _check_change(message: _Message) -> None:
    """90378-360: an update gives a start or an end."""
    names = ("StartingDate", "StartingHour", "EndingDate", "EndingHour")
    planned = ("PlannedHoursNbr", "PlannedDaysNbr")
    if not any(message.node.text(name) for name in names + planned):
        message.remarks.add(
            "nothing_changed",
            message.place,
            message.node,
            of=message.table.blocks["DimonaUpdate"],
            error="360",
        )
