"""Days of annual holidays of a white-collar worker: earned in one year, taken in the next."""

from officium.engine import lower_of, quotient, rule

RD = "RD 30-03-1967"


@rule(
    since="2022-01-01",
    # Of each six days of holidays one may fall on a usual day off: so a part of a day is a day.
    source=f"{RD} art. 60 and 68, 4°; Acts on annual holidays coordinated on 28-06-1971, art. 2 and 3",
)
def holiday_days_earned(
    holiday_service_months,
    holiday_service_hours,
    days_per_week,
    weekly_hours,
    holiday_days_a_month,
    six_day_week,
    most_service_months,
):
    """The days that the service of the year before has earned, in days of the present schedule."""
    months = lower_of(holiday_service_months, most_service_months)
    return quotient(
        months * holiday_days_a_month * days_per_week * holiday_service_hours,
        weekly_hours * six_day_week,
        places=0,
        how="up",
    )


@rule(since="2022-01-01", source=f"{RD} art. 60, second paragraph")
def most_holiday_days(days_per_week, holiday_weeks):
    """Four weeks of the present schedule."""
    return days_per_week * holiday_weeks


@rule(since="2022-01-01", source=f"{RD} art. 60")
def holiday_days_right(holiday_days_earned, most_holiday_days):
    """The days that may be taken in the year."""
    return lower_of(holiday_days_earned, most_holiday_days)


@rule(since="2022-01-01", source=f"{RD} art. 46 par. 3 and 60")
def holiday_days_settled_in_december(holiday_days_earned, holiday_days_right):
    """Days earned with longer hours than the present ones: they are paid in December, not taken."""
    return holiday_days_earned - holiday_days_right


@rule(
    since="2022-01-01",
    source=(
        f"{RD} art. 68, 2°, before RD 08-02-2023: illness that began during holidays changed nothing"
    ),
)
def holiday_days_used(holiday_days_taken, holiday_days_of_illness):
    """The days of the year that are used up."""
    return holiday_days_taken + holiday_days_of_illness


@holiday_days_used.since(
    "2024-01-01", source=f"{RD} art. 66 and 68, 2°, a, as replaced by RD 08-02-2023 art. 6 and 8"
)
def holiday_days_used_without_days_of_illness(holiday_days_taken):
    """The days of the year that are used up: a day of illness, even during holidays, is none."""
    return holiday_days_taken


@rule(since="2022-01-01", source=f"{RD} art. 64, 1° and 1°/1; art. 66")
def holiday_days_left(holiday_days_right, holiday_days_used):
    """The days of the year that may still be taken; below zero: more were taken than were earned."""
    return holiday_days_right - holiday_days_used


@rule(
    since="2022-01-01",
    source=f"{RD} art. 64, 1°, before RD 08-02-2023: holidays were taken within their year",
)
def holiday_days_carried_left():
    """Days of earlier years that may still be taken."""
    return 0


@holiday_days_carried_left.since(
    "2025-01-01",
    source=f"{RD} art. 64, 1°/1 and 67bis, inserted by RD 08-02-2023 art. 5 and 7: the first "
    "holidays that could be kept are those of 2024",
)
def holiday_days_carried_left_within_two_years(holiday_days_carried, carried_days_taken):
    """Days of the two years before that could not be taken, were paid then, and may still be taken."""
    return holiday_days_carried - carried_days_taken
