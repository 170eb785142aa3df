"""The pay on which contributions are calculated: as it is, or at 108 % for manual workers."""

from officium.engine import pick, rounded, rule

# The partial scheme of young apprentices is not built: they have no way here and are refused.
BUILT = ("white_collar", "blue_collar", "student", "flexi_job", "director")
SOURCE = "NSSO DmfA instructions 2025/1, calculation of contributions"


@rule(since="2022-01-01", source=SOURCE, scope={"worker_status": BUILT})
def monthly_contribution_base(gross_pay, worker_status, base_factor):
    """The month's gross pay; for manual workers raised to 108 %, as their holiday pay is prepaid so."""
    return rounded(gross_pay * pick(worker_status, base_factor))


@rule(since="2022-01-01", source=SOURCE, scope={"worker_status": BUILT})
def contribution_base(declared_pay, worker_status, base_factor):
    """The quarter's pay of a worker line, raised once on the sum where it is raised at all."""
    return rounded(declared_pay * pick(worker_status, base_factor))
