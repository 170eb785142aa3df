"""Pay beside the gross pay, deductions and claims: each to its own account, and nothing left over."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officium.findings import BadInput
from officium.ledger import (
    Booking,
    Flows,
    balances,
    book_order,
    book_payslip,
    claims_account,
    record,
    wages_account,
)
from officium.payroll.pay_kinds.net import FREE, LIMITED

NOON = datetime(2025, 2, 28, 12, tzinfo=UTC)
END = date(2025, 2, 28)
BANK = "BE68539007547034"
WORKER, CLAIMS = wages_account("W001"), claims_account("W001")


def payslip(flows: Flows, net_pay: int, gross_pay: int = 300000) -> Booking:
    """Gross 3 000.00 (or other), of which 392.10 to the NSSO, 24.38 special, 419.07 tax."""
    return book_payslip(
        "2025-02",
        "W001",
        gross_pay=gross_pay,
        employee_contribution=39210,
        special_contribution=2438,
        withholding_tax=41907,
        net_pay=net_pay,
        paid_on=END,
        origin="payslips/2025-02/W001.json",
        valid=END,
        flows=flows,
    )


def booked(*bookings: Booking) -> dict[str, int]:
    """The balances that are not zero."""
    found = balances(record((), bookings, NOON))
    assert sum(found.values()) == 0
    return {account: cents for account, cents in found.items() if cents}


def paid(account: str, cents: int, origin: str) -> Booking:
    return book_order({account: cents}, bank=BANK, origin=origin, valid=END)


def test_an_advance_is_a_claim_until_the_payslip_settles_it_and_the_worker_ends_at_zero() -> None:
    """2 164.45 net, 300.00 paid on the 14th: 1 864.45 remain to be paid, and nothing is owed."""
    left = booked(
        paid(CLAIMS, 30000, "payments/2025-02-advances.xml"),
        payslip(Flows(claimed={"advance": 30000}, settled=30000), 186445),
        paid(WORKER, 186445, "payments/2025-02-wages.xml"),
    )
    assert WORKER not in left
    assert CLAIMS not in left
    assert left[f"580:{BANK}"] == -216445


def test_what_exceeds_the_limit_stays_a_claim() -> None:
    """A fifth of 2 164.45 is 432.89: of an advance of 500.00, 67.11 are left for March."""
    left = booked(
        paid(CLAIMS, 50000, "payments/2025-02-advances.xml"),
        payslip(Flows(claimed={"advance": 50000}, settled=43289), 173156),
        paid(WORKER, 173156, "payments/2025-02-wages.xml"),
    )
    assert WORKER not in left
    assert left[CLAIMS] == 6711


def test_each_kind_of_deduction_has_its_own_account() -> None:
    claimed = {"fine": 1000, "damages": 2000, "overpaid_wage": 3000, "benefit_share": 4000}
    left = booked(
        payslip(
            Flows(
                taken={"meal_voucher_share": 2180},
                claimed={**claimed, "other_deduction": 5000},
                settled=15000,
            ),
            199265,
        )
    )
    assert left == {
        "453:2025-02": -41907,
        "454:2025Q1": -41648,
        "455:W001": -199265,
        "459:2025Q1": -5000,
        "489:2025Q1": -1000,
        "620:2025Q1": 297000,
        "6238:2025Q1": -2180,
        "743:2025Q1": -4000,
        "744:2025Q1": -2000,
    }


def test_a_part_of_the_pay_that_was_paid_before_is_settled_whatever_its_height() -> None:
    left = booked(
        paid(CLAIMS, 150000, "payments/2025-02-part-payments.xml"),
        payslip(Flows(taken={"part_payment": 150000}), 66445),
        paid(WORKER, 66445, "payments/2025-02-wages.xml"),
    )
    assert WORKER not in left
    assert CLAIMS not in left


def test_pay_beside_the_gross_pay_has_its_own_contributions_and_taxes() -> None:
    """Double holiday pay 2 760.00: contribution 333.35, tax 1 044.40; expenses of 80.00."""
    left = booked(
        payslip(
            Flows(pay_beside=276000, costs=8000, contributions=33335, taxes=104440),
            362670,
        )
    )
    assert left["620:2025Q1"] == 576000
    assert left["623:2025Q1"] == 8000
    assert left["454:2025Q1"] == -(41648 + 33335)
    assert left["453:2025-02"] == -(41907 + 104440)
    assert left[WORKER] == -362670


def test_pay_in_kind_is_granted_and_not_paid() -> None:
    left = booked(payslip(Flows(in_kind=20000), 196445))
    assert left["749:2025Q1"] == -20000
    assert left["620:2025Q1"] == 300000
    assert left[WORKER] == -196445


def test_a_month_below_zero_is_a_claim_and_no_debt_of_the_account() -> None:
    """Gross 0.00, and 835.55 of contributions and tax due all the same."""
    left = booked(payslip(Flows(claimed={"negative_net": 83555}), -83555, gross_pay=0))
    assert WORKER not in left
    assert left[CLAIMS] == 83555


def test_a_flow_that_the_net_pay_does_not_hold_is_refused() -> None:
    with pytest.raises(BadInput, match=r"= 2164\.45, and -300\.00 beside it"):
        payslip(Flows(settled=30000), 216445)


cents = st.integers(-(10**6), 10**6)
# Whatever deductions the records may bear.
kinds, claims = FREE, LIMITED


@given(
    st.builds(
        Flows,
        pay_beside=cents,
        costs=cents,
        in_kind=cents,
        contributions=cents,
        taxes=cents,
        taken=st.dictionaries(st.sampled_from(kinds), cents),
        claimed=st.dictionaries(st.sampled_from(claims), cents),
        settled=cents,
    )
)
def test_whatever_flows_the_entry_balances_and_the_worker_is_owed_the_net_pay(flows: Flows) -> None:
    net = 300000 - 39210 - 2438 - 41907 + flows.net
    found = balances(record((), [payslip(flows, net)], NOON))
    assert sum(found.values()) == 0
    assert found.get(WORKER, 0) == -net


def test_withheld_tax_that_need_not_be_paid_over_is_no_debt_and_the_worker_has_the_same() -> None:
    """419.07 is withheld and 72.21 kept: 346.86 is owed to the tax office."""
    standing, kept = booked(payslip(Flows(), 216445)), booked(payslip(Flows(tax_kept=7221), 216445))
    assert kept["740:2025Q1"] == -7221
    assert kept["453:2025-02"] == -34686
    assert kept[WORKER] == standing[WORKER] == -216445
