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


@rule(since="2022-01-01", source=RD)
def is_small_leave_in_time(
    absence_kind,
    absence_event_day,
    absence_day,
    weeks_after_event,
    wedding_last_week,
    bereavement_years,
):
    """A wedding: its week or the next; of the family, or a ceremony: the day; a death: one year from it.

    Until when the first days after a death and those of other relatives last, the funeral says, which
    the records do not hold; a communion on a day off moves to the day of work before or after it.
    """
    since = days_between(absence_event_day, absence_day)
    of_wedding = (weeks_after_event >= 0) & (weeks_after_event <= wedding_last_week)
    in_the_year = (since >= 0) & (
        years_between(absence_event_day, absence_day, birthday="1 March") < bereavement_years
    )
    of_ceremony = (since >= 0) & (since <= 0)
    other = ~absence_kind.is_("wedding", *CEREMONIES, *DEATHS)
    return (
        (absence_kind.is_("wedding") & of_wedding)
        | (absence_kind.is_(*CEREMONIES) & of_ceremony)
        | (absence_kind.is_(*DEATHS) & in_the_year)
        | other
    )


@rule(since="2022-01-01", source=RD)
def is_small_leave_due(
    is_small_leave, is_small_leave_in_time, leave_days_of_event_before, leave_day, small_leave_days
):
    """In time, and no more days for one event than the decree gives."""
    is_asked = is_small_leave & is_small_leave_in_time
    return is_asked & (leave_days_of_event_before + leave_day <= small_leave_days)
