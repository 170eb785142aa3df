"""The claim for educational leave: hours of each worker by month and school year, and what is given back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from officium.engine import LawError
from officium.language import plain
from officium.law import Question, belgium
from officium.payroll import PaidMonth, TrainingMonth, training_of

FILE = "claims/educational-leave.csv"
HEADING = (
    "school_year",
    "month",
    "staff_number",
    "inss",
    "contract",
    "establishment",
    "region",
    "hours",
    "reimbursement",
)


def training_claims(paid: Iterable[PaidMonth]) -> dict[str, bytes]:
    """The file of a period, by its path; none where nobody took educational leave.

    The reimbursement is left open where the region is not recorded, or its amount not known.
    """
    found = tuple(training_of(paid))
    if not found:
        return {}
    told = io.StringIO()
    lines = csv.writer(told, lineterminator="\n")
    lines.writerow(HEADING)
    for one in found:
        lines.writerow(
            (
                one.school_year,
                one.month,
                one.worker.staff_number,
                one.worker.inss,
                one.contract.number,
                one.contract.establishment,
                one.region or "",
                plain(one.hours, 2),
                _reimbursement(one),
            )
        )
    return {FILE: told.getvalue().encode()}


def _reimbursement(one: TrainingMonth) -> str:
    """What the region gives back for the hours; empty where it is not known."""
    if one.region is None:
        return ""
    question = Question(
        belgium(),
        want=("training_reimbursement",),
        on=one.month.first,
        paid=one.month.last,
        provisional=True,
    )
    given = {"training_region": one.region, "training_hours": plain(one.hours, 2)}
    try:
        return str(question.answer(given).results["training_reimbursement"])
    except LawError:
        return ""
