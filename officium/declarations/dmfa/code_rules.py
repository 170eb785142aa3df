"""Codes in force in the quarter, and codes that belong together."""

from __future__ import annotations

from officium.declarations.codes import Code, code_list
from officium.declarations.dmfa.date_rules import severance_codes
from officium.declarations.dmfa.scope import Scope
from officium.declarations.node import Node, placed
from officium.declarations.quarter import quarter_code
from officium.findings import Severity

# Employer classes of third payers, who know neither the dates nor the hours nor the place of work.
_NO_DATES = ("099", "199", "299", "699", "898", "405")
_NO_HOURS = ("033", "099", "199", "299", "699")
_NO_PLACE = (*_NO_HOURS, "027", "028")
_BONUS_CODES = (2, 23, 45, 62)
_HOURS_REGISTERED_SINCE = 20053
_STUDENT_HOURS_SINCE = 20171
_PLACE_SINCE, _STUDENT_PLACE_SINCE = 20141, 20151
_HOLDS = {
    "ordinary": ("Occupation",),
    "student": ("StudentContribution",),
    "dismissed": ("DismissedStatutoryWorkerContribution",),
    "indemnity": ("ComplementaryIndemnity", "EarlyRetirementContribution"),
    "fedris": ("IndemnityWAPM",),
}
_BY_LEVEL = {"record": "WorkerDeduction", "occupation": "OccupationDeduction"}


def check_codes(scope: Scope) -> None:
    """Annexes 2, 3, 4, 7, 8, 21, 26, 27 and 35, and the combinations that the glossary states."""
    place, declaration = scope.place, scope.declaration
    for below, line in placed(place, declaration, "ContributionUnrelatedToNP"):
        _in_force(scope, below, line, "UnrelatedEmployerClass", "employer_classes", "034")
        _used_as(scope, below, line, "UnrelatedWorkerCode", "unrelated")
    for below, record in scope.records():
        _in_force(scope, below, record, "EmployerClass", "employer_classes", "034")
        entries = _used_as(scope, below, record, "WorkerCode", "record")
        _check_holds(scope, below, record, entries)
        for where, occupation in placed(below, record, "Occupation"):
            _check_presence(scope, where, occupation, record.text("EmployerClass"))
            _check_occupation(scope, where, occupation)
            _check_deductions(scope, where, occupation, "occupation")
        for where, line in placed(below, record, "WorkerContribution"):
            entries = _used_as(scope, where, line, "ContributionWorkerCode", "contribution")
            _check_basis(scope, where, line, entries)
            _check_type(scope, where, line)
        for where, student in placed(below, record, "StudentContribution"):
            _check_student(scope, where, student)
        _check_deductions(scope, below, record, "record")


def _in_force(
    scope: Scope, place: str, node: Node, name: str, list_name: str, late: str, width: int = 0
) -> list[Code]:
    """The entries of a code; a finding where it is unknown, or not in force (error `late`)."""
    value = node.text(name).lstrip("0").zfill(width) if width else node.text(name)
    held = code_list(list_name)
    entries = held.in_force(value, int(quarter_code(scope.quarter)))
    if value and not entries:
        if value in held.additions:
            if scope.remarks.first_time("added_code", value):
                scope.on_field(
                    "added_code",
                    place,
                    node,
                    name,
                    "",
                    Severity.INFO,
                    value=value,
                    edition=held.edition,
                )
        elif value in held.codes:
            scope.on_field(
                "code_not_in_force",
                place,
                node,
                name,
                late,
                value=value,
                quarter=quarter_code(scope.quarter),
                edition=held.edition,
            )
        else:
            scope.on_field(
                "unknown_code", place, node, name, "008", value=value, edition=held.edition
            )
    return entries


def _used_as(scope: Scope, place: str, node: Node, name: str, use: str) -> list[Code]:
    """The entries of a worker code that may be used so: as a record, a contribution, unrelated."""
    entries = _in_force(scope, place, node, name, "worker_codes", "035")
    accepted = {"record": ("record", "both"), "contribution": ("contribution", "both")}
    fitting = [entry for entry in entries if entry.says["use"] in accepted.get(use, (use,))]
    if entries and not fitting:
        edition = code_list("worker_codes").edition
        scope.on_field("code_use", place, node, name, "008", value=node.text(name), edition=edition)
    return fitting


def _check_holds(scope: Scope, place: str, record: Node, entries: list[Code]) -> None:
    """90015-030 and its like: the worker code decides which blocks the record holds."""
    kinds = {entry.says["record"] for entry in entries} & _HOLDS.keys()
    fitting = [name for kind in sorted(kinds) for name in _HOLDS[kind]]
    held = [name for names in _HOLDS.values() for name in names if record.first(name)]
    if kinds and held and not set(held) & set(fitting):
        where, block = next(placed(place, record, held[0]))
        code, names = record.text("WorkerCode"), ", ".join(fitting)
        scope.on_block("record_holds", where, block, "030", code=code, names=names)


def _check_basis(scope: Scope, place: str, line: Node, entries: list[Code]) -> None:
    """00084-001: the ordinary contribution is a part of a base, which must be told."""
    ordinary = any(entry.says["record"] == "ordinary" for entry in entries)
    if ordinary and line.first("ContributionCalculationBasis") is None:
        scope.on_field(
            "needed_with",
            place,
            line,
            "ContributionCalculationBasis",
            "001",
            other="ContributionWorkerCode",
            value=line.text("ContributionWorkerCode"),
        )


