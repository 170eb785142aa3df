"""Illness and accidents."""

from __future__ import annotations

from officium.payroll.time_codes.code import code

CODES = {
    "sickness_paid": code("illness, hours with guaranteed pay at 100 %", 1, paid=True),
    "sickness_unpaid": code("illness, hours that the employer no longer pays", 50),
    "work_accident": code("accident at work, hours paid by the insurer", 60),
    "sickness_second_week": code(
        "illness, second week of guaranteed pay", 10, line="guaranteed_second_week"
    ),
    "sickness_supplement": code(
        "illness, hours with a supplement of CLA 12bis or 13bis", 11, line="guaranteed_supplement"
    ),
    "accident_paid": code(
        "accident at work or occupational disease, hours with guaranteed pay at 100 %", 1, paid=True
    ),
    "accident_advance": code(
        "accident at work or occupational disease, hours with an advance of CLA 12bis or 13bis", 11
    ),
    "occupational_disease": code("occupational disease, hours paid by the insurer", 61),
}
