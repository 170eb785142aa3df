"""The kinds of pay of which these shelves speak."""

YEAR_END_PREMIUM, BY_MONTHS = "year_end_premium", "year_end_premium_by_months"
YEAR_END_PREMIUMS = (YEAR_END_PREMIUM, BY_MONTHS)

FIRST_SENIORITY, SECOND_SENIORITY = "seniority_premium", "second_seniority_premium"
SENIORITY = (FIRST_SENIORITY, SECOND_SENIORITY)

FESTIVE, HONOUR = "gift", "honour_gift"
RETIREMENT, MARRIAGE = "retirement_gift", "marriage_gift"
GIFTS = (FESTIVE, HONOUR, RETIREMENT, MARRIAGE)

# Free of contributions and tax within limits; above them pay that is taxed apart.
WITHIN_LIMITS = (*SENIORITY, *GIFTS)
