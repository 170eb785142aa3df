"""The kinds of absence that a record may bear: one file for each topic."""

from officium.payroll.absence_kinds import family, no_work, sickness
from officium.payroll.absence_kinds.kind import DETAILS, AbsenceKind

ABSENCE_KINDS: dict[str, AbsenceKind] = {**sickness.KINDS, **family.KINDS, **no_work.KINDS}

__all__ = ["ABSENCE_KINDS", "DETAILS", "AbsenceKind"]
