"""Worker-months from gross to net: in columns against a memory copy of the same columns, and alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from time import perf_counter

import numpy as np

from officium.engine import Fact, LawBook
from officium.engine.columns import Batch, Column, Program
from officium.law import Question, belgium

ON, PAID = date(2025, 2, 1), date(2025, 2, 28)
WANT = (
    "employee_contribution_due",
    "employment_bonus_a",
    "employment_bonus_b",
    "employment_bonus",
    "employee_contribution",
    "taxable_pay",
    "withholding_tax_on_scale",
    "fiscal_employment_bonus",
    "withholding_tax",
    "special_contribution",
    "net_pay",
)
ONE = {
    "worker_status": "white_collar",
    "gross_pay": "2450.00",
    "bonus_days_possible": "20",
    "dependent_children": "2",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """What was done so many times in so many seconds."""

    what: str
    times: int
    seconds: float


def best(what: str, times: int, run: Callable[[], object], tries: int = 3) -> Measure:
    """The shortest of several tries."""
    taken = []
    for _ in range(tries):
        start = perf_counter()
        run()
        taken.append(perf_counter() - start)
    return Measure(what, times, min(taken))


def month_book() -> LawBook:
    """All that the contract of names establishes for a month, from the pay for work."""
    return LawBook(
        belgium(), want=WANT, given=["pay_for_work", "public_holiday_pay"], on=ON, paid=PAID
    )


def worker_months(book: LawBook, size: int, one_in: int) -> Batch:
    """As many people with one contract each: pays, statuses, families and days as they are mixed.

    One in `one_in` has a line of pay, a year-end premium; 0: nobody has one.
    """
    rng = np.random.default_rng(2025)
    lines = (np.arange(size) % one_in == 0).astype(np.int64) if one_in else np.zeros(size, np.int64)
    # Nobody's terms change inside the month, and nobody's pay is attached.
    nobody = ("earlier-terms", "children-form", "attachment-rank", "attachment")
    sizes = {"pay-item": int(lines.sum()), **dict.fromkeys(nobody, 0)}
    item_kind = belgium().facts["item_kind"].codes.index("year_end_premium")
    by_kind = belgium().facts["exceptional_kind"].codes.index("by_kind")
    days = rng.choice([2000, 2000, 2000, 1900, 1500, 1000], size)
    drawn = {
        "pay_for_work": rng.integers(1_500_00, 6_000_00, size),
        "item_kind": np.full(sizes["pay-item"], item_kind),
        "exceptional_kind": np.full(sizes["pay-item"], by_kind),
        "recorded_amount": rng.integers(1_500_00, 6_000_00, sizes["pay-item"]),
        "worker_status": rng.integers(0, 2, size),
        "bonus_days_possible": np.full(size, 2000),
        "bonus_days_paid": days,
        "dependent_children": rng.choice([0, 0, 0, 1, 2, 3], size),
        "is_couple": rng.integers(0, 2, size),
        "spouse_income": rng.choice([0, 3, 3], size),
    }
    columns = {
        leaf.key: drawn[leaf.fact.name].astype(np.int64)
        if leaf.fact.name in drawn
        else np.full(sizes.get(leaf.key[1], size), _default(leaf.fact), np.int64)
        for leaf in book.leaves
    }
    offsets: dict[str, Column] = {
        "contract-month": np.arange(size + 1),
        "pay-item": np.concatenate([[0], np.cumsum(lines)]),
        **{grain: np.zeros(size + 1, np.int64) for grain in nobody},
        # Its parent has no row.
        "attachment": np.zeros(1, np.int64),
    }
    return Batch(size, offsets, columns)


def _default(fact: Fact) -> int:
    return fact.whole(fact.default or "0", "")


def in_columns(size: int, one_in: int) -> tuple[Measure, Measure, int]:
    """The month of many people, and a copy of all the columns that it reads and writes; their count."""
    book = month_book()
    batch, program = worker_months(book, size, one_in), Program(book)
    results = program.run(batch)
    touched = [*batch.columns.values(), *results.values()]
    copies = [np.empty_like(column) for column in touched]

    def copy() -> None:
        for source, target in zip(touched, copies, strict=True):
            np.copyto(target, source)

    return (
        best(
            f"months in columns, {_who(one_in)}", size, lambda: program.run(batch, results=results)
        ),
        best("memory copy of the same columns", size, copy, tries=9),
        len(touched),
    )


def _who(one_in: int) -> str:
    return {0: "no line of pay", 1: "a line of pay each"}.get(one_in, f"a line for one in {one_in}")


def evaluated(times: int) -> tuple[Measure, Measure]:
    """One object of facts answered again and again by one question, and by a new question each time."""
    question = Question(belgium(), want=WANT, on=ON, paid=PAID)

    def asked_again() -> None:
        for _ in range(times):
            question.answer(ONE)

    def asked_anew() -> None:
        for _ in range(times):
            Question(belgium(), want=WANT, on=ON, paid=PAID).answer(ONE)

    return (
        best("evaluate, one object", times, asked_again),
        best("evaluate, one object, law bound anew", times, asked_anew),
    )
