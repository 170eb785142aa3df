"""The command line: verbs, their options and nothing else. A verb's module is loaded when it is used."""

from __future__ import annotations

import importlib
import io
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import click

from officium.findings import BadInput
from officium.language import visible

# Verb: the module and object that hold it, and the line that `--help` shows without loading it.
VERBS = {
    "run": (
        "officium.cli.run:run",
        "Compute a folder of records: payslips, declarations, payments.",
    ),
    "account": (
        "officium.cli.account:account",
        "Make the individual accounts of a year for a folder of records.",
    ),
    "evaluate": ("officium.cli.evaluate:evaluate", "Ask the law: facts in, wanted facts out."),
    "notice": (
        "officium.cli.notice:notice",
        "Reckon a notice: what is due, its first day and its last.",
    ),
    "net": ("officium.cli.net:net", "Find the gross pay that leaves a net pay."),
    "explain": ("officium.cli.explain:explain", "Show how a line of a payslip came about."),
    "mandate": (
        "officium.cli.mandate:mandate",
        "Ask who may act for an employer, and how its mandates stand.",
    ),
    "check": ("officium.cli.check:check", "Find what is wrong in a declaration or payment file."),
    "read": ("officium.cli.read:read", "Print the content of a declaration as JSON."),
    "intake": (
        "officium.cli.intake:intake",
        "What an employer delivers for a month: template, check, taking it over.",
    ),
    "verify": (
        "officium.cli.verify:verify",
        "Verify an evidence pack or an audit trail, without the office.",
    ),
    "evidence": (
        "officium.cli.evidence:evidence",
        "Make the signed evidence pack of an employer and a period.",
    ),
    "audit": ("officium.cli.audit:audit", "Verify the audit trail of an office."),
    "backup": ("officium.cli.backup:backup", "Write the whole office into one file."),
    "restore": ("officium.cli.backup:restore", "Read a backup into an empty office."),
    "serve": ("officium.cli.serve:serve", "Open the office in a browser."),
    "office": ("officium.cli.office:office", "Make an office, fill it, look after it."),
    "obligations": (
        "officium.cli.obligations:obligations",
        "See what an employer must do, by when, and what lateness costs.",
    ),
    "law": ("officium.cli.law:law", "Look into the law: facts, rules, figures, their standing."),
    "demo": ("officium.cli.demo:demo", "Write the folders of twelve invented employers."),
}


class NobodyReads(Exception):
    """The reader of our output went away (`| head`): nothing is wrong, and nobody is listening."""


class LazyVerbs(click.Group):
    """A group whose verbs are imported only when they run."""

    def make_context(self, *given: Any, **how: Any) -> click.Context:
        """As click does, but for a reader that went away: click would leave with 1."""
        try:
            return super().make_context(*given, **how)
        except BrokenPipeError as error:
            raise NobodyReads from error

    def invoke(self, ctx: click.Context) -> Any:
        """The verb runs; the same holds for its output."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise NobodyReads from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All verbs, in the order in which people meet them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb itself."""
        if cmd_name not in VERBS:
            return None
        module, _, name = VERBS[cmd_name][0].partition(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of verbs, from the lines above."""
        with formatter.section("Verbs"):
            formatter.write_dl([(verb, line) for verb, (_, line) in VERBS.items()])


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if not asked:
        return
    from importlib import metadata

    try:
        click.echo(f"officium {metadata.version('officium')}")
    except metadata.PackageNotFoundError:
        click.echo("officium, not installed: run from its source, which bears no version")
    ctx.exit()


@click.group(cls=LazyVerbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_version,
    help="Show the version and exit.",
)
def verbs() -> None:
    """Officium: open office software for the employer's social obligations in Belgium.

    Exit status: 0 done; 1 done, and something blocks; 2 wrong use or bad input.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a verb; every refusal is one message, and with --json one JSON document."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _never_unprintable()
    try:
        status = _spoken(given)
    except NobodyReads:
        _stop_speaking()
        raise SystemExit(0) from None
    except OSError as error:
        # What is read and written for a verb is refused by name; what is left is our own output.
        with suppress(OSError):
            click.echo(f"officium: the output cannot be written: {error.strerror}", err=True)
        raise SystemExit(2) from None
    raise SystemExit(status if isinstance(status, int) else 0)


def _spoken(given: Sequence[str]) -> object:
    """The exit status of a verb, or of its refusal."""
    try:
        return verbs.main(given, prog_name="officium", standalone_mode=False)
    except BadInput as refusal:
        _refuse(refusal, given)
    except click.exceptions.NoArgsIsHelpError as asked:
        click.echo(asked.format_message(), err=True)
    except click.ClickException as misuse:
        _refuse(BadInput(misuse.format_message(), code="usage"), given)
    except click.Abort:
        pass
    return 2


def _never_unprintable() -> None:
    """What the encoding of a terminal or pipe cannot say is written as its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _stop_speaking() -> None:
    """What is left in the buffers is for nobody: when the process ends, it must not be tried again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            os.dup2(nowhere, stream.fileno())


def _refuse(refusal: BadInput, given: Sequence[str]) -> None:
    try:
        if "--json" in given:
            # Names that are no text come escaped; `options.print_json` is not loaded for a refusal.
            told = json.dumps(refusal.as_json(), ensure_ascii=False)
            click.echo(told.encode("utf-8", "backslashreplace"))
        else:
            where = f"{visible(refusal.where)}: " if refusal.where else ""
            click.echo(f"officium: {where}{visible(refusal.message, lines=True)}", err=True)
    except BrokenPipeError:
        _stop_speaking()
