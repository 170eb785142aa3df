"""Families as columns: how many rows of each grain lie under which, and where a batch may be cut."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from officium.engine.book import LawBook
from officium.engine.door import Sheet
from officium.engine.row import Row

Key = tuple[str, str]
Column = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Batch:
    """Many families as columns.

    `offsets[grain][n]` is the first row of `grain` under parent row n (one longer than the parents);
    `columns` holds the given facts, int64, sorted by parent.
    """

    size: int
    offsets: Mapping[str, Column]
    columns: Mapping[Key, Column]

    @classmethod
    def of(cls, book: LawBook, rows: Sequence[Row]) -> Batch:
        """Columns from rows, through the same door as one family."""
        sheets = [Sheet(book, row, f"family {n}") for n, row in enumerate(rows)]
        offsets = {}
        for grain in book.grains()[1:]:
            counts: list[int] = []
            upper = book.country.grains.line(grain)[1]
            for sheet in sheets:
                mine = [0] * sheet.size(upper)
                for parent in sheet.parents(grain):
                    mine[parent] += 1
                counts.extend(mine)
            offsets[grain] = np.concatenate(([0], np.cumsum(counts, dtype=np.int64))).astype(
                np.int64
            )
        columns = {
            bound.key: np.array([v for sheet in sheets for v in sheet.column(bound.key)], np.int64)
            for bound in book.leaves
        }
        return cls(len(rows), offsets, columns)


class Layout:
    """Which rows of each grain lie under which, in one block of root rows."""

    def __init__(self, book: LawBook, offsets: Mapping[str, Column], first: int, last: int) -> None:
        self._line = book.country.grains.path
        self._starts: dict[tuple[str, str], Column] = {}
        self._parents: dict[tuple[str, str], Column] = {}
        self.rows: dict[str, slice] = {book.root: slice(first, last)}
        for grain in book.grains()[1:]:
            upper = book.country.grains.line(grain)[1]
            rows = self.rows[upper]
            starts = offsets[grain][rows.start : rows.stop + 1]
            self.rows[grain] = slice(int(starts[0]), int(starts[-1]))
            self._starts[upper, grain] = starts - starts[0]

    def count(self, grain: str) -> int:
        """How many rows of a grain the block has."""
        rows = self.rows[grain]
        return int(rows.stop - rows.start)

    def starts(self, upper: str, lower: str) -> Column:
        """Where the rows of `lower` under each row of `upper` begin; one longer than the uppers."""
        found = self._starts.get((upper, lower))
        if found is None:
            path = self._line(upper, lower)
            found = self.starts(path[-2], lower)[self.starts(upper, path[-2])]
            self._starts[upper, lower] = found
        return found

    def parents(self, upper: str, lower: str) -> Column:
        """For each row of `lower`, its row of `upper`."""
        found = self._parents.get((upper, lower))
        if found is None:
            starts = self.starts(upper, lower)
            found = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
            self._parents[upper, lower] = found
        return found


def blocks(book: LawBook, whole: Layout, size: int, block: int) -> list[tuple[int, int]]:
    """Root rows cut so that no grain has many more rows than `block` in one piece."""
    widest = max(book.grains(), key=whole.count)
    if widest == book.root:
        return [(n, min(n + block, size)) for n in range(0, size, block)]
    starts = whole.starts(book.root, widest)
    cuts = [0]
    while cuts[-1] < size:
        reach = int(np.searchsorted(starts, starts[cuts[-1]] + block, side="right")) - 1
        cuts.append(min(size, max(reach, cuts[-1] + 1)))
    return list(pairwise(cuts))
