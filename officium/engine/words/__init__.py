"""The closed vocabulary of the law: some twenty words, each with its four faces."""

from officium.engine.words.arithmetic import at_least_zero, higher_of, lower_of
from officium.engine.words.choice import pick, slice_of, where
from officium.engine.words.days import (
    age_on,
    day_after,
    days_between,
    monday_after,
    months_after,
    months_between,
    years_between,
)
from officium.engine.words.groups import allocate, any_of, count_of, highest_of, total_of
from officium.engine.words.rounding import quotient, ratio, rounded

__all__ = [
    "age_on",
    "allocate",
    "any_of",
    "at_least_zero",
    "count_of",
    "day_after",
    "days_between",
    "higher_of",
    "highest_of",
    "lower_of",
    "monday_after",
    "months_after",
    "months_between",
    "pick",
    "quotient",
    "ratio",
    "rounded",
    "slice_of",
    "total_of",
    "where",
    "years_between",
]
