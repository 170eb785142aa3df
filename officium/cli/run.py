"""`officium run`: a folder of records in; payslips, declarations, payments, ledger, report out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

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
from officium.findings import Severity
from officium.job import Period, publish, run_folder
from officium.language import LANGUAGES
from officium.law import Month, Quarter


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--month", help="The month to compute, like 2025-02.")
@click.option("--quarter", help="The quarter to compute and close, like 2025Q1.")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="Folder for the documents."
)
@click.option(
    "--in",
    "language",
    type=click.Choice(LANGUAGES),
    help="Language of the report; else the employer's.",
)
@provisional_option
@json_option
def run(
    folder: Path,
    month: str | None,
    quarter: str | None,
    out: Path,
    language: str | None,
    provisional: bool,
    as_json: bool,
) -> int:
    """Compute a month, or a quarter with its declaration, for the employers of a folder of records.

    OUT receives payslips (JSON and PDF), the papers of who leaves, declarations and payments (XML), the
    ledger (text) and a report (JSON and HTML), all of them or none. It is a new or empty folder, one of an
    earlier run, or a link to such; what differs from the earlier run is told. The same records give the
    same bytes. Exit status 1: done, and a finding blocks.
    """
    asked = period(month, quarter)
    wanted = Period.of_month(Month.of(asked.first))
    if quarter:
        wanted = Period.of_quarter(Quarter(asked.first.year, (asked.first.month + 2) // 3))
    apart(folder, out)
    try:
        files, report = run_folder(
            folder, wanted, provisional=provisional, language=language, progress=progress
        )
        progress(str(out))
        changes = publish(files, out)
    finally:
        progress("")
    findings = report["findings"]
    if as_json:
        print_json(
            {
                "out": str(out),
                "changed": bool(changes),
                "changes": changes.as_json(),
                "files": sorted(files),
                "report": _short(report),
            }
        )
    else:
        for line in run_lines(
            out, len(files), changes, findings, language or language_of_the_locale()
        ):
            click.echo(line)
    return int(any(Severity(finding["severity"]).blocks for finding in findings))


def _short(report: dict[str, Any]) -> dict[str, Any]:
    """The report without its explanations, which stand in report.json."""
    return {name: value for name, value in report.items() if name != "explanations"}
