"""The machine: rules read once on terms, walked in columns, in whole numbers and in words.

It knows no country, no file layout and no database. NumPy is imported by `officium.engine.columns`
alone (and its `batch`), which is entered by name, so that reading one payslip needs no NumPy.
"""

from officium.engine.book import Bound, LawBook, Way
from officium.engine.country import Country, Shelf, country
from officium.engine.door import Sheet
from officium.engine.errors import LawError, near
from officium.engine.explain import explain, weakest
from officium.engine.family import Family
from officium.engine.glossary import Fact, fact
from officium.engine.grain import Grain, GrainTree
from officium.engine.kinds import KINDS, Kind, Quantity, quantity, unit_text
from officium.engine.naming import key_of
from officium.engine.parameter import STANDINGS, Entry, Figure, Scale, Table, figure, weaker
from officium.engine.row import Given, Row
from officium.engine.rule import Rule, rule
from officium.engine.showing import shown_fact, shown_unit
from officium.engine.words import (
    age_on,
    allocate,
    any_of,
    at_least_zero,
    count_of,
    day_after,
    days_between,
    higher_of,
    highest_of,
    lower_of,
    monday_after,
    months_after,
    months_between,
    pick,
    quotient,
    ratio,
    rounded,
    slice_of,
    total_of,
    where,
    years_between,
)
from officium.engine.words.groups import shares

__all__ = [
    "KINDS",
    "STANDINGS",
    "Bound",
    "Country",
    "Entry",
    "Fact",
    "Family",
    "Figure",
    "Given",
    "Grain",
    "GrainTree",
    "Kind",
    "LawBook",
    "LawError",
    "Quantity",
    "Row",
    "Rule",
    "Scale",
    "Sheet",
    "Shelf",
    "Table",
    "Way",
    "age_on",
    "allocate",
    "any_of",
    "at_least_zero",
    "count_of",
    "country",
    "day_after",
    "days_between",
    "explain",
    "fact",
    "figure",
    "higher_of",
    "highest_of",
    "key_of",
    "lower_of",
    "monday_after",
    "months_after",
    "months_between",
    "near",
    "pick",
    "quantity",
    "quotient",
    "ratio",
    "rounded",
    "rule",
    "shares",
    "shown_fact",
    "shown_unit",
    "slice_of",
    "total_of",
    "unit_text",
    "weaker",
    "weakest",
    "where",
    "years_between",
]
