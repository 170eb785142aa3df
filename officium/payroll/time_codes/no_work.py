"""No work: without pay, on strike, in temporary unemployment."""

from __future__ import annotations

from officium.payroll.time_codes.code import code

CODES = {
    "unpaid_leave": code("absence without pay", 30),
    "strike": code("strike or lock-out", 21),
    "temporary_unemployment": code("temporary unemployment, other", 70),
    "economic_unemployment": code("temporary unemployment, economic", 71),
    "weather_unemployment": code("temporary unemployment, bad weather", 72),
    "white_collar_suspension": code("suspension of white-collar workers for lack of work", 76),
    "unemployment_holiday": code(
        "public holiday in partial unemployment, paid less the contributions",
        10,
        line="unemployment_holiday_pay",
    ),
    "guaranteed_daily_wage": code("rest of a day that was interrupted, paid", 1, paid=True),
    "technical_breakdown_paid": code("technical breakdown, its first seven days", 1, paid=True),
    "suspension_paid": code("no work, paid by the employer", 1, paid=True),
    "unlawful_absence": code("unlawful absence", 30),
    "agreed_suspension": code("suspension by agreement", 30),
    "detention": code("detention", 30),
}
