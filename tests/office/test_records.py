"""An employer moves in and out without loss, and its records change one person at a time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.db import transaction

from officium.findings import BadInput
from officium.office.acts import records
from officium.office.acts.actor import Actor
from officium.office.models import Employer, RecordText, Role
from officium.office.refusals import Conflict, Forbidden, Refused

from .conftest import EXAMPLES, person, texts_in


@pytest.mark.parametrize("example", ["workshop", "shop"])
def test_who_moves_in_and_out_loses_nothing(office: Actor, example: str) -> None:
    texts = texts_in(EXAMPLES / example)
    employer = records.admit(office, texts)
    back = records.exported(office, employer)
    assert {**back, "mandates.toml": ""} == {**texts, "mandates.toml": ""}
    before, after = records.read_texts(texts), records.read_texts(back)
    assert [one.mandate for one in after.mandates] == [one.mandate for one in before.mandates]
    assert replace(after, mandates=()) == replace(before, mandates=())


def test_an_employer_is_admitted_once(office: Actor, employer: Employer) -> None:
    with pytest.raises(Refused, match="already here"):
        records.admit(office, texts_in(EXAMPLES / "workshop"))


def test_a_folder_with_a_mistake_leaves_nothing(office: Actor) -> None:
    texts = texts_in(EXAMPLES / "workshop")
    texts["people/W001.toml"] = texts["people/W001.toml"].replace("84051721408", "84051721409")
    with pytest.raises(BadInput) as refusal:
        records.admit(office, texts)
    assert refusal.value.where.startswith("people/W001.toml")
    assert not Employer.objects.exists()
    assert not RecordText.objects.exists()


@pytest.mark.parametrize("path", ["../out.toml", "/etc/passwd", "people/../../x.toml"])
def test_a_path_that_leaves_the_folder_is_refused(office: Actor, path: str) -> None:
    with pytest.raises(BadInput):
        records.admit(office, {**texts_in(EXAMPLES / "workshop"), path: "x"})


def test_the_second_of_two_officers_is_told_and_nothing_is_lost(
    payroll_officer: Actor, employer: Employer
) -> None:
    path = "people/W001.toml"
    text = records.texts_of(employer)[path]
    opened = employer.version
    records.change(payroll_officer, employer, {path: text.replace("Sofie", "Sophie")}, opened)
    with pytest.raises(Conflict) as conflict:
        records.change(payroll_officer, employer, {path: text.replace("Maes", "Maas")}, opened)
    assert "Sophie" in conflict.value.theirs
    assert "Maas" in conflict.value.mine
    assert "Sophie" in records.texts_of(employer)[path]
    assert [one.version for one in RecordText.objects.filter(path=path).order_by("version")] == [
        1,
        2,
    ]


def test_a_change_that_breaks_the_folder_is_not_stored(
    payroll_officer: Actor, employer: Employer
) -> None:
    with pytest.raises(BadInput, match="TOML"):
        records.change(payroll_officer, employer, {"people/W001.toml": "name ="}, employer.version)
    assert records.records_of(employer).workers[0].name == "Maes"


def test_who_only_reads_changes_nothing(employer: Employer) -> None:
    auditor = Actor.person(person(Role.AUDITOR))
    with pytest.raises(Forbidden):
        records.change(auditor, employer, {"people/W001.toml": None}, employer.version)


def test_of_another_employer_nothing_is_changed(
    employer: Employer, other_employer: Employer
) -> None:
    theirs = Actor.person(person(Role.EMPLOYER, other_employer))
    with pytest.raises(Forbidden):
        records.exported(theirs, employer)


def test_a_folder_lies_only_where_it_is_laid(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        records.lay_down({"a/b/c/d.toml": ""}, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_records_that_were_rolled_back_are_not_remembered(
    payroll_officer: Actor, employer: Employer
) -> None:
    """The number of a version comes again after a rollback; the texts decide what is read."""
    path = "people/W001.toml"
    text = records.texts_of(employer)[path]
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        changed = records.change(
            payroll_officer, employer, {path: text.replace("Sofie", "Sophie")}, employer.version
        )
        assert records.records_of(changed).workers[0].first_name == "Sophie"
        raise ZeroDivisionError
    employer.refresh_from_db()
    again = records.change(
        payroll_officer, employer, {path: text.replace("Sofie", "Sonja")}, employer.version
    )
    assert records.records_of(again).workers[0].first_name == "Sonja"
