"""`officium notice`: what notice is due, when it begins and when it has run."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from officium.cli.evaluate import print_answer
from officium.cli.notice_text import calendar_lines, remark_lines, suspension_lines
from officium.cli.options import (
    Day,
    json_option,
    language_option,
    print_json,
    provisional_option,
)
from officium.cli.wording import say
from officium.findings import BadInput
from officium.language import long_date
from officium.payroll import (
    Absence,
    Contract,
    GivenNotice,
    NoticePeriod,
    Records,
    Worker,
    absences_not_held,
    given_notice,
    gives_outplacement,
    notice_period,
    read_folder,
    read_notice,
)

_STATUSES = ("white_collar", "blue_collar")
_GIVERS = ("employer", "worker", "worker_with_new_job")
_WAYS = ("registered_letter", "bailiff", "handed_over", "at_once")
_PURPOSES = ("ordinary", "pension", "rcc_recognised")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--worker", help="Staff number, with FOLDER.")
@click.option(
    "--contract", "number", type=int, help="Contract, with FOLDER; else the one with notice."
)
@click.option("--status", type=click.Choice(_STATUSES), help="Status of the worker.")
@click.option("--begins", type=Day(), help="First day of the uninterrupted service.")
@click.option("--by", "given_by", type=click.Choice(_GIVERS), help="Who gives notice.")
@click.option("--sent", type=Day(), help="Day on which it is posted, served or handed over.")
@click.option("--way", type=click.Choice(_WAYS), help="How it is given; else by registered letter.")
@click.option("--notified", type=Day(), help="Day on which it takes effect, instead of --sent.")
@click.option("--purpose", type=click.Choice(_PURPOSES), help="What a dismissal is for.")
@click.option("--agency-months", type=int, help="Months as an agency worker before.")
@click.option("--agreed-weeks", type=int, help="Longer notice agreed for a dismissal.")
@click.option(
    "--pay-2013",
    "yearly_pay_of_2013",
    help="Yearly pay on 31 December 2013, in euro, like 45000.00.",
)
@click.option(
    "--clause-months-2013",
    "agreed_months_of_2013",
    type=int,
    help="Months of a clause on notice that was valid on 31 December 2013.",
)
@click.option(
    "--sector-days-2013",
    "sector_days_of_2013",
    type=int,
    help="Days of the joint committee on 31 December 2013, of a manual worker.",
)
@click.option("--term-ends", type=Day(), help="Last day of the term, where there is one.")
@click.option(
    "--suspended",
    multiple=True,
    help="Suspension, like sickness_or_accident:2025-04-01:2025-04-10; may be repeated.",
)
@click.option("--explain", "explained", is_flag=True, help="Say how each day came about.")
@provisional_option
@language_option
@json_option
def notice(
    folder: Path | None,
    worker: str | None,
    number: int | None,
    explained: bool,
    provisional: bool,
    language: str,
    as_json: bool,
    **told: Any,
) -> None:
    """Reckon a notice: its months, days and weeks, its first day and its last.

    Either of a contract in FOLDER, from its records, or of what the options tell: --status, --begins,
    --by, and --sent or --notified. The law is that of the day on which the notice is notified.
    """
    given = {name: value for name, value in told.items() if value not in (None, ())}
    if folder:
        records, contract = _recorded(folder, worker, number, given)
        of = given_notice(records, *contract)
    else:
        of = _told(worker, number, given)
    period = notice_period(of, provisional=provisional, language=language if explained else None)
    not_held: tuple[Absence, ...] = ()
    if folder:
        who, one = contract
        until = period.last_day
        not_held = absences_not_held(records, who.staff_number, one, period.begins, until)
    if as_json:
        print_json(_as_json(period, not_held))
        return
    if of.is_void:
        click.echo(say("notice.void", language))
    sent, notified = (long_date(day, language) for day in (of.notice.sent_on, of.notified_on))
    wording = {"registered_letter": "notice.by_letter", "at_once": "notice.at_once"}
    click.echo(
        say(wording.get(of.notice.way, "notice.notified"), language, sent=sent, day=notified)
    )
    for line in (*suspension_lines(period, language), *remark_lines(period, not_held, language)):
        click.echo(line)
    print_answer(period.answer, language)
    for line in calendar_lines(period, language):
        click.echo(line)


def _recorded(
    folder: Path, staff_number: str | None, number: int | None, told: dict[str, Any]
) -> tuple[Records, tuple[Worker, Contract]]:
    """The records of a folder, and the contract in them whose notice is asked."""
    if told:
        name = min(told).replace("_", "-")
        raise BadInput(f"{name} is told by the records of FOLDER: leave it out", code="usage")
    if staff_number is None:
        raise BadInput("give the --worker whose notice it is", code="usage")
    records = read_folder(folder)
    workers = {one.staff_number: one for one in records.workers}
    if staff_number not in workers:
        known = ", ".join(sorted(workers)[:12])
        raise BadInput(
            f"nobody has staff number {staff_number}; known are {known}",
            code="usage",
            where=str(folder),
        )
    worker = workers[staff_number]
    contracts = [one for one in worker.contracts if number in (None, one.number)]
    if contracts:
        contract = next((one for one in contracts if one.notice), contracts[0])
        return records, (worker, contract)
    raise BadInput(f"{staff_number} has no contract {number}", code="usage", where=str(folder))


def _told(worker: str | None, number: int | None, told: dict[str, Any]) -> GivenNotice:
    """The notice that the options tell."""
    if worker is not None or number is not None:
        raise BadInput("--worker and --contract are of a FOLDER, which is missing", code="usage")
    if missing := [name for name in ("status", "begins", "given_by") if name not in told]:
        option = missing[0].removeprefix("given_")
        raise BadInput(f"--{option} is missing; or name a FOLDER", code="usage")
    if ("sent" in told) == ("notified" in told):
        raise BadInput("give one of --sent and --notified", code="usage")
    if "notified" in told and "way" in told:
        raise BadInput("--way is of a notice that was --sent", code="usage")
    status, begins = told.pop("status"), told.pop("begins")
    # What took effect on a day is as if a bailiff had served it then.
    way = "bailiff" if "notified" in told else told.pop("way", "registered_letter")
    sent_on = told.pop("notified", None) or told.pop("sent")
    if sent_on < begins:
        raise BadInput(f"a notice of {sent_on} is before the service, of {begins}", code="usage")
    suspensions = tuple(map(_suspension, told.pop("suspended", ())))
    fields = {**told, "way": way, "sent_on": sent_on, "suspensions": suspensions}
    read = read_notice(fields)
    return GivenNotice(read, status, begins, begins, read.suspensions)


def _suspension(text: str) -> dict[str, Any]:
    cause, *days = text.split(":")
    try:
        begins, until = map(date.fromisoformat, days)
    except ValueError as error:
        raise BadInput(
            f"{text[:60]!r} is no suspension like sickness_or_accident:2025-04-01:2025-04-10",
            code="usage",
        ) from error
    return {"cause": cause, "begins": begins, "until": until}


def _as_json(period: NoticePeriod, not_held: Iterable[Absence]) -> dict[str, Any]:
    of = period.of
    return {
        "notice": of.notice.model_dump(mode="json", exclude_none=True),
        "status": of.status,
        "in_service_since": of.in_service_since.isoformat(),
        "notified_on": of.notified_on.isoformat(),
        "suspensions": [
            {**one.model_dump(mode="json"), "stands_still": does_stop}
            for one, does_stop in period.stops
        ],
        "is_void": of.is_void,
        "gives_outplacement": gives_outplacement(period),
        "absences_not_held": [
            {"kind": one.kind, "first": one.first.isoformat()} for one in not_held
        ],
        "days_not_run": [day.isoformat() for day in period.days_not_run],
        **period.answer.as_json(),
    }
