"""The oracle reproduces the figures that the sources print, to the cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D
from itertools import pairwise
from typing import Any

import pytest

from . import Unknown, exceptional, month, month_many, quarter, worker_month
from . import figures_quarter as quarterly
from . import figures_social as social
from . import figures_tax as tax
from .arithmetic import cents, quotient
from .months import bonus_reference_wage, special_contribution_table
from .taxes import children_reduction, tax_by_brackets

# ------------------------------------------------------------------ printed examples: the month


def white(gross: str, **more: Any) -> dict[str, Any]:
    return {"worker_status": "white_collar", "gross_pay": D(gross), **more}


def blue(gross: str, **more: Any) -> dict[str, Any]:
    return {"worker_status": "blue_collar", "gross_pay": D(gross), **more}


def test_nineteen_of_twenty_two_days_in_july_2023():
    """NSSO instructions, employment bonus, example 1."""
    facts = white("2015.00", bonus_days_paid=D(19), bonus_days_possible=D(22))
    answer = month(facts, date(2023, 7, 1), date(2023, 7, 31))
    assert bonus_reference_wage(facts) == D("2333.10")
    assert answer["employee_contribution_due"] == D("263.36")
    assert answer["employment_bonus"] == D("154.60")
    assert answer["employee_contribution"] == D("108.76")


def test_a_complete_month_of_2500_in_january_2025_has_both_parts():
    answer = month(white("2500.00"), date(2025, 1, 1), date(2025, 1, 31))
    assert answer["employment_bonus_a"] == D("118.22")
    assert answer["employment_bonus_b"] == D("60.27")
    assert answer["employment_bonus"] == D("178.49")
    assert answer["employee_contribution_due"] == D("326.75")
    assert answer["employee_contribution"] == D("148.26")


def test_contribution_of_a_blue_collar_worker_on_1442_88():
    """1 336.00 at 108 % is 1 442.88, and 13.07 % of it 188.58."""
    answer = month(blue("1336.00"), date(2025, 3, 1), date(2025, 3, 31))
    assert answer["employee_contribution_due"] == D("188.58")


def test_special_contribution_of_a_blue_collar_worker_above_the_last_band():
    answer = month(blue("6000.00"), date(2026, 6, 1), date(2026, 6, 30))
    assert answer["special_contribution"] == D("60.94")


@pytest.mark.parametrize(("scale", "expected"), [("1", "381.01"), ("2", "35.99")])
def test_the_simulator_of_the_fps_finance_in_september_2026(scale, expected):
    facts = {"taxable_pay": D("2500.00"), "tax_scale": scale}
    answer = month(facts, date(2026, 9, 1), date(2026, 9, 29))
    assert answer["withholding_tax"] == D(expected)


def test_single_with_two_children_on_the_minimum_wage_of_july_2026():
    facts = {
        "taxable_pay": D("2233.61"),
        "tax_scale": "1",
        "dependent_children": 2,
        "employment_bonus_a": D("127.54"),
        "employment_bonus_b": D("164.39"),
    }
    answer = month(facts, date(2026, 9, 1), date(2026, 9, 14))
    assert answer["withholding_tax"] == D("0.35")


@pytest.mark.parametrize(
    ("pay", "paid", "expected"),
    [
        ("1705.99", date(2024, 12, 31), "92.33"),
        ("1635.75", date(2022, 12, 31), "149.75"),
    ],
)
def test_tax_before_the_bonus_as_another_program_prints_it(pay, paid, expected):
    """That program truncates in 2024 too, and prints 92.32: a twelfth of 1 107.95 is 92.329."""
    answer = month({"taxable_pay": D(pay), "tax_scale": "1"}, paid, paid)
    assert answer["withholding_tax_on_scale"] == D(expected)


def test_fiscal_bonus_as_a_payslip_of_2025_prints_its_parts():
    paid = date(2025, 2, 28)
    part_a = month({"employment_bonus_a": D("120.59")}, paid, paid)
    part_b = month({"employment_bonus_a": D(0), "employment_bonus_b": D("12.10")}, paid, paid)
    assert part_a["fiscal_employment_bonus"] == D("39.96")
    assert part_b["fiscal_employment_bonus"] == D("6.36")


@pytest.mark.parametrize(
    ("kind", "pay", "expected"),
    [("holiday", "2399.27", "1017.05"), ("other", "2607.90", "1211.11")],
)
def test_exceptional_pay_of_2026_without_children(kind, pay, expected):
    facts = {
        "exceptional_taxable_pay": D(pay),
        "exceptional_kind": kind,
        "annual_reference_pay": D(36000),
    }
    assert exceptional(facts, date(2026, 9, 14))["exceptional_withholding_tax"] == D(expected)


# ----------------------------------------------------------------- the tables hang together


@pytest.mark.parametrize("day", social.TWO_PART_BONUS["white_collar"].days)
@pytest.mark.parametrize("status", ["white_collar", "blue_collar"])
def test_the_bonus_in_two_parts_follows_from_the_statutory_formula(status, day):
    (wage,) = social.MINIMUM_WAGE.on(day)
    factor = social.BLUE_COLLAR_FACTOR if status == "blue_collar" else D(1)
    s1, s1bis, s2, part_a, slope_a, part_b, slope_b = social.TWO_PART_BONUS[status].on(day)
    assert s1 == cents(wage * D("1.03"))
    assert s1bis == cents(wage * D("1.315328"))
    assert part_a == cents(cents(wage * D("0.0571")) * factor)
    assert part_b == cents(cents(wage * D("0.0770")) * factor)
    assert slope_a == quotient(part_a, s2 - s1bis, places=4)
    assert slope_b == quotient(part_b, s1bis - s1, places=4)


@pytest.mark.parametrize("status", ["white_collar", "blue_collar"])
def test_the_single_bonus_falls_to_nothing_at_its_upper_limit(status):
    rows = social.SINGLE_BONUS[status].rows
    for s1, s2, maximum, slope in rows:
        assert slope == quotient(maximum, s2 - s1, places=4)


def test_the_blue_collar_maximum_is_108_percent_of_the_white_collar_one():
    for table in (social.SINGLE_BONUS, social.THREE_ZONE_BONUS, social.TWO_PART_BONUS):
        for white_row, blue_row in zip(
            table["white_collar"].rows, table["blue_collar"].rows, strict=True
        ):
            maximum = {4: 2, 7: 3}[len(white_row)]
            assert blue_row[maximum] == cents(white_row[maximum] * D("1.08"))


@pytest.mark.parametrize("year", range(2022, 2027))
def test_each_bracket_begins_with_the_tax_of_the_brackets_below(year):
    for above, _, fixed in tax.BRACKETS[year][1:]:
        assert tax_by_brackets(above, year) == fixed


def test_the_tax_on_the_exempt_amount_is_that_of_the_first_bracket():
    exempt = {2022: 8310, 2023: 9620, 2024: 10580, 2025: 10900, 2026: 11170}
    for year, amount in exempt.items():
        assert tax.TAX_ON_EXEMPT_AMOUNT[year] == tax_by_brackets(D(amount), year)


def test_a_limit_of_the_structural_reduction_is_indexed_cent_by_cent():
    limits = [row[2] for row in quarterly.STRUCTURAL_REDUCTION["1"].rows]
    chain = [D("9588.01"), D("9779.77")]
    while chain[-1] < limits[-1]:
        chain.append(cents(chain[-1] * D("1.02")))
    assert set(limits) <= set(chain)
    assert D("10585.95") in chain
    assert D("11233.89") in chain


def test_the_bands_of_the_special_contribution_join():
    """Each band begins where the one below ends, but for one cent at 4 100.00 in the Act itself."""
    single = special_contribution_table({}, date(2025, 1, 1))
    steps = [
        begins - cents(fixed + rate * (start - above))
        for (above, fixed, rate, _, _), (start, begins, *_) in pairwise(single)
    ]
    assert steps == [D("0.00"), D("0.00"), D("-0.01"), D("0.00")]


# ------------------------------------------------------------------------------ the boundaries


def test_what_is_not_known_stops_with_its_name_and_day():
    day = date(2023, 5, 31)
    holiday = {
        "exceptional_taxable_pay": D(100),
        "annual_reference_pay": D(36000),
        "exceptional_kind": "holiday",
    }
    with pytest.raises(Unknown, match="rates of exceptional pay is not known on 2023-05-31"):
        exceptional(holiday, day)
    with pytest.raises(Unknown, match="in need of care"):
        month({"taxable_pay": D(3000), "dependents_in_need_of_care": 1}, day, day)
    with pytest.raises(Unknown, match="notice"):
        exceptional(holiday | {"exceptional_kind": "notice"}, date(2026, 5, 31))
    with pytest.raises(Unknown, match="contributions"):
        quarter(white("9000.00"), "2027Q1")
    with pytest.raises(Unknown):
        month(white("3000.00"), date(2027, 1, 1), date(2027, 1, 31))
    with pytest.raises(Unknown):
        month({"taxable_pay": D(3000)}, date(2026, 12, 1), date(2027, 1, 5))
    with pytest.raises(Unknown, match="student"):
        month({"worker_status": "student", "gross_pay": D(1)}, date(2025, 1, 1), date(2025, 1, 31))


def test_a_wage_at_a_threshold_and_a_cent_beside_it():
    """February 2025: B ends above 2 777.83, A above 3 271.48 (VA 120.59 - 0.2443 x 493.65)."""
    day = date(2025, 2, 1)

    def parts(gross: str) -> tuple[D, D]:
        answer = month(white(gross), day, date(2025, 2, 28))
        return answer["employment_bonus_a"], answer["employment_bonus_b"]

    assert parts("2175.25") == (D("120.59"), D("162.62"))
    assert parts("2175.29") == (D("120.59"), D("162.61"))
    assert parts("2777.83") == (D("120.59"), D("0.00"))  # 162.62 - 0.2699 x 602.58 = -0.02
    assert parts("2777.86") == (D("120.58"), D("0.00"))
    assert parts("3271.48") == (D("0.00"), D("0.00"))  # 120.59 - 120.60
    assert parts("3271.49") == (D("0"), D("0"))


def test_the_cap_takes_part_b_first_and_a_negative_month_has_no_bonus():
    day, paid = date(2025, 2, 1), date(2025, 2, 28)
    small = month(white("1000.00"), day, paid)  # due 130.70, A 120.59, B 162.62
    assert small["employment_bonus_a"] == D("120.59")
    assert small["employment_bonus_b"] == D("10.11")
    assert small["employee_contribution"] == D("0.00")
    tiny = month(white("500.00"), day, paid)
    assert (tiny["employment_bonus_a"], tiny["employment_bonus_b"]) == (D("65.35"), D("0.00"))
    back = month(white("-100.00"), day, paid)
    assert back["employment_bonus"] == 0
    assert back["employee_contribution"] == D("-13.07")
    assert back["net_pay"] == D("-86.93")


def test_the_tax_follows_the_day_of_payment():
    """December 2022 paid in January 2023: no steps of fifteen euro, no truncation, other scale.

    393.08 - (247.31 - 0.2313 x 993.87) = 375.65 of contribution leaves 2 631.85 taxable.
    2022: 12 x 2 625 - 5 030 = 26 470; 6 562.31 + 2 860.11 - 2 222.93 = 7 199.49; a twelfth 599.957.
    2023: 12 x 2 631.85 - 5 510 = 26 072.20; 7 948.50 + 872.57 - 2 573.35 = 6 247.72; 520.643.
    """
    december = month(white("3007.50"), date(2022, 12, 1), date(2022, 12, 30))
    january = month(white("3007.50"), date(2022, 12, 1), date(2023, 1, 5))
    assert december["taxable_pay"] == january["taxable_pay"] == D("2631.85")
    assert december["withholding_tax_on_scale"] == D("599.95")
    assert january["withholding_tax_on_scale"] == D("520.64")


def test_ten_children_are_eight_and_two_more():
    assert children_reduction(10, 2025) == D("29004.00")  # 21 444 + 2 x 3 780


def test_the_annual_reference_of_exceptional_pay_is_twelve_taxable_months():
    """A table of 2019 prints the gross pay of a limit of 13 329: 1 277.75, or 1 293.31 at 108 %."""
    for facts in (white("1277.75"), blue("1293.31")):
        due = month(facts, date(2025, 1, 1), date(2025, 1, 31))["employee_contribution_due"]
        assert 12 * (facts["gross_pay"] - due) == D("13329.00")


def test_two_contracts_share_one_tax_and_keep_their_own_contribution():
    day, paid = date(2025, 3, 1), date(2025, 3, 31)
    hours = {"is_part_time": True, "bonus_hours_full_time": D("159.60")}
    contracts = [
        white("1000.00", bonus_hours_paid=D("79.80"), **hours),
        blue("1100.00", bonus_hours_paid=D("79.80"), **hours),
    ]
    alone = [month(contract, day, paid) for contract in contracts]
    both = worker_month({"dependent_children": 1}, contracts, day, paid)
    for name in ("employee_contribution", "employment_bonus"):
        assert both[name] == sum(answer[name] for answer in alone)
    assert both["taxable_pay"] == sum(answer["taxable_pay"] for answer in alone)
    taxed_alone = month({"taxable_pay": both["taxable_pay"], "dependent_children": 1}, day, paid)
    assert both["withholding_tax_on_scale"] == taxed_alone["withholding_tax_on_scale"]
    assert both["special_contribution"] == D("10.24")  # 4.22 % of 2 188.00 - 1 945.38
    one = worker_month({}, [white("2500.00")], day, paid)
    assert one == month(white("2500.00"), day, paid)


def test_many_months_are_the_months_alone():
    rows = [(white(f"{2000 + n}.00"), date(2025, 1, 1), date(2025, 1, 31)) for n in range(5)]
    assert month_many(rows) == [month(*row) for row in rows]
