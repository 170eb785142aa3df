"""Small leave: short absences with pay for family events and civic duties."""

from officium.engine import days_between, pick, rule, years_between
from officium.law.absence.kinds import all_but
from officium.law.leave.kinds import CEREMONIES, DEATHS, SMALL_LEAVE

RD = "RD 28-08-1963 art. 2"


@rule(
    since="2022-01-01",
    source=RD,
    fact="small_leave_days",
    scope={"absence_kind": SMALL_LEAVE},
)
def small_leave_days_of_event(absence_kind, small_leave_days_by_event):
    """The days of the event."""
    return pick(absence_kind, small_leave_days_by_event)


@rule(
    since="2022-01-01",
    source=RD,
    fact="small_leave_days",
    scope={"absence_kind": all_but(SMALL_LEAVE)},
)
def no_small_leave_days():
    """An absence for another reason has none."""
    return 0


@rule(since="2022-01-01", source=RD)
def is_small_leave(absence_kind):
    """A family event or civic duty that the decree names."""
    return absence_kind.is_(*SMALL_LEAVE)


@rule(
    since="2022-01-01",
    source=f"{RD}, I",
    fact="is_small_leave_in_time",
    scope={"absence_kind": "wedding"},
)
def is_wedding_in_time(weeks_after_event, wedding_last_week):
    """The week of the wedding or the next."""
    return (weeks_after_event >= 0) & (weeks_after_event <= wedding_last_week)


@rule(
    since="2022-01-01",
    source=f"{RD}, II and III",
    fact="is_small_leave_in_time",
    scope={"absence_kind": CEREMONIES},
)
def is_ceremony_on_the_day(absence_event_day, absence_day):
    """The day itself."""
    since = days_between(absence_event_day, absence_day)
    return (since >= 0) & (since <= 0)


@rule(
    since="2022-01-01",
    source=f"{RD}, V to VII",
    fact="is_small_leave_in_time",
    scope={"absence_kind": DEATHS},
)
def is_bereavement_in_time(absence_event_day, absence_day, bereavement_years):
    """Within one year from the death.

    Until when the first days, and those of other relatives, may be taken depends on the funeral, which
    the records do not hold.
    """
    years = years_between(absence_event_day, absence_day, birthday="1 March")
    return (days_between(absence_event_day, absence_day) >= 0) & (years < bereavement_years)


@rule(
    since="2022-01-01",
    source=f"{RD}, VIII to XIII",
    fact="is_small_leave_in_time",
    scope={"absence_kind": all_but(("wedding", *CEREMONIES, *DEATHS))},
)
def is_small_leave_without_period(is_small_leave):
    """A festival on a day off moves to the day of work beside it; a civic duty lasts as it must."""
    return is_small_leave


@rule(since="2022-01-01", source=RD)
def is_small_leave_due(
    is_small_leave_in_time, leave_days_of_event_before, leave_day, small_leave_days
):
    """In time, and no more days for one event than the decree gives."""
    return is_small_leave_in_time & (leave_days_of_event_before + leave_day <= small_leave_days)
