"""What looks wrong is told, and computed all the same."""

from __future__ import annotations

from datetime import date
from string import Formatter
from typing import Any, get_args

from officium.language import LANGUAGES
from officium.law import Month
from officium.payroll.carried import CARRIED
from officium.payroll.facts import months_of_workers
from officium.payroll.records import CarriedFact, Records, TimeEntry
from officium.payroll.remarks import remarks_on, table

JANUARY = Month(2025, 1)


def remarks(records: Records) -> list[tuple[str, str]]:
    """The rule and the place of each remark on January."""
    months = months_of_workers(records, records.employers[0], JANUARY, {})
    return [(found.rule, f"{found.path}:{found.line}") for found in remarks_on(months, "en")]


def karim(workshop: Records, **update: Any) -> Records:
    """The workshop with only Karim, somewhat changed."""
    return Records(workshop.employers, (workshop.workers[1].model_copy(update=update),))


def test_the_workshop_has_nothing_that_looks_wrong(workshop: Records) -> None:
    assert remarks(workshop) == []


def test_a_birth_date_that_the_inss_does_not_hold(workshop: Records) -> None:
    assert remarks(karim(workshop, birth_date=date(1991, 3, 11))) == [
        ("inss_birth_date", "people/W002.toml:5")
    ]


def test_a_sex_that_the_inss_does_not_hold(workshop: Records) -> None:
    assert remarks(karim(workshop, sex="F")) == [("inss_sex", "people/W002.toml:6")]


def test_a_remark_is_wholly_in_the_language_that_is_asked(workshop: Records) -> None:
    records = karim(workshop, sex="F")
    months = months_of_workers(records, records.employers[0], JANUARY, {})
    said = {language: next(remarks_on(months, language)).message for language in LANGUAGES}
    assert said == {
        "nl": "W002 staat in het dossier als vrouw, en het INSZ zegt iets anders.",
        "fr": "W002 figure au dossier comme femme, et le NISS dit autre chose.",
        "de": "W002 steht in den Unterlagen als Frau, und die ENSS sagt etwas anderes.",
        "en": "W002 is recorded as a woman, and the INSS says otherwise.",
    }


def test_a_number_of_the_bis_register_hides_day_and_sex(workshop: Records) -> None:
    # Month 00 plus 40: neither the month nor the sex was known when the number was given.
    assert remarks(karim(workshop, inss="91400136748")) == []


def test_hours_above_the_schedule_are_told(workshop: Records) -> None:
    entry = TimeEntry(
        staff_number="W002", contract=1, day=date(2025, 1, 6), code="worked", hours=1000
    )
    records = Records(workshop.employers, workshop.workers, (entry,))
    assert remarks(records) == [("hours_above_schedule", "people/W002.toml:21")]


def test_every_balance_that_may_be_recorded_is_carried() -> None:
    assert set(get_args(CarriedFact)) == set(CARRIED)


def test_every_remark_is_said_in_the_four_languages_about_the_same_things() -> None:
    for said in table().values():
        assert set(said) == set(LANGUAGES)
        places = [
            {name for _, name, _, _ in Formatter().parse(text) if name} for text in said.values()
        ]
        assert all(one == places[0] for one in places)
