"""Print the table."""

from __future__ import annotations

from benchmarks.months import Measure, evaluated, in_columns

MONTHS, EVALUATIONS = 300_000, 200


def line(measure: Measure) -> str:
    """What, how many a second, and how long each takes."""
    rate = measure.times / measure.seconds
    each = measure.seconds / measure.times * 1_000_000
    return f"{measure.what:40} {rate:>14,.0f} a second {each:>12,.2f} µs each"


def main() -> None:
    """Measure on this machine, one process, the best of three."""
    months, copy, columns = in_columns(MONTHS)
    print(
        f"{MONTHS:,} worker-months of one contract, from gross to net, {columns} columns, one core"
    )
    print(line(months))
    print(line(copy))
    print(f"{'the law takes as long as so many copies':40} {months.seconds / copy.seconds:>14.1f}")
    for measure in evaluated(EVALUATIONS):
        print(line(measure))


if __name__ == "__main__":
    main()
