"""Below the net amount: how it is paid, and the meal vouchers, as the worker reads it."""

from __future__ import annotations

from typing import Any

import pytest

from officium.documents import payslip_pdf
from officium.documents.payslip import page_data

from . import sample
from .test_payslip import text

FIRST, SECOND = "BE68539007547034", "BE71096123456769"
TWO = [{"iban": FIRST, "amount": "1664.45"}, {"iban": SECOND, "amount": "500.00"}]


def below(language: str, **of: Any) -> list[str]:
    """The lines below the net amount of a payslip in a language."""
    payslip = sample.payslip(0, language=language) | of
    told: list[str] = page_data(payslip)["below"]
    return told


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("nl", "1.664,45 op rekening BE68 •••• •••• 7034, 500,00 op rekening BE71"),
        ("fr", "1\u202f664,45 sur le compte BE68 •••• •••• 7034, 500,00 sur le compte BE71"),
        ("de", "1.664,45 auf das Konto BE68 •••• •••• 7034, 500,00 auf das Konto BE71"),
        ("en", "1,664.45 to account BE68 •••• •••• 7034, 500.00 to account BE71"),
    ],
)
def test_a_wage_in_two_parts_names_both_accounts_and_amounts(language: str, says: str) -> None:
    (told,) = below(language, paid_to=TWO)
    assert told.startswith(says)


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("nl", "Met een circulaire cheque, op 31 januari 2025."),
        ("fr", "Par chèque circulaire, le 31 janvier 2025."),
        ("de", "Per Zirkularscheck, am 31. Januar 2025."),
        ("en", "By circular cheque, on 31 January 2025."),
    ],
)
def test_a_cheque_is_called_by_its_name(language: str, says: str) -> None:
    assert below(language, paid_to=[{"iban": None, "amount": "1664.45"}]) == [says]


def test_where_nothing_is_paid_the_payslip_says_so() -> None:
    assert below("nl", paid_to=[]) == ["Er wordt niets uitbetaald."]


def test_meal_vouchers_are_printed_with_number_and_amount_in_the_file_itself() -> None:
    vouchers = {"number": "20.00", "amount": "138.20"}
    paper = text(payslip_pdf(sample.payslip(0) | {"meal_vouchers": vouchers, "paid_to": TWO}))
    assert "Elektronische maaltijdcheques: 20, 138,20 EUR zonder uw aandeel." in paper
    assert "500,00 op rekening BE71" in paper


def test_a_price_shows_its_cents_and_a_wage_of_an_hour_its_four_decimals() -> None:
    payslip = sample.payslip(0)
    payslip["lines"][0] |= {"quantity": "20.00", "unit": "units", "rate": "1.0900"}
    payslip["lines"][1] |= {"quantity": "8.00", "unit": "hours", "rate": "18.5000"}
    due = page_data(payslip)["sections"][0]["lines"]
    assert [line["detail"] for line in due[:2]] == ["20 × 1,09", "8 uren × 18,5000"]
