"""The ordinary contribution of a quarter, worker and employer part together, as declared."""

from officium.engine import at_least_zero, pick, quotient, rounded, rule, where

INSURED = ("white_collar", "blue_collar")
OTHERS = ("student", "flexi_job", "director")
BUILT = (*INSURED, *OTHERS)
SOURCE = "Act 29-06-1981 art. 38 par. 2, 3 and 3bis; NSSO DmfA instructions 2025/1"


@rule(since="2022-01-01", source=SOURCE, scope={"worker_status": INSURED})
def ceiling_rate(structural_category, employer_base_rate, wage_moderation_rate):
    """The global base rate with wage moderation: what the wage ceiling spares, and nothing else."""
    base = pick(structural_category, employer_base_rate)
    return base + pick(structural_category, wage_moderation_rate)


@rule(
    since="2022-01-01",
    source=SOURCE,
    fact="ceiling_rate",
    scope={"worker_status": OTHERS},
)
def no_ceiling_rate():
    """The ceiling concerns the base contribution only, which is not due for them."""
    return 0


@rule(since="2022-01-01", source=SOURCE, scope={"worker_status": INSURED})
def employer_rate(ceiling_rate, worker_status, quarterly_holiday_rate):
    """Base rate and wage moderation; for manual workers also the quarter's part for holidays."""
    return ceiling_rate + where(worker_status.is_("blue_collar"), quarterly_holiday_rate, 0)


@rule(
    since="2022-01-01",
    source="RD 28-11-1969 art. 17bis; Act 23-12-1994 art. 1",
    fact="employer_rate",
    scope={"worker_status": "student"},
)
def employer_rate_of_student(student_employer_rate):
    """Within the quota of hours only the solidarity contribution is due."""
    return student_employer_rate


@rule(
    since="2022-01-01",
    source="Act 29-06-1981 art. 38 par. 3sexdecies (flexi-jobs)",
    fact="employer_rate",
    scope={"worker_status": "flexi_job"},
)
def employer_rate_on_flexi_pay(flexi_job_employer_rate):
    """A special contribution instead of all others."""
    return flexi_job_employer_rate


@rule(
    since="2022-01-01",
    source="RD no. 38 of 27-07-1967 art. 3",
    fact="employer_rate",
    scope={"worker_status": "director"},
)
def no_employer_rate():
    """A company manager is self-employed: nothing is due to the NSSO."""
    return 0


@rule(since="2022-01-01", source="RD 06-10-2025 art. 1", scope={"worker_status": BUILT})
def base_wage(contribution_base, worker_status, base_factor, pay_beside_base_wage):
    """Of the pay at 100 %, what is pay for work done in the quarter."""
    full_pay = quotient(contribution_base, pick(worker_status, base_factor), places=2)
    return full_pay - pay_beside_base_wage


@rule(
    since="2022-01-01",
    until="2025-06-30",
    source="Act 29-06-1981 art. 38 (no ceiling before 1 July 2025)",
)
def pay_above_ceiling():
    """Before the third quarter of 2025 there was no ceiling."""
    return 0


@pay_above_ceiling.since(
    "2025-07-01", source="Act 29-06-1981 art. 38 par. 1; RD 06-10-2025 art. 1, 2"
)
def pay_above_wage_ceiling(base_wage, wage_ceiling):
    """The base wage of the quarter, at 100 %, above the ceiling."""
    return at_least_zero(base_wage - wage_ceiling)


@rule(since="2022-01-01", source=SOURCE, scope={"worker_status": BUILT})
def base_above_ceiling(pay_above_ceiling, worker_status, base_factor):
    """The same as part of the contribution base: at 108 % for manual workers."""
    return rounded(pay_above_ceiling * pick(worker_status, base_factor))


@rule(since="2022-01-01", source=SOURCE)
def ordinary_contribution(
    contribution_base, employer_rate, employee_rate, base_above_ceiling, ceiling_rate
):
    """The base times the rates of employer and worker together, rounded once."""
    due = contribution_base * (employer_rate + employee_rate)
    return rounded(due - base_above_ceiling * ceiling_rate)


@rule(since="2022-01-01", source=SOURCE)
def employer_contribution(contribution_base, employer_rate, base_above_ceiling, ceiling_rate):
    """The employer's part of it, rounded by itself."""
    return rounded(contribution_base * employer_rate - base_above_ceiling * ceiling_rate)
