"""A quarter of two workers, from payslips to what is owed to whom, in numbers and as text."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from officium.findings import BadInput
from officium.ledger import (
    Booking,
    Entry,
    account,
    balances,
    book_bank_line,
    book_declaration,
    book_order,
    book_payslip,
    chart,
    ledger_text,
    nsso_account,
    owed,
    quarter_of,
    record,
    wages_account,
    withholding_tax_account,
)

DECLARED = datetime(2025, 4, 15, 9, tzinfo=UTC)
PAID = datetime(2025, 5, 2, 9, tzinfo=UTC)
BANK = "BE68539007547034"
MONTHS = ("2025-01", "2025-02", "2025-03")


def payslip(month: str, staff_number: str, net_pay: int = 217862) -> Booking:
    """Gross 3 100.00; 371.54 to the NSSO, 27.60 special contribution, 522.24 tax."""
    return book_payslip(
        month,
        staff_number,
        gross_pay=310000,
        employee_contribution=37154,
        special_contribution=2760,
        withholding_tax=52224,
        net_pay=net_pay,
        paid_on=date.fromisoformat(f"{month}-28"),
        origin=f"payslips/{month}/{staff_number}.json",
        valid=date.fromisoformat(f"{month}-28"),
    )


def declaration(net_owed: int, roundings: int = 12) -> Booking:
    return book_declaration(
        "2025Q1",
        employer_contributions=465000,
        reductions=40000,
        withheld=6 * (37154 + 2760),
        net_owed=net_owed,
        roundings=roundings,
        origin="declarations/dmfa-2025Q1.xml",
        valid=date(2025, 3, 31),
    )


def quarter(net_owed: int = 664481) -> tuple[Entry, ...]:
    payslips = [payslip(month, worker) for month in MONTHS for worker in ("W001", "W002")]
    return record((), [*payslips, declaration(net_owed)], DECLARED)


def test_a_worker_is_owed_the_net_pay_of_the_payslips_to_the_cent() -> None:
    assert owed(balances(quarter(), on=date(2025, 1, 31)), "455") == {
        "455:W001": 217862,
        "455:W002": 217862,
    }


@pytest.mark.parametrize("difference", [-6, -3, 0, 1, 6])
def test_the_debt_to_the_nsso_is_the_net_amount_of_the_declaration(difference: int) -> None:
    net_owed = 6 * (37154 + 2760) + 465000 - 40000 + difference
    assert owed(balances(quarter(net_owed)), "454") == {"454:2025Q1": net_owed}


def test_accounts_stand_in_the_order_of_the_chart() -> None:
    numbers = [name.split(":")[0] for name in balances(quarter())]
    assert numbers == ["453", "453", "453", "454", "455", "455", "620", "621", "6219", "648"]


@pytest.mark.parametrize("difference", [-7, 7, 50000])
def test_a_difference_that_no_rounding_explains_is_not_booked(difference: int) -> None:
    with pytest.raises(BadInput, match="more than 12 roundings can explain") as refusal:
        declaration(664484 + difference)
    assert refusal.value.where == "declarations/dmfa-2025Q1.xml"


def test_without_rounding_the_declaration_equals_the_ledger_exactly() -> None:
    declaration(664484, roundings=0)
    with pytest.raises(BadInput):
        declaration(664485, roundings=0)


def test_a_payslip_that_does_not_add_up_is_not_booked() -> None:
    with pytest.raises(BadInput, match=r"net pay is 2178\.63, .* = 2178\.62"):
        payslip("2025-01", "W001", net_pay=217863)


def test_a_correction_below_zero_takes_back_what_was_owed() -> None:
    back = book_payslip(
        "2025-01",
        "W001",
        gross_pay=-310000,
        employee_contribution=-37154,
        special_contribution=-2760,
        withholding_tax=-52224,
        net_pay=-217862,
        paid_on=date(2025, 1, 31),
        origin="payslips/2025-01/W001-correction.json",
        valid=date(2025, 2, 28),
    )
    entries = record((), [payslip("2025-01", "W001"), back], DECLARED)
    assert set(balances(entries).values()) == {0}
    assert owed(balances(entries), "455") == {}


def test_what_is_ordered_is_owed_no_more_and_leaves_the_account_when_the_bank_says_so() -> None:
    wages = {wages_account("W001"): 3 * 217862, wages_account("W002"): 217862}
    order = book_order(wages, bank=BANK, origin="payments/wages.xml", valid=date(2025, 3, 31))
    ordered = record(quarter(), [order], DECLARED)
    assert owed(balances(ordered), "455") == {"455:W002": 2 * 217862}
    assert balances(ordered)[f"580:{BANK}"] == -4 * 217862

    line = book_bank_line(4 * 217862, bank=BANK, origin="statement 12", valid=date(2025, 4, 2))
    paid = balances(record(ordered, [line], PAID))
    assert paid[f"580:{BANK}"] == 0
    assert paid[f"550:{BANK}"] == -4 * 217862


def test_what_is_known_later_or_valid_later_changes_no_earlier_answer() -> None:
    before = quarter()
    order = book_order({"455:W001": 5}, bank=BANK, origin="order", valid=date(2025, 3, 31))
    after = record(before, [order], PAID)
    assert balances(after, known=DECLARED) == balances(before)
    assert balances(after, on=date(2025, 3, 30)) == balances(before, on=date(2025, 3, 30))
    assert balances(after, on=date(2025, 3, 31)) != balances(before, on=date(2025, 3, 31))


def test_wages_are_not_ordered_twice() -> None:
    """A month is ordered before the next is booked: only the new month is owed then."""
    january = record((), [payslip("2025-01", "W001")], DECLARED)
    due = owed(balances(january), "455")
    order = book_order(due, bank=BANK, origin="payments/2025-01.xml", valid=date(2025, 1, 31))
    february = record(january, [order, payslip("2025-02", "W001")], DECLARED)
    assert owed(balances(february), "455") == {"455:W001": 217862}


def test_tax_is_owed_by_month_and_contributions_by_quarter() -> None:
    standing = balances(quarter())
    assert [owed(standing, "453")[withholding_tax_account(month)] for month in MONTHS] == [
        104448
    ] * 3
    assert list(owed(standing, "454")) == [nsso_account("2025Q1")]
    assert [quarter_of(f"2025-{month:02}") for month in (1, 3, 4, 6, 7, 9, 10, 12)] == [
        f"2025Q{number}" for number in (1, 1, 2, 2, 3, 3, 4, 4)
    ]


def test_work_of_december_paid_in_january_owes_tax_for_january() -> None:
    late = book_payslip(
        "2024-12",
        "W001",
        gross_pay=310000,
        employee_contribution=37154,
        special_contribution=2760,
        withholding_tax=52224,
        net_pay=217862,
        paid_on=date(2025, 1, 3),
        origin="payslips/2024-12/W001.json",
        valid=date(2024, 12, 31),
    )
    standing = balances(record((), [late], DECLARED))
    assert owed(standing, "453") == {"453:2025-01": 52224}
    assert owed(standing, "454") == {"454:2024Q4": 39914}


def test_an_account_is_one_of_the_chart_with_the_segments_that_it_leaves_open() -> None:
    assert account("employer", "455", "W001") == "455:W001"
    with pytest.raises(BadInput, match="no account 400; it has 416, 453"):
        account("employer", "400", "A1")
    with pytest.raises(BadInput, match="account 454 wants quarter, got none"):
        account("employer", "454")


@pytest.mark.parametrize("book", ["employer", "secretariat"])
def test_every_account_has_a_side_and_a_name_in_four_languages(book: str) -> None:
    sides = {"assets", "liabilities", "income", "expenses", "memorandum"}
    for entry in chart(book).values():
        assert entry.type in sides
        assert set(entry.labels) == {"nl", "fr", "de", "en"}
        assert all(entry.labels.values())


def test_the_secretariat_has_the_accounts_that_the_law_prescribes() -> None:
    prescribed = "400 460 461 462 463 4800 52 55 700 9010 9100 9210 931 932 934 939"
    assert list(chart("secretariat")) == prescribed.split()


def test_the_text_is_a_ledger_that_a_bookkeeper_reads() -> None:
    entries = record((), [payslip("2025-01", "W001")], DECLARED)
    text = ledger_text(entries, book="employer", title='Atelier "De Wever"', language="nl")
    assert (
        text
        == f"""\
