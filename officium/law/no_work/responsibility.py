"""Too much economic unemployment: a contribution on its days of the quarter (not in construction)."""

from officium.engine import rounded, rule, slice_of

ACT = "Act 29-06-1981 art. 38 par. 3sexies; FPS Employment, special contribution for economic unemployment"


@rule(since="2022-01-01", source=ACT)
def responsibility_contribution(
    economic_days_of_quarter, economic_days_of_four_quarters, responsibility_scale
):
    """All days of the quarter at one amount, by the days of this quarter and the three before it."""
    of_a_day = slice_of(economic_days_of_four_quarters, responsibility_scale).amount
    return rounded(economic_days_of_quarter * of_a_day)
