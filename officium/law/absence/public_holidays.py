"""Public holidays inside an absence: for some time from its start the employer pays them."""

from officium.engine import days_between, rule, total_of
from officium.law.absence.kinds import ALWAYS_COVERED, LONG_COVER, NOT_COVERED, SHORT_COVER

RD = "RD 18-04-1974"


@rule(since="2022-01-01", source="RD 27-09-1966 art. 2, item 5")
def hours_of_absence(absence_hours):
    """The hours of all days of absence together."""
    return total_of(absence_hours)


@rule(
    since="2022-01-01",
    source=f"{RD} art. 12, 3°",
    fact="is_paid_public_holiday",
    scope={"absence_kind": LONG_COVER},
)
def is_paid_in_thirty_days(is_public_holiday, absence_first_day, absence_day, days_of_long_cover):
    """Illness, accident, maternity, strike: within thirty days, the first one included."""
    return is_public_holiday & (days_between(absence_first_day, absence_day) < days_of_long_cover)


@rule(
    since="2022-01-01",
    source=f"{RD} art. 12, 4°",
    fact="is_paid_public_holiday",
    scope={"absence_kind": SHORT_COVER},
)
def is_paid_in_fourteen_days(
    is_public_holiday, absence_first_day, absence_day, days_of_short_cover
):
    """Other suspensions, and force majeure: within fourteen days, the first one included."""
    return is_public_holiday & (days_between(absence_first_day, absence_day) < days_of_short_cover)


@rule(
    since="2022-01-01",
    source=f"{RD} art. 11 and 12",
    fact="is_paid_public_holiday",
    scope={"absence_kind": NOT_COVERED},
)
def is_not_paid_at_all(is_public_holiday):
    """An absence that the decree does not name: no public holiday inside it is paid."""
    return is_public_holiday & ~is_public_holiday


@rule(
    since="2022-01-01",
    source=f"{RD} art. 13 par. 1",
    fact="is_paid_public_holiday",
    scope={"absence_kind": ALWAYS_COVERED},
)
def is_paid_whenever_it_comes(is_public_holiday):
    """Partial unemployment: every public holiday that coincides with a day of it."""
    return is_public_holiday
