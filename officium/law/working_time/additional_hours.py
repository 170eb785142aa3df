"""Additional hours of part-time workers: above their schedule and below that of a full-time worker."""

from officium.engine import allocate, at_least_zero, rounded, rule, total_of, where

RD = "RD 25-06-1990 art. 3"
AVERAGE = "RD 25-06-1990 art. 4"


@rule(since="2022-01-01", source=RD)
def additional_hours_worked(item_kind, item_hours):
    """The additional hours of the month."""
    return total_of(where(item_kind.is_("additional_hours"), at_least_zero(item_hours), 0))


@rule(since="2022-01-01", source=RD)
def additional_hours_beyond_credit(
    additional_hours_worked, additional_hours_credit, has_average_working_time
):
    """What exceeds the month's credit; with an average over a longer period, what was recorded so."""
    beyond = at_least_zero(additional_hours_worked - additional_hours_credit)
    return where(has_average_working_time, 0, beyond)


@rule(since="2022-01-01", source=RD)
def additional_hours_surcharged(item_kind, item_hours, additional_hours_beyond_credit):
    """The part of the line that exceeds the credit."""
    weight = where(item_kind.is_("additional_hours"), at_least_zero(item_hours), 0)
    return allocate(additional_hours_beyond_credit, weight)


@rule(
    since="2022-01-01",
    source=f"{RD}; act 16-03-1971 art. 29",
    fact="item_amount",
    scope={"item_kind": ("additional_hours",)},
)
def pay_of_additional_hours(
    item_hours, normal_hourly_wage, additional_hours_surcharged, overtime_surcharge
):
    """The hours at the normal wage, with the surcharge on those beyond the credit."""
    surcharge = rounded(additional_hours_surcharged * normal_hourly_wage * overtime_surcharge)
    return rounded(item_hours * normal_hourly_wage) + surcharge


@rule(
    since="2022-01-01",
    source=f"{AVERAGE}; act 16-03-1971 art. 29",
    fact="item_amount",
    scope={"item_kind": ("additional_hours_50",)},
)
def pay_of_additional_hours_beyond_credit(item_hours, normal_hourly_wage, overtime_surcharge):
    """Hours recorded as beyond the credit, half as much again."""
    return rounded(item_hours * normal_hourly_wage * (1 + overtime_surcharge))
