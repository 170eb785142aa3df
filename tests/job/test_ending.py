"""People of the workshop leave with an indemnity: payslip, tax, DmfA and ledger, by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from officium.findings import BadInput
from tests.formats import FORMATS, needs_formats

from .running import cents, change, copied, only, rules, run, slip, sound

DMFA = "declarations/dmfa-2025Q1.xml"
COLUMNS = "staff_number,contract,kind,amount,days,units,months,share,base,day,until,description"
KARIM = "W002,1,premium,43.20,,,,,,,,Prime d'équipe\n"
Told = tuple[dict[str, bytes], dict[str, Any]]
# Three lines of holiday pay on leaving; those of the year before are left out, and told.
LAST_YEAR = "departure_previous_missing"
HOLIDAYS = "".join(
    f"W001,1,departure_holiday_{part}_current,,,,,,{{base}},,,\n"
    for part in ("pay", "bonus", "supplement")
)


def leaving(
    place: Path,
    lines: str,
    *,
    who: str = "W001",
    ends: str = "2025-03-14",
    reason: str = "dismissal",
    yearly_pay: str = "",
    pay: str = "",
    schedule: str = "",
) -> Told:
    """A quarter in which somebody leaves with some lines of pay."""
    periods = {"W001": "201924501791", "W007": "202101105449"}
    period = f'dimona_period   = "{periods[who]}"\n'

    def story(folder: Path) -> None:
        end = f'ends            = {ends}\nend_reason      = "{reason}"\n'
        yearly = f"\n[contracts.yearly_pay]\n{yearly_pay}" if yearly_pay else ""
        change(folder, f"people/{who}.toml", period, period + end + yearly)
        if pay:
            change(folder, f"people/{who}.toml", 'monthly_pay     = "3293.80"', pay)
        if schedule:
            file = folder / "people" / f"{who}.toml"
            before, last = file.read_text("utf-8").rsplit("schedule        = {", 1)
            rest = last.split("}", 1)[1]
            file.write_text(f"{before}schedule        = {{ {schedule} }}{rest}", "utf-8")
        (folder / "pay" / "2025-03.csv").write_text(f"{COLUMNS}\n{KARIM}{lines}", "utf-8")

    return run(copied(place, story))


def person(told: Told, reference: str = "W001") -> Any:
    """A person's part of the declaration."""
    (found,) = (
        one
        for one in etree.fromstring(told[0][DMFA]).iter("{*}NaturalPerson")
        if one.findtext("{*}NaturalPersonUserReference") == reference
    )
    return found


def occupations(told: Told, reference: str = "W001") -> list[tuple[str, str, list[str], list[str]]]:
    """First and last day, time and pay of each occupation."""

    def all_of(one: Any, block: str, *names: str) -> list[str]:
        return [
            " ".join((found.findtext(f"{{*}}{name}") or "").lstrip("0") for name in names)
            for found in one.iter(f"{{*}}{block}")
        ]

    return [
        (
            one.findtext("{*}OccupationStartingDate"),
            one.findtext("{*}OccupationEndingDate"),
            all_of(one, "Service", "ServiceCode", "ServiceNbrDays", "ServiceNbrHours"),
            all_of(one, "Remun", "RemunCode", "RemunAmount"),
        )
        for one in person(told, reference).iter("{*}Occupation")
    ]


def said(told: Told) -> list[str]:
    """The rules of the findings about Sofie."""
    return [one["rule"] for one in told[1]["findings"] if "W001" in one["message"]]


def results(told: Told, *names: str, slip_of: str = "2025-03/W001") -> list[Any]:
    found = slip(told[0], slip_of)["results"]
    return [found[name] for name in names]


