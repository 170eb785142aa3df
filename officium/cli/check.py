"""`officium check`: what is wrong in a declaration, a receipt or a payment file, from anybody."""

from __future__ import annotations

from pathlib import Path

import click

from officium.cli.findings_text import finding_lines, status
from officium.cli.options import declaration, json_option, language_option, print_json
from officium.declarations import examine
from officium.language import visible


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
    """Find out what FILE is (- for standard input), and list what is wrong in it.

    Exit status 1 when a finding blocks: a file that the authority would refuse.
    """
    with declaration(file) as (name, source):
        found = examine(source, schemas, language)
    if as_json:
        print_json(found.as_json())
    else:
        kind = found.document.kind.name if found.document else "XML"
        version = found.document.version if found.document else None
        click.echo(visible(" ".join(word for word in (name, kind, version) if word)))
        for line in finding_lines(found.findings, language):
            click.echo(line)
    return status(found.findings)
