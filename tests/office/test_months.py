"""A month in the office: preview, approval, opening again; and what stands in the way."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from officium.law import Month
from officium.office.acts import audit, months, records
from officium.office.acts.actor import Actor
from officium.office.models import AuditEntry, Employer, PayMonth
from officium.office.refusals import Conflict, Refused
from officium.proof import Head, verify

FEBRUARY = Month(2025, 2)


def unchanged() -> bool:
    last = AuditEntry.objects.last()
    return verify(audit.trail(), Head(last.number, last.digest)) == []


def test_without_a_mandate_nothing_is_computed(payroll_officer: Actor, employer: Employer) -> None:
    with pytest.raises(Refused) as refusal:
        months.compute(payroll_officer, employer, FEBRUARY)
    assert refusal.value.article
    assert refusal.value.remedy
    assert not PayMonth.objects.filter(employer=employer).exists()


def test_a_month_is_computed_approved_and_opened_again(
    payroll_officer: Actor, employer: Employer, mandate: None
) -> None:
    computed = months.compute(payroll_officer, employer, FEBRUARY)
    assert computed.state == "computed"
    assert {slip.net for slip in computed.run.payslips.filter(worker__staff_number="W001")} == {
        280660
    }
    assert not computed.run.payslips.filter(published__isnull=False).exists()

    approved = months.approve(payroll_officer, employer, FEBRUARY, computed.version)
    assert approved.run.payslips.filter(published__isnull=False).count() == 7
    assert {(one.kind, one.subject) for one in employer.declarations.all()} == {
        ("dimona_in", "W004-1"),
        ("dimona_out", "W005-1"),
    }
    with pytest.raises(Refused, match="approved"):
        months.compute(payroll_officer, employer, FEBRUARY)

    again = months.reopen(
        payroll_officer, employer, FEBRUARY, approved.version, "a raise came late"
    )
    assert again.state == "ready"
    assert not employer.declarations.exists()
    assert [one.action for one in AuditEntry.objects.filter(object_kind="month")] == [
        "month.computed",
        "month.approved",
        "month.reopened",
    ]
    assert unchanged()


def test_who_approves_what_was_changed_meanwhile_is_told(
    payroll_officer: Actor, employer: Employer, mandate: None
) -> None:
    computed = months.compute(payroll_officer, employer, FEBRUARY)
    with pytest.raises(Conflict):
        months.approve(payroll_officer, employer, FEBRUARY, computed.version - 1)
    texts = records.texts_of(employer)
    changed = texts["people/W001.toml"].replace("3293.80", "3393.80")
    records.change(payroll_officer, employer, {"people/W001.toml": changed}, employer.version)
    with pytest.raises(Refused, match="records changed"):
        months.approve(payroll_officer, employer, FEBRUARY, computed.version)


@pytest.mark.parametrize("statement", ["UPDATE {} SET actor = 'user:9'", "DELETE FROM {}"])
def test_the_database_refuses_to_change_the_past(
    office: Actor, employer: Employer, statement: str
) -> None:
    refused = pytest.raises(DatabaseError, match="only added")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format("office_auditentry"))
    assert unchanged()
