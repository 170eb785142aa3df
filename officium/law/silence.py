"""For whom the law held here does not speak: said by the codes that were given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from officium.engine import Given, LawBook


def unspoken(book: LawBook, facts: Mapping[str, Given]) -> str:
    """Which code leaves a fact without a text of the law, and which codes have one; else empty."""
    for bound in book.order:
        scopes = [way.rule.scope for way in bound.ways]
        if not scopes or any(_holds(scope, facts) for scope in scopes):
            continue
        for name in scopes[0]:
            spoken = dict.fromkeys(code for scope in scopes for code in scope.get(name, ()))
            if name in facts and facts[name] not in spoken:
                return (
                    f"no text of the law held here establishes {bound.fact.name} where {name} is "
                    f"{facts[name]}: only for {', '.join(spoken)}"
                )
    return ""


def _holds(scope: Mapping[str, Sequence[str]], facts: Mapping[str, Given]) -> bool:
    """Whether a scope is met; one that asks for a fact not given is left to the walk."""
    return all(name not in facts or facts[name] in codes for name, codes in scope.items())
