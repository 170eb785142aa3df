"""The evidence pack: whole, signed, verifiable without the office, and without another client's data."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from officium.findings import BadInput
from officium.intake import template
from officium.law import Month
from officium.office.acts import deliveries, evidence, months, records
from officium.office.acts.actor import Actor
from officium.office.keys import office_key, office_root
from officium.office.models import AuditEntry, Employer, Role
from officium.office.refusals import Forbidden
from officium.proof import (
    Attestation,
    PackReport,
    Party,
    days_by_party,
    delays,
    read_pack,
    read_timeline,
)
from officium.representation import Mandate
from officium.signatures import verify_detached

from .conftest import PRACTICE_DAY, person

FIRST, LAST = date(2025, 1, 1), date(2025, 4, 30)


def examined(pack: bytes) -> PackReport:
    def attested(content: bytes, signature: bytes) -> Attestation:
        found = verify_detached(content, signature, [office_root()])
        return Attestation(found.valid, found.signer_name, found.signed_at, tuple(found.findings))

    return read_pack(pack, attested)


@pytest.fixture
def worked(
    payroll_officer: Actor, employer: Employer, other_employer: Employer, mandate: Mandate
) -> Employer:
    """An employer that delivered April, whose February is approved, beside another client."""
    theirs = Actor.person(person(Role.EMPLOYER, employer))
    held = records.records_of(employer)
    sheet = template(held, held.employers[0], Month(2025, 4), "csv", "en")
    deliveries.deliver(theirs, employer, Month(2025, 4), "csv", "april.csv", sheet)
    computed = months.compute(payroll_officer, employer, Month(2025, 2))
    months.approve(payroll_officer, employer, Month(2025, 2), computed.version)
    employer.refresh_from_db()
    return employer


def test_the_pack_holds_what_happened_and_a_stranger_verifies_it(
    office: Actor, worked: Employer
) -> None:
    pack = evidence.pack(office, worked, FIRST, LAST)
    report = examined(pack)
    assert not any(one.severity.blocks for one in report.findings)
    assert report.signature.valid
    assert report.signature.signer == "Meridiaan"
    kinds = {str(one.kind) for one in report.manifest.files}
    assert {"supplied", "computed", "declared", "paid", "mandate", "audit", "timeline"} <= kinds
    assert AuditEntry.objects.last().action == "evidence.made"


def test_one_changed_byte_is_found(office: Actor, worked: Employer) -> None:
    pack = evidence.pack(office, worked, FIRST, LAST)
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(pack)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("W001.json"):
                content = content.replace(b"2806.60", b"2906.60")
            new.writestr(name, content)
    assert any(one.severity.blocks for one in examined(changed.getvalue()).findings)


def test_nothing_of_another_client_is_in_it(
    office: Actor, worked: Employer, other_employer: Employer
) -> None:
    pack = evidence.pack(office, worked, FIRST, LAST)
    strangers = [other_employer.enterprise_number, other_employer.name]
    strangers += [word for one in other_employer.workers.all() for word in (one.inss, one.surname)]
    with zipfile.ZipFile(io.BytesIO(pack)) as files:
        for name in files.namelist():
            content = files.read(name)
            assert not [word for word in strangers if word.encode() in content], name


def test_whose_days_they_are(office: Actor, worked: Employer) -> None:
    """February's pay was approved on 10 April: 41 days after its pay day, and nobody else was late."""
    pack = evidence.pack(office, worked, FIRST, LAST)
    with zipfile.ZipFile(io.BytesIO(pack)) as files:
        timeline = read_timeline(files.read("timeline.json"))
    found = delays(timeline.steps, PRACTICE_DAY)
    pay = next(one for one in found if one.step.key == "pay.2025-02")
    assert (pay.step.due, pay.days) == (date(2025, 2, 28), 41)
    assert days_by_party(found)[Party.EMPLOYER] == 0
    assert days_by_party(found)[Party.MANDATARY] >= 41


def test_who_may_ask_for_it(worked: Employer, other_employer: Employer, office: Actor) -> None:
    theirs = Actor.person(person(Role.EMPLOYER, other_employer))
    with pytest.raises(Forbidden):
        evidence.pack(theirs, worked, FIRST, LAST)
    with pytest.raises(BadInput):
        evidence.pack(office, worked, LAST, FIRST)


def test_the_key_of_the_office_is_its_owner_s_alone(office: Actor) -> None:
    from django.conf import settings

    assert "Meridiaan" in str(office_key().certificate.subject)
    assert (settings.HOME / "signing-key.pem").stat().st_mode & 0o077 == 0
