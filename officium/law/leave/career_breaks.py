"""Career breaks: what is left of a full-time week while a right to work less is used."""

from officium.engine import rounded, rule

SOURCE = "National Employment Office, sheets E52 (thematic leave) and E62 (time credit)"


@rule(since="2022-01-01", source=SOURCE)
def is_career_reduced(career_measure, is_career_interrupted):
    """Working time is reduced by such a right, and the career not wholly interrupted."""
    return ~career_measure.is_("none") & ~is_career_interrupted


@rule(since="2022-01-01", source=SOURCE, when="is_career_reduced", otherwise=0)
def hours_of_four_fifths(full_time_weekly_hours, share_left_by_a_fifth):
    """The week of a fifth less."""
    return rounded(full_time_weekly_hours * share_left_by_a_fifth)


@rule(since="2022-01-01", source=SOURCE, when="is_career_reduced", otherwise=0)
def hours_of_a_half(full_time_weekly_hours, share_left_by_a_half):
    """Half a week."""
    return rounded(full_time_weekly_hours * share_left_by_a_half)


@rule(since="2022-01-01", source=SOURCE, when="is_career_reduced", otherwise=0)
def hours_of_nine_tenths(full_time_weekly_hours, share_left_by_a_tenth):
    """The week of a tenth less."""
    return rounded(full_time_weekly_hours * share_left_by_a_tenth)


@rule(since="2022-01-01", source=SOURCE)
def is_reduced_by_a_fifth(weekly_hours, hours_of_four_fifths):
    """Four fifths are left, to the hundredth of an hour."""
    return (weekly_hours >= hours_of_four_fifths) & (weekly_hours <= hours_of_four_fifths)


@rule(since="2022-01-01", source=SOURCE)
def is_reduced_to_a_half(weekly_hours, hours_of_a_half):
    """A half is left."""
    return (weekly_hours >= hours_of_a_half) & (weekly_hours <= hours_of_a_half)


@rule(since="2022-01-01", source=SOURCE)
def is_reduced_by_a_tenth(career_measure, weekly_hours, hours_of_nine_tenths):
    """Nine tenths are left, which parental leave alone knows."""
    is_left = (weekly_hours >= hours_of_nine_tenths) & (weekly_hours <= hours_of_nine_tenths)
    return is_left & career_measure.is_("parental_leave")


@rule(since="2022-01-01", source=SOURCE)
def is_career_break_form_unusual(
    is_career_reduced, is_reduced_by_a_fifth, is_reduced_to_a_half, is_reduced_by_a_tenth
):
    """No form that the law knows; a sector may agree on another."""
    is_known = is_reduced_by_a_fifth | is_reduced_to_a_half | is_reduced_by_a_tenth
    return is_career_reduced & ~is_known
