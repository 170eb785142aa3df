"""Lines of pay, 2022 to 2025: rates, limits and ceilings, from the sources that the shelves cite."""

from __future__ import annotations

from decimal import Decimal as D

# Act of 16-03-1971 art. 29, RD no. 213 art. 7: the surcharge, and whether the hour itself is paid too.
OVERTIME = {
    "overtime_50": (D("0.50"), True),
    "overtime_100": (D("1.00"), True),
    "overtime_20": (D("0.20"), True),
    "overtime_50_rest": (D("0.50"), False),
    "overtime_100_rest": (D("1.00"), False),
    "voluntary_overtime": (D("0.50"), True),
    "voluntary_overtime_100": (D("1.00"), True),
}

# ITC 92 art. 154bis.
RELIEVED_HOURS = D(180)
RELIEF = (
    (D("0.6681"), ("overtime_20",)),
    (D("0.5775"), tuple(kind for kind in OVERTIME if kind != "overtime_20")),
)

# RD of 30-03-1967 art. 38 and 46, Act of 29-06-1981 art. 23bis.
DOUBLE_PAY = D("0.92")
DOUBLE_EXEMPT = D("0.07")
SINGLE_ON_LEAVING = D("0.0767")
DOUBLE_ON_LEAVING = D("0.0767")
DOUBLE_ON_LEAVING_WITHHELD = D("0.0680")

# RD of 30-03-1967 art. 39: in a week of six days.
DAYS_OF_A_MONTH = D(25)

# Joint committee 200.
YEAR_END_SERVICE = 6

# RD of 28-11-1969 art. 20: the quantity, and the value of one.
IN_KIND = {
    "meal_breakfast": ("item_units", D("0.55")),
    "meal_main": ("item_units", D("1.09")),
    "meal_supper": ("item_units", D("0.84")),
    "lodging": ("item_days", D("0.74")),
    "benefit_computer": ("item_months", D(72) / 12),
    "benefit_phone": ("item_months", D(36) / 12),
    "benefit_internet": ("item_months", D(60) / 12),
    "benefit_phone_plan": ("item_months", D(48) / 12),
}

# Act of 29-06-1981 art. 38 par. 3novies: the ceiling, and the tax limit after contributions.
RESULTS_BONUS = {
    2022: (D("3558.00"), D("3094.00")),
    2024: (D("4020.00"), D("3496.00")),
    2025: (D("4164.00"), D("3622.00")),
}
RESULTS_BONUS_CONTRIBUTION = D("0.1307")

# The same par. 3septies, and the tax on what is left.
PROFIT_CONTRIBUTION = D("0.1307")
PROFIT_TAX = D("0.07")

# RD of 28-11-1969 art. 19 par. 2, 14°.
FESTIVE_GIFT = D("40.00")
FESTIVE_GIFT_PER_CHILD = D("40.00")
HONOUR_GIFT = D("120.00")
MARRIAGE_GIFT = D("245.00")
RETIREMENT_GIFT = D("40.00")
RETIREMENT_GIFT_LEAST = D("120.00")
RETIREMENT_GIFT_MOST = D("1000.00")

# NSSO instructions, length of service: years of service, and months of pay that are free.
SENIORITY = {"seniority_premium": (25, 1), "second_seniority_premium": (35, 2)}

# Act of 12-04-1965 art. 23, Act of 08-04-1965 art. 18.
FIFTH = D("0.2")
