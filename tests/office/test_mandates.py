"""The life of a mandate in the office, one act after the other, with the audit trail beside it."""

from __future__ import annotations

from datetime import date

import pytest

from officium.office.acts import mandates
from officium.office.acts.actor import Actor
from officium.office.models import AuditEntry, Employer, Operator, Role
from officium.office.models import Mandate as Row
from officium.office.refusals import Conflict, Forbidden, Refused
from officium.representation import Act, Event, Group, Happening, Mandate, State, step

from .conftest import PRACTICE_DAY, mandated, person

SECOND_OF_JUNE = date(2025, 6, 2)


def drafted(actor: Actor, employer: Employer, first_day: date = date(2025, 7, 1)) -> Row:
    return mandates.drafted(
        actor,
        employer,
        group=Group.DMFA_DIMONA,
        tasks=[Act.COMPUTE_PAY, Act.DECLARE_DMFA],
        first_day=first_day,
    )


def signed(actor: Actor, employer: Employer, row: Row) -> Row:
    """Both signatures, as a verified document brings them."""
    held = Mandate.from_json(row.document)
    for by in (employer.enterprise_number, mandates.operator().enterprise_number):
        held = step(held, Event(Happening.SIGNED, PRACTICE_DAY, by))
    return mandates.keep(actor, employer, held, row.version)


def state(row: Row, on: date) -> State:
    row.refresh_from_db()
    return Mandate.from_json(row.document).state(on)


def test_from_a_draft_to_the_duty_to_inform(payroll_officer: Actor, employer: Employer) -> None:
    ours = Actor.person(person(Role.EMPLOYER, employer))
    row = drafted(payroll_officer, employer)
    assert state(row, PRACTICE_DAY) == State.DRAFT
    row = signed(payroll_officer, employer, row)
    assert state(row, PRACTICE_DAY) == State.SIGNED_BY_BOTH
    row = mandates.happened(
        payroll_officer, employer, row, row.version, Happening.NOTIFIED, SECOND_OF_JUNE
    )
    assert state(row, SECOND_OF_JUNE) == State.NOTIFIED
    assert state(row, date(2025, 7, 1)) == State.ACTIVE

    september = date(2025, 9, 1)
    row = mandates.happened(
        ours,
        employer,
        row,
        row.version,
        Happening.REVOKED,
        september,
        by_employer=True,
        last_day=date(2025, 12, 31),
    )
    row = mandates.happened(
        payroll_officer,
        employer,
        row,
        row.version,
        Happening.END_NOTIFIED,
        date(2025, 9, 8),
        last_day=date(2025, 12, 31),
    )
    assert state(row, date(2025, 10, 1)) == State.END_NOTIFIED
    assert state(row, date(2026, 1, 1)) == State.ENDED
    assert [one.action for one in AuditEntry.objects.filter(object_kind="mandate")] == [
        "mandate.drafted",
        "mandate.signed",
        "mandate.notified",
        "mandate.revoked",
        "mandate.end_notified",
    ]


@pytest.mark.parametrize("first_day", [date(2025, 7, 2), date(2025, 8, 1)])
def test_a_start_inside_a_quarter_is_refused(
    payroll_officer: Actor, employer: Employer, first_day: date
) -> None:
    with pytest.raises(Refused) as refusal:
        drafted(payroll_officer, employer, first_day)
    assert refusal.value.remedy
    assert not Row.objects.exists()


def test_a_notification_after_the_start_is_refused(
    payroll_officer: Actor, employer: Employer
) -> None:
    row = signed(payroll_officer, employer, drafted(payroll_officer, employer))
    with pytest.raises(Refused) as refusal:
        mandates.happened(
            payroll_officer, employer, row, row.version, Happening.NOTIFIED, date(2025, 7, 1)
        )
    assert "31quater" in refusal.value.article
    assert state(row, date(2025, 7, 1)) == State.SIGNED_BY_BOTH


def test_an_end_inside_a_quarter_is_refused(
    office: Actor, employer: Employer, mandate: Mandate
) -> None:
    row = Row.objects.get()
    with pytest.raises(Refused):
        mandates.happened(
            office,
            employer,
            row,
            row.version,
            Happening.REVOKED,
            PRACTICE_DAY,
            by_employer=True,
            last_day=date(2025, 8, 31),
        )


def test_the_new_mandatary_takes_over_at_the_change_of_quarter(
    office: Actor, payroll_officer: Actor, employer: Employer, operator: Operator
) -> None:
    """Until June another provider acts; our mandate, notified in June, ends its."""
    mandated(office, employer, Group.DMFA_DIMONA, Act.COMPUTE_PAY, Act.DECLARE_DMFA)
    other = Row.objects.get()
    other.document["receiver"] = {
        "kind": "provider",
        "name": "Bureau Canal",
        "enterprise_number": "0811111129",
        "certification_number": None,
        "decree_date": None,
    }
    for event in other.document["events"]:
        if event["by"] == operator.enterprise_number:
            event["by"] = "0811111129"
    other.save()
    row = signed(payroll_officer, employer, drafted(payroll_officer, employer))
    row = mandates.happened(
        payroll_officer, employer, row, row.version, Happening.NOTIFIED, SECOND_OF_JUNE
    )
    assert state(row, date(2025, 7, 1)) == State.ACTIVE
    assert state(other, date(2025, 6, 30)) == State.ACTIVE
    assert state(other, date(2025, 7, 1)) == State.INFORMATION_DUTY
    assert not mandates.answer(employer, "compute_pay", date(2025, 6, 30)).allowed
    assert mandates.answer(employer, "compute_pay", date(2025, 7, 1)).allowed


def test_two_mandates_for_one_exclusive_quarter_cannot_be_kept(
    office: Actor, employer: Employer, mandate: Mandate
) -> None:
    second = mandate.as_json() | {"key": "second"}
    second["receiver"] = {
        **second["receiver"],
        "enterprise_number": "0811111129",
        "kind": "provider",
    }
    second["receiver"] |= {
        "certification_number": None,
        "decree_date": None,
        "name": "Bureau Canal",
    }
    second["tasks"] = ["compute_pay"]
    for event in second["events"]:
        if event["by"] != employer.enterprise_number:
            event["by"] = "0811111129"
    with pytest.raises(Refused, match="second"):
        mandates.keep(office, employer, Mandate.from_json(second))
    assert Row.objects.count() == 1


def test_the_second_of_two_officers_is_told(
    office: Actor, payroll_officer: Actor, employer: Employer
) -> None:
    row = signed(payroll_officer, employer, drafted(payroll_officer, employer))
    mandates.happened(
        payroll_officer, employer, row, row.version, Happening.NOTIFIED, SECOND_OF_JUNE
    )
    with pytest.raises(Conflict):
        mandates.keep(office, employer, Mandate.from_json(row.document), row.version)


def test_only_the_employer_revokes_and_only_the_office_notifies(
    payroll_officer: Actor, employer: Employer, mandate: Mandate
) -> None:
    row = Row.objects.get()
    with pytest.raises(Forbidden):
        mandates.happened(
            payroll_officer,
            employer,
            row,
            row.version,
            Happening.REVOKED,
            PRACTICE_DAY,
            by_employer=True,
            last_day=date(2025, 6, 30),
        )
    ours = Actor.person(person(Role.EMPLOYER, employer))
    with pytest.raises(Forbidden):
        mandates.happened(
            ours,
            employer,
            row,
            row.version,
            Happening.END_NOTIFIED,
            PRACTICE_DAY,
            last_day=date(2025, 6, 30),
        )
