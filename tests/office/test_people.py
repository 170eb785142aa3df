"""Invitations, roles and their end: who may let whom in."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.core import mail

from officium.findings import BadInput
from officium.office.acts import people
from officium.office.acts.actor import Actor
from officium.office.models import AuditEntry, Employer, Invitation, Operator, Role, User
from officium.office.refusals import Forbidden, Refused
from officium.office.rights import Right, Rights

from .conftest import PRACTICE_DAY, person

PASSWORD = "a long enough secret"


def invited(actor: Actor, role: Role, employer: Employer | None = None, **other: object) -> str:
    """The secret of an invitation, as it stands in the e-mail and nowhere else."""
    people.invite(
        actor,
        "Guest@Example.example",
        "Guest",
        "fr",
        role,
        employer=employer,
        link="https://office.example/invitation/{token}/",
        subject="Invitation",
        text="Choisissez : {link}",
        **other,
    )
    return re.search(r"invitation/([^/]+)/", mail.outbox[-1].body)[1]


@pytest.fixture
def administrator(operator: Operator) -> Actor:
    return Actor.person(person(Role.ADMINISTRATOR))


@pytest.fixture
def theirs(employer: Employer) -> Actor:
    return Actor.person(person(Role.EMPLOYER, employer))


def test_who_is_invited_sets_a_password_once(administrator: Actor) -> None:
    token = invited(administrator, Role.PAYROLL)
    assert token not in str(Invitation.objects.values())
    user = people.accept(token, PASSWORD)
    assert (user.email, user.language) == ("guest@example.example", "fr")
    assert user.check_password(PASSWORD)
    assert Rights(user, PRACTICE_DAY).allows(Right.COMPUTE_MONTH)
    with pytest.raises(Refused, match="not open"):
        people.accept(token, "another long secret")


def test_a_person_with_an_account_gets_a_second_role_and_keeps_the_password(
    administrator: Actor, theirs: Actor, employer: Employer
) -> None:
    people.accept(invited(administrator, Role.AUDITOR), PASSWORD)
    user = people.accept(invited(theirs, Role.ACCOUNTANT, employer), "never looked at")
    assert user.check_password(PASSWORD)
    assert Rights(user, PRACTICE_DAY).roles == {Role.AUDITOR, Role.ACCOUNTANT}


@pytest.mark.parametrize("what", ["withdrawn", "expired", "unknown"])
def test_an_invitation_that_is_over_lets_nobody_in(administrator: Actor, what: str) -> None:
    token = invited(administrator, Role.PAYROLL)
    row = Invitation.objects.get()
    if what == "withdrawn":
        people.withdraw(administrator, row)
    elif what == "expired":
        Invitation.objects.update(expires=row.made - timedelta(seconds=1))
    else:
        token = "x" * 43
    with pytest.raises(Refused):
        people.accept(token, PASSWORD)
    assert not User.objects.filter(email="guest@example.example").exists()


def test_nobody_gives_what_they_do_not_have(
    payroll_officer: Actor, theirs: Actor, employer: Employer, other_employer: Employer
) -> None:
    accountant = Actor.person(person(Role.ACCOUNTANT, employer))
    for actor, role, of in (
        (payroll_officer, Role.PAYROLL, None),
        (payroll_officer, Role.ACCOUNTANT, employer),
        (theirs, Role.AUDITOR, None),
        (theirs, Role.EMPLOYER, other_employer),
        (accountant, Role.ACCOUNTANT, employer),
        (accountant, Role.EMPLOYER, employer),
    ):
        with pytest.raises(Forbidden):
            invited(actor, role, of)
    assert mail.outbox == []


def test_a_role_has_its_object(
    administrator: Actor, theirs: Actor, employer: Employer, other_employer: Employer
) -> None:
    with pytest.raises(BadInput):
        invited(administrator, Role.PAYROLL, employer)
    with pytest.raises(BadInput):
        invited(theirs, Role.WORKER, employer)
    with pytest.raises(BadInput, match="no worker"):
        invited(theirs, Role.WORKER, employer, worker=other_employer.workers.first())


def test_a_worker_sees_their_own_payslips_only(theirs: Actor, employer: Employer) -> None:
    worker = employer.workers.get(staff_number="W001")
    user = people.accept(invited(theirs, Role.WORKER, employer, worker=worker), PASSWORD)
    rights = Rights(user, PRACTICE_DAY)
    assert not rights.employers().exists()
    assert not rights.allows(Right.READ_EMPLOYER, employer)


def test_a_delegation_ends_with_its_day(theirs: Actor, employer: Employer) -> None:
    user = people.accept(invited(theirs, Role.ACCOUNTANT, employer), PASSWORD)
    people.end_role(theirs, user.assignments.get(), PRACTICE_DAY)
    assert Rights(user, PRACTICE_DAY).allows(Right.READ_EMPLOYER, employer)
    assert not Rights(user, PRACTICE_DAY + timedelta(days=1)).allows(Right.READ_EMPLOYER, employer)
    assert AuditEntry.objects.last().action == "role.ended"
    with pytest.raises(BadInput):
        people.end_role(theirs, user.assignments.get(), date(2025, 4, 9))


def test_an_office_keeps_an_administrator(administrator: Actor) -> None:
    with pytest.raises(Refused, match="keeps an administrator"):
        people.end_role(administrator, administrator.user.assignments.get(), PRACTICE_DAY)
    with pytest.raises(Refused):
        people.lock(administrator, administrator.user, locked=True)


def test_who_is_locked_has_no_right_any_more(
    administrator: Actor, payroll_officer: Actor, employer: Employer
) -> None:
    people.lock(administrator, payroll_officer.user, locked=True)
    user = User.objects.get(pk=payroll_officer.user.pk)
    assert not Rights(user, PRACTICE_DAY).allows(Right.READ_EMPLOYER, employer)
    people.lock(administrator, user, locked=False)
    user.refresh_from_db()
    assert Rights(user, PRACTICE_DAY).allows(Right.READ_EMPLOYER, employer)
    with pytest.raises(Forbidden):
        people.lock(payroll_officer, administrator.user, locked=True)
