"""`officium explain`: how a line of a payslip came about, down to given facts and dated figures."""

from __future__ import annotations

from pathlib import Path

import click

from officium.cli.options import json_option, print_json, read_json
from officium.cli.unfold import reached, unfold
from officium.engine import near
from officium.findings import BadInput
from officium.language import LANGUAGES
from officium.law import belgium, explain_again


@click.command()
@click.argument("payslip", type=click.Path(path_type=Path))
@click.argument("name")
@click.option(
    "--in",
    "language",
    type=click.Choice(LANGUAGES),
    help="Language to explain in; else that of the payslip.",
)
@json_option
def explain(payslip: Path, name: str, language: str | None, as_json: bool) -> None:
    """Unfold the fact NAME of PAYSLIP, a JSON file that `officium run` wrote.

    The payslip carries its explanation in the worker's language. Another language is computed again
    from the question that it carries, and refused where the law book has changed since.
    """
    document = read_json(str(payslip), whole_numbers=True)
    try:
        held = document["explanation"]
        if language not in (None, held["language"]):
            held = explain_again(
                belgium(), document["question"], document["fingerprint"], held, language
            )
        facts = held["facts"]
        roots = [key for key in facts if key == name or key.partition("[")[0] == name]
        if not roots:
            raise BadInput(f"{name} is not on this payslip{near(name, facts)}", code="unknown_fact")
        found = reached(facts, roots)
        lines = list(unfold(found, roots, held["language"]))
    except BadInput as refusal:
        raise BadInput(refusal.message, code=refusal.code, where=str(payslip)) from refusal
    except (KeyError, TypeError, AttributeError) as error:
        raise BadInput(
            "is not a payslip with its explanation, as `officium run` writes it",
            code="payslip",
            where=str(payslip),
        ) from error
    if as_json:
        print_json({"root": roots[0], "language": held["language"], "facts": found})
    else:
        click.echo("\n".join(lines))
