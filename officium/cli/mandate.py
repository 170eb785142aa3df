"""`officium mandate`: who may act for whom, and the mandates of a folder as they stand on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from officium.cli.options import Day, json_option, language_option, print_json
from officium.cli.wording import say
from officium.findings import BadInput
from officium.language import long_date, visible
from officium.law import Quarter
from officium.payroll import Employer, Records, read_folder
from officium.representation import (
    Act,
    Mandate,
    Means,
    Operator,
    OperatorKind,
    duties_of,
    remarks_on_mandates,
)
from officium.representation import may as answer_of


class QuarterName(click.ParamType[Quarter]):
    """A quarter as `2025Q1`."""

    name = "quarter"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Quarter:
        """The quarter, or a usage error."""
        try:
            return Quarter.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


@click.group()
def mandate() -> None:
    """Ask who may act for an employer, and how its mandates stand."""


@mandate.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--act", type=click.Choice(list(map(str, Act))), help="What is done; always needed.")
@click.option("--on", required=True, type=Day(), help="Day on which it is done.")
@click.option(
    "--actor",
    help="Enterprise number of who does it; else the mandatary of that day, or the employer without one.",
)
@click.option("--employer", help="Enterprise number of the employer, where there are several.")
@click.option("--quarter", type=QuarterName(), help="Quarter declared or consulted; else of --on.")
@click.option(
    "--means",
    type=click.Choice(list(map(str, Means))),
    help="How contributions are collected, and only then.",
)
@language_option
@json_option
def may(
    folder: Path,
    act: str | None,
    on: date,
    actor: str | None,
    employer: str | None,
    quarter: Quarter | None,
    means: str | None,
    language: str,
    as_json: bool,
) -> int:
    """Say whether somebody may do something for an employer of FOLDER on a day.

    Exit status 0 for yes, 1 for no; no comes with the article and what to do.
    """
    if act is None:
        raise BadInput(f"give the --act: {', '.join(Act)}", code="usage")
    records = read_folder(folder)
    mandates = [one.mandate for one in records.mandates]
    of = _employer(records, employer, folder)
    answer = answer_of(
        _actor(of, actor, mandates, on, folder),
        Act(act),
        of.enterprise_number,
        on,
        mandates,
        means=Means(means) if means else None,
        quarter=quarter,
    )
    if as_json:
        print_json(answer.as_json(language))
        return int(not answer.allowed)
    click.echo(visible(answer.text(language)))
    standing = say(f"standing.{answer.standing}", language)
    click.echo(say("mandate.basis", language, article=answer.article, standing=standing))
    if (remedy := answer.remedy(language)) is not None:
        click.echo(say("mandate.remedy", language, remedy=remedy))
    return int(not answer.allowed)


@mandate.command("list")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--on", type=Day(), help="Day on which they are looked at; else today.")
@language_option
@json_option
def list_(folder: Path, on: date | None, language: str, as_json: bool) -> int:
    """List the mandates of FOLDER with their state on a day, and what is not right with them.

    Exit status 1 where two mandataries hold what only one may hold.
    """
    day = on or date.today()
    mandates = [one.mandate for one in read_folder(folder).mandates]
    findings = remarks_on_mandates(mandates, day, language)
    if as_json:
        print_json(
            {
                "on": day.isoformat(),
                "mandates": [
                    {
                        **one.as_json(),
                        "state": str(one.state(day)),
                        "is_in_force": one.state(day).is_in_force,
                        "last_day": last.isoformat() if (last := one.last_day(day)) else None,
                        "duties": [
                            {"quarter": str(duty.quarter), "until": duty.until.isoformat()}
                            for duty in duties_of(one, day)
                        ],
                    }
                    for one in mandates
                ],
                "findings": [finding.as_json() for finding in findings],
            }
        )
    else:
        for one in mandates:
            click.echo(visible(_line(one, day, language)))
        if not mandates:
            click.echo(say("mandate.none", language))
        for finding in findings:
            click.echo(
                visible(f"{say(f'severity.{finding.severity}', language)}: {finding.message}")
            )
    return int(any(finding.severity.blocks for finding in findings))


def _line(one: Mandate, day: date, language: str) -> str:
    last = one.last_day(day)
    period = say(
        "mandate.until" if last else "mandate.from",
        language,
        first=long_date(one.begins.first, language),
        last=long_date(last, language) if last else "",
    )
    who = f"{one.employer} > {one.receiver.name}"
    if one.delegated_from is not None:
        who = f"{one.employer} > {one.delegated_from} > {one.receiver.name}"
    return f"{one.key}  {who}  {one.group.name_in(language)}  {period}  {one.state(day).name_in(language)}"


def _employer(records: Records, number: str | None, folder: Path) -> Employer:
    known = {one.enterprise_number: one for one in records.employers}
    if number is None and len(known) == 1:
        return records.employers[0]
    if number not in known:
        says = "give the --employer" if number is None else f"{number} is no employer of the folder"
        raise BadInput(
            f"{says}; known are {', '.join(known)}", code="unknown_employer", where=str(folder)
        )
    return known[number]


def _actor(
    employer: Employer,
    number: str | None,
    mandates: Sequence[Mandate],
    on: date,
    folder: Path,
) -> Operator:
    """Who acts: the employer itself, or a mandatary as the mandate nearest to the day records it."""
    itself = Operator(OperatorKind.EMPLOYER, employer.name, employer.enterprise_number)
    known = {itself.enterprise_number: itself}
    ordered = sorted(mandates, key=lambda one: (one.state(on).is_in_force, one.begins, one.key))
    known |= {one.receiver.enterprise_number: one.receiver for one in ordered}
    if number is None:
        own = [one for one in ordered if one.employer == employer.enterprise_number]
        in_force = [one for one in own if one.state(on).is_in_force]
        acting = {one.receiver.enterprise_number: one.receiver for one in in_force or own}
        if len(acting) > 1:
            raise BadInput(
                f"give the --actor; mandataries are {', '.join(acting)}",
                code="unknown_actor",
                where=str(folder),
            )
        return next(iter(acting.values()), itself)
    if number not in known:
        raise BadInput(
            f"{number} is neither the employer nor a mandatary of the folder, and may nothing here; "
            f"known are {', '.join(known)}",
            code="unknown_actor",
            where=str(folder),
        )
    return known[number]
