"""`officium obligations`: what is due when, by whom, and what each duty is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from officium.cli.options import Day, json_option, language_option, print_json
from officium.cli.unfold import INDENT
from officium.cli.wording import say
from officium.findings import BadInput
from officium.job import employer_facts
from officium.obligations import (
    Performer,
    calendar,
    due_told,
    duty,
    duty_told,
    notes,
    office_calendar,
    reason,
    state_of,
)
from officium.obligations import say as duty_word
from officium.payroll import read_folder

_PERFORMERS = [str(one) for one in Performer]


@click.group()
def obligations() -> None:
    """See the duties of an employer and of its mandatary: what is due when, by whom, by what law."""


@obligations.command("list")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--from", "since", type=Day(), required=True, help="First day.")
@click.option("--to", "until", type=Day(), required=True, help="Last day.")
@click.option("--today", type=Day(), help="Day on which the states are told; else the first day.")
@click.option(
    "--performer", type=click.Choice(_PERFORMERS), default="employer", help="Who performs."
)
@language_option
@json_option
def list_dues(
    folder: Path,
    since: date,
    until: date,
    today: date | None,
    performer: str,
    language: str,
    as_json: bool,
) -> None:
    """List what is due for the employers of FOLDER from a day to a day.

    With --json an array of objects: id, key, name, period, subject, due, performer_due, performer,
    who_may, authority, legal_basis, sanction, standing, due_standing, closed_day_rule, reason, state,
    late_days, note, employer (null for a duty of the office itself). A folder holds no proofs: what lies
    before --today counts as late, and its data as complete.
    """
    if until < since:
        raise BadInput(f"--to {until} is before --from {since}", code="usage")
    who = Performer(performer)
    records = read_folder(folder)
    found = [
        (employer.enterprise_number, due)
        for employer in records.employers
        for due in calendar(employer_facts(records, employer, who, until), since, until)
    ]
    listed = [*found, *((None, due) for due in office_calendar(who, (), since, until))]
    listed.sort(key=lambda one: one[1].order)
    states = [state_of(due, (), today or since, data_complete=True) for _, due in listed]
    if as_json:
        print_json(
            [
                {**due_told(due, state, language), "employer": employer}
                for (employer, due), state in zip(listed, states, strict=True)
            ]
        )
        return
    several = len(records.employers) > 1
    for (employer, due), state in zip(listed, states, strict=True):
        day = due.day.isoformat() if due.day else "----------"
        whose = f"  {employer}" if several and employer else ""
        told = duty_word("state", state.name, language)
        click.echo(f"{day}  {due.duty.id}{whose}  {due.duty.names[language]} ({told})")
        subject = f"{due.subject}: " if due.subject else ""
        click.echo(f"{INDENT}{subject}{reason(due, language)}")
        if due.performer_day:
            later = say("obligations.performer_due", language, day=due.performer_day)
            click.echo(f"{INDENT}{later}")
        for note in notes(due, language):
            click.echo(f"{INDENT}{note}")


@obligations.command("show")
@click.argument("name", metavar="ID")
@language_option
@json_option
def show_duty(name: str, language: str, as_json: bool) -> None:
    """Show the duty ID: when it comes, who may perform it, its law, its sanction, how it is known."""
    told = duty_told(duty(name), language)
    if as_json:
        print_json(told)
        return
    sanction = told["sanction"]
    click.echo(f"{told['id']}  {told['names'][language]}")
    click.echo(f"{INDENT}{told['authority']}; {told['legal_basis']}")
    if told["abolished"]:
        click.echo(f"{INDENT}{say('obligations.abolished', language, **told['abolished'])}")
    for coming in told["comes"]:
        when = ", ".join(coming["when"] + coming["if"])
        standing = say(f"standing.{coming['due_standing']}", language)
        click.echo(
            f"{INDENT}{when} ({standing})" + (f": {coming['note']}" if coming["note"] else "")
        )
    if told["who_may"]:
        names = ", ".join(duty_word("performer", one, language) for one in told["who_may"])
        click.echo(f"{INDENT}{say('obligations.who_may', language, names=names)}")
    if sanction["level"]:
        level = say("obligations.level", language, scc=sanction["scc"], level=sanction["level"])
        click.echo(f"{INDENT}{level}")
    if sanction["civil_text"]:
        click.echo(f"{INDENT}{sanction['civil_text']}")
