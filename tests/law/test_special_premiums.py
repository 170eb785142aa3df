"""The ceilings of special premiums hold for the year, however it is cut into payments."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from officium.engine import Fact, Family, LawBook, Row, Sheet
from officium.law import belgium

CEILING = 416400
WANT = ("results_bonus_within_ceiling", "results_bonus_above_ceiling", "item_liable_pay")
BOOK = LawBook(
    belgium(),
    want=WANT,
    on=date(2025, 6, 1),
    paid=date(2025, 6, 30),
    given=["item_amount", "item_kind", "results_bonus_before"],
)
payments = st.lists(st.integers(-500_000, 900_000), min_size=1, max_size=6)


def _nothing(fact: Fact) -> Any:
    least = {"number": max(0, fact.low), "flag": False, "date": date(2025, 6, 1)}
    return least.get(fact.kind.nature, (fact.codes or ("",))[0])


def row(grain: str, facts: Mapping[str, Any], **below: Any) -> Row:
    """A row of a grain; what is not told is the least, no, the first code, or a day of the month."""
    rest = {leaf.fact.name: _nothing(leaf.fact) for leaf in BOOK.leaves if leaf.grain == grain}
    children = {name.replace("_", "-"): rows for name, rows in below.items()}
    return Row({**rest, **facts}, children)


def month(before: int, items: list[int]) -> tuple[int, int, list[int]]:
    """What of a month's advantages is within and above the ceiling, and of each line above it."""
    lines = [("premium", 10_000), *(("results_bonus", cents) for cents in items)]
    rows = [row("pay-item", {"item_kind": kind, "item_amount": cents}) for kind, cents in lines]
    whole = row(
        "worker-month",
        {"results_bonus_before": before},
        contract_month=(row("contract-month", {}, pay_item=tuple(rows)),),
    )
    family = Family(BOOK, Sheet(BOOK, whole, "a month"))
    within, above = (family.at(((fact, "worker-month"), 0)) for fact in WANT[:2])
    liable = [family.at((("item_liable_pay", "pay-item"), n)) for n in range(1, len(rows))]
    return within, above, liable


@given(payments)
def test_the_year_is_the_same_in_one_payment_and_in_many(items: list[int]) -> None:
    paid = within = above = 0
    for cents in items:
        month_within, month_above, _ = month(paid, [cents])
        paid, within, above = paid + cents, within + month_within, above + month_above
    assert (within, above) == (min(paid, CEILING), paid - min(paid, CEILING))


@given(st.integers(0, 600_000), payments)
def test_the_lines_of_a_month_are_cut_to_the_cent(before: int, items: list[int]) -> None:
    within, above, liable = month(before, items)
    assert within + above == sum(items)
    assert sum(liable) == above
    # Nothing is pay of a line that the line is not worth.
    assert all(
        min(0, cents) <= part <= max(0, cents) for cents, part in zip(items, liable, strict=True)
    )
