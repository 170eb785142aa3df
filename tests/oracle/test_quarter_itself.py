"""The oracle reproduces the figures that the sources print for a quarter, to the cent."""

from __future__ import annotations

from decimal import Decimal as D
from typing import Any

import pytest

from . import quarter


def test_the_declaration_of_the_first_quarter_of_2025():
    facts = {
        "worker_status": "white_collar",
        "contribution_base": D("8027.00"),
        "quarter_pay": D("8027.00"),
        "days_for_mu": D(64),
        "days_for_reference": D(64),
        "days_per_week": D(5),
        "average_headcount": D(5),
        "is_commercial": True,
        "joint_committee": "200",
        "employment_bonus": D("525.16"),
        "special_contribution": D("6.90"),
        "company_car_contribution": D("99.66"),
    }
    assert quarter(facts, "2025Q1") == {
        "ordinary_contribution": D("3055.88"),
        "employer_contribution": D("2006.75"),
        "industrial_accidents_contribution": D("1.61"),
        "asbestos_contribution": D("0.80"),
        "closure_fund_basic_contribution": D("14.45"),
        "closure_fund_special_contribution": D("13.65"),
        "sector_fund_contribution": D("18.46"),
        "temporary_unemployment_contribution": D("8.03"),
        "contribution_1_60": D("0.00"),
        "structural_reduction": D("395.65"),
        "net_owed": D("2298.63"),
    }


def employer_percentage(**facts: Any) -> D:
    """All employer lines on a base of 10 000.00, as a percentage."""
    status = facts["worker_status"]
    answer = quarter(
        {
            "contribution_base": D("10000.00"),
            "quarter_pay": D("20000.00"),
            "is_commercial": True,
            "days_for_mu": D(65),
            "days_for_reference": D(65),
            "days_per_week": D(5),
            **facts,
        },
        facts.pop("quarter", "2025Q1"),
    )
    assert status in ("white_collar", "blue_collar")
    return (answer["net_owed"] - D("1307.00")) / 100


@pytest.mark.parametrize(
    ("quarter_", "status", "workers", "expected"),
    [
        ("2025Q1", "white_collar", 9, "25.48"),
        ("2025Q1", "white_collar", 10, "27.17"),
        ("2025Q1", "white_collar", 20, "27.22"),
        ("2025Q1", "blue_collar", 9, "31.05"),
        ("2025Q1", "blue_collar", 19, "32.74"),
        ("2025Q1", "blue_collar", 20, "32.79"),
        ("2025Q3", "white_collar", 9, "25.47"),
        ("2026Q1", "white_collar", 9, "25.57"),
        ("2026Q1", "white_collar", 10, "27.26"),
        ("2026Q1", "white_collar", 20, "27.31"),
        ("2026Q1", "blue_collar", 9, "31.14"),
        ("2026Q2", "blue_collar", 19, "32.83"),
        ("2026Q2", "blue_collar", 20, "32.88"),
    ],
)
def test_the_total_percentage_of_the_employer(quarter_, status, workers, expected):
    found = employer_percentage(
        worker_status=status, average_headcount=D(workers), quarter=quarter_
    )
    assert found == D(expected)


def line(**more: Any) -> dict[str, Any]:
    return {
        "worker_status": "white_collar",
        "contribution_base": D("8000.00"),
        "quarter_pay": D("8000.00"),
        "average_headcount": D(5),
        "is_commercial": True,
        "days_for_mu": D(65),
        "days_for_reference": D(65),
        "days_per_week": D(5),
        **more,
    }


@pytest.mark.parametrize(
    ("hours", "pay", "contract", "expected"),
    [
        # 494 hours are a full quarter. R is 0.14 x (11 013.62 - S).
        ("247.00", "4000.00", "19", "248.93"),  # mu 0.50, S 8 000, R 421.91, beta 1.18
        ("271.70", "4000.00", "19", "339.24"),  # mu 0.55, factor 1.82, S 7 280, R 522.71, 1.18
        ("390.26", "5600.00", "30", "538.19"),  # mu 0.79, factor 1.27, S 7 112, R 546.23, 1.2472
        ("395.20", "5600.00", "30", "561.91"),  # mu 0.80, factor 1.25, S 7 000, beta 1 / mu
        ("133.38", "2000.00", "10.5", "0.00"),  # mu 0.27, under half time
        ("133.38", "2000.00", "19", "161.18"),  # half time: factor 3.70, S 7 400, R 505.91, 1.18
    ],
)
def test_the_structural_reduction_part_time_in_2025q1(hours, pay, contract, expected):
    facts = line(
        quarter_pay=D(pay),
        contribution_base=D(pay),
        is_part_time=True,
        hours_for_mu=D(hours),
        hours_for_reference=D(hours),
        full_time_hours_per_week=D(38),
        contract_hours_per_week=D(contract),
    )
    assert quarter(facts, "2025Q1")["structural_reduction"] == D(expected)


def test_base_wage_above_the_ceiling_owes_no_base_contribution():
    """25 % of 85 000 and 13.07 % of 100 000, from the third quarter of 2025."""
    rich = line(quarter_pay=D(100_000), contribution_base=D(100_000))
    assert quarter(rich, "2025Q2")["ordinary_contribution"] == D("38070.00")
    assert quarter(rich, "2025Q3")["ordinary_contribution"] == D("34320.00")
    assert quarter(rich, "2026Q1")["ordinary_contribution"] == D("34745.00")
    manual = line(worker_status="blue_collar", quarter_pay=D(100_000), contribution_base=D(108_000))
    # 25 % of 91 800; 5.57 % and 13.07 % of 108 000.
    assert quarter(manual, "2025Q3")["ordinary_contribution"] == D("43081.20")
