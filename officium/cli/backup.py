"""`officium backup` and `officium restore`: the office in one file, and back."""

from __future__ import annotations

from pathlib import Path

import click

from officium.cli.office import home_option, started
from officium.cli.options import json_option, print_json
from officium.findings import BadInput


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@home_option
@json_option
def backup(file: Path, home: Path | None, as_json: bool) -> int:
    """Write the whole office into FILE, a new ZIP file, whatever its database.

    The secret key is not in it, nor open sessions: a backup alone lets nobody in.
    """
    if file.exists():
        raise BadInput("is there already: give a new file", code="output", where=str(file))
    started(home)
    from officium.office.acts import backup as acts

    told = acts.write(file)
    rows = sum(one["rows"] for one in told["tables"].values())
    if as_json:
        print_json({"backup": str(file), "rows": rows, "head": told["head"]})
    else:
        click.echo(f"{file}: {rows} rows, audit trail up to entry {told['head']['number']}")
    return 0


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@home_option
@json_option
def restore(file: Path, home: Path | None, as_json: bool) -> int:
    """Read a backup FILE into an empty office: a new --home, or an empty database by DATABASE_URL.

    Rows, digests and the audit trail are compared; where anything differs, nothing is restored.
    """
    if not file.is_file():
        raise BadInput("is no file", code="file", where=str(file))
    started(home)
    from officium.office.acts import backup as acts

    told = acts.read(file)
    rows = sum(one["rows"] for one in told["tables"].values())
    if as_json:
        print_json({"office": told["office"], "rows": rows, "head": told["head"]})
    else:
        click.echo(f"{told['office']}: {rows} rows restored, audit trail verified")
    return 0
