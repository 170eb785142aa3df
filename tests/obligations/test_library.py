"""The files of the duties: all there, each sound, and a mistake is said where it stands."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

import pytest

from officium.findings import BadInput
from officium.language import LANGUAGES
from officium.obligations import Bearer, Performer, duties, duty, duty_told
from officium.obligations.library import authorities, read_duty
from officium.obligations.wording import words

DMFA = """
id        = "dmfa"
names     = { nl = "DmfA", fr = "DmfA", de = "DmfA", en = "DmfA" }
authority = "nsso"
basis     = "Law 27 June 1969 art. 21"
who       = ["employer", "certified"]
standing  = "official"
sources   = ["L1969"]
sanction  = { scc = "223 par. 1", level = 3, civil = "late_declaration" }

[[term]]
every     = "quarter"
months    = 1
day       = "last"
needs     = ["staff"]
certified = { working_days = 14, extends = "declaration", source = "RD" }
"""


def read(text: str) -> object:
    held: Mapping[str, Any] = tomllib.loads(text)
    return read_duty(held, 0, "duties/d_quarter.toml")


def test_all_69_are_there() -> None:
    names = [one.id for one in duties()]
    assert len(names) == len(set(names)) == 69
    assert [one.order for one in duties()] == list(range(69))


def test_what_the_law_says_of_who_performs() -> None:
    """No contributions through an uncertified provider; the office's own duties are no employer's."""
    for name in ("nsso_provision", "nsso_balance", "holiday_debit_note"):
        assert duty(name).who == (Performer.EMPLOYER, Performer.CERTIFIED)
    for one in duties():
        if one.bearer is not Bearer.EMPLOYER:
            assert Performer.EMPLOYER not in one.who
    assert duty("protected_name").who == (Performer.PROVIDER,)


def test_every_word_is_said_in_four_languages_and_used() -> None:
    used: dict[str, set[str]] = {"occurrence": set(), "condition": set(), "note": set()}
    used |= {"civil": set(), "case": set()}
    for one in duties():
        used["civil"].add(one.sanction.civil)
        used["case"] |= {offence.case for offence in one.sanction.also}
        used["note"] |= {one.abolished.note} if one.abolished else set()
        for term in one.terms:
            used["occurrence"] |= {*term.on, term.during}
            used["condition"] |= set(term.needs)
            used["note"].add(term.note)
    for section, names in used.items():
        assert set(words(section)) == names - {""}
        for text in words(section).values():
            assert text.keys() == set(LANGUAGES) and all(text.values())
    assert set(authorities()) == {one.authority.id for one in duties()}
    assert {language: len(duty_told(one, language)) for one in duties() for language in LANGUAGES}


def test_what_is_known_of_closed_days_has_its_source() -> None:
    known = {name for name, one in authorities().items() if one.closed_day != "unknown"}
    assert known == {"finance"}
    assert authorities()["finance"].standing == "official"


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("authority = ", "authoritie = ", "authority is missing; a text is expected"),
        ('"nsso"', '"nsos"', "'nsos'; did you mean nsso"),
        ('"employer", ', '"employee", ', "'employee'; did you mean employer?"),
        ('"official"', '"sure"', "'sure'; known are derived, official, recalled, secondary"),
        ("level = 3", "level = 5", "a level is 1, 2, 3 or 4"),
        ("level = 3", 'level = "3"', "level is '3'; a whole number is expected"),
        ('scc = "223 par. 1", ', "", "needs scc with its level, or civil"),
        (', de = "DmfA"', "", "de is missing"),
        ('day       = "last"', "day = 32", "day is 32; 1 to 31 or last is expected"),
        ("months    = 1", "", "months says of which"),
        ('every     = "quarter"', "", "one of them"),
        ('who       = ["employer", "certified"]', "who = []", "or is abolished"),
        ('every     = "quarter"', 'on = ["hier"]', "names 'hier'; did you mean hire?"),
        ('day       = "last"', "", "says no day"),
        ('day       = "last"', 'date = "02-30"', "month and day like 04-30"),
        ('["staff"]', '["staf"]', "did you mean staff"),
        ("working_days = 14", "workdays = 14", "working_days is missing"),
        (', "certified"]', "]", "may not perform it"),
        ("[[term]]", "surprise = 1\n[[term]]", "surprise is not known here"),
        ("[[term]]", "[[terms]]", "terms is not known here; did you mean term?"),
        ('"dmfa"', '"DmfA"', "small letters"),
    ],
)
def test_a_mistake_is_said_where_it_stands(right: str, wrong: str, message: str) -> None:
    assert right in DMFA
    with pytest.raises(BadInput) as refused:
        read(DMFA.replace(right, wrong, 1))
    assert message in str(refused.value)
    assert refused.value.where.startswith("duties/d_quarter.toml, ")


def test_the_sound_one_is_read() -> None:
    assert read(DMFA)


def test_an_unknown_duty_names_the_nearest() -> None:
    with pytest.raises(BadInput, match="did you mean dmfa"):
        duty("dmfaa")
