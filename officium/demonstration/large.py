"""An office of thousands of employers, to measure with: one month of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from officium.demonstration.firm import firms
from officium.demonstration.folders import OCTOBER, records_of
from officium.findings import BadInput
from officium.payroll import folder_texts

# Serials of the twelve and of the operator are below.
_FIRST_SERIAL = 1_001
_MOST_EMPLOYERS, _MOST_WORKERS = 90_000, 900_000


def large_office(employers: int, workers: int) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Enterprise number and folder of each of many employers, with so many workers in all.

    The month is October 2025. The twelve employers come in turn, under numbers of their own, their sizes in
    the same proportion and at least one. The same arguments give the same folders. Raises BadInput where
    there are more employers than workers, none, or more than the numbers reach.
    """
    if not 1 <= employers <= min(workers, _MOST_EMPLOYERS) or workers > _MOST_WORKERS:
        raise BadInput(
            f"{employers} employers with {workers} workers: give 1 to {_MOST_EMPLOYERS} employers, and at "
            f"least as many workers, at most {_MOST_WORKERS}",
            code="size_of_office",
        )
    return _large(employers, workers)


def _large(employers: int, workers: int) -> Iterator[tuple[str, Mapping[str, str]]]:
    kinds = firms()
    weights = [kinds[at % len(kinds)].size for at in range(employers)]
    total, passed, first = sum(weights), 0, 0
    for at, weight in enumerate(weights):
        # Each has one worker; the others are shared by weight, and none is lost in rounding.
        more = (workers - employers) * (passed + weight) // total
        more -= (workers - employers) * passed // total
        firm = kinds[at % len(kinds)].again(_FIRST_SERIAL + at, first, 1 + more)
        records = records_of(firm, lambda _: (OCTOBER,), (OCTOBER,))
        yield firm.enterprise_number, folder_texts(records)
        passed += weight
        first += firm.size
