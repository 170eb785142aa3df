"""The tree walked in whole numbers: one family, no NumPy, nothing that can overflow.

This is the payslip, the ground of the explanation, and the standing witness of the columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from officium.engine.book import Bound, LawBook, Way
from officium.engine.door import Sheet
from officium.engine.errors import LawError
from officium.engine.face import FACES
from officium.engine.parameter import Entry, weaker
from officium.engine.term import Term
from officium.engine.words.groups import shares

Key = tuple[str, str]
Place = tuple[Key, int]
"""A fact's column and a row: several contracts give one fact several rows."""


class Family:
    """One row of the root grain with all its descendants, as a sheet of given facts."""

    def __init__(self, book: LawBook, sheet: Sheet) -> None:
        self.book, self.sheet = book, sheet
        self._facts: dict[Place, int] = {}
        self._ways: dict[Place, Way] = {}
        self._values: dict[tuple[int, int], int] = {}
        for bound in book.order:
            for row in range(sheet.size(bound.grain)):
                self._facts[bound.key, row] = self._establish(bound, row)

    def fact(self, name: str, row: int = 0, grain: str | None = None) -> int:
        """The whole number of a fact on a row."""
        return self._facts[(name, grain or self.book.country.facts[name].grains[0]), row]

    def rows(self, key: Key) -> int:
        """On how many rows a fact stands."""
        return self.sheet.size(key[1])

    def at(self, place: Place) -> int:
        """The whole number of a place."""
        return self._facts[place]

    def way(self, place: Place) -> Way | None:
        """The way by which a fact was established on a row; None where it was given."""
        return self._ways.get(place)

    def _establish(self, bound: Bound, row: int) -> int:
        if not bound.ways:
            return self.sheet.value(bound, row)
        held = [w for w in bound.ways if w.condition is None or self.value(w.condition, row)]
        if len(held) != 1:
            many = "no text of the law" if not held else "more than one text of the law"
            raise LawError(
                f"{many} establishes {bound.fact.name} on row {row} of {bound.grain}",
                code="silence" if not held else "conflict",
                where=self.sheet.where,
            )
        way = held[0]
        if way.stop is not None:
            raise LawError(way.stop.message, code=way.stop.code, where=way.stop.where)
        value = self.value(way.formula, row)
        if not bound.fact.low <= value <= bound.fact.high:
            raise LawError(
                f"{bound.fact.name} comes to {bound.fact.text(value)}, outside its range "
                f"{bound.fact.text(bound.fact.low)} to {bound.fact.text(bound.fact.high)}",
                code="range",
                where=self.sheet.where,
            )
        self._ways[bound.key, row] = way
        return value

    def value(self, term: Term, row: int) -> int:
        """The whole number of a node on a row of its grain."""
        op = term.op
        if op == "fact":
            return self._facts[term.param, row]
        if op in ("number", "figure"):
            return term.low
        key = (term.number, row)
        found = self._values.get(key)
        if found is None:
            found = self._values[key] = self._walk(term, row)
        return found

    def _walk(self, term: Term, row: int) -> int:
        op, args = term.op, term.args
        if op == "spread":
            upper, lower = term.param
            return self.value(args[0], self.sheet.up(lower, upper, row) if upper else 0)
        if op == "where":
            return self.value(args[1] if self.value(args[0], row) else args[2], row)
        if op == "allocate":
            return self._part(term, row)
        face = FACES[op]
        if face.groups:
            below = self.sheet.down(term.grain or "", args[0].grain or "", row)
            values = [self.value(args[0], n) for n in below]
            rest = [self.value(arg, row) for arg in args[1:]]
            return face.whole([values, *rest], term.param)
        return face.whole([self.value(arg, row) for arg in args], term.param)

    def _part(self, term: Term, row: int) -> int:
        total, weights = term.args
        upper, lower = total.grain or "", term.grain or ""
        parent = self.sheet.up(lower, upper, row)
        below = self.sheet.down(upper, lower, parent)
        parts = shares(self.value(total, parent), [self.value(weights, n) for n in below])
        return parts[row - below.start]

    # --- what was taken ------------------------------------------------------------------------
    def taken(self, term: Term, row: int) -> Iterator[tuple[Term, int]]:
        """The leaves under a node on a row, through the branches taken and no others."""
        op, args = term.op, term.args
        if op in ("fact", "figure", "number"):
            yield term, row
            return
        if op == "slice":
            yield term, row
        if op == "spread":
            upper, lower = term.param
            yield from self.taken(args[0], self.sheet.up(lower, upper, row) if upper else 0)
            return
        if op == "where":
            yield from self.taken(args[0], row)
            yield from self.taken(args[1] if self.value(args[0], row) else args[2], row)
            return
        if op == "pick":
            yield from self.taken(args[0], row)
            yield from self.taken(self.chosen(term, row), row)
            return
        if op == "allocate":
            upper, lower = args[0].grain or "", term.grain or ""
            parent = self.sheet.up(lower, upper, row)
            yield from self.taken(args[0], parent)
            for n in self.sheet.down(upper, lower, parent):
                yield from self.taken(args[1], n)
            return
        if FACES[op].groups:
            for n in self.sheet.down(term.grain or "", args[0].grain or "", row):
                yield from self.taken(args[0], n)
            args = args[1:]
        for arg in args:
            yield from self.taken(arg, row)

    def chosen(self, term: Term, row: int) -> Term:
        """The argument that a `pick` takes on a row."""
        code = self.value(term.args[0], row)
        for codes, arg in zip(term.param, term.args[1:], strict=True):
            if code in codes:
                return arg
        raise LawError("a code outside the rule's scope", code="silence", where=self.sheet.where)

    def entries(self, root: Place) -> Mapping[str, Entry]:
        """All dated figures on which a fact rests, through all facts below it."""
        return self._below(root)[0]

    def given(self, root: Place) -> frozenset[str]:
        """The names of the given facts on which a fact rests, through the branches taken."""
        return frozenset(name for (name, _), _ in self._below(root)[1])

    def _below(self, root: Place) -> tuple[dict[str, Entry], set[Place]]:
        """The dated figures, and the given facts, on which a fact rests."""
        found: dict[str, Entry] = {}
        given: set[Place] = set()
        seen: set[Place] = set()
        todo = [root]
        while todo:
            place = todo.pop()
            way = self._ways.get(place)
            if way is None:
                given.add(place)
            if place in seen or way is None:
                continue
            seen.add(place)
            terms = [way.formula] if way.condition is None else [way.formula, way.condition]
            for term in terms:
                for leaf, row in self.taken(term, place[1]):
                    if leaf.entry is not None:
                        found[leaf.entry.figure] = leaf.entry
                    elif leaf.op == "fact":
                        todo.append((leaf.param, row))
        return found, given

    def standing(self, root: Place) -> str:
        """The weakest standing on which a fact rests."""
        weakest = "official"
        for entry in self.entries(root).values():
            weakest = weaker(weakest, entry.standing)
        return weakest
