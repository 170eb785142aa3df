"""One thing is broken in a good declaration: the checker finds that one thing, where it stands."""

from __future__ import annotations

import pytest

from officium.declarations import check
from officium.findings import Finding, Severity
from tests.declarations import examples

GOOD = examples.dmfa_file().decode()
DIMONA = {name: data.decode() for name, data in examples.dimona_files().items()}
_SERVICE = GOOD[GOOD.index("            <Service>") : GOOD.index("            <Remun>")]
_PEOPLE = GOOD[GOOD.index("      <NaturalPerson>") : GOOD.index("    </EmployerDeclaration>")]
_PERSON = GOOD[GOOD.index("      <NaturalPerson>") : GOOD.index("      <NaturalPerson>", 1500)]

# What is broken: replace this by that, once; the anomaly that must be found
# (our own rule where the glossary has none).
BROKEN = {
    "a needed field is absent": (
        "      <Trusteeship>0</Trusteeship>\n", "", "00012-001",
    ),
    "a needed block is absent": (_PEOPLE, "", "90007-134"),
    "a field stands twice": (
        "<Border>0</Border>", "<Border>0</Border><Border>0</Border>", "00040-090",
    ),
    "two fields changed places": (
        "<EmployerClass>010</EmployerClass>\n          <WorkerCode>495</WorkerCode>",
        "<WorkerCode>495</WorkerCode><EmployerClass>010</EmployerClass>",
        "00036-091",
    ),
    "a field that nobody knows": (
        "<Border>0</Border>", "<Border>0</Border><Mood>1</Mood>", "unknown_element",
    ),
    "a field that is no longer taken": (
        "<INSS>85073099833</INSS>", "<INSS>85073099833</INSS><SIS>1</SIS>", "unknown_element",
    ),
    "a field of another block": (
        "<Border>0</Border>", "<Border>0</Border><RemunCode>001</RemunCode>", "00067-146",
    ),
    "blocks that exclude each other": (
        "<StudentContribution>",
        "<DismissedStatutoryWorkerContribution/><StudentContribution>",
        "90003-146",
    ),
    "a letter in a number": (
        "<RemunAmount>00000900000</RemunAmount>", "<RemunAmount>9000,00</RemunAmount>", "00070-002",
    ),
    "an empty number": (
        "<RemunAmount>00000900000</RemunAmount>", "<RemunAmount/>", "00070-002",
    ),
    "a number that is too long": (
        "<RemunAmount>00000900000</RemunAmount>",
        "<RemunAmount>000000000900000</RemunAmount>",
        "00070-093",
    ),
    "a text that is too long": ("EMP0001", "E" * 21, "00615-093"),
    "a negative amount": (
        "<RemunAmount>00000900000</RemunAmount>", "<RemunAmount>-900000</RemunAmount>", "00070-008",
    ),
    "a code outside its list": ("<Border>0</Border>", "<Border>2</Border>", "00040-008"),
    "another form's name": ("<Identification>DMFA<", "<Identification>DMFB<", "00296-008"),
    "a day that does not exist": ("2022-03-01<", "2022-02-30<", "00044-003"),
    "a time without milliseconds": ("10:00:00.125", "10:00:00", "00299-003"),
    "a quarter that does not exist": ("<Quarter>20231<", "<Quarter>20235<", "00013-008"),
    "text between the elements": ("<Border>0</Border>", "<Border>0</Border>zero", "stray_text"),
    "an attribute": ("<Border>", "<Border kind='0'>", "stray_attribute"),
    "elements inside a value": ("<Border>0</Border>", "<Border><b>0</b></Border>", "not_a_block"),
    "an element in a namespace": ("<Border>0</Border>", "<Border xmlns='urn:x'>0</Border>", "00040-001"),
    "a wrong check digit in an INSS": ("85073099833", "85073099834", "00024-004"),
    "a birthday that does not exist": ("85073099833", "85133099865", "00024-004"),
    "a wrong check digit in the NSSO number": (">199999934<", ">199999933<", "00011-004"),
    "a wrong check digit in the enterprise number": (">1999999943<", ">1999999942<", "00014-004"),
    "a wrong check digit in an establishment": (">2000000141<", ">2000000142<", "00042-004"),
    "no number for the employer": (
        ">199999934</NOSSRegistrationNbr>\n      <Trusteeship>0</Trusteeship>\n"
        "      <CompanyID>1999999943<",
        ">0</NOSSRegistrationNbr><Trusteeship>0</Trusteeship><CompanyID>0<",
        "no_employer_number",
    ),
    "a net amount that does not add up": (
        "<NetOwedAmount>000000000496621<", "<NetOwedAmount>000000000496622<", "00015-007",
    ),
    "the same person twice": (_PERSON, _PERSON + _PERSON.replace("0000001", "0000009"), "90017-006"),
    "two persons with one number": (">0000002<", ">0000001<", "00023-006"),
    "two pays with one number": (
        "<RemunSequenceNbr>02<", "<RemunSequenceNbr>1<", "00066-006",
    ),
    "the same working time twice": (
        _SERVICE, _SERVICE + _SERVICE.replace(">01<", ">07<"), "90018-006",
    ),
    "the same contribution twice": (
        ">831</ContributionWorkerCode>", ">495</ContributionWorkerCode>", "90001-006",
    ),
    "an occupation that ends before it starts": (
        "<OccupationStartingDate>2021-09-01<", "<OccupationStartingDate>2023-03-01<", "00045-014",
    ),
    "an occupation that starts after the quarter": (
        "<OccupationStartingDate>2022-03-01<", "<OccupationStartingDate>2023-04-01<", "00044-008",
    ),
    "an occupation that ends after the quarter": (
        "<OccupationEndingDate>2023-02-28<", "<OccupationEndingDate>2023-04-01<", "00045-008",
    ),
    "a record that ends outside the quarter": (
        "<NOSSQuarterEndingDate>2023-03-31<", "<NOSSQuarterEndingDate>2023-04-01<", "00039-034",
    ),
    "a record that starts in another year": (
        "<NOSSQuarterStartingDate>2023-01-01<", "<NOSSQuarterStartingDate>2022-12-31<", "00038-034",
    ),
    "a worker code that does not exist": (">495</WorkerCode>", ">499x</WorkerCode>", "00037-002"),
    "a worker code that is not on the list": (">495</WorkerCode>", ">402</WorkerCode>", "00037-008"),
    "a worker code that ended": (">495</WorkerCode>", ">671</WorkerCode>", "00037-035"),
    "a contribution as a worker code": (">495</WorkerCode>", ">856</WorkerCode>", "00037-008"),
    "a student's code on ordinary work": (">495</WorkerCode>", ">840</WorkerCode>", "90015-030"),
    "an employer class that is not on the list": (
        "<EmployerClass>010<", "<EmployerClass>999<", "00036-008",
    ),
    "a committee that is not on the list": (">200</Joint", ">299</Joint", "00046-008"),
    "a working time code that is not on the list": (
        "<ServiceCode>001<", "<ServiceCode>099<", "00062-008",
    ),
    "a pay code that is not on the list": ("<RemunCode>001<", "<RemunCode>099<", "00067-008"),
    "an unrelated code that belongs to persons": (">862<", ">856<", "00020-008"),
    "a type that the contribution does not have": (
        "<ContributionType>0</ContributionType>\n            <ContributionAmount>",
        "<ContributionType>7</ContributionType><ContributionAmount>",
        "00083-084",
    ),
    "an ordinary contribution without its base": (
        "            <ContributionCalculationBasis>00000950000</ContributionCalculationBasis>\n",
        "",
        "00084-001",
    ),
    "a bonus without its frequency": (
        "<BonusPaymentFrequency>12</BonusPaymentFrequency>", "", "00068-001",
    ),
    "a frequency without a bonus": ("<RemunCode>002<", "<RemunCode>007<", "00068-029"),
    "part-time work without hours": (
        "<ServiceNbrHours>0015200</ServiceNbrHours>", "", "00064-001",
    ),
    "weekly hours that are absent": (
        "            <MeanWorkingHours>3800</MeanWorkingHours>\n", "", "00048-001",
    ),
    "a first day that is absent": (
        "            <OccupationStartingDate>2022-03-01</OccupationStartingDate>\n", "", "00044-001",
    ),
    "a place of work that is absent": (
        "            <LocalUnitID>2000000141</LocalUnitID>\n", "", "00042-001",
    ),
    "a student's place of work that is absent": (
        "<LocalUnitID>2000000141</LocalUnitID>\n          </StudentContribution>",
        "</StudentContribution>",
        "00042-001",
    ),
    "severance together with pay": ("<RemunCode>001<", "<RemunCode>003<", "90015-169"),
    "more days than the quarter": (
        "<ServiceNbrDays>06500<", "<ServiceNbrDays>09001<", "00063-034",
    ),
    "a student's days after 2016": (
        "<StudentHoursNbr>096</StudentHoursNbr>", "<StudentNbrDays>12</StudentNbrDays>", "00078-008",
    ),
}  # fmt: skip


