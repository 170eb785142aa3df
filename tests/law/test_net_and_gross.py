"""From net to gross and back, and every place where more gross pay is less net pay.

The columns walk all pay from 1 000.00 to 8 000.00 cent by cent. Where a cent more of gross pay lowers
the net pay by more than roundings, a threshold of the law is crossed: it is named here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officium.engine import LawBook, Quantity, Scale, Sheet
from officium.engine.batch import Batch
from officium.engine.columns import Program
from officium.engine.family import Family
from officium.findings import BadInput
from officium.law import Question, belgium, least_given
from officium.law.completion import Completion
from officium.law.question import _default, _nested

LOWEST, HIGHEST = 100_000, 800_000
# A cent of contribution, a cent of tax and a cent of special contribution may be rounded up at once.
ROUNDINGS = 3
SINGLE: dict[str, Any] = {}
ONE_INCOME = {"is_couple": True, "spouse_income": "none", "dependent_children": "2"}
TWO_INCOMES = {"is_couple": True, "spouse_income": "full"}
PEOPLE = {
    "clerk alone": {"worker_status": "white_collar"} | SINGLE,
    "manual worker, two incomes": {"worker_status": "blue_collar"} | TWO_INCOMES,
    "clerk, one income, two children": {"worker_status": "white_collar"} | ONE_INCOME,
}
SPECIAL = ("special_single_scale", "special_one_income_scale", "special_two_incomes_scale")
BONUS = (
    "bonus_a_scale",
    "bonus_a_scale_blue_collar",
    "bonus_b_scale",
    "bonus_b_scale_blue_collar",
)


@cache
def asked(day: date, names: frozenset[str]) -> Completion:
    """The law of a month that is worked and paid at once, where these facts are known."""
    question = Question(belgium(), want=["net_pay"], on=day, paid=day, provisional=True)
    return question._completion(names | {"gross_pay"}, "")


def month(day: date, who: Mapping[str, Any]) -> tuple[LawBook, dict[str, Any]]:
    """The law book of a person's complete month, and all facts of it but the gross pay."""
    completion = asked(day, frozenset(who))
    known = dict(who)
    for name in completion.assumed:
        known[name] = _default(belgium(), known, name)
    return completion.book, known


@dataclass(frozen=True)
class Walk:
    """All facts by gross pay, from a lowest amount upward."""

    lowest: int
    found: Mapping[tuple[str, str], Any]

    def column(self, name: str) -> Any:
        return self.found[name, belgium().facts[name].grains[0]]


def walk(day: date, who: Mapping[str, Any], lowest: int, highest: int) -> Walk:
    """A person's month at every gross pay of a range, as columns."""
    book, known = month(day, who)
    size = highest - lowest + 1
    columns = {
        leaf.key: np.arange(lowest, highest + 1, dtype=np.int64)
        if leaf.fact.name == "gross_pay"
        else np.full(size, leaf.fact.whole(known[leaf.fact.name], leaf.fact.name), np.int64)
        for leaf in book.leaves
    }
    singly = np.arange(size + 1, dtype=np.int64)
    batch = Batch(size, dict.fromkeys(book.grains()[1:], singly), columns)
    return Walk(lowest, Program(book).run(batch))


def net_of(day: date, who: Mapping[str, Any], gross: int) -> int:
    """The net pay of one person, walked alone."""
    book, known = month(day, who)
    row = _nested(belgium(), known | {"gross_pay": gross}, book.root)
    return Family(book, Sheet(book, row, "net and gross")).fact("net_pay")


def bounds(day: date, figure: str, column: str) -> set[int]:
    """The thresholds of a scale in force on a day (cents)."""
    _, dated = belgium().figures[figure]
    scale = dated.on(day, None).value
    assert isinstance(scale, Scale)
    cells = scale.cells(column)
    assert all(isinstance(cell, Quantity) for cell in cells)
    return {cell.at(2, figure) for cell in cells}


def crossed(day: date, walked: Walk, at: int) -> str:
    """The threshold of the law between this gross pay and a cent more; empty: none is known."""
    found = {
        name: (int(walked.column(name)[at]), int(walked.column(name)[at + 1]))
        for name in ("special_contribution_base", "bonus_reference_wage", "annual_taxable_pay")
    }
    for figure in SPECIAL:
        below, above = found["special_contribution_base"]
        if any(below <= bound < above for bound in bounds(day, figure, "above")):
            return "special contribution"
    for figure in BONUS:
        _, dated = belgium().figures[figure]
        if day < dated.entries[0].start:
            continue
        below, above = found["bonus_reference_wage"]
        if any(below <= bound < above for bound in bounds(day, figure, "above")):
            return "employment bonus"
    below, above = found["annual_taxable_pay"]
    step = 12 * 1_500
    if day.year == 2022 and above == below + step:
        return "step of the tables of withholding tax"
    return ""


def falls(day: date, who: Mapping[str, Any], lowest: int, highest: int) -> dict[str, set[int]]:
    """The falls of the net pay that are more than roundings: threshold, and the falls in cents."""
    walked = walk(day, who, lowest, highest)
    rises = np.diff(walked.column("net_pay"))
    told: dict[str, set[int]] = {}
    for at in np.nonzero(rises < -ROUNDINGS)[0].tolist():
        told.setdefault(crossed(day, walked, at), set()).add(-int(rises[at]))
    return told


