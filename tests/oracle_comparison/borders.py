"""Where the law of a book changes its mind: each threshold of the bound tree, reached by an amount.

A border is a node that compares an amount with a constant (a comparison, the lower or the higher of
two, a slice of a scale). With everything but one amount decided, where that amount makes
the node pass its constant is found by halving, on the walk in whole numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from officium.engine import Family, LawBook, Row, Sheet
from officium.engine.term import Term

COMPARISONS = {"less", "at_most", "greater", "at_least", "lower", "higher"}


def borders(book: LawBook) -> Iterator[tuple[Term, int]]:
    """Each amount of the tree that is compared with a constant, and the constant."""
    found: dict[tuple[int, int], tuple[Term, int]] = {}
    for bound in book.order:
        for way in bound.ways:
            for root in (way.formula, way.condition):
                for term in _nodes(root):
                    for node, at in _compared(term):
                        found[node.number, at] = (node, at)
    return iter(found.values())


def _nodes(root: Term | None) -> Iterator[Term]:
    todo, seen = [root] if root is not None else [], set()
    while todo:
        term = todo.pop()
        if term.number not in seen:
            seen.add(term.number)
            yield term
            todo.extend(term.args)


def _compared(term: Term) -> Iterator[tuple[Term, int]]:
    if term.op == "slice":
        for at in term.param[0]:
            yield term.args[0], at
    elif term.op in COMPARISONS:
        a, b = term.args
        for node, other in ((a, b), (b, a)):
            if node.grain is not None and other.low == other.high:
                yield node, other.low


def at_borders(book: LawBook, row_of: Callable[[int], Row], highest: int) -> list[int]:
    """The amounts in cents at which something passes its constant, up or down, and those beside them.

    `row_of` is the row as a function of the amount that is varied.
    """

    def reached(term: Term, at: int, cents: int) -> bool:
        return Family(book, Sheet(book, row_of(cents))).value(term, 0) >= at

    found: set[int] = set()
    for term, at in borders(book):
        low, high = 0, highest
        above = reached(term, at, high)
        if above == reached(term, at, low):
            continue
        while high - low > 1:
            middle = (low + high) // 2
            if reached(term, at, middle) == above:
                high = middle
            else:
                low = middle
        found |= {high - 1, high, high + 1}
    return sorted(found)
