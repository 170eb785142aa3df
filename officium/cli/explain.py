"""`officium explain`: how a line of a payslip came about, down to given facts and dated figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import click

from officium.cli.options import json_option, print_json, read_json
from officium.cli.shown import as_written
from officium.cli.unfold import reached, unfold
from officium.findings import BadInput
from officium.language import LANGUAGES
from officium.law import belgium, explain_again

_NEAR = 3
# Sums of lines that are no line themselves.
_SUMS = ("net_before_deductions",)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@click.command()
@click.argument("payslip", type=click.Path(path_type=Path))
@click.argument("name", required=False)
@click.option(
    "--in",
    "language",
    type=click.Choice(LANGUAGES),
    help="Language to explain in; else that of the payslip.",
)
@click.option("--deep", is_flag=True, help="Unfold what has a line of its own too.")
@json_option
def explain(
    payslip: Path, name: str | None, language: str | None, deep: bool, as_json: bool
) -> None:
    """Unfold the fact NAME of PAYSLIP, a JSON file that `officium run` wrote; without NAME, list its lines.

    NAME may be a day of the month, like 2025-03-14: what it was, and why. The list ends with the days
    of absence. What has a line of its own on the payslip stays closed, unless --deep asks for all.

    The payslip carries its explanation in the worker's language. Another language is computed again
    from the question that it carries, and refused where the law book has changed since.
    """
    document = read_json(str(payslip), whole_numbers=True)
    try:
        held = document["explanation"]
        if name is None:
            _list(document, language or held["language"], as_json)
            return
        if _DAY.fullmatch(name):
            _day(document, name, language or held["language"], deep, as_json)
            return
        asked = _asked(document, name)
        held = asked["explanation"]
        if language not in (None, held["language"]):
            held = explain_again(belgium(), asked["question"], asked["fingerprint"], held, language)
        facts = held["facts"]
        roots = _rows(facts, name)
        if not roots and name[:1].isdigit():
            raise BadInput(
                f"{name} is no day: a day is written in full, like 2025-03-14", code="unknown_fact"
            )
        if not roots:
            raise BadInput(
                f"{name} is not on this payslip{_near(name, document)}", code="unknown_fact"
            )
        found = reached(facts, roots)
        folded = () if deep else _closed(facts, document["lines"])
        lines = list(unfold(found, roots, held["language"], folded))
    except BadInput as refusal:
        raise BadInput(refusal.message, code=refusal.code, where=str(payslip)) from refusal
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise BadInput(
            "is not a payslip with its explanation, as `officium run` writes it",
            code="payslip",
            where=str(payslip),
        ) from error
    if as_json:
        print_json({"root": roots[0], "language": held["language"], "facts": found})
    else:
        click.echo("\n".join(lines))


def _asked(document: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The part of the payslip that explains a fact: the pay, an account of holidays, absences."""
    apart = (*document.get("holidays", ()), *document.get("absences", ()))
    parts: list[Mapping[str, Any]] = [document, *apart]
    known = (part for part in parts if _holds(part["explanation"]["facts"], name))
    return next(known, document)


def _holds(facts: Mapping[str, Any], name: str) -> bool:
    return any(name in (key, key.partition("[")[0]) for key in facts)


def _closed(facts: Mapping[str, Any], lines: Iterable[Mapping[str, Any]]) -> set[str]:
    """What stays closed: lines of their own, sums of them, and amounts of nothing."""
    named = {line["key"] for line in lines}
    return {key for key in facts if key in (*named, *_SUMS) or facts[key]["value"] == "0.00"}


def _rows(facts: Mapping[str, Any], name: str) -> list[str]:
    """The key of a fact, or its rows in their order: a payslip may hold those that nothing rests on last."""
    found = [key for key in facts if name in (key, key.partition("[")[0])]
    return sorted(found, key=lambda key: int(key.partition("[")[2].rstrip("]") or 0))


def _day(document: Mapping[str, Any], day: str, language: str, deep: bool, as_json: bool) -> None:
    # The words of the documents are slow to load, and needed for days only.
    from officium.cli.day import day_explained, day_lines

    told = day_explained(document, day, language)
    lines = list(day_lines(told, language, deep=deep))
    if as_json:
        print_json({"day": day, "language": language, "contracts": told})
    else:
        click.echo("\n".join(lines))


def _list(document: Mapping[str, Any], language: str, as_json: bool) -> None:
    lines = document["lines"]
    told = [
        {
            "item": line["item"],
            "key": line["key"],
            "name": line["label"][language],
            "amount": line["amount"],
        }
        for line in lines
    ]
    absent: list[dict[str, Any]] = []
    if document.get("absences"):
        from officium.cli.day import absences_listed

        absent = absences_listed(document, language)
    if as_json:
        print_json({"language": language, "lines": told, "absences": absent})
        return
    width = max((len(line["key"]) for line in told), default=0)
    text = []
    for line in told:
        amount = "" if line["amount"] is None else as_written(line["amount"], language)
        text.append(f"{line['item']:<4} {line['key']:<{width}} {amount:>12}  {line['name']}")
    width = max((len(one["code"]) for one in absent), default=0)
    several = len({one["contract"] for one in absent}) > 1
    for one in absent:
        day = f"{one['day']} ({one['contract']})" if several else one["day"]
        hours = as_written(one["hours"], language)
        text.append(f"{day} {one['code']:<{width}} {hours:>6}  {one['name']}")
    click.echo("\n".join(text))


def _near(name: str, payslip: Mapping[str, Any]) -> str:
    """The facts whose key or official name is nearest in any language, as the end of a message."""
    found: dict[str, tuple[float, str]] = {}
    for key, word in _words(payslip):
        alike = SequenceMatcher(None, name.lower(), word.lower()).ratio()
        if alike >= 0.6 or (len(name) > 2 and name.lower() in word.lower()):
            said = key if word == key else f"{key} ({word})"
            found[key] = max(found.get(key, (alike, said)), (alike, said))
    nearest = sorted(found.values(), reverse=True)[:_NEAR]
    return f"; did you mean {' or '.join(said for _, said in nearest)}?" if nearest else ""


def _words(payslip: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Key and word: of each fact its key and its name, of each line its names in all languages."""
    for key, fact in payslip["explanation"]["facts"].items():
        bare = key.partition("[")[0]
        yield bare, bare
        yield bare, fact["name"]
    for line in payslip["lines"]:
        yield from ((line["fact"], name) for name in line["label"].values())
