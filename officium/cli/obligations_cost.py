"""`officium obligations cost`: what a duty costs that was done late, or was not done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from officium.cli.options import (
    Day,
    json_option,
    language_option,
    print_json,
    provisional_option,
)
from officium.cli.unfold import INDENT, unfold
from officium.cli.wording import say
from officium.findings import BadInput
from officium.language import number, plain
from officium.law import Quarter, belgium
from officium.obligations import (
    GROUNDS,
    Breach,
    Consequence,
    consequences,
    say_of_cost,
)
from officium.obligations import duty as duty_named


@click.command()
@click.option("--duty", required=True, help="The duty, like nsso_balance.")
@click.option("--due", required=True, type=Day(), help="The last day on which it was in time.")
@click.option("--paid", "done", type=Day(), help="Day on which it was paid or done; else not yet.")
@click.option("--today", type=Day(), help="Day until which it is counted; else today.")
@click.option("--quarter", help="The quarter concerned, like 2025Q1, where --due does not tell it.")
@click.option("--amount", help="What was not paid in time, in euro, like 12000.00.")
@click.option("--declared", help="Contributions declared for the quarter, in euro.")
@click.option("--lines", type=int, help="Lines that the NSSO added or changed of its own motion.")
@click.option("--workers", type=int, default=1, show_default=True, help="Workers concerned.")
@click.option("--deliberate", is_flag=True, help="The breach was deliberate.")
@click.option("--repeated", is_flag=True, help="It was repeated within the legal time.")
@click.option("--legal-person", is_flag=True, help="The offender is a legal person.")
@click.option("--mitigating", is_flag=True, help="There are mitigating circumstances.")
@click.option("--mandatary", is_flag=True, help="A mandatary acts for the employer.")
@click.option("--ground", "grounds", multiple=True, help=f"One of {', '.join(GROUNDS)}.")
@click.option("--explain", "explained", is_flag=True, help="Say how each amount came about.")
@provisional_option
@language_option
@json_option
def cost(
    duty: str,
    due: date,
    done: date | None,
    today: date | None,
    quarter: str | None,
    amount: str | None,
    declared: str | None,
    lines: int | None,
    workers: int,
    deliberate: bool,
    repeated: bool,
    legal_person: bool,
    mitigating: bool,
    mandatary: bool,
    grounds: tuple[str, ...],
    explained: bool,
    provisional: bool,
    language: str,
    as_json: bool,
) -> None:
    """Say what late or wrong costs: sums owed, fines between their limits, and what may be waived."""
    breach = Breach(
        due=due,
        done=done,
        counted_until=today or date.today(),
        unpaid=_cents("unpaid_contributions", amount, "--amount") or 0,
        declared=_cents("declared_contributions", declared, "--declared"),
        lines_made=lines,
        workers=workers,
        is_deliberate=deliberate,
        is_repeated=repeated,
        is_legal_person=legal_person,
        are_circumstances_mitigating=mitigating,
        has_mandatary=mandatary,
        grounds=frozenset(grounds),
        of=_quarter(quarter),
    )
    found = consequences(duty_named(duty).sanction, breach, provisional=provisional)
    if as_json:
        print_json([as_document(line, language, explained=explained) for line in found])
        return
    if not found:
        click.echo(say_of_cost("text", "none", language))
    for line in found:
        for text in _told(line, language):
            click.echo(text)
        if explained and (explanation := line.explanation(language)):
            for text in unfold(explanation["facts"], [explanation["root"]], language):
                click.echo(INDENT + text)


def as_document(line: Consequence, language: str, *, explained: bool = False) -> dict[str, Any]:
    """A line as programs read it; amounts are text with two decimals, or null."""
    told: dict[str, Any] = {
        "kind": str(line.kind),
        "low": _plain(line.low),
        "high": _plain(line.high),
        "basis": line.basis,
        "standing": line.standing,
        "owed_by": str(line.owed_by),
        "fact": line.fact,
        "day": line.day.isoformat() if line.day else None,
        "asked": dict(line.asked),
        "waivers": [
            {"fact": w.fact, "percent": w.percent, "basis": w.basis, "open": w.is_open}
            for w in line.waivers
        ],
        "text": " ".join(_remarks(line, language)),
    }
    if line.unreviewed:
        told["not_reviewed"] = list(line.unreviewed)
    if explained:
        told["explanation"] = line.explanation(language)
    return told


def _told(line: Consequence, language: str) -> Iterator[str]:
    kind = say_of_cost("kind", line.kind, language)
    amount = _amount(line, language)
    yield say_of_cost("text", "line", language, kind=kind, amount=amount) if amount else kind
    for remark in _remarks(line, language):
        yield f"{INDENT}{remark}"
    standing = f"; {say(f'standing.{line.standing}', language)}" if line.standing else ""
    basis = f" [{line.basis}{standing}]" if line.basis else ""
    yield f"{INDENT}{say_of_cost('debtor', line.owed_by, language)}{basis}"
    for text in line.unreviewed:
        yield f"{INDENT}{say('answer.not_reviewed', language, what=text)}"
    for way in line.waivers:
        name = belgium().facts[way.fact].names[language]
        state = say_of_cost("text", "open" if way.is_open else "closed", language)
        gaps = {"way": name, "percent": way.percent, "state": state, "basis": way.basis}
        yield INDENT * 2 + say_of_cost("text", "waiver", language, **gaps)


def _amount(line: Consequence, language: str) -> str:
    if line.low is None:
        return ""
    low = number(line.low, 2, language)
    if line.high is None:
        return say_of_cost("text", "from", language, low=low)
    high = number(line.high, 2, language)
    word = "exact" if line.low == line.high else "left" if line.waivers else "between"
    if line.unknown:
        word = "between"
    return say_of_cost("text", word, language, low=low, high=high)


def _remarks(line: Consequence, language: str) -> Iterator[str]:
    """What stands instead of an amount, or why there is none."""
    if line.key:
        yield line.text(language)
    if line.unknown and line.low is None:
        yield say_of_cost("text", "not_known", language, why=line.unknown)
    elif line.unknown:
        yield say_of_cost("text", line.unknown, language)


def _cents(fact: str, text: str | None, option: str) -> int | None:
    return None if text is None else belgium().facts[fact].whole(text, option)


def _plain(cents: int | None) -> str | None:
    return None if cents is None else plain(cents, 2)


def _quarter(text: str | None) -> Quarter | None:
    try:
        return Quarter.parse(text) if text else None
    except ValueError as error:
        raise BadInput(str(error), code="usage", where="--quarter") from error
