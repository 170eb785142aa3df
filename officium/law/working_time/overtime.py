"""Overtime: the hour itself and its surcharge; where rest is taken later, the surcharge alone.

Which hours are overtime is recorded: beyond nine hours a day or forty a week, or the lower limits of
a collective agreement (art. 29 par. 2 of the labour act).
"""

from officium.engine import rounded, rule, where

ACT = "Act 16-03-1971 art. 29 par. 1"
REST = (
    "Act 16-03-1971 art. 26bis and 29 par. 1; NSSO instructions, declaration of compensatory rest"
)
CONSTRUCTION = "RD no. 213 of 26-09-1983 art. 7 par. 1"

AT_50 = ("overtime_50", "voluntary_overtime")
AT_100 = ("overtime_100", "voluntary_overtime_100")
WITH_REST = ("overtime_50_rest", "overtime_100_rest")
AT_20 = ("overtime_20",)


@rule(since="2022-01-01", source=ACT, fact="item_amount", scope={"item_kind": AT_50})
def pay_of_overtime_on_a_weekday(item_hours, normal_hourly_wage, overtime_surcharge):
    """The hours at the normal wage, half as much again."""
    return rounded(item_hours * normal_hourly_wage * (1 + overtime_surcharge))


@rule(since="2022-01-01", source=ACT, fact="item_amount", scope={"item_kind": AT_100})
def pay_of_overtime_on_a_sunday(item_hours, normal_hourly_wage, overtime_surcharge_on_rest_days):
    """The hours of a Sunday or a public holiday, at twice the normal wage."""
    return rounded(item_hours * normal_hourly_wage * (1 + overtime_surcharge_on_rest_days))


@rule(since="2022-01-01", source=CONSTRUCTION, fact="item_amount", scope={"item_kind": AT_20})
def pay_of_extra_hours_in_construction(
    item_hours, normal_hourly_wage, overtime_surcharge_in_construction
):
    """The extra hours of construction workers who chose the supplement and not the rest."""
    return rounded(item_hours * normal_hourly_wage * (1 + overtime_surcharge_in_construction))


@rule(
    since="2022-01-01", source=REST, fact="item_amount", scope={"item_kind": ("overtime_50_rest",)}
)
def surcharge_of_overtime_with_rest(item_hours, normal_hourly_wage, overtime_surcharge):
    """The surcharge at once; the hours themselves are paid when the rest is taken."""
    return rounded(item_hours * normal_hourly_wage * overtime_surcharge)


@rule(
    since="2022-01-01", source=REST, fact="item_amount", scope={"item_kind": ("overtime_100_rest",)}
)
def surcharge_of_sunday_overtime_with_rest(
    item_hours, normal_hourly_wage, overtime_surcharge_on_rest_days
):
    """The surcharge at once; the hours themselves are paid when the rest is taken."""
    return rounded(item_hours * normal_hourly_wage * overtime_surcharge_on_rest_days)


@rule(since="2022-01-01", source="ITC 92 art. 154bis and 275/1; Act 16-03-1971 art. 29")
def overtime_hours(item_kind, item_hours, relaunch_exempt_hours, additional_hours_surcharged):
    """The hours of the line on which the law imposes a surcharge, with rest or without."""
    whole = item_kind.is_(*AT_50, *AT_100, *WITH_REST, *AT_20, "additional_hours_50")
    beyond_relaunch = where(
        item_kind.is_("relaunch_overtime"), item_hours - relaunch_exempt_hours, 0
    )
    return where(whole, item_hours, beyond_relaunch + additional_hours_surcharged)


@rule(since="2022-01-01", source="ITC 92 art. 154bis and 275/1")
def overtime_base(overtime_hours, normal_hourly_wage):
    """The normal wage of those hours, before contributions and without the surcharge."""
    return rounded(overtime_hours * normal_hourly_wage)
