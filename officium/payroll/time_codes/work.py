"""Work, hours above the schedule, rest, and public holidays."""

from __future__ import annotations

from officium.payroll.time_codes.code import above, code

ABSENT = "absent"
AT_WORK = {
    "worked": code("hours worked", 1, paid=True),
    "short_absence": code("short absence with pay (family events, civic duties)", 1, paid=True),
    "training": code("paid educational leave, Flemish training leave", 5, paid=True),
    ABSENT: code("hours planned on a day of an absence, where the schedule is variable", 0),
}
OUTSIDE_THE_SCHEDULE = {
    "compensatory_rest": code("rest taken for overtime of earlier days, paid", 1, paid=True),
    "compensatory_rest_unpaid": code(
        "rest in a reduction of working time with a higher hourly wage, not paid", 20
    ),
    "overtime_50": above("above the schedule: overtime paid at once, surcharge of 50 %", 1),
    "overtime_100": above("above the schedule: overtime paid at once, surcharge of 100 %", 1),
    "overtime_20": above("above the schedule: construction, supplement of 20 %", 1),
    "overtime_50_rest": above(
        "above the schedule: overtime with rest later, surcharge of 50 % at once", 0
    ),
    "overtime_100_rest": above(
        "above the schedule: overtime with rest later, surcharge of 100 % at once", 0
    ),
    "voluntary_overtime": above("above the schedule: voluntary overtime, surcharge of 50 %", 1),
    "voluntary_overtime_100": above(
        "above the schedule: voluntary overtime, surcharge of 100 %", 1
    ),
    "relaunch_overtime": above("above the schedule: relaunch hours, not declared", 0),
    "additional_hours": above("above the schedule: additional hours of a part-time worker", 1),
    "additional_hours_50": above(
        "above the schedule: additional hours of a part-time worker, surcharge of 50 %", 1
    ),
}
PUBLIC_HOLIDAYS = {
    "public_holiday": code("public holidays and days in their place, not worked", 1, paid=True),
    "public_holiday_rest": code("rest in the place of a public holiday worked", 1, paid=True),
}
