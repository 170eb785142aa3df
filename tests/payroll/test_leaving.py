"""The papers of the end as data: zones of official formats, four languages, and who follows whom."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from officium.language import LANGUAGES
from officium.payroll.leaving import tax_sheet, unemployment
from officium.payroll.leaving.leaver import is_next
from officium.payroll.records.contract import EndReason
from tests.formats import FORMATS, needs_formats

PLACE = re.compile(r"\{\w+\}")
TABLES = {"unemployment": unemployment.table(), "tax_sheet": tax_sheet.table()}


def words(of: object, where: str) -> list[tuple[str, dict[str, str]]]:
    """Everything that is said in languages, however deep it stands."""
    if not isinstance(of, dict):
        return []
    own = {key: value for key, value in of.items() if key in LANGUAGES}
    inner = [one for key, value in of.items() for one in words(value, f"{where}.{key}")]
    return [(where, own), *inner] if own else inner


SAID = [one for name, table in TABLES.items() for one in words(table, name)]


@pytest.mark.parametrize(("where", "said"), SAID, ids=[where for where, _ in SAID])
def test_every_word_is_there_in_four_languages_with_the_same_places(
    where: str, said: dict[str, str]
) -> None:
    assert sorted(said) == sorted(LANGUAGES)
    assert len({tuple(sorted(PLACE.findall(each))) for each in said.values()}) == 1
    assert not re.search(r"[^\u202f][:;?!»]", said["fr"])


def test_every_end_reason_that_a_record_may_give_has_words_or_is_death() -> None:
    """A reason that is added later is named as missing until it has words here."""
    known = {*unemployment.table()["way"], "death"}
    assert {*EndReason.__args__} - known <= set()  # type: ignore[attr-defined]


def glossary(path: Path, tag: str) -> list[etree._Element]:
    return list(etree.fromstring(path.read_bytes()).iter(tag))


@needs_formats
def test_the_zones_of_the_c4_are_those_of_the_glossary() -> None:
    assert FORMATS is not None
    place = FORMATS / "drs" / "glossary"
    held = {
        (one.findtext("Code"), one.findtext("XmlLabel"))
        for one in glossary(place / "Zones_ONEM820233NL.xml", "glossary")
    }
    blocks = {
        one.findtext("XmlLabel"): [(zone.text or "")[:5] for zone in one.findall("Zones")]
        for one in glossary(place / "FBONEM820233NL.xml", "FunctionalBlock")
    }
    table = unemployment.table()
    for code, zone in table["zone"].items():
        assert (code, zone["xml"]) in held, code
        assert code in blocks[zone["block"]], code
    assert {zone["block"] for zone in table["zone"].values()} == set(table["block"])


@needs_formats
def test_no_zone_that_the_declaration_forbids_is_given() -> None:
    """Name, birth date and sex are known from the INSS: the glossary forbids them here."""
    assert FORMATS is not None
    place = FORMATS / "drs" / "glossary" / "Zones_ONEM820233NL.xml"
    forbidden = {
        one.findtext("Code")
        for one in glossary(place, "glossary")
        if (one.findtext("Aanwezigheid") or "").strip() == "Verboden"
    }
    assert {"00025", "00028", "00029"} <= forbidden
    assert not forbidden & set(unemployment.table()["zone"])


@needs_formats
def test_the_zones_of_the_tax_sheet_are_those_of_its_schema() -> None:
    assert FORMATS is not None
    schema = etree.fromstring((FORMATS / "tax" / "xsd" / "Belcotax-2024.xsd").read_bytes())
    held = {one.get("name") for one in schema.iter("{*}element")}
    for code, zone in tax_sheet.table()["zone"].items():
        assert zone["xml"] in held, code
        assert zone["xml"].split("_")[1] == code


@pytest.mark.parametrize(
    ("ends", "begins", "follows"),
    [
        (date(2025, 3, 28), date(2025, 3, 29), True),  # Friday, Saturday
        (date(2025, 3, 28), date(2025, 3, 31), True),  # Friday, Monday
        (date(2025, 3, 28), date(2025, 4, 1), False),  # a Monday lies between
        (date(2025, 4, 18), date(2025, 4, 22), True),  # Easter Monday lies between
        (date(2025, 4, 18), date(2025, 4, 23), False),  # and a Tuesday
        (date(2024, 2, 28), date(2024, 2, 29), True),  # the next day, a leap day
        (date(2024, 2, 28), date(2024, 3, 1), False),  # the leap day is a Thursday
        (date(2025, 12, 31), date(2026, 1, 2), True),  # New Year's Day lies between
    ],
)
def test_a_contract_follows_where_no_working_day_lies_between(
    ends: date, begins: date, follows: bool
) -> None:
    assert is_next(ends, begins) == follows
