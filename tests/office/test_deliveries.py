"""What an employer delivers for a month: kept, receipted, examined, taken into the records or not."""

from __future__ import annotations

import csv
import io

import pytest

from officium.intake import template
from officium.law import Month
from officium.office.acts import deliveries, months, records
from officium.office.acts.actor import Actor
from officium.office.models import Delivery, Employer, PayMonth, Role
from officium.office.refusals import Forbidden, Refused
from officium.representation import Mandate

from .conftest import person

APRIL, FEBRUARY = Month(2025, 4), Month(2025, 2)


@pytest.fixture
def theirs(employer: Employer) -> Actor:
    return Actor.person(person(Role.EMPLOYER, employer))


def sheet(employer: Employer, month: Month = APRIL) -> bytes:
    held = records.records_of(employer)
    return template(held, held.employers[0], month, "csv", "en")


def test_a_whole_month_makes_it_ready(theirs: Actor, employer: Employer) -> None:
    made = deliveries.deliver(theirs, employer, APRIL, "csv", "april.csv", sheet(employer))
    assert made.accepted
    assert made.expected == 6
    assert deliveries.missing(employer, APRIL) == ()
    assert PayMonth.objects.get(month="2025-04").state == "ready"


def test_the_same_bytes_are_the_same_delivery(theirs: Actor, employer: Employer) -> None:
    content = sheet(employer)
    first = deliveries.deliver(theirs, employer, APRIL, "csv", "april.csv", content)
    assert deliveries.deliver(theirs, employer, APRIL, "csv", "again.csv", content) == first
    assert Delivery.objects.count() == 1


def test_a_part_waits_for_the_rest(theirs: Actor, employer: Employer) -> None:
    text = sheet(employer).decode("utf-8-sig")
    kept = [line for line in text.splitlines(keepends=True) if "W002" not in line]
    content = "".join(kept).encode()
    made = deliveries.deliver(theirs, employer, APRIL, "csv", "april.csv", content)
    assert made.accepted
    (lack,) = deliveries.missing(employer, APRIL)
    assert (lack.staff_number, lack.is_silent) == ("W002", True)
    assert PayMonth.objects.get(month="2025-04").state == "waiting"
    rest = [
        line for at, line in enumerate(text.splitlines(keepends=True)) if not at or "W002" in line
    ]
    deliveries.deliver(theirs, employer, APRIL, "csv", "rest.csv", "".join(rest).encode())
    assert PayMonth.objects.get(month="2025-04").state == "ready"


def test_what_blocks_is_told_by_line_and_kept_as_proof(theirs: Actor, employer: Employer) -> None:
    text = sheet(employer).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    content = text.replace(";W001;", ";W999;", 1).replace("W001;", "W999;", 1).encode()
    before = records.texts_of(employer)
    made = deliveries.deliver(theirs, employer, APRIL, "csv", "april.csv", content)
    assert len(rows) > 10
    assert not made.accepted
    assert any("W999" in one["message"] for one in made.findings)
    assert records.texts_of(employer) == before
    assert made.content.content == content


def test_an_approved_month_takes_nothing_more(
    theirs: Actor, payroll_officer: Actor, employer: Employer, mandate: Mandate
) -> None:
    computed = months.compute(payroll_officer, employer, FEBRUARY)
    months.approve(payroll_officer, employer, FEBRUARY, computed.version)
    with pytest.raises(Refused, match="approved"):
        deliveries.deliver(theirs, employer, FEBRUARY, "csv", "x.csv", sheet(employer, FEBRUARY))


def test_who_may_not_deliver(employer: Employer, other_employer: Employer) -> None:
    for actor in (
        Actor.person(person(Role.AUDITOR)),
        Actor.person(person(Role.EMPLOYER, other_employer)),
    ):
        with pytest.raises(Forbidden):
            deliveries.deliver(actor, employer, APRIL, "csv", "april.csv", sheet(employer))


def test_what_was_refused_is_examined_anew(theirs: Actor, employer: Employer) -> None:
    wrong = sheet(employer).replace(b"W001;", b"W999;")
    first = deliveries.deliver(theirs, employer, APRIL, "csv", "april.csv", wrong)
    again = deliveries.deliver(theirs, employer, APRIL, "csv", "april.csv", wrong)
    assert (first.accepted, again.accepted) == (False, False)
    assert first != again


def test_what_was_told_otherwise_since_holds_again(theirs: Actor, employer: Employer) -> None:
    usual = sheet(employer)
    other = usual.replace(b"2025-04-02;7.6", b"2025-04-02;5+V", 1)
    assert other != usual
    before = records.texts_of(employer)
    for content in (usual, other, usual):
        assert deliveries.deliver(theirs, employer, APRIL, "csv", "april.csv", content).accepted
    assert Delivery.objects.count() == 3
    assert records.texts_of(employer) == before
