"""`officium audit`: is the trail what was recorded; and the trail as a file for others to verify."""

from __future__ import annotations

from pathlib import Path

import click

from officium.cli.findings_text import finding_lines, status
from officium.cli.office import home_option, started
from officium.cli.options import json_option, language_option, print_json
from officium.findings import BadInput


@click.group()
def audit() -> None:
    """Verify the audit trail of an office, or write it out."""


@audit.command("verify")
@home_option
@language_option
@json_option
def verify(home: Path | None, language: str, as_json: bool) -> int:
    """Compare every row of the trail with the one before and with its content.

    Its last number and digest are printed: keep them elsewhere, and a cut is seen too. Exit status 1 when
    anything was changed.
    """
    started(home)
    from officium.office.acts.audit import examined
    from officium.office.models import AuditEntry

    last = AuditEntry.objects.order_by("number").last()
    head = {"number": last.number, "digest": last.digest} if last else None
    found = examined(language)
    if as_json:
        print_json({"head": head, "findings": [one.as_json() for one in found]})
    else:
        click.echo(f"{head['number']}: {head['digest']}" if head else "0")
        for line in finding_lines(found, language):
            click.echo(line)
    return status(found)


@audit.command("export")
@click.argument("folder", type=click.Path(path_type=Path))
@home_option
@json_option
def export(folder: Path, home: Path | None, as_json: bool) -> int:
    """Write the trail into a new FOLDER: audit.jsonl and contents; `officium verify` examines it anywhere."""
    if folder.exists():
        raise BadInput("is there already: give a new folder", code="output", where=str(folder))
    started(home)
    from officium.office.acts.audit import exported

    exported(folder)
    file = str(folder / "audit.jsonl")
    if as_json:
        print_json({"file": file})
    else:
        click.echo(file)
    return 0
