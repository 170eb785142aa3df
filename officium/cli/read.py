"""`officium read`: the content of a declaration, a receipt or a payment file as JSON."""

from __future__ import annotations

from pathlib import Path

import click

from officium import declarations
from officium.cli.options import declaration, json_option, language_option, print_json


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@language_option
@json_option
def read(file: Path, language: str, as_json: bool) -> None:
    """Print the content of FILE (- for standard input) as one JSON document, with or without --json.

    Nothing is judged: a file that can be read is printed, whatever is wrong in it.
    """
    with declaration(file) as (_, source):
        content = declarations.as_json(declarations.read(source, language))
    print_json(content)
