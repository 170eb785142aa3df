"""The period that an indemnity covers becomes occupations of its own, to the cent and to the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from officium.findings import BadInput
from officium.payroll.folder import read_folder, write_folder
from officium.payroll.indemnities import (
    first_day_of,
    occupations_after_end,
    refuse_before_end,
    refuse_no_reduction,
)
from officium.payroll.occupation import OccupationLine, PayTotal, ServiceTime
from officium.payroll.records import Committee, Contract, PayItem, Records, YearlyPay

MakeContract = Callable[..., Contract]
DAY = timedelta(days=1)


@pytest.fixture
def committee(workshop: Records) -> Committee:
    """A committee of the workshop."""
    return workshop.employers[0].committees[0]


def item(kind: str = "notice_indemnity", month: str = "2025-03", **fields: Any) -> PayItem:
    """A line of an indemnity; ten weeks where the story does not say it."""
    return PayItem(
        month=month,
        staff_number="W001",
        contract=1,
        kind=kind,
        **({"units": 1000} if kind == "notice_indemnity" else {}) | fields,
    )


def told(lines: tuple[OccupationLine, ...]) -> list[tuple[str, str, int, int]]:
    """First and last day, hundredths of days and cents of each occupation."""
    return [
        (
            str(line.begins),
            str(line.ends),
            sum(service.days for service in line.services),
            sum(pay.amount for pay in line.pay),
        )
        for line in lines
    ]


def test_ten_weeks_from_the_middle_of_a_quarter(
    contract: MakeContract, committee: Committee
) -> None:
    """From Saturday 15 March: 17 days until 31 March, 53 until Friday 23 May 2025."""
    of = contract(ends=date(2025, 3, 14))
    lines = occupations_after_end(committee, of, of.terms[-1], [(item(), 7000, 700000)])
    # 17 and 53 of 70 days; Monday 17 to Monday 31 March: 11 days of work; 22 of April and 17 of May.
    assert told(lines) == [
        ("2025-03-15", "2025-03-31", 1100, 170000),
        ("2025-04-01", "2025-05-23", 3900, 530000),
    ]
    assert lines[0].pay == (PayTotal(3, None, 170000),)
    assert lines[0].services == (ServiceTime(1, 1100, None),)
    assert all(line.is_after_end for line in lines)


def test_a_year_and_a_half_is_cut_after_the_quarter_and_after_each_year(
    contract: MakeContract, committee: Committee
) -> None:
    of = contract(ends=date(2025, 2, 28))
    of_delegate = item("protected_worker_indemnity", "2025-02", amount=1, until=date(2027, 1, 1))
    days = (date(2027, 1, 1) - date(2025, 2, 28)).days
    lines = occupations_after_end(
        committee, of, of.terms[-1], [(of_delegate, 100 * days, 100 * days)]
    )
    assert [(one[0], one[1], one[3]) for one in told(lines)] == [
        ("2025-03-01", "2025-03-31", 3100),
        ("2025-04-01", "2025-12-31", 27500),
        ("2026-01-01", "2026-12-31", 36500),
        ("2027-01-01", "2027-01-01", 100),
    ]


@pytest.mark.parametrize(
    ("ends", "first", "last"),
    [
        (date(2025, 3, 30), ("2025-03-31", "2025-03-31"), ("2025-04-01", "2025-06-08")),
        # Ended with the quarter: nothing is left of it.
        (date(2025, 3, 31), ("2025-04-01", "2025-06-09"), ("2025-04-01", "2025-06-09")),
        (date(2025, 12, 30), ("2025-12-31", "2025-12-31"), ("2026-01-01", "2026-03-10")),
        (date(2025, 12, 31), ("2026-01-01", "2026-03-11"), ("2026-01-01", "2026-03-11")),
        # Ten weeks over 29 February 2024 end a day earlier in March.
        (date(2023, 12, 31), ("2024-01-01", "2024-03-10"), ("2024-01-01", "2024-03-10")),
    ],
)
def test_the_days_on_which_a_quarter_and_a_year_end(
    contract: MakeContract,
    committee: Committee,
    ends: date,
    first: tuple[str, str],
    last: tuple[str, str],
) -> None:
    of = contract(ends=ends)
    month = f"{ends:%Y-%m}"
    lines = told(
        occupations_after_end(committee, of, of.terms[-1], [(item(month=month), 7000, 700000)])
    )
    assert (lines[0][:2], lines[-1][:2]) == (first, last)


def test_two_indemnities_for_one_period_are_one_occupation(
    contract: MakeContract, committee: Committee
) -> None:
    of = contract(ends=date(2025, 3, 31))
    paid = [(item(), 7000, 700000), (item(units=-1000), -7000, -100000)]
    assert told(occupations_after_end(committee, of, of.terms[-1], paid)) == [
        ("2025-04-01", "2025-06-09", 5000, 600000)
    ]


@pytest.mark.parametrize(
    ("paid", "periods"),
    [
        # Six weeks and two weeks more: 42 days until Monday 12 May, 14 until Monday 26 May 2025.
        (
            [(item(units=600), 4200, 420000), (item(units=200), 1400, 140000)],
            [
                ("2025-04-01", "2025-05-12", 3000, 420000),
                ("2025-05-13", "2025-05-26", 1000, 140000),
            ],
        ),
        # Two weeks and six: in the order of the record.
        (
            [(item(units=200), 1400, 140000), (item(units=600), 4200, 420000)],
            [
                ("2025-04-01", "2025-04-14", 1000, 140000),
                ("2025-04-15", "2025-05-26", 3000, 420000),
            ],
        ),
        # A recorded day stands, and the next line follows it; the line taken back was the second.
        (
            [
                (item(units=200, day=date(2025, 4, 8)), 1400, 140000),
                (item(units=100), 700, 70000),
                (item(units=-100), -700, -20000),
            ],
            [
                ("2025-04-08", "2025-04-21", 1000, 140000),
                ("2025-04-22", "2025-04-28", 500, 50000),
            ],
        ),
        # Beside the indemnity of a delegate until Monday 30 June.
        (
            [
                (item(units=200), 1400, 140000),
                (
                    item("protected_worker_indemnity", amount=1, until=date(2025, 6, 30)),
                    9100,
                    900000,
                ),
            ],
            [
                ("2025-04-01", "2025-04-14", 1000, 140000),
                ("2025-04-15", "2025-06-30", 5500, 900000),
            ],
        ),
    ],
)
def test_lines_of_one_contract_follow_each_other(
    contract: MakeContract,
    committee: Committee,
    paid: list[tuple[PayItem, int, int]],
    periods: list[tuple[str, str, int, int]],
) -> None:
    of = contract(ends=date(2025, 3, 31))
    assert told(occupations_after_end(committee, of, of.terms[-1], paid)) == periods


def test_a_period_that_the_lines_before_it_cover_is_refused(
    contract: MakeContract, committee: Committee
) -> None:
    of = contract(ends=date(2025, 3, 31))
    delegate = item("protected_worker_indemnity", amount=1, until=date(2025, 5, 1))
    paid = [(item(), 7000, 700000), (delegate, 3100, 100)]
    with pytest.raises(BadInput, match="cover the time until 2025-06-09: give its first `day`"):
        occupations_after_end(committee, of, of.terms[-1], paid)


def test_an_indemnity_that_is_taken_back_leaves_no_occupation(
    contract: MakeContract, committee: Committee
) -> None:
    of = contract(ends=date(2025, 3, 31))
    paid = [(item(), 7000, 700000), (item(units=-1000), -7000, -700000)]
    assert occupations_after_end(committee, of, of.terms[-1], paid) == ()


def test_a_part_time_worker_is_declared_in_hours(
    contract: MakeContract, committee: Committee
) -> None:
    of = contract(800, 0, 800, 0, 600, ends=date(2025, 3, 31))
    (line,) = occupations_after_end(committee, of, of.terms[-1], [(item(units=200), 1400, 1)])
    assert line.services == (ServiceTime(1, 600, 4400),)


def test_what_covers_no_period_makes_no_occupation(
    contract: MakeContract, committee: Committee
) -> None:
    of = contract(ends=date(2025, 3, 31))
    for kind, fields in (
        ("non_competition_indemnity", {"months": 1200}),
        ("other_protection_indemnity", {"amount": 100000}),
    ):
        paid = [(item(kind, **fields), 0, 100000)]
        assert occupations_after_end(committee, of, of.terms[-1], paid) == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    cents=st.integers(-10_000_000, 10_000_000),
    days=st.integers(1, 1_500),
    ended=st.dates(date(2022, 1, 1), date(2026, 12, 31)),
)
def test_the_occupations_add_up_to_the_indemnity_and_leave_no_day_out(
    contract: MakeContract, committee: Committee, cents: int, days: int, ended: date
) -> None:
    of = contract(ends=ended)
    line = item(month=f"{ended:%Y-%m}", units=100)
    lines = occupations_after_end(committee, of, of.terms[-1], [(line, 100 * days, cents)])
    assert sum(pay.amount for one in lines for pay in one.pay) == cents
    if abs(cents) < 1_500:
        return  # Parts of no cent are left out.
    assert lines[0].begins == ended + DAY
    assert lines[-1].ends == ended + days * DAY
    for one, after in pairwise(lines):
        assert one.ends is not None and one.ends + DAY == after.begins
    for one in lines:
        assert one.ends is not None and one.begins.year == one.ends.year


@pytest.mark.parametrize(
    ("fields", "ends", "says"),
    [
        ({}, None, "contract 1 has no ends"),
        ({}, date(2025, 4, 1), "ends on 2025-04-01: record it in pay/2025-04.csv"),
        ({"day": date(2025, 3, 14)}, date(2025, 3, 14), "not after the end of the contract"),
        (
            {"kind": "fixed_term_indemnity", "units": 800, "until": date(2025, 3, 14)},
            date(2025, 3, 14),
            "lasts until 2025-03-14, before its first day",
        ),
    ],
)
def test_an_indemnity_before_the_end_is_refused(
    contract: MakeContract, fields: dict[str, Any], ends: date | None, says: str
) -> None:
    of = contract(**({"ends": ends} if ends else {}))
    with pytest.raises(BadInput, match=says):
        refuse_before_end(item(**fields), of)


def test_the_first_day_is_the_one_after_the_end_or_as_recorded(contract: MakeContract) -> None:
    of = contract(ends=date(2024, 2, 28))
    assert first_day_of(item(month="2024-02"), of) == date(2024, 2, 29)
    later = item(month="2024-02", day=date(2024, 3, 4))
    assert first_day_of(later, of) == date(2024, 3, 4)


@pytest.mark.parametrize(
    ("kind", "fields", "says"),
    [
        ("notice_indemnity", {"units": None}, "needs units"),
        ("notice_indemnity", {"amount": 100}, "takes no amount"),
        ("notice_indemnity", {"share": 10_001}, "a share of at most 1.0000"),
        ("fixed_term_indemnity", {"units": -100, "until": date(2025, 5, 1)}, "is below zero"),
        ("mutual_consent_indemnity", {"amount": 100}, "needs until"),
        ("unreasonable_dismissal_indemnity", {"units": -300}, "is below zero"),
        ("unreasonable_dismissal_indemnity", {"units": 299}, "from 3 to 17"),
        ("unreasonable_dismissal_indemnity", {"units": 1701}, "from 3 to 17"),
        ("non_competition_indemnity", {"months": 600, "share": 4999}, "is a half at least"),
        ("notice_indemnity", {"units": 50_001}, "are weeks, at most 500"),
        ("notice_indemnity", {"units": -50_001}, "are weeks, at most 500"),
        ("notice_indemnity_outplacement", {"units": 99_999_999}, "are weeks, at most 500"),
    ],
)
def test_a_line_without_what_its_kind_needs_is_refused(
    kind: str, fields: dict[str, Any], says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        item(kind, **fields)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("unreasonable_dismissal_indemnity", {"units": 300}),
        ("unreasonable_dismissal_indemnity", {"units": 1700}),
        ("non_competition_indemnity", {"months": 600, "share": 5000}),
        ("notice_indemnity", {"units": 50_000}),
    ],
)
def test_a_line_at_its_limit_is_taken(kind: str, fields: dict[str, Any]) -> None:
    assert item(kind, **fields).kind == kind


@pytest.mark.parametrize(
    ("wage", "before", "is_refused"),
    [
        ({"monthly_pay": 240000}, 240000, True),
        ({"monthly_pay": 240000}, 240001, False),
        # 20.00 x 38 x 13 / 3 = 3 293.33 and a third of a cent.
        ({"hourly_wage": 200000}, 329333, True),
        ({"hourly_wage": 200000}, 329334, False),
        # 150.00 x 5 x 13 / 3 = 3 250.00.
        ({"daily_wage": 15000}, 325000, True),
        ({"daily_wage": 15000}, 325001, False),
        ({"is_paid_by_piece": True}, 1, False),
    ],
)
def test_pay_before_a_reduction_is_above_the_reduced_pay(
    contract: MakeContract, wage: dict[str, Any], before: int, is_refused: bool
) -> None:
    of = contract(760, 760, 760, 760, 760, ends=date(2025, 3, 14))
    unpaid = dict.fromkeys(("monthly_pay", "hourly_wage", "daily_wage"))
    terms = of.terms[0].model_copy(update={**unpaid, "is_paid_by_piece": False, **wage})
    yearly = YearlyPay(reduction="adapted_work", monthly_pay_before_reduction=before)
    reduced = of.model_copy(update={"terms": (terms,), "yearly_pay": yearly})
    if is_refused:
        with pytest.raises(BadInput, match="is not above the reduced pay of its last terms"):
            refuse_no_reduction(reduced)
    else:
        refuse_no_reduction(reduced)


def test_what_makes_the_pay_of_a_year_is_written_and_read_again(
    workshop: Records, tmp_path: Path
) -> None:
    yearly = YearlyPay(
        variable_pay=600000,
        variable_months=9,
        premiums=300000,
        reduction="parental_leave",
        monthly_pay_before_reduction=400000,
    )
    (sofie,) = (one for one in workshop.workers if one.staff_number == "W001")
    (of,) = sofie.contracts
    left = of.model_copy(
        update={"ends": date(2025, 3, 14), "end_reason": "closure", "yearly_pay": yearly}
    )
    records = replace(
        workshop,
        workers=tuple(
            one.model_copy(update={"contracts": (left,)}) if one is sofie else one
            for one in workshop.workers
        ),
        pay=(*workshop.pay, item("mutual_consent_indemnity", amount=1, until=date(2025, 5, 1))),
    )
    write_folder(records, tmp_path / "written")
    again = read_folder(tmp_path / "written")
    (found,) = (one for one in again.workers if one.staff_number == "W001")
    assert found.contracts[0].yearly_pay == yearly
    assert [line.until for line in again.pay if line.until] == [date(2025, 5, 1)]
