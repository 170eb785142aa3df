"""The grain tree: which rows belong to which, and how many there may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from officium.engine.errors import LawError


@dataclass(frozen=True, slots=True)
class Grain:
    """One level of rows; `most` is the greatest number of children per parent."""

    name: str
    parent: str | None = None
    most: int = 1


class GrainTree:
    """All grains of a country, from the one that has no parent downward."""

    def __init__(self, grains: tuple[Grain, ...]) -> None:
        self.grains: Mapping[str, Grain] = {grain.name: grain for grain in grains}
        for grain in grains:
            if grain.parent is not None and grain.parent not in self.grains:
                raise LawError(f"grain {grain.name} has an unknown parent", code="grain")
        # Asked for each term of each rule: found once.
        self._lines = {name: tuple(self._upward(name)) for name in self.grains}

    def _upward(self, name: str) -> Iterator[str]:
        at: Grain | None = self.grains[name]
        while at is not None:
            yield at.name
            at = self.grains[at.parent] if at.parent else None

    def line(self, name: str) -> tuple[str, ...]:
        """The grain and its ancestors, nearest first."""
        return self._lines.get(name, ())

    def above(self, upper: str, lower: str) -> bool:
        """Whether `upper` is `lower` or one of its ancestors."""
        return upper in self.line(lower)

    def most(self, upper: str, lower: str) -> int:
        """How many rows of `lower` one row of `upper` may have."""
        path = self.line(lower)
        product = 1
        for name in path[: path.index(upper)]:
            product *= self.grains[name].most
        return product

    def path(self, upper: str, lower: str) -> tuple[str, ...]:
        """The grains from `upper` down to `lower`, both included."""
        line = self.line(lower)
        return tuple(reversed(line[: line.index(upper) + 1]))

    def deepest(self, names: list[str], where: str) -> str:
        """The one grain of `names` that has all others above it."""
        deepest = max(names, key=lambda name: len(self.line(name)))
        for name in names:
            if not self.above(name, deepest):
                raise LawError(
                    f"{name} and {deepest} are not on one line", code="grain", where=where
                )
        return deepest

    def root(self, names: list[str]) -> str:
        """The lowest grain that is above all of `names`."""
        shared = [name for name in self.line(names[0]) if all(self.above(name, n) for n in names)]
        if not shared:
            raise LawError(f"nothing is above all of {', '.join(sorted(names))}", code="grain")
        return shared[0]
