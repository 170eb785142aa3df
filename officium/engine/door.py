"""The door: rows as given become whole numbers, complete and in range, or are refused."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from officium.engine.book import Bound, LawBook
from officium.engine.errors import LawError, near
from officium.engine.row import Row


class Sheet:
    """One family's given facts: a list per column, and which row belongs to which."""

    def __init__(self, book: LawBook, row: Row, where: str = "") -> None:
        self.book, self.where = book, where
        self._rows: dict[str, list[Row]] = {name: [] for name in book.grains()}
        self._parents: dict[str, list[int]] = {name: [] for name in book.grains()}
        self._columns: dict[tuple[str, str], list[int]] = {}
        self._place(book.root, row, 0)
        for bound in book.leaves:
            self._columns[bound.key] = [
                self._whole(bound, one, n) for n, one in enumerate(self._rows[bound.grain])
            ]

    def _place(self, grain: str, row: Row, parent: int) -> None:
        rows = self._rows[grain]
        rows.append(row)
        self._parents[grain].append(parent)
        mine = len(rows) - 1
        for name, children in row.children.items():
            known = self.book.country.grains.grains.get(name)
            if known is None or known.parent != grain:
                raise LawError(
                    f"rows of {name} do not stand under {grain}"
                    f"{near(name, self.book.country.grains.grains)}",
                    code="grain",
                    where=self.where,
                )
            if name not in self._rows:
                continue
            most = known.most
            if len(children) > most:
                raise LawError(
                    f"{len(children)} rows of {name}, at most {most} are allowed",
                    code="range",
                    where=self.where,
                )
            for child in children:
                self._place(name, child, mine)

    def _whole(self, bound: Bound, row: Row, n: int) -> int:
        fact = bound.fact
        if fact.name not in row.facts:
            raise LawError(
                f"{fact.name} is needed by {bound.asked_by}, and not given for row {n} of "
                f"{bound.grain}{near(fact.name, row.facts)}",
                code="missing_fact",
                where=self.where,
            )
        where = self.where
        if self.size(bound.grain) > 1:
            where = f"{where} {bound.grain} {n}".strip()
        return fact.whole(row.facts[fact.name], where)

    # --- what the walk asks --------------------------------------------------------------------
    def size(self, grain: str) -> int:
        """How many rows the family has of a grain."""
        return len(self._rows[grain])

    def value(self, bound: Bound, row: int) -> int:
        """A given fact."""
        return self._columns[bound.key][row]

    def column(self, key: tuple[str, str]) -> Sequence[int]:
        """A given fact on all rows."""
        return self._columns[key]

    def parents(self, grain: str) -> Sequence[int]:
        """The parent row of each row of a grain."""
        return self._parents[grain]

    def up(self, lower: str, upper: str, row: int) -> int:
        """The row of `upper` above a row of `lower`."""
        for grain in self.book.country.grains.line(lower):
            if grain == upper:
                return row
            row = self._parents[grain][row]
        raise AssertionError(f"{upper} is not above {lower}")

    def down(self, upper: str, lower: str, row: int) -> range:
        """The rows of `lower` below a row of `upper`."""
        first, last = row, row + 1
        for grain in self.book.country.grains.path(upper, lower)[1:]:
            parents = self._parents[grain]
            first, last = bisect_left(parents, first), bisect_left(parents, last)
        return range(first, last)
