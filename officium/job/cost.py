"""What people cost the employer, told by person and month; of an open quarter as an estimate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from officium.engine import explain
from officium.job.period import Period
from officium.language import plain
from officium.payroll import WorkerCost

# The parts and their sum: fact of the law, by month.
FACTS = ("pay_granted", "employer_charges_of_month", "employer_cost")


def cost_told(cost: Sequence[WorkerCost], period: Period) -> dict[str, Any]:
    """The cost of the months of a period; `estimate`: their quarter is not closed by it."""
    wanted = [str(month) for month in period.months]
    people: list[dict[str, Any]] = []
    for one in cost:
        months: list[dict[str, Any]] = [
            {"month": str(paid.of.month), **{fact: one.cents(fact, at) for fact in FACTS}}
            for at, paid in enumerate(one.months)
            if str(paid.of.month) in wanted
        ]
        if months:
            worker = one.months[-1].of.worker
            people.append(
                {
                    "staff_number": worker.staff_number,
                    "name": f"{worker.name}, {worker.first_name}",
                    "months": months,
                    "total": _sums(months),
                }
            )
    every = [month for person in people for month in person["months"]]
    told: dict[str, Any] = _plain(
        {
            "quarter": str(period.months[0].quarter),
            "estimate": period.quarter is None,
            "people": people,
            "months": [
                {"month": name, **_sums([month for month in every if month["month"] == name])}
                for name in wanted
            ],
            "total": _sums(every),
        }
    )
    return told


def cost_explained(cost: Sequence[WorkerCost], language: str) -> dict[str, Any]:
    """The explanation of each person's cost, under `cost/W001`."""
    return {
        f"cost/{one.months[-1].of.worker.staff_number}": explain(
            one.family, ("employer_cost",), language
        )
        for one in cost
    }


def _sums(months: Sequence[dict[str, Any]]) -> dict[str, int]:
    return {fact: sum(month[fact] for month in months) for fact in FACTS}


def _plain(told: Any) -> Any:
    """The same with amounts as texts."""
    if isinstance(told, dict):
        return {
            name: plain(value, 2) if name in FACTS else _plain(value)
            for name, value in told.items()
        }
    return [_plain(one) for one in told] if isinstance(told, list) else told
