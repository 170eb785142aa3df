"""The codes of which these shelves speak."""

# Exempt lines that give back a cost of the employer's own: no income of the worker.
REFUNDED_COSTS = ("expense",)
