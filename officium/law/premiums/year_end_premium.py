"""Year-end premium paid by the employer: a month's pay, in proportion to the year's months.

No law prescribes it: an agreement of the sector or the enterprise does. Where it says something else
than a month's pay by months, the amount is recorded as `year_end_premium`.
"""

from officium.engine import quotient, rule, total_of, where
from officium.law.premiums.kinds import BY_MONTHS, YEAR_END_PREMIUMS

AGREEMENT = "The agreement of the sector or the enterprise"
COMMITTEE_200 = "CLA of joint committee 200 on the year-end premium"
# What is due after a death was read in no agreement: it is recorded, not computed.
STATED = (
    "stays",
    "dismissal",
    "end_of_term",
    "retirement",
    "resignation",
    "mutual_consent",
    "serious_cause",
)
BONUS = "RD 17-01-2000 art. 1 par. 1, 2°; NSSO instructions, employment bonus"


@rule(since="2022-01-01", source=AGREEMENT)
def is_year_end_premium_by_months(item_kind):
    """The premium is computed here, and not recorded."""
    return item_kind.is_(BY_MONTHS)


@rule(since="2022-01-01", source=COMMITTEE_200, when="is_year_end_premium_by_months", otherwise=0)
def year_end_service_needed(way_of_leaving, year_end_service, year_end_service_on_resignation):
    """The months of service that the sector asks for: more of who resigned."""
    resigned = way_of_leaving.is_("resignation")
    return where(resigned, year_end_service_on_resignation, year_end_service)


@year_end_service_needed.since(
    "2023-07-01", source=COMMITTEE_200 + ", sector agreement of 28-06-2023"
)
def year_end_service_needed_on_mutual_consent_too(
    way_of_leaving, year_end_service, year_end_service_on_resignation
):
    """The months of service that the sector asks for: more of who resigned or agreed to leave."""
    chose = way_of_leaving.is_("resignation", "mutual_consent")
    return where(chose, year_end_service_on_resignation, year_end_service)


@rule(since="2022-01-01", source=COMMITTEE_200)
def loses_year_end_premium(way_of_leaving):
    """Dismissed for serious cause, or left by mutual consent, which was not yet provided for."""
    return way_of_leaving.is_("serious_cause", "mutual_consent")


@loses_year_end_premium.since(
    "2023-07-01", source=COMMITTEE_200 + ", sector agreement of 28-06-2023"
)
def loses_year_end_premium_for_serious_cause(way_of_leaving):
    """Dismissed for serious cause."""
    return way_of_leaving.is_("serious_cause")


@rule(since="2022-01-01", source=COMMITTEE_200)
def is_year_end_premium_due(
    year_end_premium_rule, service_months, year_end_service_needed, loses_year_end_premium
):
    """By an agreement of the enterprise always; in joint committee 200 on its conditions."""
    sector = (service_months >= year_end_service_needed) & ~loses_year_end_premium
    return year_end_premium_rule.is_("by_agreement") | sector


@rule(since="2022-01-01", source=AGREEMENT, when="is_year_end_premium_by_months", otherwise=0)
def year_end_premium_of_full_year(item_base, normal_monthly_pay):
    """A normal month's pay, or the amount that the agreement takes instead."""
    return where(item_base > 0, item_base, normal_monthly_pay)


@rule(
    since="2022-01-01",
    source=AGREEMENT,
    fact="item_amount",
    scope={"item_kind": BY_MONTHS, "way_of_leaving": STATED},
)
def year_end_premium_by_months(year_end_premium_of_full_year, item_months, is_year_end_premium_due):
    """A twelfth for each month of the year that was worked or is counted as worked."""
    premium = quotient(year_end_premium_of_full_year * item_months, 12, places=2)
    return where(is_year_end_premium_due, premium, 0)


@rule(
    since="2022-01-01",
    source=BONUS,
    fact="item_outside_bonus",
    scope={"item_kind": YEAR_END_PREMIUMS},
)
def year_end_premium_outside_bonus(item_liable_pay):
    """A year-end premium is no part of the month's pay that counts for the employment bonus."""
    return item_liable_pay


@rule(since="2022-01-01", source=BONUS)
def year_end_premiums(item_kind, item_liable_pay):
    """The year-end premiums of the month: the reference wage is at least as high."""
    return total_of(where(item_kind.is_(*YEAR_END_PREMIUMS), item_liable_pay, 0))
