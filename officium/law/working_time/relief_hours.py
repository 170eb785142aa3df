"""Overtime with tax relief: the hours of the calendar year, up to a maximum."""

from officium.engine import any_of, lower_of, rule, total_of

ITC = "ITC 92 art. 154bis"


@rule(since="2022-01-01", source=ITC)
def has_overtime(item_kind):
    """Whether the month has lines that may bear a surcharge imposed by law."""
    return any_of(
        item_kind.is_(
            "overtime_50",
            "overtime_100",
            "overtime_20",
            "overtime_50_rest",
            "overtime_100_rest",
            "voluntary_overtime",
            "voluntary_overtime_100",
            "relaunch_overtime",
            "additional_hours",
            "additional_hours_50",
        )
    )


@rule(since="2022-01-01", source=ITC, when="has_overtime", otherwise=0)
def overtime_hours_of_month(overtime_hours):
    """The month's hours with a surcharge imposed by law, those with rest included."""
    return total_of(overtime_hours)


@rule(since="2022-01-01", source=ITC)
def overtime_hours_of_year(overtime_hours_of_year_before, overtime_hours_of_month):
    """The same of the calendar year so far, this month included: next month's opening."""
    return overtime_hours_of_year_before + overtime_hours_of_month


@rule(since="2022-01-01", source=ITC, when="has_overtime", otherwise=0)
def overtime_hours_relieved(
    overtime_hours_of_year, overtime_hours_of_year_before, overtime_relief_maximum
):
    """What the month adds to the hours of the year that are within the maximum, or takes from them."""
    before = lower_of(overtime_hours_of_year_before, overtime_relief_maximum)
    return lower_of(overtime_hours_of_year, overtime_relief_maximum) - before
