"""Check digits at their borders, quarters, code lists: the small facts on which the rules rest."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officium.declarations.codes import code_list
from officium.declarations.identifiers import (
    is_enterprise_number,
    is_establishment_number,
    is_inss,
    is_nsso_number,
    is_period_number,
)
from officium.declarations.quarter import quarter_code, read_quarter
from officium.declarations.wording import sentences
from officium.law import Month, Quarter


@pytest.mark.parametrize("number", ["180471021", "175110801", "199999934", "178273680"])
def test_numbers_of_the_nsso_carry_their_check_digits(number: str) -> None:
    assert is_nsso_number(number)
    for wrong in range(100):
        changed = number[:7] + f"{wrong:02}"
        assert is_nsso_number(changed) == (changed == number)


def test_persons_of_before_and_after_2000_and_of_the_bis_register() -> None:
    assert is_inss("85073099833")
    assert is_inss("01410199955")
    assert not is_inss("85073099834")
    assert not is_inss("85133099865")
    assert not is_inss("8507309983")


def test_enterprise_establishment_and_period_numbers() -> None:
    assert is_enterprise_number("1999999943")
    assert is_enterprise_number("449888671")
    assert not is_enterprise_number("1234567899")
    assert is_establishment_number("2000000141")
    assert is_establishment_number("8999999993")
    assert not is_establishment_number("0407585882")
    assert is_period_number("600027876089")
    assert not is_period_number("600027876088")


@given(st.text(max_size=14))
def test_any_text_is_judged_without_an_error(text: str) -> None:
    for judge in (
        is_inss,
        is_enterprise_number,
        is_nsso_number,
        is_establishment_number,
        is_period_number,
    ):
        assert judge(text) in (True, False)
    read_quarter(text)


def test_a_quarter_is_read_as_the_nsso_writes_it() -> None:
    assert read_quarter("20231") == read_quarter("2023Q1") == Quarter(2023, 1)
    assert read_quarter("20235") is None
    assert read_quarter("²0231") is None


@given(st.dates())
def test_every_day_lies_in_its_quarter(day: date) -> None:
    quarter = Month.of(day).quarter
    assert quarter.first <= day <= quarter.last
    assert read_quarter(quarter_code(quarter)) == quarter


def test_a_code_is_in_force_in_its_quarters_and_no_others() -> None:
    deductions = code_list("deductions")
    assert deductions.edition == "NSSO annex 4, edition 2022/2"
    assert [bool(deductions.in_force("0501", quarter)) for quarter in (20142, 20143)] == [
        True,
        False,
    ]
    codes = code_list("worker_codes")
    assert codes.in_force("495", 20251)
    assert codes.in_force("255", 20251) == []
    assert {"240", "248", "255", "256", "871", "874"} <= codes.additions.keys()


def test_every_sentence_exists_in_four_languages_with_the_same_gaps() -> None:
    for rule, said in sentences().items():
        assert list(said) == ["nl", "fr", "de", "en"], rule
        gaps = {language: sorted(_gaps(text)) for language, text in said.items()}
        assert all(found == gaps["en"] for found in gaps.values()), rule


def _gaps(text: str) -> list[str]:
    return [piece.partition("}")[0] for piece in text.split("{")[1:]]
