"""What the worker pays on the pay of a month, before the employment bonus."""

from officium.engine import rounded, rule


@rule(
    since="2022-01-01",
    source="Act 29-06-1981 art. 38 par. 2; NSSO DmfA instructions 2025/1",
    scope={"worker_status": ("white_collar", "blue_collar")},
)
def employee_contribution_due(monthly_contribution_base, employee_contribution_rate):
    """The ordinary contribution: pensions, health care, sickness and unemployment together."""
    return rounded(monthly_contribution_base * employee_contribution_rate)


@rule(
    since="2022-01-01",
    source="RD 28-11-1969 art. 17bis; Act 23-12-1994 art. 1",
    fact="employee_contribution_due",
    scope={"worker_status": "student"},
)
def student_solidarity_contribution(monthly_contribution_base, student_employee_rate):
    """Within the yearly quota of hours a student owes only the solidarity contribution."""
    return rounded(monthly_contribution_base * student_employee_rate)


@rule(
    since="2022-01-01",
    source="Act 16-11-2015 art. 5 (flexi-jobs)",
    fact="employee_contribution_due",
    scope={"worker_status": "flexi_job"},
)
def flexi_job_contribution(monthly_contribution_base, flexi_job_employee_rate):
    """A flexi-job worker owes nothing; the employer owes a special contribution."""
    return rounded(monthly_contribution_base * flexi_job_employee_rate)


@rule(
    since="2022-01-01",
    source="RD no. 38 of 27-07-1967 art. 3 (company managers are self-employed)",
    fact="employee_contribution_due",
    scope={"worker_status": "director"},
)
def director_contribution(monthly_contribution_base, director_employee_rate):
    """A company manager is self-employed and pays an insurance fund, not the NSSO."""
    return rounded(monthly_contribution_base * director_employee_rate)
