"""What the worker pays on the pay of a month, before the employment bonus."""

from officium.engine import rounded, rule

ACT = "Act 29-06-1981 art. 38 par. 2; NSSO DmfA instructions 2025/1"


@rule(since="2022-01-01", source=ACT, scope={"worker_status": ("white_collar", "blue_collar")})
def employee_rate(employee_contribution_rate):
    """The ordinary contribution: pensions, health care, sickness and unemployment together."""
    return employee_contribution_rate


@rule(
    since="2022-01-01",
    source="RD 28-11-1969 art. 17bis; Act 23-12-1994 art. 1",
    fact="employee_rate",
    scope={"worker_status": "student"},
)
def employee_rate_of_student(student_employee_rate):
    """Within the yearly quota of hours a student owes only the solidarity contribution."""
    return student_employee_rate


@rule(
    since="2022-01-01",
    source="Act 16-11-2015 art. 5 (flexi-jobs); RD no. 38 of 27-07-1967 art. 3 (managers)",
    fact="employee_rate",
    scope={"worker_status": ("flexi_job", "director")},
)
def no_employee_rate():
    """On flexi pay only the employer pays; a company manager is self-employed."""
    return 0


@rule(since="2022-01-01", source=ACT)
def employee_contribution_due(monthly_contribution_base, employee_rate):
    """The contribution on the month's base, to the cent."""
    return rounded(monthly_contribution_base * employee_rate)