def named(findings: list[Finding]) -> list[str]:
    """What was found: the anomaly, or our rule where there is none."""
    return [finding.anomaly or finding.rule for finding in findings]


@pytest.mark.parametrize(("old", "new", "said"), BROKEN.values(), ids=BROKEN)
def test_the_one_fault_is_found(old: str, new: str, said: str) -> None:
    assert old in GOOD
    findings = check(GOOD.replace(old, new, 1).encode())
    assert said in named([finding for finding in findings if finding.severity.blocks])
    for finding in findings:
        assert finding.message
        assert finding.path.startswith("DmfAOriginal/")
        assert finding.line is not None


@pytest.mark.parametrize(
    "fault",
    [
        "a field stands twice",
        "a letter in a number",
        "a code outside its list",
        "a day that does not exist",
        "a wrong check digit in an INSS",
        "a wrong check digit in the NSSO number",
        "a net amount that does not add up",
        "two persons with one number",
        "an occupation that ends before it starts",
        "a committee that is not on the list",
        "a bonus without its frequency",
        "part-time work without hours",
    ],
)
def test_one_fault_is_one_finding(fault: str) -> None:
    old, new, said = BROKEN[fault]
    assert named(check(GOOD.replace(old, new, 1).encode())) == [said]


def test_a_finding_names_the_line_and_the_path() -> None:
    data = GOOD.replace("<RemunCode>002<", "<RemunCode>099<")
    line = data.splitlines().index("              <RemunCode>099</RemunCode>") + 1
    (finding,) = [one for one in check(data.encode()) if one.rule == "unknown_code"]
    assert finding.line == line
    record = "DmfAOriginal/Form/EmployerDeclaration/NaturalPerson/WorkerRecord"
    assert finding.path == f"{record}/Occupation/Remun[2]/RemunCode"