@pytest.fixture(scope="module")
def dismissed(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Sofie, in service since 2 September 2019, is dismissed on 14 March 2025 with 18 weeks of pay."""
    return leaving(
        tmp_path_factory.mktemp("dismissed"),
        "W001,1,notice_indemnity,,,18.00,,,,,,\n" + HOLIDAYS.format(base="8276.08"),
        yearly_pay='premiums         = "4013.80"\nuntaxed_benefits = "2400.00"\n',
    )


def test_the_documents_agree_and_nothing_is_told(dismissed: Told) -> None:
    sound(*dismissed)
    assert said(dismissed) == [LAST_YEAR]


def test_the_indemnity_rests_on_the_pay_of_a_year_with_all_benefits(dismissed: Told) -> None:
    # 3 293.80 x 12 + 3 030.30 + 4 013.80 + 2 400.00 = 48 969.70; x 18 / 52 = 16 951.05.
    assert results(dismissed, "yearly_pay") == ["48969.70"]
    (line,) = (
        line
        for line in slip(dismissed[0], "2025-03/W001")["lines"]
        if line["label"]["nl"] == "opzeggingsvergoeding"
    )
    # The line tells the calendar days that it covers.
    assert line["unit"] == "days"
    assert (line["item"], line["quantity"], line["amount"]) == ("7a", "126.00", "16951.05")


def test_it_is_taxed_apart_by_the_taxable_pay_that_served(dismissed: Told) -> None:
    # 48 969.70 - 2 400.00 - 6 086.66 = 40 483.04: 29.93 %; 16 951.05 - 2 215.50 = 14 735.55.
    names = ("annual_reference_pay", "exceptional_taxable_pay", "exceptional_withholding_tax")
    lines = list(zip(*results(dismissed, *names), strict=True))
    assert ("40483.04", "14735.55", "4410.35") in lines


def test_what_is_left_of_it_after_contributions_and_tax(dismissed: Told, tmp_path: Path) -> None:
    """14 735.55 - 4 410.35, less what the higher pay of the month adds to the special contribution."""
    without = leaving(tmp_path, HOLIDAYS.format(base="8276.08"))
    more = [
        cents(results(dismissed, name)[0]) - cents(results(without, name)[0])
        for name in ("net_pay", "special_contribution", "withholding_tax", "gross_pay")
    ]
    assert more[2:] == [0, 1_695_105]
    assert more[0] == 1_032_520 - more[1]


def test_it_counts_for_no_bonus_no_reduction_and_no_holiday_pay(
    dismissed: Told, tmp_path: Path
) -> None:
    without = leaving(tmp_path, HOLIDAYS.format(base="8276.08"))
    for name in ("employment_bonus", "pay_for_holidays_of_year", "taxable_pay"):
        assert results(dismissed, name) == results(without, name)
    reductions = [
        [found.text for found in person(told).iter("{*}DeductionAmount")]
        for told in (dismissed, without)
    ]
    assert reductions[0] == reductions[1] != []


def test_the_declaration_has_an_occupation_for_each_period(dismissed: Told) -> None:
    # 126 days from Saturday 15 March to Friday 18 July: 17 and 109; 11 and 79 days of work.
    work, *after = occupations(dismissed)
    assert work[:2] == ("2019-09-02", "2025-03-14")
    assert after == [
        ("2025-03-15", "2025-03-31", ["1 1100 "], ["3 228705"]),
        ("2025-04-01", "2025-07-18", ["1 7900 "], ["3 1466400"]),
    ]
    assert all(not line.startswith("3 ") for line in work[3])


@needs_formats
def test_the_declaration_is_valid_by_the_official_schema(dismissed: Told) -> None:
    assert FORMATS
    schema = etree.XMLSchema(etree.parse(FORMATS / "dmfa/xsd/DmfAOriginal_20231.xsd"))
    schema.assertValid(etree.fromstring(dismissed[0][DMFA]))


def test_who_earns_well_costs_the_compensation_contribution(tmp_path: Path) -> None:
    """5 200.00 a month; 53 days of work: of the quarter (5 200 x 2 + 2 476.19) x 260 / 53 a year."""
    told = sound_told(
        leaving(
            tmp_path,
            "W001,1,notice_indemnity,,,18.00,,,60000.00,,,\n",
            pay='monthly_pay     = "5200.00"',
        )
    )
    # 60 000 x 18 / 52 = 20 769.23; 1 % of it.
    lines = {
        one.findtext("{*}ContributionWorkerCode"): [
            (one.findtext(f"{{*}}Contribution{name}") or "").lstrip("0")
            for name in ("Type", "CalculationBasis", "Amount")
        ]
        for one in person(told).iter("{*}WorkerContribution")
    }
    assert lines["812"][:2] == ["2", "2076923"]
    (line,) = (line for line in told[1]["nsso"]["lines"] if line["code"] == "812")
    assert cents(line["amount"]) == int(lines["812"][2]) == 41538
    assert ":621:2025Q1" in told[0]["ledger/ledger.beancount"].decode()


def sound_told(told: Told) -> Told:
    sound(*told)
    return told


def test_a_part_time_manual_worker_is_declared_in_hours(tmp_path: Path) -> None:
    """Marta works Mondays and Wednesdays for 8 and Fridays for 6 hours, at 17.90."""
    told = sound_told(leaving(tmp_path, "W007,1,notice_indemnity,,,3.00,,,,,,\n", who="W007"))
    # 17.90 x 22 x 52 = 20 477.60; x 3 / 52 = 1 181.40; no double holiday pay.
    march = "2025-03/W007"
    assert results(told, "yearly_pay", slip_of=march) == ["20477.60"]
    # From Saturday 15 March to Friday 4 April: 17 and 4 of 21 days; 3 weeks of 22 hours.
    assert occupations(told, "W007")[1:] == [
        ("2025-03-15", "2025-03-31", ["1 700 5200"], ["3 95637"]),
        ("2025-04-01", "2025-04-04", ["1 200 1400"], ["3 22503"]),
    ]


def test_an_indemnity_without_contributions_is_not_declared(tmp_path: Path) -> None:
    with_it = leaving(
        tmp_path / "with", "W001,1,unreasonable_dismissal_indemnity,,,10.00,,,52000.00,,,\n"
    )
    without = leaving(tmp_path / "without", "")
    sound(*with_it)
    assert etree.tostring(person(with_it)) == etree.tostring(person(without))
    # 10 000.00 whole, taxed at 29.93 % by 52 000.00 - 6 796.40 = 45 203.60: 31.30 %.
    assert results(with_it, "pay_beside_gross") == ["10000.00"]
    assert results(with_it, "exceptional_withholding_tax") == ["3130.00"]


def test_a_fixed_term_ended_early_covers_its_rest(tmp_path: Path) -> None:
    line = "W001,1,fixed_term_indemnity,,,8.00,,,52000.00,,2025-04-29,\n"
    told = sound_told(leaving(tmp_path, line))
    # 15 March to 29 April: 46 days of 364; 17 in the quarter and 29 after it.
    assert results(told, "item_amount") == ["6571.43"]
    assert [(*one[:2], one[3]) for one in occupations(told)[1:]] == [
        ("2025-03-15", "2025-03-31", ["3 242857"]),
        ("2025-04-01", "2025-04-29", ["3 414286"]),
    ]


def test_mutual_consent_and_non_competition(tmp_path: Path) -> None:
    """The one covers a period, the other stands with the work under code 4."""
    lines = (
        "W001,1,mutual_consent_indemnity,9000.00,,,,,,,2025-06-30,\n"
        "W001,1,non_competition_indemnity,,,,6.00,,4000.00,,,\n"
    )
    told = sound_told(leaving(tmp_path, lines, reason="mutual_consent", ends="2025-03-31"))
    work, after = occupations(told)
    assert "4 1200000" in work[3]
    assert after == ("2025-04-01", "2025-06-30", ["1 6500 "], ["3 900000"])
    assert "indemnity_reason_differs" not in rules(told[1])


def test_a_delegate_is_paid_for_two_years(tmp_path: Path) -> None:
    """The time of a whole year is declared on one occupation, and nothing blocks it."""
    line = "W001,1,protected_worker_indemnity,90000.00,,,,,,,2027-03-31,\n"
    told = sound_told(leaving(tmp_path, line, ends="2025-03-31"))
    after = occupations(told)[1:]
    assert [one[:2] for one in after] == [
        ("2025-04-01", "2025-12-31"),
        ("2026-01-01", "2026-12-31"),
        ("2027-01-01", "2027-03-31"),
    ]
    paid = [int(pay.split()[1]) for one in after for pay in one[3]]
    assert sum(paid) == 9_000_000
    assert after[1][2] == ["1 26100 "]


def test_who_dies_is_paid_until_that_day_and_has_no_indemnity(tmp_path: Path) -> None:
    told = leaving(tmp_path, HOLIDAYS.format(base="0.00"), reason="death")
    sound(*told)
    # Ten of twenty-one days of March.
    assert results(told, "pay_for_work") == ["1568.48"]
    assert len(occupations(told)) == 1
    with_notice = leaving(
        tmp_path / "notice", "W001,1,notice_indemnity,,,1.00,,,,,,\n", reason="death"
    )
    assert "indemnity_reason_differs" in rules(with_notice[1])


def test_medical_force_majeure_asks_for_the_fund_and_not_for_an_indemnity(tmp_path: Path) -> None:
    told = leaving(tmp_path, "", reason="medical_force_majeure")
    (found,) = (one for one in told[1]["findings"] if one["rule"] == "return_to_work_owed")
    # 14 March and 45 days.
    assert "1\u202f800,00 EUR" in found["message"] and "28 avril 2025" in found["message"]


@pytest.mark.parametrize(
    ("yearly_pay", "is_told"),
    [("", True), ('premiums = "100.00"\n', True), ('reduction = "lasting"\n', False)],
)
def test_pay_reduced_by_parental_leave_is_told_when_notice_pay_rests_on_it(
    tmp_path: Path, yearly_pay: str, is_told: bool
) -> None:
    story = leaving(
        tmp_path,
        "W001,1,notice_indemnity,,,18.00,,,,,,\n",
        yearly_pay=yearly_pay,
        pay='monthly_pay     = "2635.04"\nmeasure         = "parental_leave"',
        schedule='monday = "7.60", tuesday = "7.60", wednesday = "7.60", thursday = "7.60"',
    )
    assert ("yearly_pay_is_reduced" in rules(story[1])) == is_told


def test_thirty_weeks_ask_for_outplacement(tmp_path: Path) -> None:
    line = "W001,1,{kind},,,30.00,,,52000.00,,,\n"
    plain = leaving(tmp_path / "plain", line.format(kind="notice_indemnity"))
    assert "outplacement_not_offered" in rules(plain[1])
    offered = leaving(tmp_path / "offered", line.format(kind="notice_indemnity_outplacement"))
    assert "outplacement_not_offered" not in rules(offered[1])
    assert results(plain, "item_amount") == ["30000.00"]
    assert results(offered, "item_amount") == ["26000.00"]
    short = leaving(
        tmp_path / "short",
        line.format(kind="notice_indemnity_outplacement").replace("30.00", "29.00"),
    )
    assert "outplacement_of_short_notice" in rules(short[1])
    assert "outplacement_of_short_notice" not in rules(offered[1])
    # The period that is declared is that of 26 weeks.
    assert occupations(offered)[-1][1] == "2025-09-12"


def test_a_closure_pays_several_indemnities_of_different_treatment(tmp_path: Path) -> None:
    """Two bear no contributions and all are taxed apart; the clients' one stands under code 4."""
    lines = (
        "W001,1,closure_indemnity,2500.00,,,,,,,,\n"
        "W001,1,collective_dismissal_indemnity,400.00,,,,,,,,\n"
        "W001,1,other_protection_indemnity,1000.00,,,,,,,,\n"
        "W001,1,clients_indemnity,,,,3.00,,36000.00,,,\n"
    )
    told = sound_told(leaving(tmp_path, lines, reason="closure"))
    assert "indemnity_reason_differs" not in rules(told[1])
    (work,) = occupations(told)
    assert "4 900000" in work[3]
    assert results(told, "pay_beside_gross", "contributions_beside_gross") == ["3900.00", "0.00"]
    # 9 000.00 - 1 176.30 = 7 823.70, and 3 900.00 whole.
    assert results(told, "exceptional_taxable_total") == ["11723.70"]


def test_serious_cause_leaves_no_indemnity(tmp_path: Path) -> None:
    reason = "dismissal_for_serious_cause"
    told = leaving(tmp_path / "none", HOLIDAYS.format(base="8276.08"), reason=reason)
    assert said(told) == [LAST_YEAR]
    assert len(occupations(told)) == 1
    line = "W001,1,notice_indemnity,,,18.00,,,,,,\n"
    differs = leaving(tmp_path / "paid", line + HOLIDAYS.format(base="8276.08"), reason=reason)
    assert said(differs) == [LAST_YEAR, "indemnity_reason_differs"]


def test_an_indemnity_for_who_stays_is_refused(tmp_path: Path) -> None:
    def stays(folder: Path) -> None:
        only(folder, ("W001",))
        (folder / "pay" / "2025-03.csv").write_text(
            f"{COLUMNS}\nW001,1,notice_indemnity,,,1.00,,,,,,\n", "utf-8"
        )

    with pytest.raises(BadInput, match="contract 1 has no ends") as refused:
        run(copied(tmp_path, stays))
    assert refused.value.where == "pay/2025-03.csv:2"


def test_a_reduction_that_counts_needs_the_pay_without_it(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no monthly_pay_before_reduction"):
        leaving(tmp_path, "", yearly_pay='reduction = "parental_leave"\n')


def test_parental_leave_is_left_out_of_the_indemnity(tmp_path: Path) -> None:
    told = leaving(
        tmp_path,
        "W001,1,notice_indemnity,,,13.00,,,,,,\n",
        yearly_pay='reduction = "parental_leave"\nmonthly_pay_before_reduction = "4000.00"\n',
    )
    # 4 000 x 12.92 x 13 / 52.
    assert results(told, "item_amount") == ["12920.00"]
