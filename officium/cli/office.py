"""`officium office`: an office from the command line: made, filled, looked after."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from officium.cli.options import Day, json_option, print_json
from officium.findings import BadInput

Verb = TypeVar("Verb", bound=Callable[..., Any])


def home_option(verb: Verb) -> Verb:
    """`--home DIR`: the folder of the office."""
    return click.option(
        "--home",
        type=click.Path(path_type=Path, file_okay=False),
        help="Folder of the office; else OFFICIUM_HOME, else office-data.",
    )(verb)


def started(home: Path | None) -> None:
    """The office of this home, its database up to date."""
    from officium.office import start

    start(home)
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)


@click.group()
def office() -> None:
    """Make an office, fill it, look after it."""


@office.command("create")
@home_option
@click.option(
    "--kind",
    type=click.Choice(["employer", "provider", "certified"]),
    required=True,
    help="What the operator is.",
)
@click.option("--name", required=True, help="Name of the operator.")
@click.option("--number", required=True, help="Its enterprise number, ten digits.")
@click.option("--certification", help="Number of its certification, of a certified one only.")
@click.option("--decree", type=Day(), help="Date of the ministerial decree, likewise.")
@click.option("--legal-form", default="", help="Legal form, such as VZW.")
@json_option
def create(
    home: Path | None,
    kind: str,
    name: str,
    number: str,
    certification: str | None,
    decree: date | None,
    legal_form: str,
    as_json: bool,
) -> int:
    """Make an office with its operator.

    employer: for itself; provider: a social service provider; certified: a certified social secretariat, with
    the number of its certification and the date of its decree. Only this one may collect contributions.
    """
    started(home)
    from officium.office.acts import operator
    from officium.office.acts.actor import Actor

    made = operator.found(
        Actor.office("command"),
        kind=kind,
        name=name,
        enterprise_number=number,
        certification_number=certification,
        decree_date=decree,
        legal_form=legal_form,
    )
    _tell({"operator": made.name, "kind": made.kind}, as_json)
    return 0


@office.command("import")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@home_option
@json_option
def import_folder(folder: Path, home: Path | None, as_json: bool) -> int:
    """Admit the employer of a FOLDER of records, with its mandates."""
    started(home)
    from officium.office.acts import duties, records
    from officium.office.acts.actor import Actor

    texts = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "README.md" and not path.name.startswith(".")
    }
    employer = records.admit(Actor.office("command"), texts)
    duties.reckon(employer)
    _tell({"employer": employer.name, "number": employer.enterprise_number}, as_json)
    return 0


@office.command("export")
@click.argument("number")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A new folder.")
@home_option
@json_option
def export_folder(number: str, out: Path, home: Path | None, as_json: bool) -> int:
    """Write the folder of records with which the employer NUMBER moves out, with its mandates."""
    if out.exists():
        raise BadInput("is there already: give a new folder", code="output", where=str(out))
    started(home)
    from officium.office.acts import records
    from officium.office.acts.actor import Actor

    texts = records.exported(Actor.office("command"), employer_of(number))
    out.mkdir(parents=True)
    records.lay_down(texts, out)
    _tell({"folder": str(out), "files": len(texts)}, as_json)
    return 0


@office.command("demonstration")
@home_option
@json_option
def demonstration(home: Path | None, as_json: bool) -> int:
    """Fill an empty office with twelve invented employers, three quarters of history, people of every role.

    A build that was stopped is taken up where it stopped; one that is done changes nothing.
    """
    started(home)
    from officium.office.acts import practice
    from officium.office.models import Employer, Operator, Worker

    held = Operator.objects.first()
    if held is not None and held.practice_day is None:
        raise BadInput("this is a real office: give another --home", code="real_office")
    practice.build(_bar)
    people = list(practice.people())
    if as_json:
        print_json(
            {
                "employers": Employer.objects.count(),
                "workers": Worker.objects.count(),
                "password": practice.PASSWORD,
                "people": [{"email": email, "role": role} for email, role in people],
            }
        )
        return 0
    click.echo(f"{Employer.objects.count()} employers, {Worker.objects.count()} workers")
    click.echo(f"Everybody signs in with the password: {practice.PASSWORD}")
    for email, role in people:
        click.echo(f"  {role:16} {email}")
    return 0


def employer_of(number: str) -> Any:
    """The employer with this enterprise number. Raises BadInput."""
    from officium.office.models import Employer

    found = Employer.objects.filter(enterprise_number=number).first()
    if found is None:
        raise BadInput("is no employer of this office", code="unknown_employer", where=number)
    return found


def _bar(done: int, of: int) -> None:
    """Progress on a terminal, nothing elsewhere."""
    if sys.stderr.isatty():
        width = 40 * done // max(of, 1)
        end = "\n" if done == of else ""
        sys.stderr.write(f"\r[{'#' * width}{'.' * (40 - width)}] {done}/{of} quarters{end}")
        sys.stderr.flush()


def _tell(told: dict[str, Any], as_json: bool) -> None:
    if as_json:
        print_json(told)
    else:
        click.echo(", ".join(f"{name}: {value}" for name, value in told.items()))
