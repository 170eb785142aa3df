"""Every one of the 69 duties, with its day counted by hand on a calendar."""

from __future__ import annotations

import pytest

from officium.law import Month
from officium.obligations import EmployerFacts, Performer, Staff, duties

from .office import CERTIFIED, EMPLOYER, MONTHS, SIXTY, dues, happens, with_

By = tuple[str, str | None, str | None]
Row = tuple[str, EmployerFacts, str, str, list[By]]


def on(
    name: str, kind: str, day: str, due: str | None, later: str | None = None, period: str = ""
) -> Row:
    """A duty that rests on one thing that happens; by default its period is that day."""
    return name, happens(kind, day), "2020-01-01", "2030-12-31", [(period or day, due, later)]


def every(name: str, since: str, until: str, *by: By, facts: EmployerFacts = CERTIFIED) -> Row:
    return name, facts, since, until, list(by)


QUARTERLY = with_(CERTIFIED, withholding_period="quarter")
LEFT = with_(CERTIFIED, staff={Month(2025, 1): SIXTY, Month(2025, 2): SIXTY})

BECOMING_AN_EMPLOYER = [
    on("employer_identification", "first_hire", "2025-03-03", "2025-03-03"),
    on("employer_identification", "hire_after_a_break", "2025-03-03", "2025-03-03"),
    on("work_accident_insurance", "first_hire", "2025-03-03", "2025-03-03"),
    on("external_prevention_service", "first_hire", "2025-03-03", "2025-03-03"),
    on("work_regulations", "first_hire", "2025-03-03", "2025-03-03"),
    on("work_regulations_copy_worker", "hire", "2025-03-03", "2025-03-03"),
    on("work_regulations_copy_worker", "change_of_regulations", "2025-09-01", "2025-09-01"),
    # Eight days, a leap day among them.
    on("work_regulations_filing", "regulations_in_force", "2024-02-25", "2024-03-04"),
    on("ebox_enterprise", "registration", "2025-02-10", "2025-02-10"),
]
EACH_WORKER = [
    # A Sunday: who works on it is declared before.
    on("dimona_in", "hire", "2025-06-01", "2025-06-01"),
    # Friday: Monday. The eve of Ascension: Friday. Christmas Eve: the 26th.
    on("dimona_out", "employment_ends", "2025-05-30", "2025-06-02"),
    on("dimona_out", "employment_ends", "2025-05-28", "2025-05-30"),
    on("dimona_out", "employment_ends", "2025-12-24", "2025-12-26"),
    on("dimona_cancel", "announced_work_not_done", "2025-06-02", "2025-06-02"),
    on("dimona_hours", "occasional_work", "2025-06-07", "2025-06-07"),
    on("work_relation_information", "hire", "2025-06-02", "2025-06-02"),
    on("work_relation_information", "change_of_terms", "2025-07-01", "2025-07-01"),
    on("student_contract", "student_hire", "2025-07-01", "2025-07-01"),
    on("part_time_documents", "part_time_hire", "2025-07-01", "2025-07-01"),
    on("construction_site_notice", "works_start", "2025-09-01", "2025-09-01"),
]
EACH_PAY_PERIOD = [
    # 1 May is closed: the fourth working day is the 7th.
    every("wage_payment", "2025-05-01", "2025-05-31", ("2025-04", "2025-05-07", None)),
    every("payslip", "2025-07-01", "2025-07-31", ("2025-06", "2025-07-04", None)),
    every("travel_costs", "2025-07-01", "2025-07-31", ("2025-06", "2025-07-04", None)),
    every("meal_vouchers", "2025-07-01", "2025-07-31", ("2025-06", "2025-07-04", None)),
    on("flexi_monthly_data", "flexi_payslips_made", "2025-07-02", "2025-07-07"),
    every("monthly_wage_data", "2027-07-01", "2027-07-31", ("2027-06", "2027-07-14", None)),
    every("monthly_wage_data", "2028-02-01", "2028-02-29", ("2028-01", "2028-02-14", None)),
    # The 5th is a Saturday, then a Sunday: six working days are counted from it.
    every("nsso_provision", "2025-07-01", "2025-07-31", ("2025-06", "2025-07-05", "2025-07-14")),
    every("nsso_provision", "2025-10-01", "2025-10-31", ("2025-09", "2025-10-05", "2025-10-13")),
    # The 15th is a Saturday; the 15th is Assumption, a Friday: the working day before.
    every("withholding_tax_month", "2025-02-01", "2025-02-28", ("2025-01", "2025-02-14", None)),
    every("withholding_tax_month", "2025-08-01", "2025-08-31", ("2025-07", "2025-08-14", None)),
    every(
        *("withholding_tax_quarter", "2023-10-01", "2023-12-31"),
        ("2023Q3", "2023-10-13", None),
        facts=QUARTERLY,
    ),
]
EACH_QUARTER = [
    # Fourteen working days after 31 July, 15 August not counted; after 30 April, 1 May not counted.
    every("dmfa", "2025-07-01", "2025-07-31", ("2025Q2", "2025-07-31", "2025-08-21")),
    every("dmfa", "2025-05-01", "2025-05-31", ("2025Q1", "2025-04-30", "2025-05-21")),
    every("dmfa", "2026-01-01", "2026-01-31", ("2025Q4", "2026-01-31", "2026-02-19")),
    every("nsso_balance", "2025-10-01", "2025-10-31", ("2025Q3", "2025-10-31", "2025-11-21")),
    every("no_more_staff", "2025-01-01", "2026-12-31", ("2025Q2", "2025-07-31", None), facts=LEFT),
    on(
        "termination_pay_declaration",
        "termination_pay",
        "2025-03-14",
        "2025-04-30",
        "2025-05-09",
        "2025Q1",
    ),
    on(
        *("termination_pay_declaration", "termination_pay_for_the_past"),
        *("2025-03-14", "2025-04-30", "2025-05-09", "2025-03"),
    ),
    # Twenty working days, 21 July not counted.
    on(
        "termination_pay_declaration",
        "arrears",
        "2025-05-20",
        "2025-06-30",
        "2025-07-29",
        "2025-05",
    ),
    every("fund_contributions", "2025-07-01", "2025-07-31", ("2025Q2", "2025-07-31", None)),
]
EACH_YEAR = [
    every("holiday_debit_note", "2025-01-01", "2025-12-31", ("2025", "2025-04-30", None)),
    on("redistribution", "redistribution_debit", "2025-06-10", "2025-07-31", period="2025"),
    on(
        "invalidity_accountability",
        "invalidity_debit_note",
        "2022-05-12",
        "2023-01-31",
        period="2022Q2",
    ),
    every("tax_slips_281_10", "2024-01-01", "2024-12-31", ("2023", "2024-02-29", None)),
    every("tax_slips_281_10", "2025-01-01", "2025-12-31", ("2024", "2025-02-28", None)),
    every("individual_account", "2024-01-01", "2024-12-31", ("2023", "2024-02-29", None)),
    (
        *("individual_account", happens("employment_ends", "2025-05-10", with_(staff={}))),
        *("2025-01-01", "2025-12-31", [("2025Q2", "2025-08-31", None)]),
    ),
    on("holiday_pay_employees", "main_holiday", "2025-07-14", "2025-07-14"),
    on("holiday_certificate", "departure_of_white_collar", "2025-05-28", "2025-05-28"),
    every("social_balance", "2025-01-01", "2025-12-31", ("2024", "2025-07-31", None)),
    (
        *(
            "social_balance",
            happens("accounts_approved", "2025-05-30", with_(publishes_accounts=False)),
        ),
        *("2025-01-01", "2025-12-31", [("2025-05-30", "2025-06-29", None)]),
    ),
    every("public_holidays_notice", "2025-12-01", "2025-12-31", ("2026", "2025-12-14", None)),
    every("training_plan", "2025-01-01", "2025-12-31", ("2025", "2025-03-31", None)),
    every("social_elections", "2025-01-01", "2028-12-31", ("2028", None, None)),
]
EVENTS = [
    on("accident_declaration", "work_accident", "2025-03-03", "2025-03-11"),
    (
        *(
            "temporary_unemployment",
            happens("temporary_unemployment", "2025-02-10", until="2025-03-20"),
        ),
        *("2025-01-01", "2025-12-31"),
        [("2025-02-10", "2025-02-10", None), ("2025-02", None, None), ("2025-03", None, None)],
    ),
    (
        *("part_time_c131", happens("part_time_with_benefit", "2025-09-01")),
        *("2025-09-01", "2025-10-31"),
        [("2025-09-01", "2025-09-01", None), ("2025-09", None, None), ("2025-10", None, None)],
    ),
    on("sickness_documents", "request_of_the_health_fund", "2025-04-02", None),
    on("c4", "employment_ends", "2025-05-28", "2025-05-28"),
    # Thirty days of April and fifteen of May.
    on("return_to_work_fund", "medical_force_majeure", "2025-03-31", "2025-05-15"),
    on("collective_dismissal", "collective_dismissal_intended", "2025-10-01", "2025-10-01"),
    every("registers", "2025-01-01", "2025-01-31", ("", None, None)),
    on("cooperate_with_inspection", "inspection", "2025-06-12", "2025-06-12"),
]
THE_MANDATARY = [
    on("mandate_register", "mandate_begins", "2025-04-01", "2025-04-01"),
    on("mandate_end_notice", "mandate_ends", "2025-06-30", "2025-06-15"),
    every("css_transfer_provision", "2025-07-01", "2025-07-31", ("2025-06", "2025-07-14", None)),
    every("css_transfer_balance", "2025-08-01", "2025-08-31", ("2025Q2", "2025-08-21", None)),
    every("css_guarantee", "2026-01-01", "2026-01-31", ("2026", "2026-01-01", None)),
    every("css_third_party_funds_report", "2025-05-01", "2025-05-31", ("2025Q2", None, None)),
    # Eleven days of May, thirty of June, nineteen of July.
    on("css_auditor_report", "annual_report_approved", "2025-05-20", "2025-07-19"),
    every("css_employer_file", "2025-05-01", "2025-05-31", ("", None, None)),
    on("css_statutes_change", "statutes_published", "2025-06-04", "2025-06-12"),
    # Fifteen working days from Maundy Thursday: without Easter Monday and 1 May.
    on("barometer_answer", "draft_report_received", "2025-04-17", "2025-05-12"),
    every(
        *("protected_name", "2025-05-01", "2025-05-31"),
        ("", None, None),
        facts=with_(performer=Performer.PROVIDER),
    ),
    every("no_collection_without_certification", "2025-05-01", "2025-05-31", ("", None, None)),
]
STARTING_A_BUSINESS = [
    on("bce_registration", "activity_starts", "2025-09-15", "2025-09-15"),
    on("social_insurance_fund", "activity_starts", "2025-09-15", "2025-09-15"),
    (
        *("company_social_contribution", happens("company_founded", "2024-11-30")),
        *(
            "2025-01-01",
            "2025-12-31",
            [("2024-11-30", "2025-02-28", None), ("2025", "2025-06-30", None)],
        ),
    ),
    on("vat_activation", "taxable_activity_starts", "2025-09-15", "2025-09-15"),
    on("active_partners_helpers", "active_partner_begins", "2024-07-01", "2024-07-01"),
    (
        *("ubo_register", happens("beneficial_owner_known", "2025-01-31", with_(is_company=False))),
        *("2025-01-01", "2025-12-31", [("2025-01-31", "2025-02-28", None)]),
    ),
    every("ubo_register", "2025-01-01", "2025-12-31", ("2025", None, None)),
    on("financial_plan", "deed_of_a_limited_company", "2025-09-01", "2025-09-01"),
]
ROWS = [
    *BECOMING_AN_EMPLOYER,
    *EACH_WORKER,
    *EACH_PAY_PERIOD,
    *EACH_QUARTER,
    *EACH_YEAR,
    *EVENTS,
    *THE_MANDATARY,
    *STARTING_A_BUSINESS,
]


