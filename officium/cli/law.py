"""`officium law`: look into the law book."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import click

from officium.cli.law_text import entry_lines, fact_lines, figure_lines, rule_lines, runs
from officium.cli.options import Day, json_option, language_option, print_json
from officium.cli.unfold import INDENT
from officium.cli.wording import say
from officium.findings import BadInput
from officium.law import GRADES, Quarter, belgium, coverage, differences, facts, shelves, show


class Quarters(click.ParamType[Quarter]):
    """A quarter as `2025Q1`."""

    name = "quarter"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Quarter:
        """The quarter, or a usage error."""
        if isinstance(value, Quarter):
            return value
        if not re.fullmatch(r"20\d\dQ[1-4]", value, re.ASCII):
            self.fail(f"{value!r} is not a quarter like 2025Q1", param, ctx)
        return Quarter.parse(value)


@click.group()
def law() -> None:
    """Look into the law: shelves, facts, rules and figures, and how they are known."""


@law.command("list")
@language_option
@json_option
def list_shelves(language: str, as_json: bool) -> None:
    """List the shelves of the law book."""
    told = shelves(belgium())
    if as_json:
        print_json(told)
        return
    for shelf in told:
        reviewed = say(
            "shelf.reviewed",
            language,
            first=shelf["reviewed_from"],
            last=shelf["reviewed_until"],
        )
        click.echo(f"{shelf['shelf']}  {shelf['titles'][language]}")
        click.echo(
            f"{INDENT}{say('shelf.counts', language, **shelf)}; "
            f"{say('clock.' + shelf['clock'], language)}; {reviewed}"
        )


@law.command("facts")
@language_option
@json_option
def list_facts(language: str, as_json: bool) -> None:
    """Print the glossary: every fact with its kind, grain, default and official names.

    With --json an array of objects: name, kind, grain (array), unit, decimals, range, codes, established
    (whether the law computes it), default (a value, the name of another fact, or null), names (nl, fr,
    de, en), zone, contract (whether the name is fixed for other programs), note.
    """
    told = facts(belgium())
    if as_json:
        print_json(told)
        return
    for fact in told:
        for line in fact_lines(fact, language):
            click.echo(line)


@law.command("show")
@click.argument("name")
@click.option("--on", "day", type=Day(), help="Only what is in force on this day.")
@language_option
@json_option
def show_name(name: str, day: date | None, language: str, as_json: bool) -> None:
    """Show the fact or figure NAME: its rules or its history, its sources, and who uses it."""
    told = show(belgium(), name, day)
    if as_json:
        print_json(told)
        return
    lines = figure_lines(told, language) if "figure" in told else rule_lines(told, day, language)
    click.echo("\n".join(lines))
    if told["users"]:
        click.echo(say("fact.users", language, names=", ".join(told["users"])))


@law.command("diff")
@click.argument("day1", type=Day())
@click.argument("day2", type=Day())
@language_option
@json_option
def compare_days(day1: date, day2: date, language: str, as_json: bool) -> None:
    """Compare the figures and rules in force on DAY1 and on DAY2."""
    told = differences(belgium(), day1, day2)
    if as_json:
        print_json(told)
        return
    for figure in told["figures"]:
        click.echo(f"{figure['figure']}  ({figure['shelf']})")
        for mark, entry in (("-", figure["old"]), ("+", figure["new"])):
            for line in entry_lines(entry, language) if entry else [say("diff.nothing", language)]:
                click.echo(f"{INDENT}{mark} {line}")
    for rule in told["rules"]:
        click.echo(f"{rule['fact']}  ({rule['shelf']})")
        for mark, text in (("-", rule["old"]), ("+", rule["new"])):
            line = f"{text['name']}: {text['meaning']}" if text else say("diff.nothing", language)
            source = f" [{text['source']}]" if text else ""
            click.echo(f"{INDENT}{mark} {line}{source}")
    if not told["figures"] and not told["rules"]:
        click.echo(say("diff.none", language))


@law.command("audit")
@click.option("--from", "first", type=Quarters(), default="2022Q1", help="First quarter.")
@click.option("--to", "last", type=Quarters(), default="2026Q4", help="Last quarter.")
@language_option
@json_option
def audit(first: Quarter, last: Quarter, language: str, as_json: bool) -> None:
    """Show by quarter and shelf how the figures are known, and which rest on the least.

    Counted are the figures that the rules in force need. A figure is unknown where a shelf says that
    no document was found, and missing where it says nothing.
    """
    if last < first:
        raise BadInput(f"--from {first} comes after --to {last}", code="usage")
    told = coverage(belgium(), first, last)
    if as_json:
        print_json(told)
        return
    heads = [say(f"standing.{grade}", language) for grade in GRADES]
    widths = [max(len(head), 4) for head in heads]
    longest = max((len(row["shelf"]) for row in told["coverage"]), default=0)
    quarter_head, shelf_head = say("audit.quarter", language), say("audit.shelf", language)
    margin = max(len(quarter_head), 6)
    click.echo(
        "  ".join(
            [f"{quarter_head:<{margin}}", f"{shelf_head:<{longest}}"]
            + [f"{head:>{width}}" for head, width in zip(heads, widths, strict=True)]
        )
    )
    for row in told["coverage"]:
        counts = [
            f"{row[grade] or '·':>{width}}" for grade, width in zip(GRADES, widths, strict=True)
        ]
        remark = [] if row["reviewed"] else [say("shelf.not_reviewed", language)]
        cells = [f"{row['quarter']:<{margin}}", f"{row['shelf']:<{longest}}", *counts, *remark]
        click.echo("  ".join(cells))
    click.echo(f"\n{say('audit.weakest', language)}")
    for weak in told["weakest"]:
        standing = say(f"standing.{weak['standing']}", language)
        click.echo(f"{INDENT}{weak['figure']}: {standing} ({', '.join(runs(weak['quarters']))})")
