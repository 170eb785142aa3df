"""Given facts that cannot be true together: a part above its whole, a spouse of who has none."""

from __future__ import annotations

from collections.abc import Mapping

from officium.engine import Fact, Given

# Those counted in the first are counted in the second too.
_PARTS = (
    ("disabled_dependent_children", "dependent_children"),
    ("disabled_dependents_in_need_of_care", "dependents_in_need_of_care"),
    ("disabled_other_dependents", "other_dependents"),
)
# Where the second is nothing, the first cannot be anything.
_NEEDED = (
    ("bonus_days_paid", "bonus_days_possible"),
    ("bonus_hours_paid", "bonus_hours_full_time"),
)


def contradiction(known: Mapping[str, Fact], facts: Mapping[str, Given]) -> str:
    """What is wrong between given facts, each of which is sound; empty: nothing."""

    def whole(name: str) -> int:
        return known[name].whole(facts[name], name) if name in facts else 0

    for part, of in _PARTS:
        if part in facts and of in facts and whole(part) > whole(of):
            return f"{part} is more than {of}: those counted in it are counted in {of} too"
    for part, needed in _NEEDED:
        if part in facts and whole(part) > 0 and not whole(needed):
            return f"{part} is given and {needed} is nothing: give both"
    if whole("is_couple") and whole("is_single_parent"):
        return "is_single_parent and is_couple are both true: a single parent is in no couple"
    return ""
