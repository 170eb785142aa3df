"""From the records to the bank: advances, part payments, two accounts, a cheque, and the ledger after."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from officium.findings import BadInput

from .running import add, cents, change, copied, only, rules, run, slip, texts

HEAD = "staff_number,contract,kind,amount,units,price,base,day,description\n"
PEOPLE = ("W001", "W002", "W003", "W006")
JANUARY = "W006,1,advance,1000.00,,,,2025-01-15,\n"
FEBRUARY = (
    "W006,1,meal_voucher_share,,,1.09,6.91,,\n"
    "W002,1,part_payment,800.00,,,,,Acompte du 14\n"
    "W002,1,benefit_share,40.00,,,,,\n"
)
MARCH = "W003,1,meal_voucher_share,,20,1.08,6.91,,\nW001,1,other_deduction,15.00,,,,,Syndicaat\n"


def story(folder: Path) -> None:
    only(folder, PEOPLE)
    for month, lines in (("01", JANUARY), ("02", FEBRUARY), ("03", MARCH)):
        (folder / "pay" / f"2025-{month}.csv").write_text(HEAD + lines)
    second = 'second_account = { iban = "BE71096123456769", amount = "500.00" }'
    iban = 'iban         = "BE46734128993336"'
    change(folder, "people/W006.toml", iban, f"{iban}\n{second}")
    path = folder / "people/W003.toml"
    text = re.sub(r"iban .*\n", 'payment_method = "circular_cheque"\n', path.read_text(), count=1)
    path.write_text(text)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, Any]]:
    return run(copied(tmp_path_factory.mktemp("net"), story), language="en")


Told = tuple[dict[str, bytes], dict[str, Any]]


def last_lines(files: dict[str, bytes], name: str) -> list[tuple[str, str, str]]:
    lines = slip(files, name)["lines"]
    return [
        (line["label"]["en"], line["sign"], line["amount"])
        for line in lines
        if line["item"] in ("14", "15")
    ]


def test_an_advance_has_a_payment_of_its_own_on_its_day(told: Told) -> None:
    files, _ = told
    advance = files["payments/2025-01-15-advances.xml"]
    assert texts(advance, "InstdAmt") == ["1000.00"]
    assert texts(advance, "ReqdExctnDt") == ["2025-01-15"]
    assert texts(advance, "Ustrd") == ["/A/ Voorschot 2025-01"]


def test_of_the_advance_a_fifth_is_taken_each_month(told: Told) -> None:
    """2 084.64 - 13.52 = 2 071.12, a fifth 414.22; then 1 959.89 - 10.79 = 1 949.10, 389.82."""
    files, _ = told
    assert last_lines(files, "2025-01/W006") == [
        ("Special social security contribution", "-", "13.52"),
        ("advance on pay", "-", "1000.00"),
        ("Claims carried to the next month", "+", "585.78"),
        ("Net pay", "=", "1656.90"),
    ]
    assert last_lines(files, "2025-02/W006") == [
        ("Special social security contribution", "-", "10.79"),
        ("worker's share in meal vouchers", "-", "19.62"),
        ("Claims left by earlier months", "-", "585.78"),
        ("Claims carried to the next month", "+", "195.96"),
        ("Net pay", "=", "1539.66"),
    ]
    assert last_lines(files, "2025-03/W006")[1:] == [
        ("Claims left by earlier months", "-", "195.96"),
        ("Net pay", "=", "1862.45"),
    ]


def test_a_wage_in_two_parts_is_two_transfers(told: Told) -> None:
    files, _ = told
    wages = files["payments/2025-01-wages.xml"]
    paid = dict(zip(texts(wages, "IBAN")[1:], texts(wages, "InstdAmt"), strict=True))
    assert (paid["BE46734128993336"], paid["BE71096123456769"]) == ("1156.90", "500.00")
    assert "2025-01/455:W006/2" in texts(wages, "EndToEndId")


def test_who_has_no_account_is_on_the_list_of_cheques(told: Told) -> None:
    files, report = told
    assert files["payments/2025-01-cheques.csv"].decode().splitlines() == [
        "reference,name,address,amount",
        '2025-01/455:W003,Schmitz Elke,"Hufengasse 8, 4700 Eupen",1456.58',
        "total,,,1456.58",
    ]
    assert slip(files, "2025-01/W003")["paid_to"] == [{"iban": None, "amount": "1456.58"}]
    what = [file["what"] for file in report["months"][0]["payments"]]
    assert what == ["advances", "wages", "cheques"]
    assert {due["what"] for due in report["to_pay"]} >= {"advances", "wages", "cheques"}


def test_what_was_paid_before_is_taken_as_a_whole(told: Told) -> None:
    files, _ = told
    february = slip(files, "2025-02/W002")["results"]
    assert (february["free_deductions"], february["claims_settled"]) == ("800.00", "40.00")
    assert february["net_pay"] == "1338.73"


def test_everybody_and_every_claim_ends_at_zero_in_the_ledger(told: Told) -> None:
    files, report = told
    text = files["ledger/ledger.beancount"].decode()
    found = dict(re.findall(r"balance \w+:(\S+) +(-?[\d.]+) EUR", text))
    for person in PEOPLE:
        assert found[f"455:{person}"] == "0.00"
    assert found["416:W006"] == found["416:W002"] == "0.00"
    # Eighteen vouchers of 1.09 in February, twenty of 1.08 in March; a car and a union.
    assert found["6238:2025Q1"] == "-41.22"
    assert found["743:2025Q1"] == "-40.00"
    assert found["459:2025Q1"] == "-15.00"
    ordered = cents(report["control_sums"]["wages_paid"])
    # The part payment of 800.00 was paid without a file of ours.
    assert cents(found["580:BE69063124241978"]) == -(ordered + 80000)


def test_what_the_law_limits_is_told(told: Told) -> None:
    _, report = told
    assert sorted(set(rules(report))) == [
        "claims_left",
        "deduction_not_in_the_list",
        "meal_vouchers_are_pay",
        "meal_vouchers_differ_from_days",
    ]


def test_an_advance_that_was_paid_already_makes_no_file_and_is_settled_all_the_same(
    tmp_path: Path,
) -> None:
    folder = copied(
        tmp_path, lambda it: add(it, "pay/2025-02.csv", "W006,1,advance,200.00,Voorschot\n")
    )
    files, _ = run(folder)
    assert not [name for name in files if "advances" in name]
    text = files["ledger/ledger.beancount"].decode()
    found = dict(re.findall(r"balance \w+:(\S+) +(-?[\d.]+) EUR", text))
    assert found["416:W006"] == "0.00"
    assert found["455:W006"] == "0.00"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('iban         = "BE46734128993336"\n', "", "iban is missing"),
        (
            'language     = "nl"',
            'language     = "nl"\npayment_method = "circular_cheque"',
            "no acc",
        ),
    ],
)
def test_a_worker_who_cannot_be_paid_is_refused(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    folder = copied(tmp_path, lambda it: change(it, "people/W006.toml", old, new))
    with pytest.raises(BadInput, match=says):
        run(folder)


def test_claims_that_no_later_wage_can_settle_are_told(tmp_path: Path) -> None:
    """W005 leaves on 21 February 2025."""
    folder = copied(
        tmp_path, lambda it: add(it, "pay/2025-02.csv", "W005,1,advance,2000.00,Prêt\n")
    )
    _, report = run(folder, language="en")
    (told,) = (one for one in report["findings"] if one["rule"] == "claims_left_at_the_end")
    assert "the contract ends in February 2025" in told["message"]
