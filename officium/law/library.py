"""Where the shelves stand: files in this folder become the country that the engine binds."""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from officium.engine import Country, Fact, Grain, GrainTree, LawError, Rule, Shelf
from officium.engine import country as put_together
from officium.engine import fact as read_fact
from officium.engine import figure as read_figure
from officium.law.long_table import long_table

_GRAINS = (
    Grain("employer-quarter"),
    Grain("worker-quarter", "employer-quarter", 200_000),
    Grain("worker-month", "worker-quarter", 3),
    Grain("contract-month", "worker-month", 20),
    Grain("pay-item", "contract-month", 200),
    Grain("earlier-terms", "contract-month", 31),
    Grain("absence-day", "contract-month", 31),
    Grain("worker-record", "worker-quarter", 20),
    Grain("occupation", "worker-record", 20),
    Grain("children-form", "worker-month", 30),
    Grain("attachment-rank", "worker-month", 30),
    Grain("attachment", "attachment-rank", 30),
)
_CLOCKS = {"on": "worked_on", "paid": "paid_on"}
_SHELF_KEYS = {"title", "clock", "reviewed_from", "reviewed_until", "sources", "names"}


def law_folder() -> Path:
    """The folder that holds the shelves."""
    return Path(__file__).parent


def shelf_names() -> tuple[str, ...]:
    """All shelves, as `social_security/employment_bonus`."""
    folder = law_folder()
    files = (path.relative_to(folder) for path in folder.glob("*/*.toml"))
    return tuple(
        sorted(
            str(path.with_suffix(""))
            for path in files
            if path.name != "glossary.toml" and not path.name.endswith(".examples.toml")
        )
    )


@cache
def belgium() -> Country:
    """The law of Belgium as far as it stands on the shelves; read once, never changed."""
    return put_together(
        GrainTree(_GRAINS), _glossary(), tuple(_shelf(name) for name in shelf_names()), _CLOCKS
    )


def signed_examples(shelf: str) -> tuple[Mapping[str, Any], ...]:
    """The examples of a shelf, as a payroll officer signs them; none where none are written yet."""
    path = law_folder() / f"{shelf}.examples.toml"
    return tuple(_toml(path)["example"]) if path.exists() else ()


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LawError(str(error), code="writing", where=path.name) from error


def _glossary() -> Mapping[str, Fact]:
    facts: dict[str, Fact] = {}
    for path in sorted(law_folder().rglob("glossary.toml")):
        where = str(path.relative_to(law_folder()))
        for name, raw in _toml(path).items():
            if name in facts:
                raise LawError(f"the name {name} has two meanings", code="conflict", where=where)
            facts[name] = read_fact(name, raw, where)
    return facts


def _shelf(name: str) -> Shelf:
    path = law_folder() / f"{name}.toml"
    raw = _toml(path)
    sources, names = raw.get("sources", {}), raw.get("names", {})
    written = {key: entries for key, entries in raw.items() if key not in _SHELF_KEYS}
    # A long table stands beside its shelf: structural_reduction.low_wage_limit.csv.
    for table in sorted(path.parent.glob(f"{path.stem}.*.csv")):
        written[table.suffixes[-2][1:]] = long_table(table)
    if idle := names.keys() - written.keys():
        message = f"[names] has {min(idle)}, which is no figure here"
        raise LawError(message, code="writing", where=f"{name}.toml")
    figures = {
        key: read_figure(key, entries, name, sources, names, _columns())
        for key, entries in written.items()
    }
    rules: list[Rule] = []
    if path.with_suffix(".py").exists():
        module = importlib.import_module(f"officium.law.{name.replace('/', '.')}")
        found = {id(v): v for v in vars(module).values() if isinstance(v, Rule)}
        rules.extend(found.values())
    return Shelf(
        name,
        raw["title"],
        raw["clock"],
        raw["reviewed_from"],
        raw["reviewed_until"],
        figures,
        rules,
    )


@cache
def _columns() -> Mapping[str, Mapping[str, str]]:
    """What the columns of scales are called, in all shelves alike."""
    return _toml(law_folder() / "columns.toml")
