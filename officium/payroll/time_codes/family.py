"""Birth, care and career."""

from __future__ import annotations

from officium.payroll.time_codes.code import code

CODES = {
    "maternity": code("maternity protection and leave", 51),
    "career_break": code("career interrupted wholly, by terms with a measure: not declared", 0),
    "birth_leave": code("birth leave paid by the health insurance", 52),
    "adoption_leave": code("adoption leave paid by the health insurance", 52),
    "foster_parental_leave": code("foster parental leave paid by the health insurance", 52),
    "child_leave_paid": code(
        "first days of birth, adoption or foster parental leave, paid by the employer", 1, paid=True
    ),
    "compelling_leave": code("leave for compelling reasons without pay", 24),
    "caregiver_leave": code("leave to care for a relative, without pay", 24),
    "foster_care_leave": code("leave of foster parents, for which there is a benefit", 75),
    "capped_training": code(
        "paid educational leave, Flemish training leave, with the pay limited by law",
        5,
        line="training_pay",
    ),
    "breast_feeding": code("breast-feeding breaks paid by the health insurance", 51),
}
