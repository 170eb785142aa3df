"""The tree walked in columns: a flat list of column operations over blocks of whole families.

Only this file and `batch` import NumPy. A block is cut on the root grain, so a family is never split.
Buffers of nodes are re-used as soon as their last reader is done, results are written in place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from officium.engine.batch import Batch, Column, Key, Layout, blocks
from officium.engine.book import Bound, LawBook
from officium.engine.errors import LawError
from officium.engine.face import FACES
from officium.engine.term import Term

__all__ = ["Batch", "Program"]


@dataclass(slots=True)
class _Step:
    """One node computed into a slot (or, with `result`, into the column of a fact)."""

    term: Term
    slot: int
    result: Key | None


class Program:
    """A book as column operations; made once, run on any number of batches."""

    def __init__(self, book: LawBook) -> None:
        self.book = book
        self._plan: list[_Step | Bound] = []
        self._slot: dict[int, int] = {}
        self._result: dict[int, Key] = {}
        self._pool: list[tuple[str, bool]] = []
        for bound in book.order:
            self._plan_fact(bound)
        self._assign_slots()

    # --- planning ------------------------------------------------------------------------------
    def _plan_fact(self, bound: Bound) -> None:
        if not bound.ways:
            return
        whole = len(bound.ways) == 1 and bound.ways[0].condition is None
        for way in bound.ways:
            if way.condition is not None:
                self._plan_term(way.condition, None)
            if whole:
                self._plan_term(way.formula, bound.key)
            else:
                for term in _gathered(way.formula):
                    self._plan_term(term, None)
        self._plan.append(bound)

    def _plan_term(self, term: Term, result: Key | None) -> None:
        if _is_leaf(term) or term.number in self._slot or term.number in self._result:
            return
        for arg in term.args:
            self._plan_term(arg, None)
        if result is not None and term.grain == result[1] and term.nature != "flag":
            self._result[term.number] = result
        else:
            self._slot[term.number] = -1
            result = None
        self._plan.append(_Step(term, -1, result))

    def _readers(self, item: _Step | Bound) -> list[Term]:
        if isinstance(item, _Step):
            return list(item.term.args)
        read: list[Term] = []
        for way in item.ways:
            read.extend(_gathered(way.formula) if way.condition is not None else [way.formula])
            if way.condition is not None:
                read.append(way.condition)
        return read

    def _assign_slots(self) -> None:
        last: dict[int, int] = {}
        for n, item in enumerate(self._plan):
            for term in self._readers(item):
                last[term.number] = n
        free: dict[tuple[str, bool], list[int]] = {}
        for n, item in enumerate(self._plan):
            if isinstance(item, _Step) and item.result is None:
                kind = (item.term.grain or "", item.term.nature == "flag")
                if not free.setdefault(kind, []):
                    free[kind].append(len(self._pool))
                    self._pool.append(kind)
                item.slot = self._slot[item.term.number] = free[kind].pop()
            for term in {t.number: t for t in self._readers(item)}.values():
                if term.number in self._slot and last[term.number] == n:
                    kind = (term.grain or "", term.nature == "flag")
                    free[kind].append(self._slot[term.number])

    # --- running -------------------------------------------------------------------------------
    def run(
        self,
        batch: Batch,
        *,
        block: int = 32_768,
        results: dict[Key, Column] | None = None,
    ) -> dict[Key, Column]:
        """All established facts of a batch. `results` are arrays of an earlier run, to be re-used."""
        book = self.book
        whole = Layout(book, batch.offsets, 0, batch.size)
        self._check_given(batch, whole)
        results = {} if results is None else results
        for bound in book.order:
            rows, held = whole.count(bound.grain), results.get(bound.key)
            if bound.ways and (held is None or len(held) < rows):
                results[bound.key] = np.empty(rows, np.int64)
        layouts = [
            Layout(book, batch.offsets, first, last)
            for first, last in blocks(book, whole, batch.size, block)
        ]
        # Every block computes in the same buffers, as long as the longest block needs.
        buffers = [
            np.empty(
                max((layout.count(grain) for layout in layouts), default=0),
                bool if flag else np.int64,
            )
            for grain, flag in self._pool
        ]
        for layout in layouts:
            _Block(self, layout, batch, results, buffers).run(self._plan)
        return {
            bound.key: results[bound.key][: whole.count(bound.grain)]
            for bound in book.order
            if bound.ways
        }

    def _check_given(self, batch: Batch, whole: Layout) -> None:
        for grain, offsets in batch.offsets.items():
            most = self.book.country.grains.grains[grain].most
            if len(offsets) > 1 and int(np.diff(offsets).max()) > most:
                raise LawError(f"more than {most} rows of {grain} under one row", code="range")
        for bound in self.book.leaves:
            column = batch.columns.get(bound.key)
            if column is None or len(column) != whole.count(bound.grain):
                raise LawError(
                    f"{bound.fact.name} is needed by {bound.asked_by}, and not given on all rows",
                    code="missing_fact",
                )
            _in_range(bound, column, 0)

    @property
    def pool(self) -> Sequence[tuple[str, bool]]:
        """Grain and flag-or-number of each buffer."""
        return self._pool

    def place(self, term: Term) -> tuple[int, Key | None]:
        """Where a computed node is kept: a slot, or the column of a fact."""
        return self._slot.get(term.number, -1), self._result.get(term.number)


class _Block:
    """One block under way."""

    def __init__(
        self,
        program: Program,
        layout: Layout,
        batch: Batch,
        results: Mapping[Key, Column],
        buffers: Sequence[Column],
    ) -> None:
        self._program, self._layout = program, layout
        self._slots = [
            buffer[: layout.count(grain)]
            for buffer, (grain, _) in zip(buffers, program.pool, strict=True)
        ]
        rows = layout.rows
        self._facts = {
            key: column[rows[key[1]]] for key, column in batch.columns.items() if key[1] in rows
        }
        self._facts |= {key: column[rows[key[1]]] for key, column in results.items()}
        self._gathered: dict[int, Any] | None = None
        self._picked: Column | None = None

    def run(self, plan: Sequence[_Step | Bound]) -> None:
        for item in plan:
            if isinstance(item, _Step):
                out = self._facts[item.result] if item.result else self._slots[item.slot]
                self._apply(item.term, out)
            else:
                self._establish(item)

    def _read(self, term: Term) -> Any:
        if self._gathered is not None and term.number in self._gathered:
            return self._gathered[term.number]
        if term.op == "fact":
            column = self._facts[term.param]
            return column.astype(bool) if term.nature == "flag" else column
        if term.grain is None:
            return _constant(term)
        slot, result = self._program.place(term)
        return self._facts[result] if result else self._slots[slot]

    def _apply(self, term: Term, out: Column) -> None:
        args = [self._read(arg) for arg in term.args]
        if term.op == "spread":
            upper, lower = term.param
            if upper:
                np.take(args[0], self._layout.parents(upper, lower), out=out, mode="clip")
            else:
                out[...] = args[0]
            return
        face = FACES[term.op]
        if not face.groups:
            face.column(np, out, args, term.param)
            return
        ends = (term.args[0].grain, term.grain)
        upper, lower = ends if term.op == "allocate" else (ends[1], ends[0])
        face.column(np, out, args, term.param, self._layout.starts(upper or "", lower or ""))

    def _establish(self, bound: Bound) -> None:
        out = self._facts[bound.key]
        if len(bound.ways) == 1 and bound.ways[0].condition is None:
            _, result = self._program.place(bound.ways[0].formula)
            if result != bound.key:
                out[...] = self._read(bound.ways[0].formula)
        else:
            self._by_ways(bound, out)
        if bound.checked:
            _in_range(bound, out, self._layout.rows[bound.grain].start)

    def _by_ways(self, bound: Bound, out: Column) -> None:
        covered = np.zeros(len(out), np.int8)
        for way in bound.ways:
            condition = True if way.condition is None else self._read(way.condition)
            condition = np.broadcast_to(condition, len(out))
            covered += condition
            picked = np.flatnonzero(condition)
            if len(picked):
                if way.stop is not None:
                    raise way.stop
                self._gather(way.formula, picked)
                out[picked] = self._inner(way.formula)
                self._gathered = None
        if len(out) and (covered.min() < 1 or covered.max() > 1):
            row = int(np.flatnonzero(covered != 1)[0])
            many = "no text" if covered[row] == 0 else "more than one text"
            raise LawError(
                f"{many} of the law establishes {bound.fact.name} on row "
                f"{row + self._layout.rows[bound.grain].start} of {bound.grain}",
                code="silence" if covered[row] == 0 else "conflict",
            )

    def _gather(self, formula: Term, picked: Column) -> None:
        gathered = {}
        for term in _gathered(formula):
            value = self._read(term)
            if np.ndim(value) and len(picked) < len(value):
                value = np.take(value, picked)
            gathered[term.number] = value
        self._gathered, self._picked = gathered, picked

    def _inner(self, term: Term) -> Any:
        """A node on the picked rows only: what a rule for few costs, few pay."""
        assert self._gathered is not None and self._picked is not None
        if term.number in self._gathered:
            return self._gathered[term.number]
        if term.grain is None:
            return _constant(term)
        args = [self._inner(arg) for arg in term.args]
        out = np.empty(len(self._picked), bool if term.nature == "flag" else np.int64)
        FACES[term.op].column(np, out, args, term.param)
        self._gathered[term.number] = out
        return out


def _is_leaf(term: Term) -> bool:
    return term.op == "fact" or term.grain is None


def _gathered(formula: Term) -> list[Term]:
    """The nodes that a gated formula reads from whole columns: facts, spreads, group words."""
    if formula.grain is None:
        return []
    if _is_leaf(formula) or formula.op == "spread" or FACES[formula.op].groups:
        return [formula]
    return list({t.number: t for arg in formula.args for t in _gathered(arg)}.values())


def _constant(term: Term) -> int:
    """A node that is the same on all rows."""
    if term.op in ("number", "figure"):
        return term.low
    return FACES[term.op].whole([_constant(arg) for arg in term.args], term.param)


def _in_range(bound: Bound, column: Column, first: int) -> None:
    if not len(column):
        return
    fact = bound.fact
    low, high = int(column.min()), int(column.max())
    if low < fact.low or high > fact.high:
        row = int(column.argmin() if low < fact.low else column.argmax())
        raise LawError(
            f"{fact.name} is {fact.text(int(column[row]))} on row {row + first} of {bound.grain}, outside "
            f"{fact.text(fact.low)} to {fact.text(fact.high)}",
            code="range",
        )
