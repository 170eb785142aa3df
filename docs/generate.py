"""The reference pages, made from what they describe: `python docs/generate.py` writes them anew.

The pages of the folder format are made by `officium.payroll.reference`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from covered import covered

from officium.cli import VERBS, verbs
from officium.law import GRADES, Quarter, belgium, coverage, facts, shelves, show

REFERENCE = Path(__file__).parent / "reference"
LANGUAGES = ("nl", "fr", "de", "en")
NOTICE = "<!-- Made by docs/generate.py: change what it describes, and run `make docs`. -->"
CLOCKS = {"on": "the period worked", "paid": "the day of payment"}
SHOWN_CODES = 12


def pages() -> dict[str, str]:
    """Every generated page by its place under `docs/reference`."""
    found = {
        "../coverage.md": _page(covered()),
        "commands.md": _page(_commands()),
        "facts.md": _page(_facts()),
        "law.md": _page(_law()),
    }
    for shelf in shelves(belgium()):
        found[_place(shelf["shelf"])] = _page(_shelf(shelf))
    return found


def _page(lines: Iterable[str]) -> str:
    title, *rest = lines
    return "\n".join([title, "", NOTICE, *rest]) + "\n"


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    heads = list(heads)
    yield ""
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |"


# --- commands --------------------------------------------------------------------------------------
def _commands() -> Iterator[str]:
    yield "# The commands"
    yield ""
    yield "`officium VERB --help` shows the same. Every verb has `--json`: one JSON document on standard"
    yield "output and nothing else. Exit status: 0 done; 1 done, and something blocks; 2 wrong use or bad"
    yield 'input, with one message, or with `--json` as `{"error": {"code", "message", "where"}}`.'
    yield "`--in nl|fr|de|en` chooses the language of what a person reads; by default that of the locale,"
    yield "else English."
    root = click.Context(verbs, info_name="officium", **verbs.context_settings)
    for verb in VERBS:
        command = verbs.get_command(root, verb)
        assert command is not None
        yield from _command(command, root, verb)


def _command(command: click.Command, parent: click.Context, name: str) -> Iterator[str]:
    context = click.Context(command, parent, name, terminal_width=96, max_content_width=96)
    yield ""
    yield f"## `{context.command_path}`"
    yield ""
    yield "```text"
    yield command.get_help(context)
    yield "```"
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            assert found is not None
            yield from _command(found, context, inner)


# --- facts -----------------------------------------------------------------------------------------
def _facts() -> Iterator[str]:
    told = facts(belgium())
    yield "# The facts"
    yield ""
    yield "The glossary: every name has one meaning in the whole house. **Bold** names are fixed for other"
    yield "programs. A *given* fact comes from records; an *established* one is computed by the law, and"
    yield "may be given too: then nothing above it is computed. What `officium evaluate` may leave out has"
    yield "a default; the default is a value, or the value of another fact."
    for title, established in (("Given", False), ("Established", True)):
        yield ""
        yield f"## {title}"
        rows = (
            (
                f"**`{fact['name']}`**" if fact["contract"] else f"`{fact['name']}`",
                _kind(fact),
                ", ".join(fact["grain"]),
                "" if fact["default"] is None else f"`{fact['default']}`",
                *(fact["names"][language] for language in LANGUAGES),
                fact["zone"] or "",
                fact["note"],
            )
            for fact in told
            if fact["established"] == established
        )
        yield from _table(("Name", "Kind", "Grain", "Default", *LANGUAGES, "Zone", "Note"), rows)


def _kind(fact: Mapping[str, Any]) -> str:
    codes = fact["codes"]
    if len(codes) > SHOWN_CODES:
        return f"one of {len(codes)} codes (`officium law facts --json`)"
    if codes:
        return "one of " + ", ".join(f"`{code}`" for code in codes)
    if fact["decimals"] is None:
        return str(fact["kind"])
    unit = f"{fact['unit']}, " if fact["unit"] else ""
    return f"{fact['kind']} ({unit}{fact['decimals']} decimals)"


# --- the law ---------------------------------------------------------------------------------------
def _place(shelf: str) -> str:
    return f"law/{shelf}.md"


def _law() -> Iterator[str]:
    yield "# The law book"
    yield ""
    yield "One page a shelf: its rules, its figures with their source, and on what it rests."
    yield from _table(
        ("Shelf", "Title", "Follows", "Reviewed", "Rules", "Figures", "Examples"),
        (
            (
                f"[{shelf['shelf']}]({_place(shelf['shelf'])})",
                shelf["titles"]["en"],
                CLOCKS[shelf["clock"]],
                f"{shelf['reviewed_from']} to {shelf['reviewed_until']}",
                *(str(shelf[count]) for count in ("rules", "figures", "examples")),
            )
            for shelf in shelves(belgium())
        ),
    )
    yield ""
    yield "## How the figures are known"
    yield ""
    yield "The figures that the rules in force need, each counted once a quarter by its weakest month."
    yield "*official*: read in the law or on the authority's own page; *secondary*: read elsewhere;"
    yield "*derived*: computed from cited ones; *recalled*: known, and not found in a document; *unknown*:"
    yield "no document found; *missing*: not looked for. `officium law audit` shows it by shelf."
    told = coverage(belgium(), Quarter(2022, 1), Quarter(2026, 4))["coverage"]
    quarters = dict.fromkeys(row["quarter"] for row in told)
    rows = []
    for quarter in quarters:
        mine = [row for row in told if row["quarter"] == quarter]
        reviewed = sum(row["reviewed"] for row in mine)
        counts = [str(sum(row[grade] for row in mine)) for grade in GRADES]
        rows.append((quarter, *counts, f"{reviewed} of {len(mine)} shelves"))
    yield from _table(("Quarter", *GRADES, "Reviewed"), rows)


def _shelf(shelf: Mapping[str, Any]) -> Iterator[str]:
    country = belgium()
    (held,) = (one for one in country.shelves if one.name == shelf["shelf"])
    yield f"# {shelf['titles']['en']}"
    yield ""
    yield "; ".join(f"{language}: {shelf['titles'][language]}" for language in LANGUAGES) + "."
    yield ""
    yield f"Follows {CLOCKS[shelf['clock']]}. Reviewed from {shelf['reviewed_from']} to"
    yield f"{shelf['reviewed_until']}; later periods run with `--provisional` only."
    if held.rules:
        yield ""
        yield "## Rules"
    for name in dict.fromkeys(rule.fact for rule in held.rules):
        told = show(country, name, None)
        yield ""
        yield f"### `{name}`"
        yield ""
        yield told["fact"]["names"]["en"] + (
            f". Used by {_names(told['users'])}." if told["users"] else "."
        )
        for rule in told["rules"]:
            yield from _rule(rule)
    if held.figures:
        yield ""
        yield "## Figures"
    for name in sorted(held.figures):
        told = show(country, name, None)
        yield ""
        yield f"### `{name}`"
        yield ""
        yield f"Used by {_names(told['users'])}." if told["users"] else "Used by no rule."
        yield from _table(
            ("From", "Until", "Value", "Standing", "Source", "Note"),
            (
                (
                    entry["from"],
                    entry["until"] or "",
                    _value(entry["value"]),
                    entry["standing"],
                    entry["source"],
                    entry["note"],
                )
                for entry in told["history"]
            ),
        )


def _rule(rule: Mapping[str, Any]) -> Iterator[str]:
    only = [
        f"where `{fact}` is {' or '.join(f'`{code}`' for code in codes)}"
        for fact, codes in rule["scope"].items()
    ]
    if rule["when"]:
        only.append(f"where `{rule['when']}`; otherwise {rule['otherwise']}")
    for version in rule["versions"]:
        until = f" until {version['until']}" if version["until"] else ""
        where = f", {' and '.join(only)}" if only else ""
        yield ""
        yield f"**From {version['since']}{until}{where}.** {version['meaning']}"
        yield ""
        yield "```text"
        yield from version["formula"]
        yield "```"
        yield ""
        yield f"*{version['source']}*"


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _value(value: Any) -> str:
    if value is None:
        return "unknown"
    if isinstance(value, str):
        return value
    rows = value if isinstance(value, list) else [{code: text} for code, text in value.items()]
    return "<br>".join("; ".join(f"{name} {text}" for name, text in row.items()) for row in rows)


def main() -> None:
    """Write every page; remove pages of shelves that are gone."""
    made = pages()
    for place in sorted((REFERENCE / "law").rglob("*.md")):
        if str(place.relative_to(REFERENCE)) not in made:
            place.unlink()
    for name, text in made.items():
        place = REFERENCE / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
