"""The ordinary contribution of a quarter, worker and employer part together, as declared."""

from officium.engine import at_least_zero, pick, rounded, rule, where

INSURED = ("white_collar", "blue_collar")
SOURCE = "Act 29-06-1981 art. 38 par. 2, 3 and 3bis; NSSO DmfA instructions 2025/1"


@rule(since="2022-01-01", source=SOURCE, scope={"worker_status": INSURED})
def employer_rate(
    structural_category,
    worker_status,
    employer_base_rate,
    wage_moderation_rate,
    quarterly_holiday_rate,
):
    """The global base rate with wage moderation; for manual workers also the quarter's holiday part."""
    holidays = where(worker_status.is_("blue_collar"), quarterly_holiday_rate, 0)
    base = pick(structural_category, employer_base_rate)
    return base + pick(structural_category, wage_moderation_rate) + holidays


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
    """The base wage of the quarter above the ceiling: the employer's base contribution spares it."""
    return at_least_zero(base_wage - wage_ceiling)


@rule(since="2022-01-01", source=SOURCE, scope={"worker_status": INSURED})
def contribution_spared(
    structural_category, pay_above_ceiling, employer_base_rate, wage_moderation_rate
):
    """What the ceiling spares the employer: base contribution and wage moderation, nothing else."""
    base = pick(structural_category, employer_base_rate)
    return rounded(pay_above_ceiling * (base + pick(structural_category, wage_moderation_rate)))


@rule(since="2022-01-01", source=SOURCE, scope={"worker_status": INSURED})
def ordinary_contribution(
    contribution_base, employer_rate, employee_contribution_rate, contribution_spared
):
    """The base times the rates of employer and worker together, rounded once."""
    both = rounded(contribution_base * (employer_rate + employee_contribution_rate))
    return both - contribution_spared


@rule(
    since="2022-01-01",
    source="RD 28-11-1969 art. 17bis; Act 23-12-1994 art. 1",
    fact="ordinary_contribution",
    scope={"worker_status": "student"},
)
def solidarity_contribution_of_student(
    contribution_base, student_employee_rate, student_employer_rate
):
    """Within the quota of hours only the solidarity contribution is due."""
    return rounded(contribution_base * (student_employee_rate + student_employer_rate))


@rule(
    since="2022-01-01",
    source="Act 29-06-1981 art. 38 par. 3sexdecies (flexi-jobs)",
    fact="ordinary_contribution",
    scope={"worker_status": "flexi_job"},
)
def special_contribution_on_flexi_pay(contribution_base, flexi_job_employer_rate):
    """The employer's special contribution, instead of all others."""
    return rounded(contribution_base * flexi_job_employer_rate)


@rule(since="2022-01-01", source=SOURCE, scope={"worker_status": INSURED})
def employer_contribution(contribution_base, employer_rate, contribution_spared):
    """The employer's part of it, rounded by itself."""
    return rounded(contribution_base * employer_rate) - contribution_spared


@rule(
    since="2022-01-01",
    source="RD 28-11-1969 art. 17bis; Act 23-12-1994 art. 1",
    fact="employer_contribution",
    scope={"worker_status": "student"},
)
def solidarity_contribution_of_employer(contribution_base, student_employer_rate):
    """The employer's part of the solidarity contribution."""
    return rounded(contribution_base * student_employer_rate)


@rule(
    since="2022-01-01",
    source="Act 29-06-1981 art. 38 par. 3sexdecies (flexi-jobs)",
    fact="employer_contribution",
    scope={"worker_status": "flexi_job"},
)
def employer_contribution_on_flexi_pay(contribution_base, flexi_job_employer_rate):
    """All of it is the employer's."""
    return rounded(contribution_base * flexi_job_employer_rate)
