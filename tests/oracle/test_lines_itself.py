"""The oracle of lines reproduces what its sources print, and its people notice each misreading."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_EVEN
from decimal import Decimal as D
from itertools import islice
from typing import Any

import pytest

from . import Unknown, figures_lines, line_amounts, lines
from .arithmetic import CENT
from .line_people import people_with_lines
from .lines import Line, line_of, month_of_lines


def contract(**more: Any) -> dict[str, Any]:
    return {
        "worker_status": "white_collar",
        "monthly_pay": D("3000.00"),
        "pay_for_work": D("3000.00"),
        "weekly_hours": D(38),
        "days_per_week": D(5),
        "bonus_days_paid": D(21),
        "bonus_days_possible": D(21),
        "service_months": 144,
        "service_years": 25,
        "year_end_premium_rule": "by_agreement",
        "lines": [],
        **more,
    }


def line(kind: str, **quantities: str) -> dict[str, Any]:
    return {"item_kind": kind, **{name: D(value) for name, value in quantities.items()}}


def alone(kind: str, **quantities: str) -> Line:
    return line_of(line(kind, **quantities), contract())


def test_the_double_holiday_pay_of_securex() -> None:
    """92 % of a full-time pay times 20 / 40, and 13.07 % of 85 of its 92 parts."""
    double = alone("double_holiday_pay", item_months="12", item_share="0.5")
    assert (double.beside, double.own_contribution) == (D("1380.00"), D("166.64"))


def test_holiday_pay_on_leaving_is_15_34_percent_in_three_lines() -> None:
    kinds = ("pay", "bonus", "supplement")
    three = [alone(f"departure_holiday_{kind}_current", item_base="18000") for kind in kinds]
    assert sum(one.liable + one.beside for one in three) == D("18000") * D("0.1534")
    assert three[1].own_contribution == D("159.98")
    assert three[2].own_contribution == 0


def test_the_warrants_of_securex() -> None:
    """53.50 % of 3 460.87 is 1 851.57."""
    well_paid = contract(
        monthly_pay=D("7000.00"), lines=[line("warrants", recorded_amount="3460.87")]
    )
    day = date(2025, 3, 31)
    assert month_of_lines({}, [well_paid], day, day)["exceptional_tax"] == D("1851.57")


def test_the_profit_premium_of_the_ministry() -> None:
    premium = alone("profit_premium", recorded_amount="1000")
    assert (premium.own_contribution, premium.own_tax) == (D("130.70"), D("60.85"))


@pytest.mark.parametrize(
    ("kind", "amount", "children", "liable"),
    [
        ("gift", "40.00", "0", "0"),
        ("gift", "40.01", "0", "40.01"),
        ("gift", "120.00", "2", "0"),
        ("gift", "120.01", "2", "120.01"),
        ("marriage_gift", "245.01", "0", "0.01"),
        ("retirement_gift", "480.00", "0", "0"),
        ("retirement_gift", "480.01", "0", "480.01"),
        ("retirement_gift", "119.99", "0", "119.99"),
    ],
)
def test_a_gift_at_its_limit_and_a_cent_above(
    kind: str, amount: str, children: str, liable: str
) -> None:
    assert alone(kind, recorded_amount=amount, item_units=children).liable == D(liable)


def test_the_result_linked_advantage_above_its_ceiling_of_2025() -> None:
    """836 is ordinary pay; of 5 000 - 653.50 what passes 3 622 is taxed."""
    day = date(2025, 6, 30)
    own = contract(lines=[line("results_bonus", recorded_amount="5000")])
    month = month_of_lines({}, [own], day, day)
    assert month["contributions_beside_gross"] == D("544.23")
    assert month["exceptional_tax"] == D("314.51")  # 43.41 % of 724.50, at 31 294.80 a year


def test_a_fifth_of_the_wage_and_what_is_left_of_an_advance() -> None:
    """The month of the example of the protection of wages: 2 164.45, and 432.89 of it."""
    day = date(2025, 2, 28)
    own = contract(lines=[line("advance", recorded_amount="500")])
    person: dict[str, Any] = {}
    month = month_of_lines(person, [own], day, day)
    before = month["net_pay"] + month["claims_settled"]
    assert month["deduction_limit"] == (before / 5).quantize(CENT, "ROUND_FLOOR")
    assert month["claims_left"] == 500 - month["deduction_limit"]


def test_one_exemption_for_children_serves_all_lines_of_a_month() -> None:
    """12 x (1 650 - 215.66) = 17 212.08 leaves 1 187.92 of 18 400, once; the rest is taxed."""
    kinds = ("pay", "bonus", "supplement")
    leaving = [line(f"departure_holiday_{kind}_current", item_base="18000") for kind in kinds]
    own = contract(monthly_pay=D("1650.00"), pay_for_work=D("1650.00"), lines=leaving)
    day = date(2025, 6, 30)
    person = {"dependent_children": 1}
    month = month_of_lines(person, [own], day, day)
    # 1 200.16 + 1 064.02 + 156.60 - 1 187.92 = 1 232.86; 26.25 % of it, less 7.5 % of that.
    assert month["exceptional_tax"] == D("299.35")  # by lines: 148.41 + 131.58 + 19.36


def half_to_even(amount: D) -> D:
    return amount.quantize(CENT, ROUND_HALF_EVEN)


MISREADINGS = {
    "half to even": (lines, "cents", half_to_even),
    "half to even, amounts": (line_amounts, "cents", half_to_even),
    "a limit rounded up": (lines, "down", lambda amount: amount.quantize(CENT, "ROUND_CEILING")),
    "basic pay alone is normal": (lines, "NORMAL", ()),
    "basic pay alone is the month of the holidays": (line_amounts, "STEADY", ()),
    "arrears count for the bonus": (lines, "OF_EARLIER_MONTHS", ()),
    "180 hours are 130": (figures_lines, "RELIEVED_HOURS", D(130)),
    "no children among the gifts": (figures_lines, "FESTIVE_GIFT_PER_CHILD", D(0)),
    "holiday pay is wage": (lines, "HOLIDAY_PAY", ()),
    "a year-end premium counts for the bonus": (lines, "YEAR_END", ()),
    "the bonus lowers pay on leaving": (lines, "SINGLE_ON_LEAVING", ()),
    "the settlement counts for the bonus": (lines, "OUTSIDE_BONUS", lines.SINGLE_ON_LEAVING),
    "13.07 % of all double pay": (lines, "_withheld_on", lambda facts, amount: amount),
    "profit premiums at 7 % of all": (figures_lines, "PROFIT_CONTRIBUTION", D(0)),
    "advances without a limit": (figures_lines, "FIFTH", D(1)),
}


@pytest.mark.parametrize("misreading", MISREADINGS)
def test_each_misreading_changes_the_month_of_somebody(
    misreading: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = list(islice(people_with_lines(2), 1500))

    def answers() -> list[Any]:
        found: list[Any] = []
        for one in people:
            try:
                found.append(month_of_lines(*one))
            except Unknown:
                found.append(None)
        return found

    right = answers()
    monkeypatch.setattr(*MISREADINGS[misreading])
    assert any(a != b for a, b in zip(right, answers(), strict=True))
