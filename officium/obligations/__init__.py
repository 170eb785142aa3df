"""Obligations: what late or wrong costs."""

from officium.obligations.breach import GROUNDS, Breach, Reference, SanctionReference
from officium.obligations.consequences import consequences, reference
from officium.obligations.cost import Consequence, Debtor, Kind, Waiver
from officium.obligations.cost import say as say_of_cost

__all__ = [
    "GROUNDS",
    "Breach",
    "Consequence",
    "Debtor",
    "Kind",
    "Reference",
    "SanctionReference",
    "Waiver",
    "consequences",
    "reference",
    "say_of_cost",
]
