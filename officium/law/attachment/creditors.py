"""What each creditor gets: maintenance first and without limit, then the others by their rank.

Of one rank each gets a part by the whole claim, and nobody more than is left of it. In a collective debt
settlement all pay goes to the mediator, and every other attachment rests.
"""

from officium.engine import allocate, any_of, at_least_zero, lower_of, pick, rule, total_of, where

MAINTENANCE = "Judicial Code art. 1412"
SETTLEMENT = "Judicial Code art. 1675/7 par. 1 and 2 and art. 1675/9 par. 1, 4°"
RANKS = "Judicial Code art. 1627 and following; Act of 12-04-1965 art. 28; as Securex reports it"
SHARES = "Judicial Code art. 1627 and following, as Securex reports it: by the whole claims"
PAYSLIP = "RD 27-09-1966 art. 2, item 14"


@rule(since="2022-01-01", source=RANKS)
def rank_claims(attachment_claim):
    """What all creditors of a rank may still ask in the month."""
    return total_of(attachment_claim)


@rule(since="2022-01-01", source=SETTLEMENT)
def is_in_debt_settlement(rank_by_law):
    """There is a mediator, to whom all pay goes."""
    return any_of(rank_by_law.is_("debt_settlement"))


@rule(since="2022-01-01", source="Judicial Code art. 1409; Act of 12-04-1965 art. 23")
def pay_left_to_attach(attachable_pay, net_before_attachments, refunded_costs):
    """The pay as far as the employer's own deductions left it; refunded costs are the worker's."""
    return lower_of(attachable_pay, at_least_zero(net_before_attachments - refunded_costs))


@rule(since="2022-01-01", source=MAINTENANCE)
def maintenance_taken(is_in_debt_settlement, rank_by_law, rank_claims, pay_left_to_attach):
    """Maintenance: none of the limits hold, but it is of the pay, and there must be as much."""
    claims = total_of(where(rank_by_law.is_("maintenance"), rank_claims, 0))
    return where(is_in_debt_settlement, 0, lower_of(claims, pay_left_to_attach))


@rule(
    since="2022-01-01",
    source=MAINTENANCE + ", last subparagraph",
    when="is_pay_attached",
    otherwise=0,
)
def left_for_creditors(seizable_part, maintenance_taken, pay_left_to_attach):
    """The seizable part less maintenance, and no more than is left of the pay."""
    left = at_least_zero(seizable_part - maintenance_taken)
    return lower_of(left, at_least_zero(pay_left_to_attach - maintenance_taken))


@rule(since="2022-01-01", source=RANKS)
def rank_amount(
    rank_by_law,
    rank_claims,
    claims_ahead,
    net_before_attachments,
    maintenance_taken,
    left_for_creditors,
):
    """What a rank gets: what the ranks before it leave."""
    by_rank = lower_of(rank_claims, at_least_zero(left_for_creditors - claims_ahead))
    return pick(
        rank_by_law,
        {
            "debt_settlement": at_least_zero(net_before_attachments),
            "maintenance": maintenance_taken,
            "assignment": by_rank,
            "privileged": by_rank,
            "ordinary": by_rank,
        },
    )


@rule(since="2022-01-01", source=SHARES)
def attachment_share(rank_amount, attachment_whole, attachment_claim):
    """Each creditor's part of what the rank gets, by the whole claims, and no more than is left of one."""
    return lower_of(allocate(rank_amount, attachment_whole), attachment_claim)


@rule(since="2022-01-01", source=SHARES)
def rank_rest(rank_amount, attachment_share):
    """What those of whose claims little was left did not need, for the others of the rank."""
    return rank_amount - total_of(attachment_share)


@rule(since="2022-01-01", source=SHARES)
def attachment_amount(attachment_share, rank_rest, attachment_claim):
    """The part by the whole claims, and of what others did not need a part by what is left."""
    left = at_least_zero(attachment_claim - attachment_share)
    return attachment_share + allocate(rank_rest, left)


@rule(since="2022-01-01", source=PAYSLIP)
def attachments_total(attachment_amount):
    """What goes to creditors instead of to the worker."""
    return total_of(attachment_amount)
