"""`officium evidence`: what an employer and its office did in a period, in one signed archive."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from officium.cli.office import employer_of, home_option, started
from officium.cli.options import Day, json_option, print_json
from officium.findings import BadInput


@click.command()
@click.argument("employer", metavar="EMPLOYER")
@click.option("--from", "first", type=Day(), required=True, help="First day of the period.")
@click.option("--to", "last", type=Day(), required=True, help="Last day of the period.")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="A new ZIP file."
)
@home_option
@json_option
def evidence(
    employer: str, first: date, last: date, out: Path, home: Path | None, as_json: bool
) -> int:
    """Make the evidence pack of EMPLOYER (its enterprise number) for a period.

    It holds what was supplied, computed, declared, answered and paid, the mandates, the timeline with the
    delays of each party, and the audit trail; signed with the office's key. `officium verify` examines it
    anywhere, with the root certificate that is written beside it.
    """
    if out.exists():
        raise BadInput("is there already: give a new file", code="output", where=str(out))
    started(home)
    from officium.office.acts import evidence as acts
    from officium.office.acts.actor import Actor
    from officium.office.keys import office_root

    content = acts.pack(Actor.office("command"), employer_of(employer), first, last)
    root = out.with_suffix(".pem")
    out.parent.mkdir(parents=True, exist_ok=True)
    new = out.with_name(f".{out.name}.new")
    new.write_bytes(content)
    root.write_bytes(office_root())
    new.rename(out)
    told = {"pack": str(out), "bytes": len(content), "certificate": str(root)}
    if as_json:
        print_json(told)
    else:
        click.echo(f"{out}: {len(content)} bytes; root certificate: {root}")
    return 0
