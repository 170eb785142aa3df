"""The certificate of unemployment: holidays taken in the year of the end, in the scheme of six days."""

from officium.engine import quotient, rule


@rule(since="2022-01-01", source="NSSO glossary of WECH001, zone 00197 (edition 2023/3)")
def declared_holidays_in_six_days(
    declared_holidays, days_per_week, six_day_week, least_part_of_a_day
):
    """The days as if six were worked a week, rounded to half a day."""
    halves = quotient(
        declared_holidays * six_day_week, days_per_week * least_part_of_a_day, places=0
    )
    return halves * least_part_of_a_day
