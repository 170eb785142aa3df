"""`officium account`: the individual accounts of a year."""

from __future__ import annotations

import re
from pathlib import Path

import click

from officium.cli.options import (
    apart,
    json_option,
    language_of_the_locale,
    period,
    print_json,
    progress,
    provisional_option,
)
from officium.cli.run_text import run_lines
from officium.findings import BadInput, Severity
from officium.job import publish, run_year
from officium.language import LANGUAGES
from officium.law import Month


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--year", required=True, help="The year, like 2025.")
@click.option("--until", help="The last month that is in the account, like 2025-09; else December.")
@click.option("--worker", "workers", multiple=True, help="Staff number; may be repeated. Else all.")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="Folder for the documents."
)
@provisional_option
@click.option(
    "--in",
    "language",
    type=click.Choice(LANGUAGES),
    help="Language of the findings; else the employer's.",
)
@json_option
def account(
    folder: Path,
    year: str,
    until: str | None,
    workers: tuple[str, ...],
    out: Path,
    provisional: bool,
    language: str | None,
    as_json: bool,
) -> int:
    """Make the individual account of each worker of a folder of records: a year by month and quarter.

    OUT receives an account for each worker (JSON and PDF, in the worker's language) and a report that
    says by when each copy is due. Exit status 1: done, and a finding blocks.
    """
    if not re.fullmatch(r"20\d\d", year, re.ASCII):
        raise BadInput(f"{year!r} is not a year like 2025", code="usage")
    last = Month.of(period(until, None).first) if until else None
    if last and last.year != int(year):
        raise BadInput(f"{until} is no month of {year}", code="usage")
    apart(folder, out)
    try:
        files, report = run_year(
            folder,
            int(year),
            until=last,
            staff_numbers=workers,
            provisional=provisional,
            language=language,
            progress=progress,
        )
        progress(str(out))
        changes = publish(files, out)
    finally:
        progress("")
    if as_json:
        print_json(
            {
                "out": str(out),
                "changed": bool(changes),
                "changes": changes.as_json(),
                "files": sorted(files),
                "report": report,
            }
        )
    else:
        for line in run_lines(
            out, len(files), changes, report["findings"], language or language_of_the_locale()
        ):
            click.echo(line)
    return int(any(Severity(finding["severity"]).blocks for finding in report["findings"]))
