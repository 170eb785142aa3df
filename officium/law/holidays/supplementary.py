"""Holidays beyond the ordinary right: supplementary (European), youth and senior holidays."""

from officium.engine import age_on, at_least_zero, lower_of, quotient, rounded, rule, where

RD = "RD 30-03-1967"
ACTS = "Acts on annual holidays coordinated on 28-06-1971"


@rule(since="2022-01-01", source=f"{ACTS} art. 17bis; {RD} art. 3bis, 2°, and 62quinquies")
def has_done_starting_period(
    has_started_or_resumed_work, supplementary_service_months, starting_period_months
):
    """Whether work began or was taken up again, and three months of it were done in the year."""
    return has_started_or_resumed_work & (supplementary_service_months >= starting_period_months)


@rule(
    since="2022-01-01",
    source=f"{RD} art. 62quinquies; {ACTS} art. 17bis",
    when="has_done_starting_period",
    otherwise=0,
)
def supplementary_holiday_days(
    supplementary_service_months,
    days_per_week,
    most_holiday_days,
    holiday_days_right,
    holiday_days_a_month,
    six_day_week,
):
    """Two days for each month of the year itself, less the ordinary right; four weeks together."""
    days = quotient(
        supplementary_service_months * holiday_days_a_month * days_per_week,
        six_day_week,
        places=0,
        how="up",
    )
    return at_least_zero(lower_of(days, most_holiday_days) - holiday_days_right)


@rule(
    since="2022-01-01",
    source=f"{RD} art. 62bis",
    fact="item_amount",
    scope={"item_kind": "supplementary_holiday_pay"},
)
def supplementary_holiday_pay(
    is_paid_by_hour, normal_hourly_wage, monthly_pay, holiday_schedule_hours, item_hours
):
    """The normal pay of the hours: of who is paid by the month, their part of the month's pay."""
    by_hour = is_paid_by_hour | (holiday_schedule_hours <= 0)
    return where(
        by_hour,
        rounded(normal_hourly_wage * item_hours),
        quotient(monthly_pay * item_hours, holiday_schedule_hours, places=2, if_none=0),
    )


@rule(
    since="2022-01-01",
    source=f"{RD} art. 62ter",
    fact="item_amount",
    scope={"item_kind": "supplementary_holiday_set_off"},
)
def supplementary_holiday_set_off(recorded_amount):
    """Supplementary holiday pay of the year before: an advance on the double pay, set off now."""
    return -recorded_amount


@rule(
    since="2022-01-01",
    source="NSSO intermediate instructions 2012/2, holiday pay on starting or resuming work",
    fact="item_double_holiday_base",
    scope={"item_kind": ("supplementary_holiday_pay", "supplementary_holiday_set_off")},
)
def double_holiday_base_of_supplementary_holiday_pay(item_amount):
    """All of it is under the contribution on double holiday pay, and under no other."""
    return item_amount


@rule(since="2022-01-01", source="RD 25-11-1991 art. 36bis; NSSO scenario 9, who has the right")
def has_youth_holidays(
    birth_date, service_year_end, ended_studies_in_service_year, worked_after_studies, youth_age
):
    """Under 25 at the end of the service year, in which studies ended and a month was worked."""
    age = age_on(service_year_end, birth_date, birthday="1 March")
    return (age < youth_age) & ended_studies_in_service_year & worked_after_studies


@rule(since="2022-01-01", source=f"{ACTS} art. 5; RD 25-11-1991 (senior holidays)")
def has_senior_holidays(
    birth_date, service_year_end, was_unemployed_or_invalid_in_service_year, senior_age
):
    """At least 50 at the end of the service year, in which the right fell short by unemployment."""
    age = age_on(service_year_end, birth_date, birthday="1 March")
    return (age >= senior_age) & was_unemployed_or_invalid_in_service_year


@rule(since="2022-01-01", source=f"{ACTS} art. 5")
def unemployment_holiday_days(
    has_youth_holidays, has_senior_holidays, most_holiday_days, holiday_days_right
):
    """Days up to four weeks, not paid by the employer: the worker has a benefit for them."""
    days = most_holiday_days - holiday_days_right
    return where(has_youth_holidays | has_senior_holidays, days, 0)
