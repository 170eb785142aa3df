"""The kinds of pay of guaranteed pay, by how the law treats them."""

# Second week and collective agreements nos. 12bis and 13bis: taxed with the month, no contributions.
SECOND_WEEK = ("guaranteed_second_week",)
SUPPLEMENT = ("guaranteed_supplement",)
ADVANCE = ("accident_advance",)
BY_AGREEMENT = (*SECOND_WEEK, *SUPPLEMENT)
TAXED_IN_CASH = (*BY_AGREEMENT, *ADVANCE)
# Commissions in the days paid at 100 %: pay like any other.
COMMISSIONS = ("guaranteed_commission",)
