"""Check digits, for every number that the practice office can form."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from schwifty import IBAN
from stdnum.be import nn, vat

from officium.declarations.identifiers import (
    is_establishment_number,
    is_nsso_number,
    is_period_number,
)
from officium.demonstration import numbers

DAYS = st.dates(date(1950, 1, 1), date(2009, 12, 31))


@given(DAYS, st.integers(0, 47), st.sampled_from("FM"))
def test_a_social_security_number_holds_birth_and_sex(born: date, serial: int, sex: str) -> None:
    number = numbers.inss(born, serial, sex)
    assert nn.is_valid(number)
    assert (nn.get_birth_date(number), nn.get_gender(number)) == (born, sex)
    assert number != numbers.inss(born, (serial + 1) % 48, sex)


@given(st.integers(1, 99_999))
def test_numbers_of_employers_are_valid(serial: int) -> None:
    assert vat.is_valid(numbers.enterprise_number(serial))
    assert is_nsso_number(numbers.nsso_number(serial))
    assert is_establishment_number(numbers.establishment_number(serial))


@given(st.integers(0, 9_999_999))
def test_an_account_is_valid_and_no_banks(serial: int) -> None:
    account = IBAN(numbers.iban(serial), validate_bban=True)
    assert account.bank is None


@given(DAYS, st.integers(0, 999))
def test_a_dimona_period_is_valid(begins: date, serial: int) -> None:
    assert is_period_number(numbers.dimona_period(begins, serial))