def _check_type(scope: Scope, place: str, line: Node) -> None:
    """00083-084: the types that a contribution code allows, whatever the employer class."""
    code, value = line.text("ContributionWorkerCode"), line.text("ContributionType")
    held, quarter = code_list("contribution_types"), int(quarter_code(scope.quarter))
    entries = held.in_force(code, quarter) + held.in_force(code[:1] + "xx", quarter)
    types = sorted({entry.says["type"] for entry in entries})
    if types and value.lstrip("0") not in {kind.lstrip("0") for kind in types}:
        words = ", ".join(types)
        scope.on_field(
            "contribution_type",
            place,
            line,
            "ContributionType",
            "084",
            value=value,
            code=code,
            types=words,
        )


def _check_presence(scope: Scope, place: str, occupation: Node, employer_class: str) -> None:
    """00044, 00048, 00049, 00042: what every occupation tells, unless a third party pays."""
    quarter = int(quarter_code(scope.quarter))
    needed = {
        "OccupationStartingDate": employer_class not in _NO_DATES,
        "RefMeanWorkingHours": quarter >= _HOURS_REGISTERED_SINCE
        and employer_class not in _NO_HOURS,
        "MeanWorkingHours": quarter >= _HOURS_REGISTERED_SINCE and employer_class not in _NO_HOURS,
        "LocalUnitID": quarter >= _PLACE_SINCE and employer_class not in _NO_PLACE,
    }
    for name, is_needed in needed.items():
        if is_needed and occupation.first(name) is None:
            scope.on_field("absent", place, occupation, name, "001", parent="Occupation")


def _check_occupation(scope: Scope, place: str, occupation: Node) -> None:
    _in_force(scope, place, occupation, "JointCommissionNbr", "joint_committees", "035")
    _in_force(scope, place, occupation, "WorkerStatus", "worker_statuses", "034")
    _in_force(scope, place, occupation, "EmploymentPromotion", "employment_measures", "008")
    part_time = occupation.text("ContractType") == "1"
    for where, service in placed(place, occupation, "Service"):
        _in_force(scope, where, service, "ServiceCode", "service_codes", "008", width=3)
        if part_time and service.first("ServiceNbrHours") is None:
            scope.on_field(
                "needed_with",
                where,
                service,
                "ServiceNbrHours",
                "001",
                other="ContractType",
                value="1",
            )
    remunerations = list(placed(place, occupation, "Remun"))
    for where, remun in remunerations:
        if _in_force(scope, where, remun, "RemunCode", "remuneration_codes", "008", width=3):
            _check_bonus(scope, where, remun)
    severance = severance_codes(scope, occupation)
    if severance and len(remunerations) > len(severance):
        scope.on_block("severance_alone", place, occupation, "169", value=severance[0])


def _check_bonus(scope: Scope, place: str, remun: Node) -> None:
    """00068: how often a bonus is paid is said of a bonus, and of nothing else."""
    code = scope.number(remun, "RemunCode")
    given = remun.first("BonusPaymentFrequency") is not None
    if code is None or (code in _BONUS_CODES) == given:
        return
    rule, error = ("forbidden_with", "029") if given else ("needed_with", "001")
    scope.on_field(
        rule, place, remun, "BonusPaymentFrequency", error, other="RemunCode", value=code
    )


def _check_student(scope: Scope, place: str, student: Node) -> None:
    """00078 and 01158: days until 2016, hours since 2017; 00042: the place since 2015."""
    if (
        int(quarter_code(scope.quarter)) >= _STUDENT_PLACE_SINCE
        and student.first("LocalUnitID") is None
    ):
        scope.on_field("absent", place, student, "LocalUnitID", "001", parent="StudentContribution")
    in_hours = int(quarter_code(scope.quarter)) >= _STUDENT_HOURS_SINCE
    name = "StudentNbrDays" if in_hours else "StudentHoursNbr"
    if student.first(name) is not None:
        scope.on_field(
            "forbidden_with",
            place,
            student,
            name,
            "008",
            other="Quarter",
            value=quarter_code(scope.quarter),
        )


def _check_deductions(scope: Scope, place: str, node: Node, level: str) -> None:
    """Annex 4: where a deduction stands, and which of its fields are needed or forbidden."""
    quarter = int(quarter_code(scope.quarter))
    for where, deduction in placed(place, node, _BY_LEVEL[level]):
        _in_force(scope, where, deduction, "DeductionCode", "deductions", "034", width=4)
        value = deduction.text("DeductionCode").lstrip("0").zfill(4)
        entries = code_list("deductions").in_force(value, quarter)
        if not entries:
            continue
        if level not in {entry.says["level"] for entry in entries}:
            scope.on_field(
                "deduction_level",
                where,
                deduction,
                "DeductionCode",
                "008",
                value=value,
                block=_BY_LEVEL[entries[0].says["level"]],
            )
        for column, name in (
            ("basis", "DeductionCalculationBasis"),
            ("amount", "DeductionAmount"),
            ("right", "DeductionRightStartingDate"),
        ):
            given = deduction.first(name) is not None
            says = {entry.says[column] for entry in entries}
            if says == {"yes"} and not given:
                rule, error = "needed_with", "001"
            elif says == {"no"} and given:
                rule, error = "forbidden_with", "062"
            else:
                continue
            scope.on_field(rule, where, deduction, name, error, other="DeductionCode", value=value)
