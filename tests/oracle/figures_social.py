"""Social security figures of a month, 2022 to 2026, copied from the research notes.

Rows marked "by the rule" were not printed anywhere: they follow from the white-collar row and the
rule that the maximum is multiplied by 1.08 (see READINGS.md).
"""

from __future__ import annotations

from decimal import Decimal as D

from .figures import dated

WORKER_RATE = D("0.1307")
BLUE_COLLAR_FACTOR = D("1.08")

# S1, S2, maximum, slope
SINGLE_BONUS = {
    "white_collar": dated(
        "single employment bonus, white collar",
        """
        2022-01-01  1742.14  2717.30  213.96  0.2194
        2022-03-01  1776.98  2771.65  218.24  0.2194
        2022-04-01  1860.34  2847.98  228.48  0.2313
        2022-05-01  1897.55  2904.93  233.05  0.2313
        2022-08-01  1935.50  2963.04  237.71  0.2313
        2022-11-01  1974.20  3022.28  242.46  0.2313
        2022-12-01  2013.64  3082.66  247.31  0.2313
        """,
    ),
    "blue_collar": dated(
        "single employment bonus, blue collar (by the rule)",
        """
        2022-01-01  1742.14  2717.30  231.08  0.2370
        2022-03-01  1776.98  2771.65  235.70  0.2370
        2022-04-01  1860.34  2847.98  246.76  0.2498
        2022-05-01  1897.55  2904.93  251.69  0.2498
        2022-08-01  1935.50  2963.04  256.73  0.2498
        2022-11-01  1974.20  3022.28  261.86  0.2498
        2022-12-01  2013.64  3082.66  267.09  0.2498
        """,
    ),
}

# S1, S1bis, S2, maximum, slope of zone 2, base of zone 3, slope of zone 3
THREE_ZONE_BONUS = {
    "white_collar": dated(
        "employment bonus in three zones, white collar",
        """
        2023-07-01  2013.64  2571.45  3082.66  262.16  0.2579  247.31  0.2313
        2023-11-01  2054.01  2623.00  3144.45  267.42  0.2579  252.26  0.2313
        """,
    ),
    # November 2023: the limits and maxima printed by Group S.
    "blue_collar": dated(
        "employment bonus in three zones, blue collar",
        """
        2023-07-01  2013.64  2571.45  3082.66  283.13  0.2786  267.09  0.2498
        2023-11-01  2054.01  2623.00  3144.45  288.81  0.2786  272.44  0.2498
        """,
    ),
}

# S1, S1bis, S2, VA, slope of A, VB, slope of B
TWO_PART_BONUS = {
    "white_collar": dated(
        "employment bonus in two parts, white collar",
        """
        2024-04-01  2090.78  2669.96  3144.45  115.91  0.2443  156.30  0.2699
        2024-05-01  2132.59  2723.36  3207.40  118.22  0.2442  159.43  0.2699
        2025-02-01  2175.25  2777.83  3271.48  120.59  0.2443  162.62  0.2699
        2026-01-01  2218.73  2833.36  3271.48  123.00  0.2807  165.87  0.2699
        2026-03-01  2218.73  2833.36  3336.98  123.00  0.2442  165.87  0.2699
        2026-04-01  2255.50  2880.32  3336.98  125.04  0.2738  168.62  0.2699
        2026-07-01  2300.62  2937.93  3336.98  127.54  0.3196  171.99  0.2699
        2026-09-01  2300.62  2937.93  3403.62  127.54  0.2739  171.99  0.2699
        """,
    ),
    # April 2024 by the rule.
    "blue_collar": dated(
        "employment bonus in two parts, blue collar",
        """
        2024-04-01  2090.78  2669.96  3144.45  125.18  0.2638  168.80  0.2914
        2024-05-01  2132.59  2723.36  3207.40  127.68  0.2638  172.18  0.2915
        2025-02-01  2175.25  2777.83  3271.48  130.24  0.2638  175.63  0.2915
        2026-01-01  2218.73  2833.36  3271.48  132.84  0.3032  179.14  0.2915
        2026-03-01  2218.73  2833.36  3336.98  132.84  0.2638  179.14  0.2915
        2026-04-01  2255.50  2880.32  3336.98  135.04  0.2957  182.11  0.2915
        2026-07-01  2300.62  2937.93  3336.98  137.74  0.3452  185.75  0.2915
        2026-09-01  2300.62  2937.93  3403.62  137.74  0.2958  185.75  0.2915
        """,
    ),
}

# RMMMG of a month and S2, for the proof that the tables follow from the statutory formula.
MINIMUM_WAGE = dated(
    "guaranteed minimum monthly income",
    """
    2024-04-01  2029.88
    2024-05-01  2070.48
    2025-02-01  2111.89
    2026-01-01  2154.11
    2026-04-01  2189.81
    2026-07-01  2233.61
    """,
)

# Twelve times the two maxima of February, applied to the whole of 2025.
YEARLY_BONUS_CAP = {2025: D("3398.52")}

# Special contribution of a month: (above, fixed, rate, at least, at most).
_NEVER = D("999999999")
_Z = D(0)
SINGLE_UNTIL_2022_03 = [
    (D("1945.38"), _Z, D("0.076"), _Z, _NEVER),
    (D("2190.18"), D("18.60"), D("0.011"), _Z, _NEVER),
    (D("6038.82"), D("60.94"), _Z, _Z, _NEVER),
]
TWO_INCOMES_UNTIL_2022_03 = [
    (D("1095.09"), D("9.30"), _Z, _Z, _NEVER),
    (D("1945.38"), _Z, D("0.076"), D("9.30"), _NEVER),
    (D("2190.18"), D("18.60"), D("0.011"), _Z, D("51.64")),
    (D("6038.82"), D("51.64"), _Z, _Z, _NEVER),
]
SINGLE = [
    (D("1945.38"), _Z, D("0.0422"), _Z, _NEVER),
    (D("2190.18"), D("10.33"), D("0.011"), _Z, _NEVER),
    (D("3737.00"), D("27.35"), D("0.0338"), _Z, _NEVER),
    (D("4100.00"), D("39.61"), D("0.011"), _Z, _NEVER),
    (D("6038.82"), D("60.94"), _Z, _Z, _NEVER),
]
ONE_INCOME = [
    (D("1945.38"), _Z, D("0.059"), _Z, _NEVER),
    (D("2190.18"), D("14.44"), D("0.011"), _Z, D("60.94")),
]
TWO_INCOMES = [
    (D("1095.09"), D("5.15"), _Z, _Z, _NEVER),
    (D("1945.38"), _Z, D("0.059"), D("5.15"), _NEVER),
    (D("2190.18"), D("14.44"), D("0.011"), _Z, D("51.64")),
]

# Fiscal employment bonus, as a share of the social one.
FISCAL_BONUS_SINGLE = D("0.3314")
FISCAL_BONUS_A = D("0.3314")
FISCAL_BONUS_B = D("0.5254")
