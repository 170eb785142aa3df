"""Facts, rules and figures of the law book as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from officium.cli.unfold import INDENT, period
from officium.cli.wording import say
from officium.law import Quarter


def fact_lines(fact: Mapping[str, Any], language: str) -> Iterable[str]:
    yield f"{fact['name']}  {fact['names'][language]}"
    words = [
        fact["kind"],
        ", ".join(fact["grain"]),
        say("fact.established" if fact["established"] else "fact.given", language),
    ]
    if fact["default"] is not None:
        words.append(say("fact.default", language, value=fact["default"]))
    if 0 < len(fact["codes"]) <= 10:
        words.append(say("fact.codes", language, codes=", ".join(fact["codes"])))
    if fact["zone"]:
        words.append(say("fact.zone", language, zone=fact["zone"]))
    yield INDENT + "; ".join(words)


def entry_lines(entry: Mapping[str, Any], language: str) -> Iterable[str]:
    """A dated value: one line, or one a row where it is a table or a scale."""
    standing = say(f"standing.{entry['standing']}", language)
    when = period(entry["from"], entry["until"], language)
    value = entry["value"]
    note = f" {entry['note']}" if entry["note"] else ""
    source = f"; {entry['source']}" if entry["source"] else ""
    told = f"({when}; {standing}{source}){note}"
    if value is None or isinstance(value, str):
        yield f"{value or say('standing.unknown', language)}  {told}"
        return
    yield told
    rows = value if isinstance(value, list) else [{code: text} for code, text in value.items()]
    for row in rows:
        yield INDENT + "  ".join(f"{column} {text}" for column, text in row.items())


def figure_lines(told: Mapping[str, Any], language: str) -> Iterable[str]:
    yield f"{told['figure']}  {told['shelf']}: {told['titles'][language]}"
    yield INDENT + say(f"clock.{told['clock']}", language)
    for entry in told["history"]:
        for line in entry_lines(entry, language):
            yield INDENT + line


def rule_lines(told: Mapping[str, Any], day: date | None, language: str) -> Iterable[str]:
    yield from fact_lines(told["fact"], language)
    if told["fact"]["note"]:
        yield INDENT + told["fact"]["note"]
    for rule in told["rules"]:
        yield f"{rule['shelf']}: {rule['titles'][language]}"
        for fact, codes in rule["scope"].items():
            yield INDENT + say("rule.scope", language, fact=fact, codes=", ".join(codes))
        if rule["when"]:
            yield INDENT + say(
                "rule.when", language, flag=rule["when"], otherwise=rule["otherwise"]
            )
        for version in rule["versions"]:
            yield from (INDENT + line for line in version_lines(version, language))
        if not rule["versions"]:
            yield INDENT + say("rule.none_on", language, day=day)


def version_lines(version: Mapping[str, Any], language: str) -> Iterable[str]:
    yield f"{version['name']}, {period(version['since'], version['until'], language)}"
    yield f"{INDENT}{version['meaning']}"
    yield from (INDENT * 2 + line for line in version["formula"])
    for need in version["needs"]:
        if "fact" in need:
            yield f"{INDENT}{need['fact']}  {need['names'][language]}"
            continue
        for entry in need["values"][-1:]:
            first, *rest = entry_lines(entry, language)
            yield f"{INDENT}{need['figure']}  {first}"
            yield from (INDENT + line for line in rest)
    yield INDENT + say("rule.source", language, source=version["source"])


def runs(quarters: Sequence[str]) -> Iterable[str]:
    """Quarters in order, those that follow each other as `2024Q1-2024Q4`."""
    first = last = None
    for quarter in (*map(Quarter.parse, quarters), None):
        if quarter and last and quarter.before(1) == last:
            last = quarter
            continue
        if first:
            yield str(first) if first == last else f"{first}-{last}"
        first = last = quarter
