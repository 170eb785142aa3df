"""Who may collect contributions: the law answers, and the database answers the same by itself."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from officium.law import Quarter
from officium.office.acts import collection
from officium.office.acts.actor import Actor
from officium.office.clock import now
from officium.office.models import Assignment, AuditEntry, Collection, Employer, Operator, Role
from officium.office.refusals import Forbidden, Refused
from officium.representation import Mandate

from .conftest import person

RECEIVED = date(2025, 4, 8)
QUARTER = Quarter(2025, 1)


@pytest.fixture
def finance(operator: Operator) -> Actor:
    return Actor.person(person(Role.FINANCE))


def collected(
    actor: Actor, employer: Employer, cents: int = 1250000, **other: object
) -> Collection:
    given = {
        "received": RECEIVED,
        "quarter": QUARTER,
        "means": "bank_transfer",
        "reference": "+++090/9337/55493+++",
    }
    return collection.collect(actor, employer, cents, **{**given, **other})


def uncertified(kind: str) -> None:
    Operator.objects.update(kind=kind, certification_number=None, decree_date=None)


def test_a_certified_secretariat_collects_by_bank_transfer_under_its_mandate(
    finance: Actor, employer: Employer, mandate: Mandate
) -> None:
    made = collected(finance, employer)
    assert (made.cents, made.mandate) == (1250000, mandate.key)
    assert AuditEntry.objects.last().action == "contributions.collected"


def test_the_same_money_is_recorded_once(
    finance: Actor, employer: Employer, mandate: Mandate
) -> None:
    assert collected(finance, employer) == collected(finance, employer)
    with pytest.raises(Refused, match="another content"):
        collected(finance, employer, 1250001)
    assert Collection.objects.count() == 1


@pytest.mark.parametrize("kind", ["provider", "employer"])
def test_another_operator_gets_the_article(
    finance: Actor, employer: Employer, mandate: Mandate, kind: str
) -> None:
    uncertified(kind)
    with pytest.raises(Refused) as refusal:
        collected(finance, employer)
    assert "27" in refusal.value.article
    assert refusal.value.remedy
    assert not Collection.objects.exists()


@pytest.mark.parametrize("means", ["cash", "direct_debit"])
def test_contributions_come_by_bank_transfer_only(
    finance: Actor, employer: Employer, mandate: Mandate, means: str
) -> None:
    with pytest.raises(Refused) as refusal:
        collected(finance, employer, means=means)
    assert "27" in refusal.value.article


def test_without_a_mandate_of_that_day_nothing_is_collected(
    finance: Actor, employer: Employer
) -> None:
    with pytest.raises(Refused):
        collected(finance, employer)


def test_a_payroll_officer_does_not_collect(
    payroll_officer: Actor, employer: Employer, mandate: Mandate
) -> None:
    with pytest.raises(Forbidden):
        collected(payroll_officer, employer)


def test_money_of_tomorrow_and_of_nothing_is_refused(
    finance: Actor, employer: Employer, mandate: Mandate
) -> None:
    with pytest.raises(Refused, match="later day"):
        collected(finance, employer, received=date(2025, 4, 11))
    with pytest.raises(Refused, match="above nothing"):
        collected(finance, employer, 0)


def row(employer: Employer, actor: Actor, **other: object) -> Collection:
    """A row as a careless program would write it."""
    given = {
        "operator_kind": "certified",
        "means": "bank_transfer",
        "cents": 100,
        "received": RECEIVED,
        "quarter": "2025Q1",
        "reference": "R",
        "mandate": "M",
        "recorded": now(),
        "by": actor.user,
    }
    return Collection(employer=employer, **{**given, **other})


@pytest.mark.parametrize(
    "lie", [{"operator_kind": "provider"}, {"means": "cash"}, {"mandate": ""}, {"cents": 0}]
)
def test_the_database_refuses_by_its_own_constraints(
    finance: Actor, employer: Employer, lie: dict[str, object]
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        row(employer, finance, **lie).save()


def test_the_database_asks_the_operator_itself_and_not_the_program(
    finance: Actor, employer: Employer
) -> None:
    uncertified("provider")
    with pytest.raises(DatabaseError, match="only a certified"), transaction.atomic():
        row(employer, finance).save()


def test_what_was_collected_is_never_changed(
    finance: Actor, employer: Employer, mandate: Mandate
) -> None:
    made = collected(finance, employer)
    made.cents = 1
    with pytest.raises(DatabaseError, match="only added"), transaction.atomic():
        made.save()
    with pytest.raises(DatabaseError, match="only added"), transaction.atomic():
        made.delete()


def test_a_role_that_ended_yesterday_collects_no_more(
    finance: Actor, employer: Employer, mandate: Mandate
) -> None:
    Assignment.objects.filter(user=finance.user).update(ends=date(2025, 4, 9))
    with pytest.raises(Forbidden):
        collected(Actor.person(finance.user), employer)
