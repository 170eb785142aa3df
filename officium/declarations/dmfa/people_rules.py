"""No person twice, and no number or line twice where the glossary allows one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from officium.declarations.dmfa.scope import Scope
from officium.declarations.node import Node, placed
from officium.declarations.quarter import quarter_code
from officium.findings import Severity

# A block, what makes two of them identical: the values of these fields.
_ALIKE: dict[str, tuple[str, ...]] = {
    "WorkerRecord": (
        "EmployerClass",
        "WorkerCode",
        "NOSSQuarterStartingDate",
        "NOSSQuarterEndingDate",
        "ActivityWithRisk",
        "LocalUnitID",
    ),
    "WorkerContribution": ("ContributionWorkerCode", "ContributionType"),
    "WorkerDeduction": ("DeductionCode", "DeductionRightStartingDate"),
    "OccupationDeduction": ("DeductionCode", "DeductionRightStartingDate"),
    "Service": ("ServiceCode",),
    "Remun": ("RemunCode", "BonusPaymentFrequency", "PercentagePaid"),
    "ContributionUnrelatedToNP": ("UnrelatedEmployerClass", "UnrelatedWorkerCode"),
}
_NUMBERED = {
    "NaturalPerson": "NaturalPersonSequenceNbr",
    "Occupation": "OccupationSequenceNbr",
    "Service": "ServiceSequenceNbr",
    "Remun": "RemunSequenceNbr",
    "CompanyVehicle": "CompanyVehicleSequenceNbr",
}


def check_people(scopes: Iterable[Scope]) -> None:
    """90017-006 over all forms of one employer and quarter; identical numbers and lines."""
    seen: dict[tuple[str, str, str], Node] = {}
    employers: dict[tuple[str, str], Node] = {}
    for scope in scopes:
        declaration = scope.declaration
        employer = declaration.text("NOSSRegistrationNbr").lstrip("0") or declaration.text(
            "CompanyID"
        )
        _check_employer(
            scope, employers.setdefault((employer, quarter_code(scope.quarter)), declaration)
        )
        for place, person in placed(scope.place, declaration, "NaturalPerson"):
            inss = person.text("INSS")
            first = seen.setdefault((employer, quarter_code(scope.quarter), inss), person)
            if first is not person and inss:
                scope.on_block(
                    "inss_twice", place, person, "006", value=inss, line=first.line or "?"
                )
        _check_siblings(scope, declaration, scope.place)


def _check_employer(scope: Scope, first: Node) -> None:
    """90007-006: a second form of one employer and quarter; a number of two enterprises."""
    declaration, line = scope.declaration, first.line or "?"
    if first is declaration:
        return
    number = declaration.text("NOSSRegistrationNbr")
    companies = {node.text("CompanyID").lstrip("0") for node in (first, declaration)} - {""}
    if len(companies) > 1:
        scope.on_field(
            "number_of_two", scope.place, declaration, "CompanyID", "", value=number, line=line
        )
    else:
        scope.on_block(
            "employer_twice",
            scope.place,
            declaration,
            "006",
            Severity.WARNING,
            value=number,
            line=line,
        )


def _check_siblings(scope: Scope, node: Node, place: str) -> None:
    for name in dict.fromkeys(child.name for child in node.children if child.children):
        siblings = list(placed(place, node, name))
        if name in _NUMBERED:
            field = _NUMBERED[name]
            for where, child, value in _repeated(siblings, _number_of(scope, field)):
                scope.on_field("number_twice", where, child, field, "006", value=value)
        if name in _ALIKE:
            for where, child, value in _repeated(siblings, _words_of(_ALIKE[name])):
                scope.on_block("block_twice", where, child, "006", name=name, value=value)
        for where, child in siblings:
            _check_siblings(scope, child, where)


def _number_of(scope: Scope, field: str) -> Callable[[Node], str]:
    def key(node: Node) -> str:
        number = scope.number(node, field)
        return "" if number is None else str(number)

    return key


def _words_of(fields: tuple[str, ...]) -> Callable[[Node], str]:
    def key(node: Node) -> str:
        return " ".join(f"{name} {node.text(name)}" for name in fields if node.text(name))

    return key


def _repeated(
    siblings: list[tuple[str, Node]], key: Callable[[Node], str]
) -> list[tuple[str, Node, str]]:
    """The siblings whose key an earlier one already has; an empty key is none."""
    seen: set[str] = set()
    repeated: list[tuple[str, Node, str]] = []
    for where, child in siblings:
        value = key(child)
        if value and value in seen:
            repeated.append((where, child, value))
        seen.add(value)
    return repeated
