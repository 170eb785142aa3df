"""The lines beside the ordinary contribution, each on the same base and rounded by itself."""

from officium.engine import rounded, rule, where

MODERATED = ("1", "2", "3")
FUND = "Act 26-06-2002 (closure of enterprises) art. 56 to 60; NSSO rates of the closure fund"


@rule(since="2022-01-01", source="NSSO DmfA instructions 2025/1, workers concerned")
def is_fully_insured(worker_status):
    """Whether the contributions of all schemes are due, and with them those of this shelf."""
    return worker_status.is_("white_collar", "blue_collar")


@rule(
    since="2022-01-01",
    source="Act 29-06-1981 art. 38 par. 3, 9°; NSSO DmfA instructions 2025/1, contribution of 1.60 %",
    when="is_fully_insured",
    otherwise=0,
)
def contribution_1_60(
    contribution_base, average_headcount, contribution_1_60_threshold, contribution_1_60_rate
):
    """From an average of ten workers; the rate is the printed one, wage moderation included."""
    return where(
        average_headcount >= contribution_1_60_threshold,
        rounded(contribution_base * contribution_1_60_rate),
        0,
    )


@rule(since="2022-01-01", source=FUND)
def is_of_closure_fund_size(average_headcount, closure_fund_threshold):
    """Whether the employer pays the closure fund's higher basic rate, on lines of another type."""
    return average_headcount >= closure_fund_threshold


@rule(
    since="2022-01-01",
    source=FUND,
    when="is_fully_insured",
    otherwise=0,
    scope={"structural_category": MODERATED},
)
def closure_fund_basic_contribution(
    contribution_base,
    is_commercial,
    average_headcount,
    closure_fund_threshold,
    closure_fund_large_rate,
    closure_fund_small_rate,
    closure_fund_non_commercial_rate,
):
    """By purpose and by size; the printed rates include wage moderation."""
    size_rate = where(
        average_headcount >= closure_fund_threshold,
        closure_fund_large_rate,
        closure_fund_small_rate,
    )
    return rounded(
        contribution_base * where(is_commercial, size_rate, closure_fund_non_commercial_rate)
    )


@rule(
    since="2022-01-01",
    source=FUND,
    fact="closure_fund_basic_contribution",
    when="is_fully_insured",
    otherwise=0,
    scope={"structural_category": "3_without_moderation"},
)
def closure_fund_basic_contribution_without_moderation(
    contribution_base,
    is_commercial,
    average_headcount,
    closure_fund_threshold,
    closure_fund_large_bare_rate,
    closure_fund_small_bare_rate,
    closure_fund_non_commercial_bare_rate,
):
    """The same at the rates without wage moderation."""
    size_rate = where(
        average_headcount >= closure_fund_threshold,
        closure_fund_large_bare_rate,
        closure_fund_small_bare_rate,
    )
    return rounded(
        contribution_base * where(is_commercial, size_rate, closure_fund_non_commercial_bare_rate)
    )


@rule(
    since="2022-01-01",
    source=FUND,
    when="is_fully_insured",
    otherwise=0,
    scope={"structural_category": MODERATED},
)
def closure_fund_special_contribution(contribution_base, closure_fund_special_rate):
    """Due by all: it pays for temporary unemployment."""
    return rounded(contribution_base * closure_fund_special_rate)


@rule(
    since="2022-01-01",
    source=FUND,
    fact="closure_fund_special_contribution",
    when="is_fully_insured",
    otherwise=0,
    scope={"structural_category": "3_without_moderation"},
)
def closure_fund_special_contribution_without_moderation(
    contribution_base, closure_fund_special_bare_rate
):
    """The same at the rate without wage moderation."""
    return rounded(contribution_base * closure_fund_special_bare_rate)


@rule(
    since="2022-01-01",
    source="RD 27-11-1996; NSSO DmfA instructions 2022/3, temporary unemployment and older unemployed",
    when="is_fully_insured",
    otherwise=0,
)
def temporary_unemployment_contribution(contribution_base, temporary_unemployment_rate):
    """For temporary unemployment and older unemployed people."""
    return rounded(contribution_base * temporary_unemployment_rate)


@rule(
    since="2022-01-01",
    source="Act 10-04-1971 art. 59; NSSO DmfA instructions 2025/1, industrial accidents",
    when="is_fully_insured",
    otherwise=0,
)
def industrial_accident_special_contribution(contribution_base, industrial_accident_special_rate):
    """The 0.02 %; the 0.30 % of the scheme is inside the global base rate."""
    return rounded(contribution_base * industrial_accident_special_rate)


@rule(
    since="2022-01-01",
    source="Programme act 27-12-2006 art. 116; NSSO DmfA instructions 2025/1, asbestos fund",
    when="is_fully_insured",
    otherwise=0,
)
def asbestos_contribution(contribution_base, asbestos_rate):
    """Levied in the first two quarters of the year only."""
    return rounded(contribution_base * asbestos_rate)


@rule(
    since="2022-01-01",
    source="NSSO annex 27, employer classes 000, 010 and 011",
    when="is_fully_insured",
    otherwise=0,
    scope={"employer_class": ("000", "010", "011")},
)
def sector_fund_contribution(contribution_base, employer_class, worker_status, pc_200_fund_rate):
    """Class 010: the social fund of committee 200, for white-collar workers; 000 and 011: no fund."""
    return where(
        employer_class.is_("010") & worker_status.is_("white_collar"),
        rounded(contribution_base * pc_200_fund_rate),
        0,
    )
