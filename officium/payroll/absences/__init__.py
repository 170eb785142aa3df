"""Absences into the time of a month: the law says of each day what it is.

It is a question of its own to the law book, asked before the pay of the month: its answer are entries of
time, which stand beside those that were recorded.
"""

from officium.payroll.absences.day import AbsentDay, absence_on, misfit_of_absence
from officium.payroll.absences.resolve import AbsenceMonth, with_absences

__all__ = [
    "AbsenceMonth",
    "AbsentDay",
    "absence_on",
    "misfit_of_absence",
    "with_absences",
]
