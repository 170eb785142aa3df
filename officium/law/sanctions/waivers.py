"""What the NSSO may waive: it may, it need not; each way is open on its own facts only.

A rate is the greatest part that may be waived. Exceptional circumstances give half of the surcharge; it
becomes the whole for a claim on a public body, for equity, or for payment in the third month.
"""

from officium.engine import day_after, months_after, rounded, rule, where

ACT = "L 27-06-1969 art. 28 par. 3 and 29"
DECREE = "RD 28-11-1969 art. 55"


@rule(since="2022-01-01", source=f"{DECREE} par. 1")
def last_day_for_early_waiver(quarter_ends_on, early_waiver_months):
    """The last day of the second month after the quarter."""
    return day_after(months_after(day_after(quarter_ends_on, 1), early_waiver_months), -1)


@rule(since="2022-01-01", source=f"{DECREE} par. 3/1")
def last_day_for_late_waiver(quarter_ends_on, late_waiver_months):
    """The last day of the third month after the quarter."""
    return day_after(months_after(day_after(quarter_ends_on, 1), late_waiver_months), -1)


@rule(since="2022-01-01", source=f"{DECREE} par. 1, first subparagraph; {ACT}")
def is_waiver_for_early_payment_open(
    contributions_paid_on, last_day_for_early_waiver, pays_usually_in_time, is_excluded_from_waivers
):
    """Paid before the end of the second month, by who usually pays in time: all of it."""
    is_early = contributions_paid_on <= last_day_for_early_waiver
    return is_early & pays_usually_in_time & ~is_excluded_from_waivers


@rule(since="2022-01-01", source=f"{DECREE} par. 1, second subparagraph; {ACT}")
def is_waiver_for_early_declaration_open(
    declaration_received_on,
    last_day_for_early_waiver,
    pays_usually_in_time,
    is_excluded_from_waivers,
):
    """Declared before the end of the second month, on the same conditions."""
    is_early = declaration_received_on <= last_day_for_early_waiver
    return is_early & pays_usually_in_time & ~is_excluded_from_waivers


@rule(since="2022-01-01", source=f"{DECREE} par. 1, third subparagraph; {ACT}")
def is_waiver_for_force_majeure_open(is_force_majeure_proven, is_excluded_from_waivers):
    """It was impossible to be in time: all civil sanctions."""
    return is_force_majeure_proven & ~is_excluded_from_waivers


@rule(since="2022-01-01", source=f"{DECREE} par. 2; {ACT}")
def is_waiver_for_circumstances_open(
    are_circumstances_exceptional, are_all_contributions_paid, is_excluded_from_waivers
):
    """Exceptional circumstances, once all contributions that are due were paid: a part."""
    return are_circumstances_exceptional & are_all_contributions_paid & ~is_excluded_from_waivers


@rule(since="2022-01-01", source=f"{DECREE} par. 3, 1°; {ACT}")
def is_waiver_for_public_claim_open(is_waiver_for_circumstances_open, has_claim_on_public_body):
    """A public body owed the employer when the debt fell due: all of surcharge and lump sum."""
    return is_waiver_for_circumstances_open & has_claim_on_public_body


@rule(since="2022-01-01", source=f"{DECREE} par. 3, 2° and par. 4; {ACT}")
def is_waiver_for_equity_open(
    is_equity_admitted, are_all_contributions_paid, is_excluded_from_waivers
):
    """The committee admits reasons of equity, unanimously: all of surcharge and lump sums."""
    return is_equity_admitted & are_all_contributions_paid & ~is_excluded_from_waivers


@rule(since="2022-01-01", source=f"{DECREE} par. 3, 2°; {ACT}")
def is_waiver_for_economy_open(
    is_economic_interest_admitted, are_all_contributions_paid, is_excluded_from_waivers
):
    """The same for national or regional economic interest: all of surcharge and lump sum of advances."""
    return is_economic_interest_admitted & are_all_contributions_paid & ~is_excluded_from_waivers


@rule(since="2022-01-01", source=f"{DECREE} par. 3/1; {ACT}")
def is_waiver_for_third_month_open(
    contributions_paid_on,
    last_day_for_late_waiver,
    pays_usually_in_time,
    is_next_quarter_in_time,
    harms_regular_financing,
    is_excluded_from_waivers,
):
    """Paid before the end of the third month, and the next quarter in time: surcharge and lump sum."""
    is_early = contributions_paid_on <= last_day_for_late_waiver
    behaves = pays_usually_in_time & is_next_quarter_in_time & ~harms_regular_financing
    return is_early & behaves & ~is_excluded_from_waivers