option "title" "Atelier \\"De Wever\\""
option "operating_currency" "EUR"
option "tolerance_multiplier" "0"

2025-01-28 open Liabilities:453:2025-01 EUR
  label: "Ingehouden voorheffingen"

2025-01-28 open Liabilities:454:2025Q1 EUR
  label: "Rijksdienst voor Sociale Zekerheid"

2025-01-28 open Liabilities:455:W001 EUR
  label: "Bezoldigingen"

2025-01-28 open Expenses:620:2025Q1 EUR
  label: "Bezoldigingen en rechtstreekse sociale voordelen"

2025-01-28 * "Loonbrief 2025-01, personeelsnummer W001"
  document: "payslips/2025-01/W001.json"
  recorded: "2025-04-15T09:00:00+00:00"
  previous: "{"0" * 64}"
  digest: "{entries[0].digest}"
  Expenses:620:2025Q1                              3100.00 EUR
  Liabilities:455:W001                            -3100.00 EUR
  Liabilities:455:W001                              371.54 EUR
  Liabilities:454:2025Q1                           -371.54 EUR
  Liabilities:455:W001                               27.60 EUR
  Liabilities:454:2025Q1                            -27.60 EUR
  Liabilities:455:W001                              522.24 EUR
  Liabilities:453:2025-01                          -522.24 EUR

2025-01-29 balance Liabilities:453:2025-01                          -522.24 EUR
2025-01-29 balance Liabilities:454:2025Q1                           -399.14 EUR
2025-01-29 balance Liabilities:455:W001                            -2178.62 EUR
2025-01-29 balance Expenses:620:2025Q1                              3100.00 EUR
"""
    )


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_the_same_ledger_is_the_same_text_and_says_the_same_in_each_language(
    language: str,
) -> None:
    def text() -> str:
        return ledger_text(quarter(), book="employer", title="Workshop", language=language)

    assert text() == text()
    words = {"nl": "Kwartaalaangifte", "fr": "trimestrielle", "de": "LSS", "en": "Quarterly"}
    assert words[language] in text()


def test_an_empty_ledger_has_a_title_and_nothing_else() -> None:
    assert ledger_text((), book="employer", title="Empty", language="en") == (
        'option "title" "Empty"\n'
        'option "operating_currency" "EUR"\n'
        'option "tolerance_multiplier" "0"\n'
    )
