"""What is built is what the authority accepts: its schema, its four checks, the same bytes twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from lxml import etree

from officium.declarations import check, dimona, dmfa, read, write
from officium.findings import BadInput
from tests.declarations import examples
from tests.formats import FORMATS, needs_formats


def test_a_built_dmfa_has_nothing_wrong() -> None:
    assert check(examples.dmfa_file()) == []


@pytest.mark.parametrize("name", ["in", "out", "update", "cancel"])
def test_a_built_dimona_has_nothing_wrong(name: str) -> None:
    assert check(examples.dimona_files()[name]) == []


@needs_formats
def test_the_official_schema_accepts_the_built_dmfa() -> None:
    assert FORMATS is not None
    schema = etree.XMLSchema(etree.parse(FORMATS / "dmfa/xsd/DmfAOriginal_20231.xsd"))
    schema.assertValid(etree.parse(BytesIO(examples.dmfa_file())))


@needs_formats
@pytest.mark.parametrize("name", ["in", "out", "update", "cancel"])
def test_the_official_schema_accepts_the_built_dimona(name: str) -> None:
    assert FORMATS is not None
    schema = etree.XMLSchema(etree.parse(FORMATS / "dimona/xsd/Dimona_20231.xsd"))
    schema.assertValid(etree.parse(BytesIO(examples.dimona_files()[name])))


def test_the_net_amount_is_the_contributions_less_the_deductions() -> None:
    declaration = examples.declaration()
    owed = 363_850 + 2_185 + 13_630 + 110_000 + 9_156 + 9_000
    assert declaration.contributed == owed
    assert declaration.deducted == 10_000 + 1_200
    assert declaration.net_owed == owed - 11_200
    assert b"<NetOwedAmount>000000000496621</NetOwedAmount>" in examples.dmfa_file()


def test_the_same_declaration_gives_the_same_bytes() -> None:
    assert examples.dmfa_file() == examples.dmfa_file()
    assert examples.dimona_files() == examples.dimona_files()


def test_numbers_are_padded_as_in_the_official_samples() -> None:
    text = examples.dmfa_file().decode()
    for line in (
        "<FormCreationHour>10:00:00.125</FormCreationHour>",
        "<NaturalPersonSequenceNbr>0000002</NaturalPersonSequenceNbr>",
        "<OccupationSequenceNbr>01</OccupationSequenceNbr>",
        "<WorkingDaysSystem>500</WorkingDaysSystem>",
        "<MeanWorkingHours>3800</MeanWorkingHours>",
        "<ServiceNbrDays>06500</ServiceNbrDays>",
        "<RemunAmount>00000900000</RemunAmount>",
        "<UnrelatedAmount>0000000009000</UnrelatedAmount>",
        "<StudentContributionAmount>000009156</StudentContributionAmount>",
        "<NOSSQuarterStartingDate>2023-01-01</NOSSQuarterStartingDate>",
        "<NOSSQuarterEndingDate>2023-03-31</NOSSQuarterEndingDate>",
    ):
        assert line in text


def test_the_schema_version_follows_the_head() -> None:
    head = replace(examples.HEAD, version="20251")
    document = read(write(dmfa.dmfa_original(examples.declaration(), head)))
    assert document.version == "20251"


def test_a_declaration_that_owes_less_than_nothing_is_refused() -> None:
    person = examples.clerk()
    record = replace(person.records[0], deductions=(dmfa.Deduction("0001", 400_000),))
    declaration = replace(
        examples.declaration(), people=(replace(person, records=(record,)),), unrelated=()
    )
    with pytest.raises(BadInput, match="cannot owe less than nothing") as refusal:
        dmfa.dmfa_original(declaration, examples.HEAD)
    assert refusal.value.where == "199999934 20231"


def test_an_employer_may_be_known_by_enterprise_number_alone() -> None:
    declaration = replace(examples.declaration(), nsso_number="")
    data = write(dmfa.dmfa_original(declaration, examples.HEAD))
    assert b"<NOSSRegistrationNbr>000000000</NOSSRegistrationNbr>" in data
    assert check(data) == []


def test_a_dimona_for_a_student_tells_the_planned_hours() -> None:
    head = examples.HEAD
    employer = dimona.EmployerId(company_id=examples.COMPANY_ID)
    worker = dimona.DimonaWorker(examples.STUDENT, worker_type="STU")
    start, end = date(2023, 4, 3), date(2023, 4, 7)
    told = dimona.dimona_in(worker, employer, start, head, end=end, planned_hours=38)
    untold = dimona.dimona_in(worker, employer, start, head, end=end)
    assert check(write(told)) == []
    assert [finding.anomaly for finding in check(write(untold))] == ["01135-001"]
