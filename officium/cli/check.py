"""`officium check`: what is wrong in a declaration, a receipt or a payment file, from anybody."""

from __future__ import annotations

from pathlib import Path

import click

from officium.cli.options import json_option, language_option, print_json
from officium.declarations import examine
from officium.findings import Finding


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--schemas",
    type=click.Path(path_type=Path),
    help="Folder with official XSD files: validate by them too.",
)
@language_option
@json_option
def check(file: Path, schemas: Path | None, language: str, as_json: bool) -> int:
    """Find out what FILE is, and list what is wrong in it.

    Exit status 1 when a finding blocks: a file that the authority would refuse.
    """
    found = examine(file, schemas, language)
    if as_json:
        print_json(found.as_json())
    else:
        kind = found.document.kind.name if found.document else "XML"
        version = found.document.version if found.document else None
        click.echo(" ".join(word for word in (str(file), kind, version) if word))
        for finding in found.findings:
            click.echo(_line(finding))
    return int(any(finding.severity.blocks for finding in found.findings))


def _line(finding: Finding) -> str:
    line = "" if finding.line is None else str(finding.line)
    anomaly = f" [{finding.anomaly}]" if finding.anomaly else ""
    return f"{line:>6}  {finding.severity:<7} {finding.message}{anomaly}\n{'':15} {finding.path}"
