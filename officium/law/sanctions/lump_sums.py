"""Lump sums: for advances not paid, and for a declaration that is late, missing or wrong."""

from officium.engine import at_least_zero, quotient, rule, slice_of

ADVANCES = "L 27-06-1969 art. 28 par. 2; RD 28-11-1969 art. 54bis"
OWN_MOTION = "L 27-06-1969 art. 29; RD 28-11-1969 art. 54ter par. 1"
LATE = "L 27-06-1969 art. 29; RD 28-11-1969 art. 54ter par. 2"


@rule(since="2022-01-01", source=ADVANCES, when="are_advances_missed", otherwise=0)
def advances_lump_sum(declared_contributions, advances_lump_sums):
    """By the contributions declared for the quarter; once a quarter, however many advances fail."""
    return slice_of(declared_contributions, advances_lump_sums).amount


@rule(since="2022-01-01", source=LATE)
def is_declaration_late(declaration_due_on, declaration_received_on):
    """The declaration arrived after the last day of its term, or not at all."""
    return declaration_due_on < declaration_received_on


@rule(since="2022-01-01", source=LATE)
def is_late_lump_sum_due(is_declaration_late, is_wrong_again_after_warning):
    """Late; or incomplete or inexact again after a registered warning that it usually is."""
    return is_declaration_late | is_wrong_again_after_warning


@rule(since="2022-01-01", source=LATE, when="is_late_lump_sum_due", otherwise=0)
def late_declaration_lump_sum(
    declared_contributions,
    late_declaration_amount,
    late_declaration_threshold,
    late_declaration_slice,
    late_declaration_amount_a_slice,
):
    """A fixed sum, and one more for each full slice of contributions above a threshold."""
    above = at_least_zero(declared_contributions - late_declaration_threshold)
    slices = quotient(above, late_declaration_slice, places=0, how="down")
    return late_declaration_amount + slices * late_declaration_amount_a_slice


@rule(since="2022-01-01", source=OWN_MOTION)
def is_declaration_incomplete(persons_missing, persons_declared, incomplete_share):
    """Lines of five per cent or more of the persons fail six months after the quarter."""
    return (persons_missing > 0) & (persons_missing >= persons_declared * incomplete_share)


@rule(since="2022-01-01", source=OWN_MOTION)
def is_declaration_inexact(pay_missing, pay_declared, inexact_share):
    """Elements of five per cent or more of the wage mass fail six months after the quarter."""
    return (pay_missing > 0) & (pay_missing >= pay_declared * inexact_share)


@rule(since="2022-01-01", source=OWN_MOTION)
def is_own_motion_sum_due(
    is_made_of_own_motion,
    is_declaration_missing,
    is_declaration_incomplete,
    is_declaration_inexact,
):
    """The NSSO makes or corrects a missing, incomplete or inexact declaration of its own motion."""
    is_wrong = is_declaration_missing | is_declaration_incomplete | is_declaration_inexact
    return is_made_of_own_motion & is_wrong


@rule(since="2022-01-01", source=OWN_MOTION, when="is_own_motion_sum_due", otherwise=0)
def own_motion_lump_sum(lines_of_own_motion, own_motion_amount, own_motion_amount_a_line):
    """A fixed sum, and one more for each line that was missing or whose pay is changed."""
    return own_motion_amount + lines_of_own_motion * own_motion_amount_a_line


@rule(since="2022-01-01", source=f"{OWN_MOTION} and 2")
def declaration_lump_sums(late_declaration_lump_sum, own_motion_lump_sum):
    """Both together: the first is without prejudice to the others."""
    return late_declaration_lump_sum + own_motion_lump_sum
