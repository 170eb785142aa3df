"""`officium obligations`: what is due, by when, for whom; a duty with its law; what lateness costs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from officium.cli.obligations_cost import cost
from officium.cli.options import Day, json_option, language_option, print_json
from officium.cli.wording import say
from officium.findings import BadInput
from officium.job import duty_facts
from officium.language import long_date, visible
from officium.obligations import (
    Due,
    Performer,
    State,
    calendar,
    due_told,
    duty,
    duty_told,
    notes,
    office_calendar,
    state_of,
)
from officium.obligations import (
    say as say_of_duty,
)
from officium.payroll import read_folder


@click.group()
def obligations() -> None:
    """See what an employer must do, by when, who does it, and what neglect costs."""


obligations.add_command(cost)


@obligations.command("list")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--from", "since", type=Day(), required=True, help="First day of the calendar.")
@click.option("--to", "until", type=Day(), required=True, help="Last day of the calendar.")
@click.option("--today", type=Day(), help="Day on which it is looked at; else the first day.")
@click.option(
    "--performer",
    type=click.Choice([str(one) for one in Performer]),
    default=str(Performer.EMPLOYER),
    show_default=True,
    help="Who performs what a mandatary may do.",
)
@language_option
@json_option
def listed(
    folder: Path,
    since: date,
    until: date,
    today: date | None,
    performer: str,
    language: str,
    as_json: bool,
) -> int:
    """List what is due for the employers of FOLDER from one day to another.

    The folder tells no proof: what lies before --today stands as late, and its data count as complete. A
    certified secretariat's own later day stands beside the employer's; the duties of the office itself,
    which has no employer here, come last.
    """
    if until < since:
        raise BadInput("--to is before --from", code="usage")
    records = read_folder(folder)
    who = Performer(performer)
    told: list[tuple[str | None, Due, State]] = []
    for employer in records.employers:
        facts = duty_facts(records, employer, who, since, until)
        for due in calendar(facts, since, until):
            state = state_of(due, (), today or since, data_complete=True)
            told.append((employer.name, due, state))
    for due in office_calendar(who, (), since, until):
        told.append((None, due, state_of(due, (), today or since, data_complete=True)))
    if as_json:
        print_json(
            [{"employer": name, **due_told(due, state, language)} for name, due, state in told]
        )
        return 0
    shown: str | None = ""
    for name, due, state in told:
        if name != shown:
            shown = name
            click.echo(visible(name or say_of_duty("performer", who, language)))
        for line in _lines(due, state, language):
            click.echo(line)
    return 0


@obligations.command("show")
@click.argument("name", metavar="ID")
@language_option
@json_option
def show(name: str, language: str, as_json: bool) -> int:
    """Show a duty: who asks it, by what law, when it comes, who may perform it, what neglect costs."""
    told = duty_told(duty(name), language)
    if as_json:
        print_json(told)
        return 0
    click.echo(f"{told['names'][language]} ({told['id']})")
    click.echo(f"  {told['authority']}; {told['legal_basis']} ({told['standing']})")
    for term in told["comes"]:
        when = ", ".join(term["when"])
        needs = f" ({'; '.join(term['if'])})" if term["if"] else ""
        click.echo(f"  {when}{needs}" + (f": {term['note']}" if term["note"] else ""))
    if told["who_may"]:
        names = ", ".join(say_of_duty("performer", one, language) for one in told["who_may"])
        click.echo(f"  {say('obligations.who_may', language, names=names)}")
    sanction = told["sanction"]
    if sanction["scc"]:
        click.echo(f"  {say('obligations.level', language, **sanction)}")
    if sanction["civil_text"]:
        click.echo(f"  {sanction['civil_text']}")
    if told["abolished"]:
        click.echo(f"  {told['abolished']['why']}")
    return 0


def _lines(due: Due, state: State, language: str) -> Iterator[str]:
    day = long_date(due.day, language) if due.day else say("obligations.no_day", language)
    subject = f" {due.subject}" if due.subject else ""
    later = (
        f" ({say('obligations.certified_day', language, day=long_date(due.performer_day, language))})"
        if due.performer_day
        else ""
    )
    shown = say_of_duty("state", state.name, language)
    period = f" {due.period}" if due.period else ""
    yield f"  {day}{later}: {due.duty.names[language]}{period}{subject} [{shown}] ({due.duty.id})"
    for note in notes(due, language):
        yield f"      {note}"
