"""The quarterly declaration to the NSSO (DmfA)."""

from officium.declarations.dmfa.declaration import (
    Contribution,
    Declaration,
    Deduction,
    NaturalPerson,
    Occupation,
    Remuneration,
    Service,
    StudentWork,
    UnrelatedContribution,
    WorkerRecord,
)
from officium.declarations.dmfa.original import SCHEMAS, dmfa_original
from officium.declarations.form import FormHead

__all__ = [
    "SCHEMAS",
    "Contribution",
    "Declaration",
    "Deduction",
    "FormHead",
    "NaturalPerson",
    "Occupation",
    "Remuneration",
    "Service",
    "StudentWork",
    "UnrelatedContribution",
    "WorkerRecord",
    "dmfa_original",
]
