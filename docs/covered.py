"""What is covered: the page, made from the rows in `docs/coverage` and from the law book itself."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from officium.engine import Country, Rule, Shelf
from officium.law import GRADES, Month, belgium, signed_examples

ROWS = Path(__file__).parent / "coverage"
ENOUGH = 6
FIRST, LAST = Month(2022, 1), Month(2026, 12)


def covered() -> Iterator[str]:
    """The lines of the page."""
    yield "# What is covered"
    yield ""
    yield "One row for each thing that an issue asks for: what a person does to see it, and what tests it."
    yield "*Not built* says so. Periods, standing and examples of an event are read from the law book: the"
    yield "months for which every figure of its rules is known, the weakest standing among them in those"
    yield "months, and the signed examples that are about it. With fewer than six an event is not done by the"
    yield "measure of its issue."
    parts = ("pay_month.toml", *sorted(path.name for path in ROWS.glob("part_two_*.toml")))
    for section in (section for name in parts for section in _read(name)["section"]):
        yield from _events(section)
    for section in _read("one_quarter.toml")["section"]:
        yield from _plain(section)
    for name in sorted(path.name for path in ROWS.glob("office_*.toml")):
        for section in _read(name)["section"]:
            yield from _of_the_office(section)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((ROWS / name).read_text("utf-8"))


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    heads = list(heads)
    yield ""
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |"


def _plain(section: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    yield f"## {section['title']}"
    yield from _table(
        ("What", "How to see it", "Tested by"),
        ((row["what"], row["see"], _tests(row)) for row in section["row"]),
    )


def _of_the_office(section: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    yield f"## {section['title']}"
    yield from _table(
        ("What", "How to see it", "Tested by", "Not built"),
        (
            (
                row["what"],
                row.get("see", ""),
                _tests(row),
                row.get("not_built", "" if row.get("tests") else "*not built*"),
            )
            for row in section["row"]
        ),
    )


def _tests(row: Mapping[str, Any]) -> str:
    return ", ".join(f"`{place}`" for place in row.get("tests", ()))


def _events(section: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    yield f"## {section['title']}"
    yield from _table(
        ("Event", "Months", "Standing", "Examples", "How to see it", "Tested by", "Not built"),
        (_event(row) for row in section["row"]),
    )


def _event(row: Mapping[str, Any]) -> tuple[str, ...]:
    kinds, facts = frozenset(row.get("kinds", ())), frozenset(row.get("facts", ()))
    left = row.get("not_built", "")
    if not row.get("tests"):
        return (row["what"], "", "", "", "", "", left or "*not built*")
    rests_on = frozenset(row.get("rests_on", ()))
    rules = list(_rules(belgium(), kinds, facts | rests_on))
    return (
        row["what"],
        *(_months(belgium(), rules) if rules else ("", "")),
        _counted(_examples(kinds, facts)) if rules else "",
        row["see"],
        _tests(row),
        left,
    )


def _counted(examples: int) -> str:
    return str(examples) if examples >= ENOUGH else f"{examples} (fewer than {ENOUGH})"


def _rules(
    country: Country, kinds: frozenset[str], facts: frozenset[str]
) -> Iterator[tuple[Shelf, Rule]]:
    """The rules that are about some kinds of pay alone, and those of some facts."""
    for shelf in country.shelves:
        for rule in shelf.rules:
            own = set(rule.scope.get("item_kind", ()))
            is_about = own and (own <= kinds or (rule.fact == "item_amount" and own & kinds))
            if rule.fact in facts or is_about:
                yield shelf, rule


def _months(country: Country, rules: list[tuple[Shelf, Rule]]) -> tuple[str, str]:
    """The months in which all figures of the rules are known, and their weakest standing there."""
    known: list[Month] = []
    grades: set[str] = set()
    month = FIRST
    while month <= LAST:
        found = {
            _grade(country, need, month.first)
            for _, rule in rules
            if (version := rule.on(month.first))
            for need in version.needs
            if need in country.figures
        }
        reviewed = all(shelf.reviewed_until >= month.last for shelf, _ in rules)
        if not found & {"unknown", "missing"} and any(rule.on(month.first) for _, rule in rules):
            known.append(month)
            grades |= found
            if not reviewed:
                grades.add("not reviewed")
        month = month.next
    order = (*GRADES, "not reviewed")
    standing = max((one for one in grades if one in GRADES), key=order.index, default="no figure")
    told = (
        f"{standing}; the last months only with `--provisional`"
        if "not reviewed" in grades
        else standing
    )
    return _spans(known), told


def _grade(country: Country, name: str, day: date) -> str:
    _, figure = country.figures[name]
    entries = [
        entry
        for entry in figure.entries
        if entry.start <= day and (entry.until is None or day <= entry.until)
    ]
    if not entries:
        return "missing"
    return entries[-1].standing if entries[-1].value is not None else "unknown"


def _spans(months: list[Month]) -> str:
    """Runs of months: `2022-01 to 2022-12, 2024-01 to 2026-12`."""
    spans: list[tuple[Month, Month]] = []
    for month in months:
        if spans and spans[-1][1].next == month:
            spans[-1] = (spans[-1][0], month)
        else:
            spans.append((month, month))
    return ", ".join(f"{first} to {last}" for first, last in spans) or "none"


def _examples(kinds: frozenset[str], facts: frozenset[str]) -> int:
    """The signed examples about a kind, or about one of the facts."""
    shelves = [shelf.name for shelf in belgium().shelves]
    return sum(
        1
        for shelf in shelves
        for example in signed_examples(shelf)
        if example["given"].get("item_kind") in kinds or facts & example["then"].keys()
    )
