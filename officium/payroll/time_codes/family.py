"""Birth, care and career."""

from __future__ import annotations

from officium.payroll.time_codes.code import code

CODES = {
    "maternity": code("maternity protection and leave", 51),
    "career_break": code("career interrupted wholly, by terms with a measure: not declared", 0),
    "birth_leave": code("birth and adoption leave paid by the health insurance", 52),
}
