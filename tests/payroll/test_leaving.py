"""The papers of the end as data: zones of official formats, four languages, and who follows whom."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from officium.language import LANGUAGES
from officium.law import Month, belgium
from officium.payroll import Leaver, PaidMonth, leavers, pay_month, read_folder
from officium.payroll.employer_quarter import lines_so_far
from officium.payroll.leaving import tax_sheet, unemployment
from officium.payroll.leaving.leaver import is_next
from officium.payroll.quarter import PayTotal, WorkerLine
from officium.payroll.records.contract import EndReason
from tests.formats import FORMATS, needs_formats

SHOP = Path(__file__).resolve().parents[2] / "examples" / "shop"
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


def _leaver(reason: str) -> Leaver:
    """The bookkeeper of the shop, as if she left in September for that reason."""
    records = read_folder(SHOP)
    workers = tuple(one for one in records.workers if one.staff_number == "S008")
    records = dataclasses.replace(records, workers=workers)
    earlier: dict[str, PaidMonth] = {}
    year = []
    for number in range(1, 10):
        paid = pay_month(
            records,
            records.employers[0],
            Month(2025, number),
            earlier,
            country=belgium(),
            provisional=True,
        )
        earlier = {one.of.worker.staff_number: one for one in paid}
        year.append(paid)
    (leaver,) = leavers(year, date(2025, 9, 1), date(2025, 9, 30))
    contract = leaver.contract.model_copy(update={"end_reason": reason})
    return dataclasses.replace(leaver, contract=contract)


def test_an_end_reason_without_words_is_named_and_nothing_is_supposed() -> None:
    told = unemployment.unemployment_certificate(_leaver("abducted_by_pirates"))
    assert {one["key"] for one in told["paper"]} == {"in_service_since", "function"}
    said = [one["en"] for one in told["missing"]]
    assert any("“abducted_by_pirates”" in each for each in said)
    assert any(each.startswith("who ended") for each in said)
    assert any(each.startswith("the precise reason") for each in said)


def test_early_retirement_is_a_risk_of_its_own() -> None:
    told = unemployment.unemployment_certificate(_leaver("rcc"))
    (risk,) = (zone["value"] for zone in told["zones"] if zone["zone"] == "00430")
    assert risk == "002"
    assert any(one["en"].startswith("zone 00739") for one in told["missing"])


def test_a_period_that_is_paid_off_stands_in_zones_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """1 October to 15 January, in two parts: 6 000.00 and 1 500.00; no notice is asked then."""
    leaver = _leaver("dismissal")

    def with_periods(*given: Any) -> tuple[WorkerLine, ...]:
        (line,) = lines_so_far(*given)
        last = line.occupations[-1]
        parts = (
            (date(2025, 10, 1), date(2025, 12, 31), 600_000),
            (date(2026, 1, 1), date(2026, 1, 15), 150_000),
        )
        after = tuple(
            dataclasses.replace(
                last, begins=first, ends=until, services=(), pay=(PayTotal(3, None, cents),)
            )
            for first, until, cents in parts
        )
        return (dataclasses.replace(line, occupations=(*line.occupations, *after)),)

    monkeypatch.setattr(unemployment, "lines_so_far", with_periods)
    told = unemployment.unemployment_certificate(leaver)
    of = {zone["zone"]: zone["value"] for zone in told["zones"]}
    assert of["00045"] == "2025-09-30"
    assert (of["01130"], of["01131"], of["01132"]) == ("2025-10-01", "2026-01-15", "750000")
    assert not any(one["en"].startswith("the notice") for one in told["missing"])
