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

# Act of 12-04-1965 art. 23, Act of 08-04-1965 art. 18.
FIFTH = D("0.2")
