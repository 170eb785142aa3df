"""Annual holidays."""

from __future__ import annotations

from officium.payroll.time_codes.code import TimeCode, code

CODES = {
    "holiday": TimeCode("annual holidays", 1, True, 2, False),
    "carried_holiday": code(
        "holidays of last year that could not be taken: paid last December", 16
    ),
    "carried_holiday_second_year": code(
        "the same of the year before last: paid in December of that year", 17
    ),
    "supplementary_holiday": code(
        "supplementary (European) holidays, paid by the line supplementary_holiday_pay", 14
    ),
    "youth_holiday": code("youth holidays, for which there is a benefit", 73),
    "senior_holiday": code("senior holidays, for which there is a benefit", 73),
    "sickness_in_holiday": code(
        "illness that began during holidays, hours with guaranteed pay at 100 %", 1, paid=True
    ),
}
