"""Kinds of pay and codes of time that do not occur in the shop, each with the reason."""

from __future__ import annotations

OTHER_ENDS = "nobody's contract ends so: tests/job/test_indemnities.py"
OTHER_ABSENCE = "nobody is absent so: tests/job/test_leave.py, test_no_work.py, test_sickness.py"
OTHER_KINDS = {
    "overtime_20": "the supplement of 20 % is for construction",
    "purchasing_power_premium": "such premiums were granted in 2023 only",
    "accident_advance": "the packer is back within the week",
    "guaranteed_commission": "the salesman is not ill",
    "suspension_supplement": OTHER_ABSENCE,
    "unemployment_holiday_pay": OTHER_ABSENCE,
    **dict.fromkeys(
        (
            *("notice_indemnity", "fixed_term_indemnity", "mutual_consent_indemnity"),
            *("protected_worker_indemnity", "other_protection_indemnity", "closure_indemnity"),
            *("unreasonable_dismissal_indemnity", "collective_dismissal_indemnity"),
            *("non_competition_indemnity", "clients_indemnity"),
        ),
        OTHER_ENDS,
    ),
}
OTHER_TIME = {
    "overtime_20": "the supplement of 20 % is for construction",
    "compensatory_rest_unpaid": "the shop did not reduce its working time against a higher wage",
    "absent": "it is the record of an absence under a variable schedule",
    "career_break": "the only career break is of a fifth",
    "accident_advance": "the packer is back within the week",
    **dict.fromkeys(
        (
            *("child_leave_paid", "adoption_leave", "foster_parental_leave", "foster_care_leave"),
            *("breast_feeding", "occupational_disease", "white_collar_suspension"),
            *("unemployment_holiday", "guaranteed_daily_wage", "technical_breakdown_paid"),
            *("suspension_paid", "unlawful_absence", "agreed_suspension", "detention"),
        ),
        OTHER_ABSENCE,
    ),
}
