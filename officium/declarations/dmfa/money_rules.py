"""The net amount is what the lines add up to, and no employer class is owed money."""

from __future__ import annotations

from collections import Counter

from officium.declarations.dmfa.scope import Scope
from officium.declarations.node import Node
from officium.language import number

_CONTRIBUTIONS = {
    "WorkerContribution": "ContributionAmount",
    "ComplIndemnityContribution": "ContributionAmount",
    "StudentContribution": "StudentContributionAmount",
    "DismissedStatutoryWorkerContribution": "GrossRefRemunContributionAmount",
    "EarlyRetirementContribution": "EarlyRetirementContributionAmount",
}
_DEDUCTIONS = ("WorkerDeduction", "OccupationDeduction")


def check_money(scope: Scope) -> None:
    """00015-007: the declared net amount; 00015-011: the balance of each employer class."""
    contributions: Counter[str] = Counter()
    deductions: Counter[str] = Counter()
    for _, record in scope.records():
        employer_class = record.text("EmployerClass")
        owed, less = _amounts(scope, record)
        contributions[employer_class] += owed
        deductions[employer_class] += less
    for line in scope.declaration.every("ContributionUnrelatedToNP"):
        amount = scope.number(line, "UnrelatedAmount") or 0
        contributions[line.text("UnrelatedEmployerClass")] += amount
    _check_net(scope, contributions.total(), deductions.total())
    for employer_class, less in deductions.items():
        if less > contributions[employer_class]:
            scope.on_field(
                "negative_balance",
                scope.place,
                scope.declaration,
                "NetOwedAmount",
                "011",
                employer_class=employer_class,
                amount=_shown(scope, less - contributions[employer_class]),
            )


def _check_net(scope: Scope, contributions: int, deductions: int) -> None:
    declared = scope.number(scope.declaration, "NetOwedAmount")
    if declared is None:
        return
    computed = contributions - deductions
    # Whether the compensation of 2023 is already in the net amount is written nowhere we know.
    compensation = scope.declaration.first("EmployerCompensation")
    granted = scope.number(compensation, "CompensationAmount") or 0 if compensation else 0
    if declared not in (computed, computed - granted):
        scope.on_field(
            "net_amount",
            scope.place,
            scope.declaration,
            "NetOwedAmount",
            "007",
            declared=_shown(scope, declared),
            contributions=_shown(scope, contributions),
            deductions=_shown(scope, deductions),
            computed=_shown(scope, computed),
        )


def _amounts(scope: Scope, record: Node) -> tuple[int, int]:
    """What the lines of a worker record owe, and what its deductions take off, in cents."""
    owed = less = 0
    for node in record.within():
        if node.name in _CONTRIBUTIONS:
            owed += scope.number(node, _CONTRIBUTIONS[node.name]) or 0
        elif node.name in _DEDUCTIONS:
            less += scope.number(node, "DeductionAmount") or 0
    return owed, less


def _shown(scope: Scope, cents: int) -> str:
    return number(cents, 2, scope.remarks.language)