@pytest.mark.parametrize(("name", "facts", "since", "until", "expected"), ROWS)
def test_the_day_counted_by_hand(
    name: str, facts: EmployerFacts, since: str, until: str, expected: list[By]
) -> None:
    found = [
        (due.period, _text(due.day), _text(due.performer_day))
        for due in dues(name, facts, since, until)
        # A secretariat's later day may lie in the range: of an earlier period.
        if due.day is None or since <= due.day.isoformat() <= until or due.period == expected[0][0]
    ]
    assert found == expected


def _text(day: object) -> str | None:
    return None if day is None else str(day)


def test_every_duty_is_reached_or_abolished() -> None:
    gone = {one.id for one in duties() if one.abolished}
    assert gone == {"child_benefit_fund"}
    assert {row[0] for row in ROWS} == {one.id for one in duties()} - gone


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        # Before its law, after its repeal.
        ("flexi_monthly_data", happens("flexi_payslips_made", "2023-12-31")),
        ("monthly_wage_data", with_(staff={Month(2026, 12): SIXTY})),
        ("invalidity_accountability", happens("invalidity_debit_note", "2026-04-02")),
        ("active_partners_helpers", happens("active_partner_begins", "2024-06-30")),
        ("return_to_work_fund", happens("medical_force_majeure", "2024-03-31")),
        # Nobody works there; too few; another way of paying; nothing granted.
        ("dmfa", with_(staff={})),
        ("wage_payment", with_(staff={})),
        ("no_more_staff", EMPLOYER),
        ("holiday_debit_note", with_(staff=dict.fromkeys(MONTHS, Staff(white_collar=3)))),
        ("training_plan", with_(headcounts=dict.fromkeys(range(2021, 2030), 1999))),
        ("social_elections", with_(headcounts=dict.fromkeys(range(2021, 2030), 4999))),
        ("withholding_tax_month", QUARTERLY),
        ("withholding_tax_quarter", EMPLOYER),
        ("travel_costs", with_(pays_commuting_costs=False)),
        ("meal_vouchers", with_(grants_vouchers=False)),
        ("fund_contributions", with_(has_sector_fund=False)),
        ("social_balance", with_(publishes_accounts=False)),
        # The employer alone has no duties of a mandatary; a provider passes no contributions on.
        ("mandate_register", happens("mandate_begins", "2025-04-01", EMPLOYER)),
        ("css_transfer_balance", with_(performer=Performer.PROVIDER)),
        ("protected_name", CERTIFIED),
        ("child_benefit_fund", CERTIFIED),
    ],
)
def test_what_does_not_come(name: str, facts: EmployerFacts) -> None:
    assert dues(name, facts, "2022-01-01", "2028-12-31") == []


@pytest.mark.parametrize("performer", list(Performer))
def test_who_may_not_perform_leaves_it_to_the_employer(performer: Performer) -> None:
    facts = with_(performer=performer)
    for due in dues("dmfa", facts, "2025-07-31", "2025-07-31"):
        assert due.performer is performer
        assert (due.performer_day is not None) == (performer is Performer.CERTIFIED)
    paid = dues("nsso_balance", facts, "2025-07-31", "2025-07-31")[0]
    assert paid.performer is (Performer.EMPLOYER if performer is Performer.PROVIDER else performer)
