"""Days without work: which the employer pays, and which are days of unemployment."""

from officium.engine import days_between, rule
from officium.law.no_work.kinds import (
    MAY_INTERRUPT,
    PARTIAL_UNEMPLOYMENT,
    TECHNICAL,
    UNEMPLOYMENT,
    WITH_ADDITIONAL,
    WITH_SUPPLEMENT,
)

ACT = "Act 03-07-1978"


@rule(since="2022-01-01", source=f"{ACT} art. 27 par. 1, 2°")
def is_guaranteed_day(absence_kind, hours_at_work):
    """Work was begun and could not go on: the rest of the day is paid as if it had been worked."""
    return absence_kind.is_(*MAY_INTERRUPT) & (hours_at_work > 0)


@rule(since="2022-01-01", source=f"{ACT} art. 49 par. 1")
def is_breakdown_day_paid(absence_kind, breakdown_day, absence_day, days_of_breakdown_pay):
    """The first seven days from the technical breakdown, its own day included."""
    since = days_between(breakdown_day, absence_day)
    return absence_kind.is_(TECHNICAL) & (since < days_of_breakdown_pay)


@rule(since="2022-01-01", source=f"{ACT} art. 49 to 51; RD 18-04-1974 art. 13")
def is_partial_unemployment_day(
    absence_kind, absence_hours, is_guaranteed_day, is_breakdown_day_paid
):
    """A day without work by articles 49 to 51, the public holidays that coincide with one included."""
    lost = absence_kind.is_(*PARTIAL_UNEMPLOYMENT) & (absence_hours > 0)
    return lost & ~is_guaranteed_day & ~is_breakdown_day_paid


@rule(since="2022-01-01", source=f"{ACT} art. 26, 28, 29, 49 to 51 and 77/4")
def is_unemployment_day(
    absence_kind, absence_hours, is_guaranteed_day, is_breakdown_day_paid, is_paid_public_holiday
):
    """A day of temporary unemployment for which the employer pays no wage."""
    lost = absence_kind.is_(*UNEMPLOYMENT) & (absence_hours > 0)
    return lost & ~is_guaranteed_day & ~is_breakdown_day_paid & ~is_paid_public_holiday


@rule(since="2022-01-01", source=f"{ACT} art. 51 par. 8 and 77/4 par. 7")
def has_supplement_day(absence_kind, is_unemployment_day):
    """A day with the supplement of articles 51 and 77/4: no work for economic or technical reasons,
    or by bad weather."""
    return absence_kind.is_(*WITH_SUPPLEMENT) & is_unemployment_day


@rule(since="2022-01-01", source=f"{ACT} art. 29, as it was before 2024")
def has_additional_supplement_day(is_unemployment_day):
    """No such supplement yet."""
    return is_unemployment_day & ~is_unemployment_day


@has_additional_supplement_day.since(
    "2024-01-01", source=f"{ACT} art. 29, as inserted by the act of 05-11-2023 art. 21"
)
def has_additional_supplement_day_but_force_majeure(absence_kind, is_unemployment_day):
    """A day with the supplement of article 29: any temporary unemployment but by force majeure."""
    return absence_kind.is_(*WITH_ADDITIONAL) & is_unemployment_day


@rule(
    since="2022-01-01",
    source=f"{ACT} art. 29, as inserted by the act of 05-11-2023 art. 21 and amended by that of "
    "22-12-2023 art. 100",
)
def is_beyond_first_days(
    has_additional_supplement_day, supplement_days_before, days_without_additional_supplement
):
    """From the twenty-seventh day of the year with this employer."""
    beyond = supplement_days_before >= days_without_additional_supplement
    return has_additional_supplement_day & beyond
