"""No work: without pay, on strike, in temporary unemployment."""

from __future__ import annotations

from officium.payroll.time_codes.code import code

CODES = {
    "unpaid_leave": code("absence without pay", 30),
    "strike": code("strike or lock-out", 21),
    "temporary_unemployment": code("temporary unemployment, other", 70),
    "economic_unemployment": code("temporary unemployment, economic", 71),
    "weather_unemployment": code("temporary unemployment, bad weather", 72),
}
