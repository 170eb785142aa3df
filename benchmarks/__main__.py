"""Print the table."""

from __future__ import annotations

from benchmarks.months import Measure, evaluated, in_columns

MONTHS, EVALUATIONS = 300_000, 200


def line(measure: Measure) -> str:
    """What, how many a second, and how long each takes."""
    rate = measure.times / measure.seconds
    each = measure.seconds / measure.times * 1_000_000
    return f"{measure.what:48} {rate:>14,.0f} a second {each:>12,.2f} µs each"


def main() -> None:
    """Measure on this machine, one process, the best of three."""
    for one_in in (0, 10, 1):
        months, copy, columns = in_columns(MONTHS, one_in)
        print(f"{MONTHS:,} worker-months of one contract, {columns} columns, one core")
        print(line(months))
        print(line(copy))
        ratio = months.seconds / copy.seconds
        print(f"{'the law takes as long as so many copies':48} {ratio:>14.1f}")
    for measure in evaluated(EVALUATIONS):
        print(line(measure))


if __name__ == "__main__":
    main()
