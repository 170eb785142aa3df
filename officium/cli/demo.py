"""`officium demo`: the invented employers of the practice office, each as a folder of records."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Mapping
from pathlib import Path

import click

from officium.cli.options import json_option, language_option, print_json
from officium.cli.wording import say
from officium.demonstration import DEMONSTRATION_DAY, invented_office
from officium.findings import BadInput


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@language_option
@json_option
def demo(folder: Path, language: str, as_json: bool) -> int:
    """Write the records of twelve invented employers with 160 workers.

    FOLDER is new or empty, and gets a folder of records for each employer, by its enterprise number:
    January to September 2025 in full, October as far as it was delivered by the 20th.
    """
    office = invented_office()
    _write(office, folder)
    employers = [
        {
            "enterprise_number": number,
            "name": tomllib.loads(texts["employer.toml"])["name"],
            "folder": str(folder / number),
            "workers": sum(name.startswith("people/") for name in texts),
        }
        for number, texts in office.items()
    ]
    if as_json:
        print_json({"day": str(DEMONSTRATION_DAY), "employers": employers})
        return 0
    workers = sum(one["workers"] for one in employers)
    told = {"folder": folder, "employers": len(employers), "workers": workers}
    click.echo(say("demo.written", language, **told))
    for one in employers:
        click.echo(f"  {one['enterprise_number']}  {one['workers']:3}  {one['name']}")
    return 0


def _write(office: Mapping[str, Mapping[str, str]], folder: Path) -> None:
    """All folders or none: they are made beside the place and take it in one step."""
    try:
        place = folder.resolve()
        if place.exists() and (not place.is_dir() or any(place.iterdir())):
            raise BadInput("is not empty: give a new folder", code="output", where=str(folder))
        new = place.with_name(f".{place.name}.officium-new")
        shutil.rmtree(new, ignore_errors=True)
        try:
            for number, texts in office.items():
                for name, text in texts.items():
                    path = new / number / name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(text.encode())
            new.replace(place)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    except (OSError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "a link that leads to itself"
        raise BadInput(f"cannot be written: {reason}", code="output", where=str(folder)) from error
