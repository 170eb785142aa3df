"""What the table cannot say of a Dimona: the rules of the glossary that need no other source."""

from __future__ import annotations

from officium.declarations.codes import code_list
from officium.declarations.dimona.scope import Scope
from officium.declarations.dimona.time_rules import check_order, check_times
from officium.declarations.element import table
from officium.declarations.node import Node, placed
from officium.declarations.remarks import Remarks
from officium.findings import Severity

_SMALL_STATUTES = ("IVT", "TRI", "STG")
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
    for place, form in placed(root.name, root, "Form"):
        for name in ("DimonaIn", "DimonaOut", "DimonaUpdate", "DailyRegistrationDeclaration"):
            for below, message in placed(place, form, name):
                scope = Scope(message, below, table("dimona"), remarks)
                check_order(scope)
                if name == "DimonaIn":
                    _check_employer(scope)
                    _check_person(scope)
                    _check_features(scope)
                if name == "DimonaUpdate":
                    _check_change(scope)


def _check_employer(scope: Scope) -> None:
    """90256-364: an employer has an NSSO number, a provisional one or an enterprise number."""
    employer = scope.inside("EmployerId")
    if employer is None:
        scope.on_field("absent", "EmployerId", "364", parent=scope.node.name)
    elif not employer[1].children:
        scope.on_block("no_employer_number", "364", inside=employer)


def _check_person(scope: Scope) -> None:
    """90017-363: an INSS, or the whole identity; countries by their codes (annex 5)."""
    person = scope.inside("NaturalPerson")
    if person is None:
        return
    node = person[1]
    missing = [name for name in _IDENTITY if not node.text(name)]
    if not node.text("INSS").strip("0") and missing:
        scope.on_block("identity_needed", "363", inside=person, names=", ".join(missing))
    countries = code_list("countries")
    for name in _COUNTRIES:
        value = node.text(name)
        if value and value.lstrip("0").zfill(3) not in countries.codes:
            edition = countries.edition
            scope.on_field("unknown_code", name, "008", inside=person, value=value, edition=edition)


def _check_features(scope: Scope) -> None:
    """90374: what a worker type and a committee ask for, and that they go together."""
    features = scope.inside("DimonaFeatures")
    if features is None:
        scope.on_field("absent", "DimonaFeatures", "001", parent=scope.node.name)
        return
    worker_type = features[1].text("WorkerType")
    committee = features[1].text("JointCommissionNbr")
    if worker_type:
        check_times(scope, worker_type, committee)
    if committee and committee not in _COMMITTEES.get(worker_type, (committee,)):
        scope.on_block(
            "committee_and_type", "349", inside=features, committee=committee, value=worker_type
        )
    if worker_type in _SMALL_STATUTES and scope.inside("SmallStatutesInformation") is None:
        # The glossary asks for it; an official sample lacks it, and no anomaly is listed.
        scope.on_field(
            "needed_with",
            "SmallStatutesInformation",
            "001",
            severity=Severity.WARNING,
            other="WorkerType",
            value=worker_type,
        )
    _check_user(scope, features, committee)


def _check_user(scope: Scope, features: tuple[str, Node], committee: str) -> None:
    """90107: temporary agency work (committee 322), and no other, names the user."""
    place, node = features
    user = node.first("UsingEmployer")
    if (user is not None) != (committee == "322"):
        rule, error = ("forbidden_with", "005") if user is not None else ("needed_with", "001")
        scope.on_field(
            rule,
            "UsingEmployer",
            error,
            inside=features,
            other="JointCommissionNbr",
            value=committee or "-",
        )
    elif user is not None:
        by_name = bool(user.text("UsingEmployerName"))
        by_number = bool(user.text("UsingEmployerCompanyID").strip("0"))
        if by_name == by_number:
            inside = (f"{place}/UsingEmployer", user)
            scope.on_block("one_name", "352" if by_name else "351", inside=inside)


def _check_change(scope: Scope) -> None:
    """90378-360: an update gives a start, an end or other planned hours."""
    names = ("StartingDate", "StartingHour", "EndingDate", "EndingHour")
    planned = ("PlannedHoursNbr", "PlannedDaysNbr")
    if not any(scope.node.text(name) for name in names + planned):
        scope.on_block("nothing_changed", "360")