@rule(since="2022-01-01", source=DECREE)
def surcharge_waiver(
    is_waiver_for_early_payment_open,
    is_waiver_for_force_majeure_open,
    is_waiver_for_circumstances_open,
    is_waiver_for_public_claim_open,
    is_waiver_for_equity_open,
    is_waiver_for_economy_open,
    is_waiver_for_third_month_open,
    full_waiver_rate,
    circumstances_waiver_rate,
):
    """The greatest part of the surcharge that may be waived; of the lump sum for advances likewise."""
    at_once = is_waiver_for_early_payment_open | is_waiver_for_force_majeure_open
    by_committee = is_waiver_for_equity_open | is_waiver_for_economy_open
    raised = is_waiver_for_public_claim_open | by_committee | is_waiver_for_third_month_open
    is_whole = at_once | raised
    part = where(is_waiver_for_circumstances_open, circumstances_waiver_rate, 0)
    return where(is_whole, full_waiver_rate, part)


@rule(since="2022-01-01", source=DECREE)
def interest_waiver(
    is_waiver_for_early_payment_open,
    is_waiver_for_force_majeure_open,
    is_waiver_for_circumstances_open,
    full_waiver_rate,
    interest_waiver_rate,
):
    """The greatest part of the interest that may be waived."""
    is_whole = is_waiver_for_early_payment_open | is_waiver_for_force_majeure_open
    part = where(is_waiver_for_circumstances_open, interest_waiver_rate, 0)
    return where(is_whole, full_waiver_rate, part)


@rule(since="2022-01-01", source=DECREE)
def declaration_waiver(
    is_waiver_for_early_declaration_open,
    is_waiver_for_force_majeure_open,
    is_waiver_for_circumstances_open,
    is_waiver_for_equity_open,
    full_waiver_rate,
    circumstances_waiver_rate,
):
    """The greatest part of the lump sum for a late declaration that may be waived."""
    at_once = is_waiver_for_early_declaration_open | is_waiver_for_force_majeure_open
    part = where(is_waiver_for_circumstances_open, circumstances_waiver_rate, 0)
    return where(at_once | is_waiver_for_equity_open, full_waiver_rate, part)


@rule(since="2022-01-01", source=DECREE)
def own_motion_waiver(
    is_waiver_for_circumstances_open,
    is_waiver_for_equity_open,
    full_waiver_rate,
    circumstances_waiver_rate,
):
    """The greatest part of the lump sum for a declaration of own motion that may be waived."""
    part = where(is_waiver_for_circumstances_open, circumstances_waiver_rate, 0)
    return where(is_waiver_for_equity_open, full_waiver_rate, part)


@rule(since="2022-01-01", source=DECREE)
def least_surcharge(contribution_surcharge, surcharge_waiver):
    """What is left of the surcharge if all is waived that may be."""
    return contribution_surcharge - rounded(contribution_surcharge * surcharge_waiver)


@rule(since="2022-01-01", source=DECREE)
def least_interest(late_interest, interest_waiver):
    """What is left of the interest if all is waived that may be."""
    return late_interest - rounded(late_interest * interest_waiver)


@rule(since="2022-01-01", source=DECREE)
def least_advances_lump_sum(advances_lump_sum, surcharge_waiver):
    """What is left of the lump sum for advances if all is waived that may be."""
    return advances_lump_sum - rounded(advances_lump_sum * surcharge_waiver)


@rule(since="2022-01-01", source=DECREE)
def least_late_declaration(late_declaration_lump_sum, declaration_waiver):
    """What is left of the lump sum for a late declaration if all is waived that may be."""
    return late_declaration_lump_sum - rounded(late_declaration_lump_sum * declaration_waiver)


@rule(since="2022-01-01", source=DECREE)
def least_own_motion(own_motion_lump_sum, own_motion_waiver):
    """What is left of the lump sum for a declaration of own motion if all is waived that may be."""
    return own_motion_lump_sum - rounded(own_motion_lump_sum * own_motion_waiver)


@rule(since="2022-01-01", source=DECREE)
def least_declaration_lump_sums(least_late_declaration, least_own_motion):
    """What is left of both."""
    return least_late_declaration + least_own_motion
