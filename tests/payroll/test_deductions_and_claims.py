"""Deductions within a fifth of the wage: whatever is recorded, no cent is lost, and none taken twice."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from officium.law import Month, belgium
from officium.payroll.individual_account import individual_account
from officium.payroll.month import PaidMonth, pay_month
from officium.payroll.payslip import payslip
from officium.payroll.records import OpeningBalance, PayItem, Records, SecondAccount, TimeEntry
from officium.payroll.records.contract import MealVoucher

LIMITED = ("advance", "fine", "damages", "overpaid_wage", "benefit_share", "other_deduction")
FREE = ("part_payment", "damages_by_fraud")
OTHER = ("premium", "expense", "pay_in_kind", "taxable_benefit")
FEW = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
YEARS = settings(FEW, max_examples=4)


def alone(workshop: Records, items: list[PayItem], *opening: OpeningBalance) -> Records:
    """The seller of the workshop, paid 2 480.00 a month, with these lines of pay only."""
    seller = next(one for one in workshop.workers if one.staff_number == "W006")
    return Records(workshop.employers, (seller,), (), tuple(items), tuple(opening))


def line(kind: str, month: int = 1, **columns: int | date) -> PayItem:
    return PayItem(month=f"2025-{month:02}", staff_number="W006", contract=1, kind=kind, **columns)


def paid(records: Records, month: int, last: PaidMonth | None = None) -> PaidMonth:
    earlier = {"W006": last} if last else {}
    (found,) = pay_month(
        records,
        records.employers[0],
        Month(2025, month),
        earlier,
        country=belgium(),
        provisional=True,
    )
    return found


def recorded(kind: str, cents: int, month: int = 1) -> PayItem:
    """A line of the amount; a fine that is within its own limit."""
    base = {"base": 5 * abs(cents) + 5} if kind == "fine" else {}
    return line(kind, month, amount=cents, **base)


amounts = st.integers(-30_000, 120_000)
lines = st.lists(
    st.builds(recorded, st.sampled_from((*LIMITED, *FREE, *OTHER)), amounts), max_size=6
)


@FEW
@given(lines, st.integers(0, 100_000))
def test_net_is_gross_less_all_deductions_and_with_all_additions(
    workshop: Records, items: list[PayItem], before: int
) -> None:
    opening = OpeningBalance(
        staff_number="W006", fact="earlier_claims", as_of=date(2024, 12, 31), amount=before
    )
    month = paid(alone(workshop, items, opening), 1)
    of = {kind: sum(one.amount or 0 for one in items if one.kind == kind) for kind in LIMITED}
    claims = before + sum(of.values())
    settled, left = month.cents("claims_settled"), month.cents("claims_left")
    taken = sum(one.amount or 0 for one in items if one.kind in FREE)
    added = sum(one.amount or 0 for one in items if one.kind == "expense")
    in_kind = sum(one.amount or 0 for one in items if one.kind == "pay_in_kind")
    withheld = (
        month.total("employee_contribution")
        + month.cents("withholding_tax")
        + month.cents("special_contribution")
    )
    net = month.total("gross_pay") - in_kind - withheld + added - taken - settled
    assert month.cents("net_pay") == net
    assert month.cents("net_payable") == max(0, net)
    # What is claimed is settled or left; a month below zero is claimed too.
    assert claims + max(0, -net) == settled + left
    # The law's fifth, of the wage in cash without the costs that are paid back.
    wage = month.total("gross_pay") - in_kind - withheld
    assert settled <= max(0, wage) // 5 or settled == claims < 0


@FEW
@given(lines)
def test_the_lines_of_the_payslip_come_to_the_net_amount(
    workshop: Records, items: list[PayItem]
) -> None:
    told = payslip(paid(alone(workshop, items), 1), "nl")["lines"]
    at = {"+": 1, "-": -1}
    after = [one for one in told if one["item"] == "14"]
    (granted,) = (one for one in told if one["item"] == "13")
    (last,) = (one for one in told if one["item"] == "15")

    def cents(one: dict[str, str]) -> int:
        return int(one["amount"].replace(".", ""))

    assert cents(granted) + sum(at[one["sign"]] * cents(one) for one in after) == cents(last)
    assert cents(last) >= 0


@YEARS
@given(
    st.lists(
        st.tuples(st.sampled_from(LIMITED), st.integers(0, 90_000), st.integers(1, 8)), max_size=6
    )
)
def test_what_a_year_carries_it_takes_to_the_cent(
    workshop: Records, claimed: list[tuple[str, int, int]]
) -> None:
    records = alone(workshop, [recorded(*one) for one in claimed])
    taken, month = 0, None
    for number in range(1, 13):
        month = paid(records, number, month)
        taken += month.cents("claims_settled")
        assert month.cents("claims_settled") <= month.cents("deduction_limit")
    assert month is not None
    assert taken + month.cents("claims_left") == sum(cents for _, cents, _ in claimed)


def test_a_negative_month_comes_off_the_next_wages_by_a_fifth_of_each(workshop: Records) -> None:
    """January: 2 480.00 less 3 480.00 leaves -1 000.00, of which 130.70 contributions come back."""
    records = alone(workshop, [line("premium", amount=-348_000)])
    january = paid(records, 1)
    assert january.cents("net_pay") == -(100_000 - 13_070)
    left = january.cents("claims_left")
    assert (left, january.cents("net_payable")) == (86_930, 0)
    february = paid(records, 2, january)
    fifth = february.cents("net_before_deductions") // 5
    assert february.cents("claims_settled") == fifth
    assert february.cents("claims_left") == left - fifth
    march = paid(records, 3, february)
    april = paid(records, 4, march)
    assert april.cents("claims_left") == 0
    assert april.cents("net_payable") > april.cents("net_before_deductions") - fifth


def test_a_claim_goes_over_the_year_by_its_opening_balance(workshop: Records) -> None:
    balance = OpeningBalance(
        staff_number="W006", fact="earlier_claims", as_of=date(2024, 12, 31), amount=10_000
    )
    month = paid(alone(workshop, [], balance), 1)
    assert (month.cents("earlier_claims"), month.cents("claims_left")) == (10_000, 0)


def test_vouchers_that_nobody_counted_are_one_for_each_day_of_work(workshop: Records) -> None:
    """January 2025 has twenty-three working days, of which 1 January is a public holiday."""
    month = paid(alone(workshop, [line("meal_voucher_share", price=10_900, base=691)]), 1)
    told = payslip(month, "fr")
    assert told["meal_vouchers"] == {"number": "22.00", "amount": "152.02"}
    (share,) = (one for one in told["lines"] if one["fact"] == "item_deduction")
    assert (share["quantity"], share["rate"], share["amount"]) == ("22.00", "1.0900", "23.98")
    assert not month.cents("meal_vouchers_are_pay")
    assert not month.cents("meal_vouchers_differ_from_days")


def test_a_wage_in_two_parts_is_told_on_the_payslip(workshop: Records) -> None:
    records = alone(workshop, [])
    second = SecondAccount(iban="BE71096123456769", amount=50_000)
    seller = records.workers[0].model_copy(update={"second_account": second})
    month = paid(Records(records.employers, (seller,)), 1)
    first, apart = payslip(month, "nl")["paid_to"]
    assert apart == {"iban": "BE71096123456769", "amount": "500.00"}
    assert first["iban"] == seller.iban
    assert int(first["amount"].replace(".", "")) == month.cents("net_payable") - 50_000


def test_money_paid_before_the_wages_is_paid_inside_the_month_of_its_line() -> None:
    line("advance", amount=10_000, day=date(2025, 1, 31))
    with pytest.raises(ValidationError, match="day 2025-02-01 is outside 2025-01"):
        line("advance", amount=10_000, day=date(2025, 2, 1))


def with_terms(workshop: Records, **agreed: object) -> Records:
    """The seller, whose terms say this too."""
    records = alone(workshop, [])
    (seller,) = records.workers
    (contract,) = seller.contracts
    terms = (contract.terms[0].model_copy(update=agreed),)
    contract = contract.model_copy(update={"terms": terms})
    return Records(
        records.employers,
        (seller.model_copy(update={"contracts": (contract,)}),),
        (),
        records.pay,
        records.opening,
    )


def test_vouchers_of_the_contract_need_no_line_of_pay(workshop: Records) -> None:
    """Until 31 December 2025 the employer may pay 6.91 of each."""
    voucher = MealVoucher(employer_part=691, worker_share=109)
    told = payslip(paid(with_terms(workshop, meal_voucher=voucher), 1), "nl")
    assert told["meal_vouchers"] == {"number": "22.00", "amount": "152.02"}
    (share,) = (one for one in told["lines"] if one["fact"] == "item_deduction")
    assert share["amount"] == "23.98"


def test_a_recorded_number_of_vouchers_goes_before_that_of_the_contract(workshop: Records) -> None:
    voucher = MealVoucher(employer_part=691, worker_share=109)
    records = with_terms(workshop, meal_voucher=voucher)
    own = line("meal_voucher_share", price=10_900, base=691, units=2_100)
    month = paid(Records(records.employers, records.workers, (), (own,)), 1)
    assert payslip(month, "nl")["meal_vouchers"] == {"number": "21.00", "amount": "145.11"}
    assert month.cents("meal_vouchers_differ_from_days")


@pytest.mark.parametrize("code", ["overtime_100", "overtime_100_rest", "relaunch_overtime"])
def test_a_sunday_of_overtime_has_its_voucher_with_rest_later_or_without(
    workshop: Records, code: str
) -> None:
    """Royal decree of 28 November 1969, art. 19bis par. 2, 2°: a day of any overtime, rest or none."""
    records = with_terms(workshop, meal_voucher=MealVoucher(employer_part=691, worker_share=109))
    sunday = TimeEntry(staff_number="W006", contract=1, day=date(2025, 1, 19), code=code, hours=400)
    month = paid(Records(records.employers, records.workers, (sunday,)), 1)
    assert payslip(month, "nl")["meal_vouchers"] == {"number": "23.00", "amount": "158.93"}


def test_an_agreed_net_stays_what_it_is_whatever_is_claimed(workshop: Records) -> None:
    """Claims and vouchers come off the agreed 2 000.00; they do not raise the gross pay."""
    agreed = {"monthly_pay": None, "agreed_net": 200_000}
    plain = paid(with_terms(workshop, **agreed), 1)
    voucher = MealVoucher(employer_part=691, worker_share=109)
    records = with_terms(workshop, **agreed, meal_voucher=voucher)
    balance = OpeningBalance(
        staff_number="W006", fact="earlier_claims", as_of=date(2024, 12, 31), amount=10_000
    )
    claimed = paid(Records(records.employers, records.workers, opening=(balance,)), 1)
    assert claimed.total("gross_pay") == plain.total("gross_pay")
    assert plain.cents("net_pay") - claimed.cents("net_pay") == 10_000 + 2_398


def test_vouchers_stand_on_the_individual_account_with_number_and_amount(workshop: Records) -> None:
    month = paid(alone(workshop, [line("meal_voucher_share", price=10_900, base=691)]), 1)
    (told,) = individual_account([month], [payslip(month, "nl")])["months"]
    assert told["amounts"]["meal_vouchers"] == "152.02"
    (share,) = (one for one in told["lines"] if one["quantity"] == "22.00")
    assert share["amount"] == "23.98"