STEPS, MINIMUM, END = (
    "step of the tables of withholding tax",
    "special contribution",
    "employment bonus",
)
# Who, in January of which year: the thresholds at which a rise lowers the net pay, and by how much at most.
PLACES = {
    (2022, "clerk alone"): {STEPS: 802},
    (2022, "manual worker, two incomes"): {STEPS: 802, MINIMUM: 929},
    (2022, "clerk, one income, two children"): {STEPS: 803},
    (2023, "clerk alone"): {END: 4},
    (2023, "manual worker, two incomes"): {END: 4, MINIMUM: 514},
    (2023, "clerk, one income, two children"): {END: 5},
    (2024, "clerk alone"): {},
    (2024, "manual worker, two incomes"): {END: 4, MINIMUM: 514},
    (2024, "clerk, one income, two children"): {},
    (2025, "clerk alone"): {},
    (2025, "manual worker, two incomes"): {MINIMUM: 514},
    (2025, "clerk, one income, two children"): {},
}
# The other days from which the bonus or the special contribution has other figures.
CHANGES = [
    date(2022, 3, 31),
    date(2022, 4, 30),
    date(2022, 5, 31),
    date(2022, 8, 31),
    date(2022, 11, 30),
    date(2022, 12, 31),
    date(2023, 7, 31),
    date(2023, 11, 30),
    date(2024, 4, 30),
    date(2024, 5, 31),
    date(2025, 2, 28),
]


@pytest.mark.parametrize(("year", "who"), PLACES)
def test_more_pay_is_less_net_pay_at_these_thresholds_and_nowhere_else(year: int, who: str) -> None:
    """The contribution of two incomes begins at 1 095.10 with its minimum (9.30, since April 2022 5.15);
    the last cents of a bonus fall away at once; until 2022 tax went by steps of 15 euro."""
    found = falls(date(year, 1, 31), PEOPLE[who], LOWEST, HIGHEST)
    assert {threshold: max(cents) for threshold, cents in found.items()} == PLACES[year, who]


@pytest.mark.parametrize("day", CHANGES)
def test_nor_when_the_figures_change_inside_a_year(day: date) -> None:
    found = falls(day, PEOPLE["manual worker, two incomes"], LOWEST, 350_000)
    assert "" not in found
    assert found.get(MINIMUM, {0}) <= {514, 515, 929, 930}
    assert max(found.get(END, {0})) <= 6
    assert (STEPS in found) == (day.year == 2022)


def test_every_change_of_the_figures_in_the_reviewed_years_is_walked() -> None:
    starts = {
        entry.start
        for figure in (*SPECIAL, *BONUS)
        for entry in belgium().figures[figure][1].entries
        if date(2022, 1, 2) <= entry.start <= date(2025, 12, 31)
    }
    assert {start.replace(day=1) for start in starts} == {day.replace(day=1) for day in CHANGES}


@pytest.mark.parametrize("day", [date(2022, 1, 31), date(2024, 6, 30), date(2025, 1, 31)])
@pytest.mark.parametrize("who", PEOPLE)
def test_the_least_gross_pay_is_found_as_if_every_cent_had_been_tried(day: date, who: str) -> None:
    """Over all pay up to 5 000.00, for a thousand nets; the columns say which gross pay comes first."""
    nets = walk(day, PEOPLE[who], 0, 500_000).column("net_pay")
    for wanted in np.random.default_rng(2025).integers(50_000, 250_000, 1_000).tolist():
        exact = np.flatnonzero(nets == wanted)
        first = exact[0] if exact.size else np.flatnonzero(nets > wanted)[0]
        found = least_given(lambda gross: int(nets[gross]), wanted, day)
        assert (found.given, found.result) == (first, nets[first])


@settings(max_examples=12, deadline=None)
@given(
    day=st.sampled_from(
        [date(2022, 6, 30), date(2023, 9, 30), date(2024, 6, 30), date(2025, 3, 31)]
    ),
    who=st.sampled_from(sorted(PEOPLE)),
    gross=st.integers(LOWEST, HIGHEST),
)
def test_the_net_of_the_gross_of_a_net_is_that_net(day: date, who: str, gross: int) -> None:
    person = PEOPLE[who]
    net = net_of(day, person, gross)
    found = least_given(lambda pay: net_of(day, person, pay), net, day)
    assert found.result == net == net_of(day, person, found.given)
    assert found.given <= gross


def test_a_net_that_no_pay_reaches_is_refused() -> None:
    with pytest.raises(BadInput, match=r"no amount up to 1000000.00 results in 1.00"):
        least_given(lambda _: 0, 100, date(2025, 1, 31))


def test_where_no_pay_gives_the_net_exactly_the_next_above_it_is_taken() -> None:
    """Steps of ten cents: 1.05 is reached by none, 1.10 first at 110."""
    found = least_given(lambda gross: gross // 10 * 10, 105, date(2025, 1, 31))
    assert (found.given, found.result) == (110, 110)


def test_an_exact_net_is_preferred_to_a_lower_pay_that_gives_a_cent_more() -> None:
    nets = [0, 1, 3, 2, 4, *range(5, 5_000)]
    found = least_given(lambda gross: nets[gross], 2, date(2025, 1, 31))
    assert (found.given, found.result) == (3, 2)
