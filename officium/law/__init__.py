"""Belgium: its grains, its glossary and its shelves, one folder per institution of the law.

A shelf is a `.py` of rules beside a `.toml` of dated figures and an `.examples.toml` that a payroll
officer can sign. Nothing is computed here: the engine binds and walks.
"""

from officium.law.again import explain_again
from officium.law.audit import GRADES, coverage
from officium.law.calendar import (
    Month,
    Quarter,
    days_from,
    open_day_after,
    open_days,
    public_holidays,
    working_day_after,
    working_days,
)
from officium.law.catalogue import facts, shelves, show
from officium.law.difference import differences
from officium.law.least import Least, least_given
from officium.law.leave import kinds as leave_kinds
from officium.law.library import belgium, law_folder, shelf_names, signed_examples
from officium.law.question import Answer, Question

__all__ = [
    "GRADES",
    "Answer",
    "Least",
    "Month",
    "Quarter",
    "Question",
    "belgium",
    "coverage",
    "days_from",
    "differences",
    "explain_again",
    "facts",
    "law_folder",
    "least_given",
    "leave_kinds",
    "open_day_after",
    "open_days",
    "public_holidays",
    "shelf_names",
    "shelves",
    "show",
    "signed_examples",
    "working_day_after",
    "working_days",
]
