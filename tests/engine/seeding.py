"""Rows made from the tree itself: every border and every exact half of a book is stepped upon.

Uniform chance meets a border once in ten thousand rows. So each node that can turn (a comparison, a
slice, the lower of two, a rounding) is sought: a given fact is moved until the node stands just below,
on and just above its turning point, on a row where the law does take that way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import gcd

from officium.engine import Bound, Country, Fact, Family, LawBook, LawError, Row, Sheet, Way
from officium.engine.term import Term

Place = tuple[tuple[str, int], ...]
"""The way down to a row: grain and child number, from the root."""
Move = Callable[[int], Row]

_ORDER = ("less", "at_most", "greater", "at_least", "lower", "higher")
_DIVISIONS = ("rounded", "quotient", "rounded_share")


@dataclass(frozen=True)
class Turn:
    """Where a node turns: at a border (`at`), or at a half on one side of nought (`sign`)."""

    bound: Bound
    way: Way
    node: Term
    at: int = 0
    sign: int = 0

    @property
    def name(self) -> str:
        """For people: `bonus: slice at 200000`."""
        where = f"half {self.sign:+}" if self.sign else f"at {self.at}"
        return f"{self.bound.fact.name}: {self.node.op} {where}"

    def distance(self, family: Family) -> int:
        """How far the node stands from its border, on the first row; of a division, twice its top."""
        node = self.node
        args = [family.value(arg, 0) for arg in node.args]
        if node.op.startswith("share_"):
            return args[4] - args[5]
        if node.op in _ORDER:
            return args[0] - args[1]
        if node.op in _DIVISIONS:
            return 2 * args[3 if node.op == "rounded_share" else 0]
        return args[0] - self.at

    def period(self, family: Family) -> int:
        """Twice the divisor: halves lie so far apart."""
        if self.node.op == "rounded":
            return 2 * int(self.node.param[0])
        return 2 * family.value(self.node.args[1 if self.node.op == "quotient" else 2], 0)


def turns(book: LawBook, fact: str) -> Iterator[Turn]:
    """Every turning point in the ways of a fact."""
    bound = next(bound for bound in book.order if bound.fact.name == fact)
    seen: set[tuple[int, int]] = set()
    for n, way in enumerate(bound.ways):
        for node in _nodes(way.formula):
            # Nodes of other facts have their own turn; the rest turns once per way.
            if (n, node.number) in seen or any(arg.grain is None for arg in node.args[:1]):
                continue
            seen.add((n, node.number))
            if node.op == "slice":
                keys = [key for key in node.param[0] if node.args[0].low < key]
                yield from (Turn(bound, way, node, key) for key in keys)
            elif node.op in _DIVISIONS:
                yield Turn(bound, way, node, sign=1)
                if node.low < 0:
                    yield Turn(bound, way, node, sign=-1)
            elif node.op in _ORDER or node.op.startswith("share_"):
                yield Turn(bound, way, node)


def _nodes(term: Term) -> Iterator[Term]:
    yield term
    for arg in term.args:
        yield from _nodes(arg)


def _set(row: Row, place: Place, name: str, value: int | date) -> Row:
    if not place:
        return replace(row, facts={**row.facts, name: value})
    (grain, n), rest = place[0], place[1:]
    below = list(row.children[grain])
    below[n] = _set(below[n], rest, name, value)
    return replace(row, children={**row.children, grain: tuple(below)})


def _places(row: Row, here: Place = ()) -> Iterator[tuple[Place, Row]]:
    yield here, row
    for grain, below in row.children.items():
        for n, child in enumerate(below):
            yield from _places(child, (*here, (grain, n)))


class Seeder:
    """Moves the given facts of base households until one fact stands at each of its turns."""

    def __init__(self, book: LawBook, country: Country, bases: Sequence[Row]) -> None:
        self._book, self._bases = book, bases
        clocks = country.clocks.values()
        self._movable = {
            bound.fact.name: bound.fact
            for bound in book.leaves
            if bound.fact.kind.nature in ("number", "date") and bound.fact.name not in clocks
        }

    def rows(self, turn: Turn) -> tuple[list[Row], bool]:
        """Households beside the turn, and whether one of them stands exactly on it."""
        beside: list[Row] = []
        for base in self._bases:
            if self._family(turn, base) is None:
                continue
            for fact, start, move in self._moves(base):
                found, on = (
                    self._halves(turn, fact, start, move)
                    if turn.sign
                    else self._border(turn, fact, start, move)
                )
                if on:
                    return found, True
                beside = beside or found
        found = self._searched(turn) if turn.sign else []
        return found or beside, bool(found)

    def _moves(self, base: Row) -> Iterator[tuple[Fact, int, Move]]:
        for place, row in _places(base):
            for name in row.facts:
                fact = self._movable.get(name)
                if fact is None:
                    continue

                def move(value: int, place: Place = place, fact: Fact = fact) -> Row:
                    is_day = fact.kind.nature == "date"
                    return _set(
                        base, place, fact.name, date.fromordinal(value) if is_day else value
                    )

                yield fact, fact.whole(row.facts[name], ""), move

    def _family(self, turn: Turn, row: Row) -> Family | None:
        """The household worked out, where the law takes the way of this turn on its first row."""
        try:
            family = Family(self._book, Sheet(self._book, row))
        except LawError:
            return None
        key = turn.bound.key
        return family if family.rows(key) and family.way((key, 0)) is turn.way else None

    def _distance(self, turn: Turn, row: Row) -> int | None:
        family = self._family(turn, row)
        return None if family is None else turn.distance(family)

    def _searched(self, turn: Turn) -> list[Row]:
        """A half that another rounding on the way hides: the pay items are tried cent by cent."""
        for base in self._bases:
            if self._family(turn, base) is None:
                continue
            for fact, start, move in self._moves(base):
                if fact.name == "item_pay":
                    tried = (start + n for n in range(4_000))
                    found = next(([move(v)] for v in tried if self._half(turn, move(v))), [])
                    if found:
                        return found
                    break
        return []

    def _half(self, turn: Turn, row: Row) -> bool:
        family = self._family(turn, row)
        if family is None:
            return False
        top, period = turn.distance(family), turn.period(family)
        on = bool(period) and abs(top) % period * 2 == period
        return on and (top > 0) == (turn.sign > 0)

    # --- borders: halve the way until the two neighbours on either side are known -----------------
    def _border(self, turn: Turn, fact: Fact, start: int, move: Move) -> tuple[list[Row], bool]:
        here = self._distance(turn, move(start))
        reach = 40_000 if fact.kind.nature == "date" else 2_000_000
        for end in (max(fact.low, start - reach), min(fact.high, start + reach)):
            there = self._distance(turn, move(end))
            if there == 0 and here:
                inward = 1 if end < start else -1
                return [move(end), move(end + inward)], True
            if here is None or there is None or (here < 0) == (there < 0):
                continue
            low, high = (start, end) if here < 0 else (end, start)
            while abs(high - low) > 1:
                middle = (low + high) // 2
                at = self._distance(turn, move(middle))
                if at is None:
                    return [], False
                low, high = (middle, high) if at < 0 else (low, middle)
            step = high - low
            around = [low - step, low, high, high + step]
            rows = [move(value) for value in around if fact.low <= value <= fact.high]
            return rows, self._distance(turn, move(high)) == 0
        return [], False

    # --- halves: the top moves evenly, so where it is half of the divisor is a congruence ----------
    def _halves(self, turn: Turn, fact: Fact, start: int, move: Move) -> tuple[list[Row], bool]:
        if start >= fact.high:
            return [], False
        family, beside = self._family(turn, move(start)), self._family(turn, move(start + 1))
        if family is None or beside is None:
            return [], False
        period, at = turn.period(family), turn.distance(family)
        slope = turn.distance(beside) - at
        if not period or not slope or turn.period(beside) != period:
            return [], False
        common = gcd(slope, period)
        if (period // 2 - at) % common:
            return [], False
        every = period // common
        first = (period // 2 - at) // common * pow(slope // common, -1, every) % every
        # The nearest, which is in the same slice, and those on either side of nought.
        beyond = (-at // slope - first) // every
        for n in (0, -1, beyond, beyond + 1, beyond - 1, beyond + 2):
            value = start + first + n * every
            if not fact.low < value < fact.high:
                continue
            if self._half(turn, move(value)):
                return [move(value - 1), move(value), move(value + 1)], True
        return [], False
