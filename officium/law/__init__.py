"""Belgium: its grains, its glossary and its shelves, one folder per institution of the law.

A shelf is a `.py` of rules beside a `.toml` of dated figures and an `.examples.toml` that a payroll
officer can sign. Nothing is computed here: the engine binds and walks.
"""

from officium.law.calendar import (
    Month,
    Quarter,
    days_from,
    public_holidays,
    working_day_after,
    working_days,
)
from officium.law.library import belgium, law_folder, shelf_names
from officium.law.question import Answer, Question

__all__ = [
    "Answer",
    "Month",
    "Quarter",
    "Question",
    "belgium",
    "days_from",
    "law_folder",
    "public_holidays",
    "shelf_names",
    "working_day_after",
    "working_days",
]
