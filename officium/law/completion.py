"""What a question may leave out: documented defaults, and what stands too high to be computed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from officium.engine import Country, LawBook, LawError
from officium.law.dependence import Dependence


@dataclass(frozen=True, slots=True)
class Completion:
    """A book in which nothing is missing, and the facts that take their default, in its order."""

    book: LawBook
    assumed: tuple[str, ...]


def complete(
    country: Country,
    dependence: Dependence,
    bind: Callable[[Collection[str]], LawBook],
    given: frozenset[str],
    where: str,
) -> Completion:
    """Bind what is given, and assume what has a default; refuses what is still missing.

    An established fact with a default is assumed where it cannot be computed. So tax can be asked of
    the taxable pay alone: no gross pay is known, and the employment bonus counts as none.
    """
    high: list[str] = []
    while True:
        names = given | set(high)
        book = bind(names)
        leaves = [bound.fact.name for bound in book.leaves]
        left_out = [name for name in dict.fromkeys(leaves) if name not in names]
        missing = [name for name in left_out if not _has_default(country, name, names)]
        if not missing:
            return Completion(book, (*high, *left_out))
        more = _too_high(country, dependence, book, given, missing)
        if not more:
            raise LawError(
                _refusal(country, dependence, book, given, missing),
                code="missing_fact",
                where=where,
            )
        high.extend(more)


def _has_default(country: Country, name: str, known: Collection[str]) -> bool:
    """Whether the default is a value, or a fact that is known or has a default itself."""
    default = country.facts[name].default
    if default is None or default not in country.facts:
        return default is not None
    return default in known or _has_default(country, default, known)


def _too_high(
    country: Country,
    dependence: Dependence,
    book: LawBook,
    given: frozenset[str],
    missing: Collection[str],
) -> list[str]:
    """Established facts with a default that rest on what is missing, and were not asked for.

    Who gives pay from which the fact is computed wants it computed; unless what was given comes after
    the fact, which then lies above it.
    """
    facts = country.facts
    pay = {name for name in given if facts[name].kind.unit and facts[name].default is None}
    found = []
    for name in (bound.fact.name for bound in book.order if bound.ways):
        beneath = dependence.beneath([name], given)
        if (
            facts[name].default is not None
            and beneath & set(missing)
            and not given.intersection(dependence.users(name))
            and (not beneath & pay or dependence.resting_on([name]) & given)
        ):
            found.append(name)
    return found


def _refusal(
    country: Country,
    dependence: Dependence,
    book: LawBook,
    given: frozenset[str],
    missing: Collection[str],
) -> str:
    """What is missing and who asks for it, by the names that people give."""
    wanted = {name for name, _ in book.want}
    bound = {b.fact.name for b in book.order}
    told: dict[str, list[str]] = {}
    for leaf in missing:
        if country.facts[leaf].default not in missing:
            told.setdefault(_as_given(country, dependence, leaf, bound - wanted), []).append(leaf)
    sentences = []
    for name, leaves in told.items():
        askers = [user for user in dependence.users(name) if user in bound - given]
        sentence = (
            f"{name} is needed by {' and '.join(askers[:2]) or 'the question'}, and not given"
        )
        if leaves != [name]:
            sentence += f" (nor {' and '.join(leaves)}, from which it is computed)"
        sentences.append(sentence)
    return "; ".join(sentences)


def _as_given(country: Country, dependence: Dependence, leaf: str, among: Collection[str]) -> str:
    """The nearest fact resting on a leaf that people usually give; else the leaf itself."""
    ring = [leaf]
    seen = set(ring)
    while ring:
        for name in ring:
            if country.facts[name].contract:
                return name
        ring = [u for name in ring for u in dependence.users(name) if u in among and u not in seen]
        seen.update(ring)
    return leaf
