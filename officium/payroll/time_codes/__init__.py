"""The codes of time: one file for each topic."""

from officium.payroll.time_codes import family, holidays, no_work, sickness, work
from officium.payroll.time_codes.code import TimeCode
from officium.payroll.time_codes.naming import time_names

TIME_CODES: dict[str, TimeCode] = {
    **work.AT_WORK,
    **holidays.CODES,
    **sickness.CODES,
    **family.CODES,
    **no_work.CODES,
    **work.OUTSIDE_THE_SCHEDULE,
    **work.PUBLIC_HOLIDAYS,
}

__all__ = ["TIME_CODES", "TimeCode", "time_names"]
