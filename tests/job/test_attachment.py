"""Creditors of two people: two seizures and a form for children; maintenance, a settlement and a notice."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from officium.findings import BadInput
from officium.job import Period
from officium.law import Month, Quarter

from .running import add, cents, change, copied, only, rules, run, slip, sound, texts

Told = tuple[dict[str, bytes], dict[str, Any]]
PEOPLE = ("W001", "W002", "W006")
# Jonas earns 2 480.00 a month; paid on 31 January, 28 February and 31 March 2025.
JONAS = """
[[attachments]]
number    = 1
employer  = "0765432146"
kind      = "seizure"
creditor  = "Gerechtsdeurwaarder Claes"
iban      = "BE71096123456769"
reference = "+++123/4567/89002+++"
notified  = 2025-01-10
amount    = "1500.00"

[[attachments]]
number    = 2
employer  = "0765432146"
kind      = "seizure"
creditor  = "Gerechtsdeurwaarder Maes"
iban      = "BE68539007547034"
message   = "Dossier 2025/117"
notified  = 2025-02-17
amount    = "300.00"

[[children_forms]]
employer = "0765432146"
received = 2025-02-10
children = 1
"""
# Karim: an assignment, then the tax office, then maintenance; from March a mediator.
KARIM = """
[[attachments]]
number     = 1
employer   = "0765432146"
kind       = "assignment"
creditor   = "Crédit du Canal"
iban       = "BE71096123456769"
message    = "Contrat 4711"
notified   = 2025-01-02
executable = 2025-01-20
amount     = "200.00"

[[attachments]]
number    = 2
employer  = "0765432146"
kind      = "tax_notice"
creditor  = "SPF Finances, perception"
iban      = "BE68539007547034"
reference = "123456789002"
notified  = 2025-01-15
amount    = "900.00"

[[attachments]]
number   = 3
employer = "0765432146"
kind     = "maintenance"
creditor = "Service des créances alimentaires"
iban     = "BE46734128993336"
message  = "Dossier 12"
notified = 2025-02-03
monthly  = "250.00"

[[attachments]]
number   = 4
employer = "0765432146"
kind     = "debt_settlement"
creditor = "Me Lambert, médiatrice de dettes"
iban     = "BE46734128993336"
message  = "RCD 25/100"
notified = 2025-03-10
"""


def story(folder: Path) -> None:
    only(folder, PEOPLE)
    add(folder, "people/W006.toml", JONAS)
    add(folder, "people/W002.toml", KARIM)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The quarter with creditors."""
    return run(copied(tmp_path_factory.mktemp("creditors"), story), language="en")


def last_lines(files: dict[str, bytes], name: str) -> list[tuple[str, str]]:
    return [
        (line["label"]["en"], f"{line['sign']}{line['amount']}")
        for line in slip(files, name)["lines"]
        if line["item"] == "15" or line["fact"] == "attachment_amount"
    ]


def test_one_seizure_takes_the_seizable_part(told: Told) -> None:
    """2 071.12: 20.80 + 46.20 + 61.60 + 271.12 = 399.72."""
    files = sound(*told)
    assert last_lines(files, "2025-01/W006") == [
        ("seizure of pay (Gerechtsdeurwaarder Claes)", "-399.72"),
        ("Net pay", "=1671.40"),
    ]


def test_two_seizures_share_by_their_whole_claims(told: Told) -> None:
    """1 949.10: 128.60 + 149.10 = 277.70, of which 1 500 / 1 800 is 231.42 and 300 / 1 800 is 46.28."""
    files, _ = told
    assert last_lines(files, "2025-02/W006") == [
        ("seizure of pay (Gerechtsdeurwaarder Claes)", "-231.42"),
        ("seizure of pay (Gerechtsdeurwaarder Maes)", "-46.28"),
        ("Net pay", "=1671.40"),
    ]


