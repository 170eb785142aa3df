"""Careers interrupted wholly or in part: pay, time, and the occupation lines of the declaration."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from officium.findings import BadInput
from officium.payroll import read_folder

from .running import MARCH, add, change, copied, run, slip, sound

WEEK = 'monday = "7.60", tuesday = "7.60", wednesday = "7.60", thursday = "7.60"'
UNUSUAL = "is_career_break_form_unusual"
FULL_WEEK = WEEK + ', friday = "7.60"'


def terms(since: str, pay: str, week: str, *more: str) -> str:
    lines = (
        f"since = {since}",
        'function = "Planner"',
        'full_time_hours = "38.00"',
        f'monthly_pay = "{pay}"',
        f"schedule = {{ {week} }}",
        *more,
    )
    return "\n[[contracts.terms]]\n" + "\n".join(lines) + "\n"


def planner(place: Path, *all_terms: str) -> Path:
    """The workshop whose planner, W001, gets further terms."""
    return copied(place, lambda folder: add(folder, "people/W001.toml", "".join(all_terms)))


def occupations(xml: bytes) -> list[dict[str, Any]]:
    """The occupation lines of the planner, with services and ordinary pay."""
    person = etree.fromstring(xml).xpath("//NaturalPerson[INSS='84051721408']")[0]
    names = (
        "OccupationStartingDate",
        "OccupationEndingDate",
        "WorkingDaysSystem",
        "ContractType",
        "MeanWorkingHours",
        "RefMeanWorkingHours",
        "ReorganisationMeasure",
    )
    return [
        {
            **{name: one.findtext(name) for name in names if one.findtext(name)},
            "services": {
                service.findtext("ServiceCode"): (
                    service.findtext("ServiceNbrDays"),
                    service.findtext("ServiceNbrHours"),
                )
                for service in one.iter("Service")
            },
            "pay": {
                pay.findtext("RemunCode"): pay.findtext("RemunAmount") for pay in one.iter("Remun")
            },
        }
        for one in person.iter("Occupation")
    ]


def test_parental_leave_at_one_fifth_is_an_occupation_of_its_own(tmp_path: Path) -> None:
    """From 1 February Sofie Maes works four days a week, and four fifths of 3,293.80 EUR is hers."""
    folder = planner(tmp_path, terms("2025-02-01", "2635.04", WEEK, 'measure = "parental_leave"'))
    files, report = run(folder)
    sound(files, report)
    before, after = occupations(files["declarations/dmfa-2025Q1.xml"])
    assert before["OccupationEndingDate"] == "2025-01-31"
    assert "ReorganisationMeasure" not in before
    assert after["OccupationStartingDate"] == "2025-02-01"
    assert "OccupationEndingDate" not in after
    assert after["ReorganisationMeasure"] == "4"
    # The type of the contract stays that of before (NSSO, DmfA FAQ).
    assert (after["WorkingDaysSystem"], after["ContractType"]) == ("400", "0")
    assert (after["MeanWorkingHours"], after["RefMeanWorkingHours"]) == ("3040", "3800")
    # February has 16 days from Monday to Thursday, March 17: 33 days of 7.60 hours.
    assert after["services"] == {"001": ("03300", "0025080")}
    # Twice 2,635.04 EUR; the bonus of the workshop keeps its code.
    assert after["pay"]["001"] == "00000527008"


def test_a_career_interrupted_wholly_has_a_line_without_time_or_pay(tmp_path: Path) -> None:
    """Full parental leave in the whole of March: measure 3, no days and no hours a week."""
    folder = planner(
        tmp_path,
        terms(
            "2025-03-01",
            "3293.80",
            FULL_WEEK,
            'measure = "parental_leave"',
            "is_interrupted = true",
        ),
    )
    change(folder, "pay/2025-03.csv", "W001,1,fixed_premium,60.00,Taalpremie\n", "")
    files, report = run(folder)
    sound(files, report)
    _, leave = occupations(files["declarations/dmfa-2025Q1.xml"])
    assert leave["ReorganisationMeasure"] == "3"
    assert (leave["WorkingDaysSystem"], leave["MeanWorkingHours"]) == ("0", "0")
    assert leave["services"] == {} and leave["pay"] == {}
    march = slip(files, "2025-03/W001")
    assert (march["results"]["gross_pay"], march["results"]["net_pay"]) == ("0.00", "0.00")
    codes = {one["code"] for day in march["contracts"][0]["calendar"] for one in day["codes"]}
    assert codes == {"career_break"}


def test_back_at_work_inside_the_month(tmp_path: Path) -> None:
    """From Monday 10 March to Sunday 16 March: sixteen of the 21 days of March are paid."""
    folder = planner(
        tmp_path,
        terms(
            "2025-03-10",
            "3293.80",
            FULL_WEEK,
            'measure = "parental_leave"',
            "is_interrupted = true",
        ),
        terms("2025-03-17", "3293.80", FULL_WEEK),
    )
    files, report = run(folder)
    sound(files, report)
    lines = occupations(files["declarations/dmfa-2025Q1.xml"])
    assert [line.get("ReorganisationMeasure") for line in lines] == [None, "3", None]
    # 5 days before and 11 after: 3,293.80 x 5 / 21 = 784.24; x 11 / 21 = 1,725.32; a premium of 60.00.
    assert slip(files, "2025-03/W001")["results"]["gross_pay"] == "2569.56"
    assert lines[1]["services"] == {}
    assert lines[2]["OccupationStartingDate"] == "2025-03-17"


@pytest.mark.parametrize(
    ("own", "says"),
    [
        (("2635.04", FULL_WEEK, 'measure = "parental_leave"'), "and a full schedule"),
        (("2635.04", WEEK, "is_interrupted = true"), "is_interrupted needs a measure"),
        (("2635.04", WEEK, 'measure = "sabbatical"'), "measure"),
    ],
)
def test_a_measure_that_does_not_fit_its_terms_is_refused(
    tmp_path: Path, own: tuple[str, str, str], says: str
) -> None:
    pay, week, measure = own
    with pytest.raises(BadInput) as refused:
        read_folder(planner(tmp_path, terms("2025-02-01", pay, week, measure)))
    assert says in refused.value.message
    assert "people/W001.toml" in str(refused.value.where)


def test_time_in_an_interrupted_career_is_refused(tmp_path: Path) -> None:
    leave = ('measure = "time_credit"', "is_interrupted = true")
    folder = planner(tmp_path, terms("2025-03-01", "3293.80", FULL_WEEK, *leave))
    add(folder, "time/2025-03.csv", "W001,1,2025-03-04,worked,7.60\n")
    with pytest.raises(BadInput, match="the terms interrupt the career wholly"):
        run(folder, MARCH)


HALF_WEEK = 'monday = "7.60", tuesday = "7.60", wednesday = "3.80"'


@pytest.mark.parametrize(
    "measure",
    [
        "parental_leave",
        "time_credit",
        "end_of_career_time_credit",
        "palliative_leave",
        "medical_assistance_leave",
        "informal_care_leave",
    ],
)
def test_every_right_at_half_time_has_measure_4(tmp_path: Path, measure: str) -> None:
    folder = planner(tmp_path, terms("2025-02-01", "1646.90", HALF_WEEK, f'measure = "{measure}"'))
    files, report = run(folder)
    sound(files, report)
    _, after = occupations(files["declarations/dmfa-2025Q1.xml"])
    assert (after["ReorganisationMeasure"], after["MeanWorkingHours"]) == ("4", "1900")
    assert [one for one in report["findings"] if one["rule"] == UNUSUAL] == []


def test_hours_that_are_no_form_of_the_right_are_told_once(tmp_path: Path) -> None:
    """Time credit of 34.20 hours, a tenth less, which parental leave alone knows: in two months."""
    week = FULL_WEEK.replace('friday = "7.60"', 'friday = "3.80"')
    folder = planner(tmp_path, terms("2025-02-01", "2964.42", week, 'measure = "time_credit"'))
    _, report = run(folder)
    (found,) = (one for one in report["findings"] if one["rule"] == UNUSUAL)
    assert "W001" in found["message"] and "crédit-temps" in found["message"]


def test_a_quarter_wholly_interrupted_can_be_declared(tmp_path: Path) -> None:
    """Time credit from 1 January: a line without time, pay, contributions or reductions."""
    folder = copied(tmp_path)
    change(
        folder,
        "people/W001.toml",
        'monthly_pay     = "3293.80"',
        'monthly_pay     = "3293.80"\nmeasure = "time_credit"\nis_interrupted = true',
    )
    for month in ("2025-01", "2025-02", "2025-03"):
        change(folder, f"pay/{month}.csv", "W001,1,fixed_premium,60.00,Taalpremie\n", "")
    for day in ("24", "25"):
        change(folder, "time/2025-02.csv", f"W001,1,2025-02-{day},holiday,7.60\n", "")
    files, report = run(folder)
    xml = etree.fromstring(sound(files, report)["declarations/dmfa-2025Q1.xml"])
    (person,) = xml.xpath("//NaturalPerson[INSS='84051721408']")
    assert [one.text for one in person.iter("ReorganisationMeasure")] == ["3"]
    assert list(person.iter("Service", "Remun", "WorkerContribution", "OccupationDeduction")) == []
