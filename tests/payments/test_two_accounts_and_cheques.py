"""A wage in two parts, and a wage without an account."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from formats import FORMATS, needs_formats
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from officium.findings import BadInput
from officium.payments import (
    Cheque,
    Debtor,
    Payee,
    Transfer,
    cheque_list,
    payment_file,
    transfers,
)

FIRST, SECOND = "BE71096123456769", "BE68539007547034"


def split(cents: int, apart: int) -> tuple[Transfer, ...]:
    payee = Payee("An Peeters", FIRST, "Loon 2025-01", second_iban=SECOND, second_cents=apart)
    return transfers({"455:W001": cents}, {"455:W001": payee}, "2025-01")


def test_a_fixed_amount_goes_to_the_second_account_and_the_rest_to_the_first() -> None:
    assert [(one.iban, one.cents, one.identifier) for one in split(216445, 50000)] == [
        (FIRST, 166445, "2025-01/455:W001"),
        (SECOND, 50000, "2025-01/455:W001/2"),
    ]


@pytest.mark.parametrize("net", [50000, 49999, 1])
def test_a_wage_that_does_not_exceed_the_fixed_amount_goes_to_the_second_account(net: int) -> None:
    assert [(one.iban, one.cents) for one in split(net, 50000)] == [(SECOND, net)]


def test_one_cent_above_the_fixed_amount_reaches_the_first_account() -> None:
    assert [one.cents for one in split(50001, 50000)] == [1, 50000]


@given(st.integers(1, 10**9), st.integers(0, 10**9))
def test_the_parts_are_the_whole(net: int, apart: int) -> None:
    parts = split(net, apart)
    assert sum(one.cents for one in parts) == net
    assert len({one.identifier for one in parts}) == len(parts)


@needs_formats
def test_the_official_schema_accepts_a_wage_in_two_parts() -> None:
    assert FORMATS is not None
    file = payment_file(
        split(216445, 50000),
        Debtor("Atelier Peeters & Fils", SECOND),
        on=date(2025, 1, 31),
        message="WAGES-2025-01",
        created=datetime(2025, 1, 29, 8, 30, tzinfo=UTC),
        salary=True,
    )
    schema = etree.XMLSchema(etree.parse(FORMATS / "sepa" / "pain.001.001.03.xsd"))
    schema.assertValid(etree.fromstring(file.xml))
    assert (file.count, file.cents) == (2, 216445)


def test_the_list_of_cheques_says_who_where_and_how_much_and_adds_up() -> None:
    street = "Modelstraat 7, 2018 Antwerpen"
    found = cheque_list(
        [
            Cheque("2025-01/455:W001", "Zoë D'Haese", street, 170001),
            Cheque("2025-01/455:W002", "An Peeters", "Rue Neuve 1, 4700 Eupen", 99),
        ]
    )
    assert found.csv.decode().splitlines() == [
        "reference,name,address,amount",
        '2025-01/455:W001,Zoe D\'Haese,"Modelstraat 7, 2018 Antwerpen",1700.01',
        '2025-01/455:W002,An Peeters,"Rue Neuve 1, 4700 Eupen",0.99',
        "total,,,1701.00",
    ]
    assert (found.count, found.cents) == (2, 170100)


@pytest.mark.parametrize(
    ("cheques", "code"),
    [
        ([], "nothing_to_pay"),
        ([Cheque("2025-01/455:W001", "An", "", 1)], "no_address"),
        ([Cheque("2025-01/455:W001", "An", "Rue Neuve 1", 0)], "amount_not_payable"),
        ([Cheque("2025-01/455:W001", " ", "Rue Neuve 1", 1)], "no_name"),
    ],
)
def test_a_cheque_that_no_bank_writes_is_refused(cheques: list[Cheque], code: str) -> None:
    with pytest.raises(BadInput) as refusal:
        cheque_list(cheques)
    assert refusal.value.code == code