def test_a_child_counts_from_the_month_after_the_form(told: Told) -> None:
    """2 058.41: 128.60 + 258.41 - 86.00 = 301.01; five sixths of it are 250.84, a sixth 50.17."""
    files, _ = told
    march = slip(files, "2025-03/W006")
    assert [cents for _, cents in last_lines(files, "2025-03/W006")] == [
        "-250.84",
        "-50.17",
        "=1757.40",
    ]
    assert march["attachments"] == {
        "pay": "2058.41",
        "seizable": "301.01",
        "protected": "1757.40",
        "children": 1,
        "creditors": [
            {
                "number": 1,
                "creditor": "Gerechtsdeurwaarder Claes",
                "kind": "seizure",
                "rank": "ordinary",
                "amount": "250.84",
                "left": "618.02",
                "is_held": False,
            },
            {
                "number": 2,
                "creditor": "Gerechtsdeurwaarder Maes",
                "kind": "seizure",
                "rank": "ordinary",
                "amount": "50.17",
                "left": "203.55",
                "is_held": False,
            },
        ],
    }


def test_each_creditor_is_paid_with_the_communication_that_was_asked(told: Told) -> None:
    files, _ = told
    february = files["payments/2025-02-attachments.xml"]
    paid = dict(zip(texts(february, "EndToEndId"), texts(february, "InstdAmt"), strict=True))
    assert paid["2025-02/4591:W006:1"] == "231.42"
    assert paid["2025-02/4591:W006:2"] == "46.28"
    assert "123456789002" in texts(february, "Ref")
    assert "Dossier 2025/117" in texts(february, "Ustrd")
    assert texts(february, "ReqdExctnDt") == ["2025-02-28"]
    # Banks show wages to few; this is none.
    assert texts(february, "CtgyPurp") == []
    wages = files["payments/2025-02-wages.xml"]
    assert "Gerechtsdeurwaarder Claes" not in texts(wages, "Nm")
    # What reaches the worker stays protected on his account: the bank is told so (art. 1411bis).
    assert all(message.startswith("/A/ ") for message in texts(wages, "Ustrd"))
    assert not any(message.startswith("/A/") for message in texts(february, "Ustrd"))


def test_an_assignment_of_before_comes_before_the_tax_office(told: Told) -> None:
    """What the assignment leaves of the seizable part goes to the tax office."""
    files, _ = told
    january = slip(files, "2025-01/W002")
    seizable = january["attachments"]["seizable"]
    (first, second) = january["attachments"]["creditors"]
    assert (first["creditor"], first["rank"], first["amount"], first["left"]) == (
        "Crédit du Canal",
        "assignment",
        "200.00",
        "0.00",
    )
    assert (second["rank"], second["kind"]) == ("privileged", "tax_notice")
    assert cents(second["amount"]) == cents(seizable) - 20_000


def test_maintenance_takes_its_part_of_the_seizable_part_first(told: Told) -> None:
    files, _ = told
    february = slip(files, "2025-02/W002")["attachments"]
    maintenance, tax = february["creditors"]
    assert (maintenance["rank"], maintenance["amount"], maintenance["left"]) == (
        "maintenance",
        "250.00",
        None,
    )
    assert cents(tax["amount"]) == max(0, cents(february["seizable"]) - 25_000)


def test_from_the_settlement_on_the_mediator_has_all_pay(told: Told) -> None:
    files, _ = told
    march = slip(files, "2025-03/W002")
    amounts = {one["rank"]: one["amount"] for one in march["attachments"]["creditors"]}
    assert amounts["debt_settlement"] == march["results"]["net_before_attachments"]
    assert (amounts["maintenance"], amounts["privileged"]) == ("0.00", "0.00")
    assert march["results"]["net_payable"] == "0.00"
    assert march["attachments"]["seizable"] is None
    assert march["paid_to"] == []


def test_every_creditor_ends_at_zero_in_the_ledger(told: Told) -> None:
    files, _ = told
    ledger = files["ledger/ledger.beancount"].decode()
    found = dict(re.findall(r"balance Liabilities:(4591:\S+|455:\S+) +(-?[\d.]+) EUR", ledger))
    assert {name for name in found if name.startswith("4591")} == {
        *("4591:W002:1", "4591:W002:2", "4591:W002:3", "4591:W002:4"),
        *("4591:W006:1", "4591:W006:2"),
    }
    assert set(found.values()) == {"0.00"}


def test_the_report_pays_creditors_apart_from_wages(told: Told) -> None:
    _, report = told
    due = [one for one in report["to_pay"] if one["what"] == "attachments"]
    assert [(one["due"], one["payee"]) for one in due] == [
        ("2025-01-31", "3 creditors"),
        ("2025-02-28", "4 creditors"),
        ("2025-03-31", "3 creditors"),
    ]
    sums = report["control_sums"]
    assert cents(sums["creditors_paid"]) == sum(cents(one["amount"]) for one in due)
    assert sums["wages_paid"] == sums["net_pay"]


