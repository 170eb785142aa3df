"""The pay on which contributions are calculated: as it is, or at 108 % for manual workers."""

from officium.engine import pick, rounded, rule

INSURED = ("white_collar", "blue_collar")
OTHERS = ("student", "flexi_job", "director")


@rule(
    since="2022-01-01",
    source="NSSO DmfA instructions 2025/1, calculation of contributions; Act 28-06-1971 (holidays)",
    scope={"worker_status": INSURED},
)
def monthly_contribution_base(gross_pay, worker_status, base_factor):
    """The month's gross pay; for manual workers raised to 108 %, as their holiday pay is prepaid so."""
    return rounded(gross_pay * pick(worker_status, base_factor))


@rule(
    since="2022-01-01",
    source="NSSO DmfA instructions 2025/1, calculation of contributions",
    fact="monthly_contribution_base",
    scope={"worker_status": OTHERS},
)
def monthly_contribution_base_at_full_pay(gross_pay):
    """The month's gross pay as it is: these workers earn no holiday pay through contributions."""
    return gross_pay


@rule(
    since="2022-01-01",
    source="NSSO DmfA instructions 2025/1, calculation of contributions; Act 28-06-1971 (holidays)",
    scope={"worker_status": INSURED},
)
def contribution_base(declared_pay, worker_status, base_factor):
    """The quarter's pay of a worker line, raised once on the sum where it is raised at all."""
    return rounded(declared_pay * pick(worker_status, base_factor))


@rule(
    since="2022-01-01",
    source="NSSO DmfA instructions 2025/1, calculation of contributions",
    fact="contribution_base",
    scope={"worker_status": OTHERS},
)
def contribution_base_at_full_pay(declared_pay):
    """The quarter's pay of a worker line, as it is."""
    return declared_pay