def test_the_same_person_in_two_forms_of_one_employer_is_found() -> None:
    form = GOOD[GOOD.index("  <Form>") : GOOD.index("</DmfAOriginal>")]
    twice = GOOD.replace(form, form + form)
    assert named(check(twice.encode())) == ["90007-006"] + ["90017-006"] * 3
    other = form.replace("199999934", "175110801").replace("1999999943", "0407585882")
    assert check(GOOD.replace(form, form + other).encode()) == []


def test_one_nsso_number_with_two_enterprise_numbers_is_found() -> None:
    form = GOOD[GOOD.index("  <Form>") : GOOD.index("</DmfAOriginal>")]
    people = form.replace("1999999943", "0407585882").replace("85073099833", "67011500190")
    people = people.replace("77101500172", "78081842456").replace("01410199955", "83120837350")
    findings = check(GOOD.replace(form, form + people).encode())
    assert "number_of_two" in named(findings)
    assert all(finding.severity.blocks for finding in findings)


def test_deductions_above_the_contributions_of_a_class_are_found() -> None:
    data = GOOD.replace("<UnrelatedEmployerClass>010<", "<UnrelatedEmployerClass>000<")
    assert check(data.encode()) == []
    data = data.replace("00000001200", "00000490000").replace("000000000496621", "000000000007821")
    (finding,) = check(data.encode())
    assert finding.anomaly == "00015-011"
    assert "11.79" in finding.message