def test_what_is_to_be_told_is_told(told: Told) -> None:
    _, report = told
    found = [rule for rule in rules(report) if rule != "cost_unknown"]
    assert found.count("attachment_paid_in_full") == 1
    assert found.count("children_form_too_late") == 1
    assert found.count("creditors_of_one_rank") == 2
    assert found.count("debt_settlement_suspends") == 1
    (late,) = (one for one in report["findings"] if one["rule"] == "children_form_too_late")
    assert late["path"] == "people/W006.toml"
    assert "28 February 2025" in late["message"]


def test_the_page_shows_creditors_and_what_is_protected(told: Told, pages: Any) -> None:
    files, _ = told
    page = pages(files["payslips/2025-03/W006.pdf"])
    assert re.search(r"14 +Loonbeslag \(Gerechtsdeurwaarder Maes\) +−50,17", page)
    assert "Van 2.058,41 EUR loon is 301,01 EUR beslagbaar en 1.757,40 EUR beschermd." in page
    assert "Gerechtsdeurwaarder Claes: nog 618,02 EUR te betalen." in page


def test_the_declaration_knows_nothing_of_creditors(told: Told, tmp_path: Path) -> None:
    files, _ = told
    without, _ = run(copied(tmp_path, lambda folder: only(folder, PEOPLE)), language="en")
    name = "declarations/dmfa-2025Q1.xml"
    assert texts(files[name], "RemunAmount") == texts(without[name], "RemunAmount")
    assert texts(files[name], "NetOwedAmount") == texts(without[name], "NetOwedAmount")


def test_what_is_held_stays_on_the_account_of_the_creditor(tmp_path: Path) -> None:
    def held(folder: Path) -> None:
        only(folder, ("W006",))
        add(folder, "people/W006.toml", JONAS)
        change(
            folder,
            "people/W006.toml",
            'amount    = "1500.00"',
            'amount = "1500.00"\nis_held = true',
        )

    files, report = run(copied(tmp_path, held), Period.of_month(Month(2025, 1)), language="en")
    assert "payments/2025-01-attachments.xml" not in files
    ledger = files["ledger/ledger.beancount"].decode()
    assert re.search(r"balance Liabilities:4591:W006:1 +-399.72 EUR", ledger)
    assert "creditors_paid" not in report["control_sums"]


def test_the_year_ends_with_the_balance_to_record(tmp_path: Path) -> None:
    def autumn(folder: Path) -> None:
        only(folder, ("W006",))
        text = JONAS.split("[[children")[0].replace("2025-01-10", "2025-12-01")
        add(folder, "people/W006.toml", text.replace("2025-02-17", "2025-12-02"))

    folder = copied(tmp_path, autumn)
    files, report = run(folder, Period.of_month(Month(2025, 12)), language="en", provisional=True)
    told = [one for one in report["findings"] if one["rule"] == "attachment_left_in_december"]
    assert [one["path"] for one in told] == ["people/W006.toml"] * 2
    first, second = slip(files, "2025-12/W006")["attachments"]["creditors"]
    assert f'paid = "{first["amount"]}" and paid_until = 2025-12-31' in told[0]["message"]
    assert f'paid = "{second["amount"]}" and' in told[1]["message"]


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("+++123/4567/89002+++", "+++123/4567/89003+++", 8, "no structured communication"),
        ('amount    = "1500.00"', 'amount    = "-1.00"', 10, "greater than 0"),
        ('kind      = "seizure"', 'kind      = "garnishment"', 5, "seizure"),
        ("children = 1", "children = 31", 25, "30"),
    ],
)
def test_a_notice_that_cannot_be_read_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, says: str
) -> None:
    def broken(folder: Path) -> None:
        only(folder, ("W006",))
        add(folder, "people/W006.toml", JONAS.replace(old, new, 1))

    folder = copied(tmp_path, broken)
    before = (folder / "people/W006.toml").read_text("utf-8").split(JONAS.split("number")[0])[0]
    with pytest.raises(BadInput) as refusal:
        run(folder, Period.of_quarter(Quarter(2025, 1)))
    place = before.count("\n") + line
    assert str(refusal.value.where) == f"people/W006.toml:{place}"
    assert says in refusal.value.message
