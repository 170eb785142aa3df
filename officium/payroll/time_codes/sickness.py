"""Illness and accidents."""

from __future__ import annotations

from officium.payroll.time_codes.code import code

CODES = {
    "sickness_paid": code("illness, hours with guaranteed pay at 100 %", 1, paid=True),
    "sickness_unpaid": code("illness, hours that the employer no longer pays", 50),
    "work_accident": code("accident at work, hours paid by the insurer", 60),
}