def test_codes_in_use_that_the_held_list_lacks_are_remarked_once() -> None:
    data = GOOD.replace(">831</ContributionWorkerCode>", ">256</ContributionWorkerCode>")
    data = data.replace(">015</ContributionWorkerCode>", ">256</ContributionWorkerCode>")
    (finding,) = check(data.encode())
    assert (finding.severity, finding.rule) == (Severity.INFO, "added_code")


def test_pay_periods_that_overlap_the_quarter_are_only_remarked() -> None:
    data = (
        GOOD.replace("<Quarter>20231<", "<Quarter>20232<")
        .replace("2023-04-14", "2023-07-14")
        .replace("<NOSSQuarterStartingDate>2023-01-01<", "<NOSSQuarterStartingDate>2023-03-20<")
        .replace("<NOSSQuarterEndingDate>2023-03-31<", "<NOSSQuarterEndingDate>2023-06-30<")
        .replace("2023-02-28", "2023-04-28")
    )
    findings = check(data.encode())
    assert {(finding.severity, finding.rule) for finding in findings} == {
        (Severity.WARNING, "before_quarter")
    }


_CANCEL = DIMONA["cancel"][
    DIMONA["cancel"].index("    <DimonaCancel>") : DIMONA["cancel"].index("  </Form>")
]
BROKEN_DIMONA = {
    "an end before the start": (
        "in", "2023-02-08</StartingDate>",
        "2023-02-08</StartingDate><EndingDate>2023-02-07</EndingDate>", "00911-014",
    ),
    "an employer without a number": (
        "in", "<NOSSRegistrationNbr>199999934</NOSSRegistrationNbr>", "", "90256-364",
    ),
    "a person without number and name": ("in", "<INSS>85073099833</INSS>", "", "90017-363"),
    "a wrong check digit in an INSS": ("in", "85073099833", "85073099834", "00024-003"),
    "a worker type that does not exist": ("in", ">OTH<", ">ABC<", "00655-003"),
    "a worker type of later": ("in", ">OTH<", ">ALT<", "00655-003"),
    "a student without planned hours": ("in", ">OTH<", ">STU<", "01135-001"),
    "planned hours of a clerk": (
        "in", "2023-02-08</StartingDate>",
        "2023-02-08</StartingDate><PlannedHoursNbr>10</PlannedHoursNbr>", "01135-005",
    ),
    "a starting hour of a clerk": (
        "in", "2023-02-08</StartingDate>",
        "2023-02-08</StartingDate><StartingHour>0800</StartingHour>", "00777-005",
    ),
    "occasional work without its hour": ("in", ">OTH<", ">EXT<", "00777-001"),
    "a committee without occasional work": ("in", ">XXX</JointCommissionNbr>\n        <WorkerType>OTH<",
        ">124</JointCommissionNbr><WorkerType>EXT<", "90374-349"),
    "a student without a last day": ("in", ">OTH<", ">STU<", "00911-001"),
    "agency work without a last day": ("in", ">XXX<", ">322<", "00911-001"),
    "an ending hour of a clerk": (
        "in", "2023-02-08</StartingDate>",
        "2023-02-08</StartingDate><EndingHour>0800</EndingHour>", "00778-005",
    ),
    "agency work without a user": ("in", ">XXX<", ">322<", "needed_with"),
    "an hour that does not exist": (
        "in", "2023-02-08</StartingDate>",
        "2023-02-08</StartingDate><StartingHour>2460</StartingHour>", "00777-003",
    ),
    "no message in the form": ("cancel", _CANCEL, "", "90059-134"),
    "two messages in one form": ("cancel", "<DimonaCancel>", "<DimonaOut/><DimonaCancel>", "not_together"),
    "an update of nothing": ("update", "<StartingDate>2023-02-09</StartingDate>", "", "90378-360"),
    "a period of letters": ("out", "600027876089", "60002787608X", "00913-003"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "said"), BROKEN_DIMONA.values(), ids=BROKEN_DIMONA)
def test_the_one_fault_of_a_dimona_is_found(name: str, old: str, new: str, said: str) -> None:
    assert old in DIMONA[name]
    findings = check(DIMONA[name].replace(old, new, 1).encode())
    assert said in named(findings)
    assert all(finding.severity.blocks and finding.line for finding in findings)
