"""An explanation as text: each fact with its formula, and under it all that it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from officium.cli.wording import say

INDENT = "    "


def reached(facts: Mapping[str, Any], roots: Sequence[str]) -> dict[str, Any]:
    """The facts on which the roots rest, each root before what it uses."""
    found: dict[str, Any] = {}
    todo = list(reversed(roots))
    while todo:
        key = todo.pop()
        if key not in found:
            found[key] = facts[key]
            todo.extend(reversed(facts[key]["uses"]))
    return found


def unfold(
    facts: Mapping[str, Any],
    roots: Sequence[str],
    language: str,
    folded: Collection[str] = (),
) -> Iterator[str]:
    """The lines of the tree below the roots; a fact that was told already is only named.

    `folded` are keys that stay closed below the roots: each is a line that can be asked itself.
    """
    told: set[str] = set()
    todo = [(key, 0) for key in reversed(roots)]
    while todo:
        key, depth = todo.pop()
        fact = facts[key]
        margin = INDENT * depth
        unit = f" {fact['shown_unit']}" if fact["shown_unit"] else ""
        head = f"{margin}{key}  {fact['shown']}{unit}"
        if fact["given"]:
            yield f"{head}    {fact['name']} ({say('fact.given', language)})"
        elif key in told:
            yield f"{head}    {fact['name']} ({say('fact.see_above', language)})"
        elif key in folded and depth:
            own = say("unfold.closed", language, key=key)
            yield f"{head}    {fact['name']} ({own})"
        else:
            told.add(key)
            yield f"{head} = {fact['formula']}    {fact['name']}"
            for line in _beneath(fact, language):
                yield f"{margin}  {line}"
            todo.extend((used, depth + 1) for used in reversed(fact["uses"]))


def _beneath(fact: Mapping[str, Any], language: str) -> Iterator[str]:
    for step in fact["steps"]:
        yield f"{step['value']} = {step['formula']}"
    yield from fact["rounding"]
    yield from fact["because"]
    for figure in fact["figures"]:
        standing = say(f"standing.{figure['standing']}", language)
        when = period(figure["from"], figure["until"], language)
        yield f"§ {figure['title']}: {figure['shown']} ({when}; {standing}; {figure['source']})"
    yield f"[{fact['law']}: {fact['source']}; {period(fact['since'], None, language)}]"


def period(since: str, until: str | None, language: str) -> str:
    """From when, and until when where that is known."""
    if until is None:
        return say("rule.from", language, since=since)
    return say("rule.from_until", language, since=since, until=until)
