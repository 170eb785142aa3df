"""`officium intake`: what an employer delivers for a month: the template, its check, taking it over."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from officium.cli.findings_text import finding_lines, status
from officium.cli.options import (
    apart,
    json_option,
    language_of_the_locale,
    period,
    print_json,
)
from officium.cli.wording import say
from officium.findings import BadInput
from officium.intake import (
    Delivery,
    Missing,
    TemplateKind,
    completeness,
    completeness_told,
    in_service,
    merged,
    plausibility,
    read_delivery,
    template,
)
from officium.language import LANGUAGES, visible
from officium.law import Month
from officium.payroll import Employer, Records, folder_texts, read_folder

_month = click.option("--month", required=True, help="The month, like 2025-02.")
_employer = click.option("--employer", help="Enterprise number, where the folder has several.")
_language = click.option(
    "--in", "language", type=click.Choice(LANGUAGES), help="Language; else that of the system."
)
_folder = click.argument("folder", type=click.Path(path_type=Path))
_file = click.argument("file", type=click.Path(path_type=Path))


@click.group()
def intake() -> None:
    """What an employer delivers for a month: template, check, taking it over."""


@intake.command("template")
@_folder
@_month
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="FILE.xlsx or FILE.csv."
)
@_employer
@_language
@json_option
def write_template(
    folder: Path,
    month: str,
    out: Path,
    employer: str | None,
    language: str | None,
    as_json: bool,
) -> int:
    """Write the file that the employer of FOLDER fills in for a month, filled in by the schedule.

    A workbook (.xlsx) for people, in a language, the employer's by default; a table (.csv) for programs.
    """
    kinds: dict[str, TemplateKind] = {".xlsx": "xlsx", ".csv": "csv"}
    if out.suffix.lower() not in kinds:
        raise BadInput(
            "a file that ends in .xlsx or .csv is expected", code="usage", where=str(out)
        )
    records = read_folder(folder)
    of = _one_employer(records, employer)
    content = template(
        records, of, _asked(month), kinds[out.suffix.lower()], language or of.language or "en"
    )
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(content)
    except OSError as error:
        raise BadInput(
            f"cannot be written: {error.strerror}", code="output", where=str(out)
        ) from error
    if as_json:
        contracts = len(in_service(records, of, _asked(month)))
        print_json({"out": str(out), "contracts": contracts})
    return 0


@intake.command("check")
@_folder
@_file
@_month
@_employer
@_language
@json_option
def check_delivery(
    folder: Path,
    file: Path,
    month: str,
    employer: str | None,
    language: str | None,
    as_json: bool,
) -> int:
    """Find what is wrong, missing or unlikely in FILE, delivered for a month to the records of FOLDER.

    Exit status 1 when a finding blocks: the file cannot be taken over.
    """
    language = language or language_of_the_locale()
    records, of, delivery = _delivered(folder, file, month, employer, language)
    missing = completeness(records, of, delivery.month, [delivery])
    contracts = len(in_service(records, of, delivery.month))
    unlikely = (
        () if delivery.blocks else plausibility(records, of, delivery.month, delivery, language)
    )
    found = (*delivery.findings, *unlikely)
    if as_json:
        print_json(
            {
                "digest": delivery.digest,
                "contracts": contracts,
                "complete": contracts - len(missing),
                "missing": [_missing(one) for one in missing],
                "findings": [finding.as_json() for finding in found],
            }
        )
        return status(found)
    for line in completeness_told(missing, contracts, language):
        click.echo(visible(line))
    for line in finding_lines(found, language):
        click.echo(line)
    return status(found)


@intake.command("apply")
@_folder
@_file
@_month
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="A folder that is not there yet."
)
@_employer
@_language
@json_option
def apply_delivery(
    folder: Path,
    file: Path,
    month: str,
    out: Path,
    employer: str | None,
    language: str | None,
    as_json: bool,
) -> int:
    """Write the records of FOLDER with what FILE delivers for a month into a new folder.

    FOLDER stays as it is. Exit status 1 when a finding blocks: then nothing is written.
    """
    language = language or language_of_the_locale()
    apart(folder, out)
    if out.exists():
        raise BadInput("is there already: a new folder is expected", code="output", where=str(out))
    records, _, delivery = _delivered(folder, file, month, employer, language)
    changed: dict[str, str] = {}
    if not delivery.blocks:
        before = folder_texts(records)
        after = merged(before, delivery)
        changed = {name: text for name, text in after.items() if before.get(name) != text}
        gone = before.keys() - after.keys()
        _written(folder, out, changed, gone)
    if as_json:
        findings = [finding.as_json() for finding in delivery.findings]
        print_json({"out": str(out), "changed": sorted(changed), "findings": findings})
        return status(delivery.findings)
    if delivery.findings:
        for line in finding_lines(delivery.findings, language):
            click.echo(line)
    if not changed and not delivery.blocks:
        click.echo(say("intake.nothing", language))
    for name in sorted(changed):
        click.echo(say("intake.written", language, name=name))
    return status(delivery.findings)


def _written(folder: Path, out: Path, changed: dict[str, str], gone: set[str]) -> None:
    """The folder copied beside its new name, changed, then named: all of it or nothing."""
    made = out.with_name(f".{out.name}.officium-new")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(made, ignore_errors=True)
        shutil.copytree(folder, made)
        for name in gone:
            (made / name).unlink()
        for name, text in changed.items():
            (made / name).parent.mkdir(exist_ok=True)
            (made / name).write_bytes(text.encode())
        made.rename(out)
    except OSError as error:
        shutil.rmtree(made, ignore_errors=True)
        raise BadInput(
            f"cannot be written: {error.strerror}", code="output", where=str(out)
        ) from error


def _asked(month: str) -> Month:
    return Month.of(period(month, None).first)


def _one_employer(records: Records, number: str | None) -> Employer:
    known = {one.enterprise_number: one for one in records.employers}
    if number is None and len(known) == 1:
        return records.employers[0]
    if number not in known:
        raise BadInput(
            f"give --employer, one of {', '.join(sorted(known))}", code="usage", where=number or ""
        )
    return known[number]


def _delivered(
    folder: Path, file: Path, month: str, employer: str | None, language: str
) -> tuple[Records, Employer, Delivery]:
    records = read_folder(folder)
    of = _one_employer(records, employer)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}", code="file", where=str(file)) from error
    return records, of, read_delivery(content, str(file), records, of, _asked(month), language)


def _missing(one: Missing) -> dict[str, object]:
    return {
        "staff_number": one.staff_number,
        "contract": one.contract,
        "name": one.name,
        "days": [day.isoformat() for day in one.days],
        "is_silent": one.is_silent,
    }
