"""What a day of an incapacity for work is: guaranteed pay at 100 %, the second week, a supplement, or none.

The days are those of the calendar, worked or not, counted from the first one; an illness that begins
after the work of a day has begun is counted from the next day, as that day is paid in any case.
"""

from officium.engine import days_between, lower_of, rule, where

ACT = "Act 03-07-1978"
BLUE = f"{ACT} art. 52 par. 1"
WHITE = f"{ACT} art. 70 and 71"
ACCIDENT = f"{ACT} art. 54, 70, 72 and 74"
AGREEMENTS = "CLA 12bis and CLA 13bis of 26-02-1979"


@rule(
    since="2017-01-09",
    source=f"{ACT} art. 27, 52, 54, 70 to 73",
    when="is_incapacity",
    otherwise=0,
)
def guaranteed_day_number(
    absence_first_day, absence_day, has_begun_work, is_accident_at_work, guaranteed_days_before
):
    """Which day of guaranteed pay it is, with those of the incapacity of which it is a relapse."""
    days = days_between(absence_first_day, absence_day)
    first = where(has_begun_work & ~is_accident_at_work, 0, 1)
    return days + first + guaranteed_days_before


@rule(since="2017-01-09", source=f"{ACT} art. 52 par. 2 and 73 par. 1")
def guaranteed_days_spent(guaranteed_day_number, days_of_guaranteed_month):
    """The days of guaranteed pay that are used up on the evening of the day."""
    return lower_of(guaranteed_day_number, days_of_guaranteed_month)


@rule(since="2017-01-09", source=f"{BLUE}; {WHITE}; {ACCIDENT}")
def is_day_of_full_pay(
    is_open_to_guaranteed_pay,
    has_guaranteed_month,
    guaranteed_day_number,
    days_of_guaranteed_month,
    days_of_guaranteed_week,
):
    """Within thirty days where a month is guaranteed, else within seven, at the normal pay."""
    last = where(has_guaranteed_month, days_of_guaranteed_month, days_of_guaranteed_week)
    return is_open_to_guaranteed_pay & (guaranteed_day_number <= last)


@rule(since="2017-01-09", source=f"{BLUE}; art. 71; {AGREEMENTS}")
def is_day_of_second_week(
    is_open_to_guaranteed_pay,
    has_guaranteed_month,
    is_accident_at_work,
    guaranteed_day_number,
    days_of_guaranteed_week,
    days_of_guaranteed_fortnight,
):
    """The seven days after the first seven of an illness."""
    after_week = guaranteed_day_number > days_of_guaranteed_week
    within = after_week & (guaranteed_day_number <= days_of_guaranteed_fortnight)
    return is_open_to_guaranteed_pay & ~has_guaranteed_month & ~is_accident_at_work & within


@rule(since="2017-01-09", source=AGREEMENTS)
def is_day_of_supplement(
    is_open_to_guaranteed_pay,
    has_guaranteed_month,
    is_accident_at_work,
    guaranteed_day_number,
    days_of_guaranteed_fortnight,
    days_of_supplement,
):
    """After the second week of an illness, up to the thirtieth day."""
    after_fortnight = guaranteed_day_number > days_of_guaranteed_fortnight
    within = after_fortnight & (guaranteed_day_number <= days_of_supplement)
    return is_open_to_guaranteed_pay & ~has_guaranteed_month & ~is_accident_at_work & within


@rule(since="2017-01-09", source=f"{AGREEMENTS}; RD 28-11-1969 art. 19 par. 2, 10°")
def is_day_of_advance(
    is_open_to_guaranteed_pay,
    has_guaranteed_month,
    is_accident_at_work,
    guaranteed_day_number,
    days_of_guaranteed_week,
    days_of_supplement,
):
    """After the first week of an accident at work, up to the thirtieth day."""
    after_week = guaranteed_day_number > days_of_guaranteed_week
    within = after_week & (guaranteed_day_number <= days_of_supplement)
    return is_open_to_guaranteed_pay & ~has_guaranteed_month & is_accident_at_work & within


@rule(since="2017-01-09", source=f"{WHITE}; {AGREEMENTS}")
def is_last_day_of_guaranteed_pay(
    is_open_to_guaranteed_pay,
    has_guaranteed_month,
    guaranteed_day_number,
    days_of_guaranteed_month,
    days_of_supplement,
):
    """The thirtieth day: the employer owes nothing after it."""
    last = where(has_guaranteed_month, days_of_guaranteed_month, days_of_supplement)
    is_last = (guaranteed_day_number >= last) & (guaranteed_day_number <= last)
    return is_open_to_guaranteed_pay & is_last
