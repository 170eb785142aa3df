"""The duties, read from their files and checked: `duties/*.toml`, one file a section of the calendar."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, cast

from officium.engine import near
from officium.findings import BadInput
from officium.language import LANGUAGES
from officium.obligations.conditions import CONDITIONS
from officium.obligations.definition import (
    Abolition,
    Authority,
    Bearer,
    ClosedDay,
    Duty,
    Extension,
    Offence,
    Performer,
    Sanction,
    Standing,
    Term,
)
from officium.obligations.table import Table
from officium.obligations.wording import words

STANDINGS = ("official", "secondary", "derived", "recalled")
SOURCES = (
    *("L1969", "RD1969", "SCC", "L1981", "PA2021"),
    *("NSSO_I", "NSSO_AR", "SPFECO", "SEED3", "trade", "recalled"),
)
_CLOSED = ("previous", "next", "none", "unknown")
_LAST = "last"


@cache
def duties() -> tuple[Duty, ...]:
    """All duties, in the order of the calendar. Raises BadInput where a file is wrong."""
    found: list[Duty] = []
    folder = files("officium.obligations").joinpath("duties")
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        for held in tomllib.loads(file.read_text("utf-8"))["duty"]:
            found.append(read_duty(held, len(found), f"duties/{file.name}"))
            if [one.id for one in found].count(found[-1].id) > 1:
                raise BadInput(f"{found[-1].id} stands there twice", code="duty", where=file.name)
    return tuple(found)


def duty(name: str) -> Duty:
    """The duty with an identifier. Raises BadInput, naming the nearest."""
    known = {one.id: one for one in duties()}
    if name not in known:
        raise BadInput(f"{name!r} is no duty{near(name, known)}", code="unknown_duty")
    return known[name]


@cache
def authorities() -> Mapping[str, Authority]:
    """Who asks duties, by identifier. Raises BadInput where the file is wrong."""
    text = files("officium.obligations").joinpath("authorities.toml").read_text("utf-8")
    return {name: _authority(name, held) for name, held in tomllib.loads(text).items()}


def read_duty(held: Mapping[str, Any], order: int, file: str) -> Duty:
    """A duty from its table; `order` is its place among all. Raises BadInput that names the place."""
    table = Table(held, f"{file}, {held.get('id', f'duty {order + 1}')}")
    standing = cast(Standing, table.one_of("standing", STANDINGS))
    who = tuple(Performer(one) for one in table.some_of("who", [*Performer]))
    abolished = _abolition(table)
    terms = tuple(_term(one, standing) for one in table.tables("term"))
    read = Duty(
        id=table.must("id", str),
        order=order,
        names=_names(table),
        authority=authorities()[table.one_of("authority", authorities())],
        basis=table.must("basis", str),
        who=who,
        bearer=Bearer(table.one_of("bearer", [*Bearer], "employer")),
        standing=standing,
        sources=table.some_of("sources", SOURCES),
        sanction=_sanction(table.table("sanction"), standing),
        terms=terms,
        keep_years=table.maybe("keep_years", int),
        abolished=abolished,
    )
    table.done()
    if not re.fullmatch(r"[a-z0-9_]+", read.id):
        raise table.refusal(f"id is {read.id!r}; small letters, digits and _ are expected")
    if bool(abolished) == bool(terms) or bool(abolished) == bool(who):
        raise table.refusal("has a term and somebody who may perform it, or is abolished")
    if any(term.certified for term in terms) and Performer.CERTIFIED not in who:
        raise table.refusal("gives a certified secretariat more days, and it may not perform it")
    return read


def _names(table: Table) -> Mapping[str, str]:
    inner = table.table("names")
    names = {language: inner.must(language, str) for language in LANGUAGES}
    inner.done()
    return names


def _authority(name: str, held: Mapping[str, Any]) -> Authority:
    table = Table(held, f"authorities.toml, {name}")
    closed = cast(ClosedDay, table.one_of("closed_day", _CLOSED))
    names, source = _names(table), table.may("source", str, "")
    standing = cast(Standing, table.one_of("standing", STANDINGS, "")) or None
    table.done()
    if (closed == "unknown") == bool(source and standing):
        raise table.refusal("what is known of closed days has a source and a standing")
    return Authority(name, names, closed, source, standing)


def _abolition(table: Table) -> Abolition | None:
    if not table.has("abolished"):
        return None
    inner = table.table("abolished")
    read = Abolition(inner.must("since", date), inner.one_of("note", words("note")))
    inner.done()
    return read


def _sanction(table: Table, standing: Standing) -> Sanction:
    read = Sanction(
        standing=cast(Standing, table.one_of("standing", STANDINGS, standing)),
        scc=table.may("scc", str, ""),
        level=table.maybe("level", int),
        level_if_deliberate=table.maybe("level_if_deliberate", int),
        per_worker=table.may("per_worker", bool, False),
        civil=table.one_of("civil", words("civil"), ""),
        also=tuple(_offence(one) for one in table.tables("also")),
    )
    table.done()
    levels = [read.level, read.level_if_deliberate, *(one.level for one in read.also)]
    if any(level not in (None, 1, 2, 3, 4) for level in levels):
        raise table.refusal("a level is 1, 2, 3 or 4 (SCC art. 101)")
    if not (read.scc or read.civil) or (read.level and not read.scc):
        raise table.refusal("needs scc with its level, or civil")
    return read


def _offence(table: Table) -> Offence:
    read = Offence(
        table.one_of("case", words("case")), table.must("level", int), table.may("scc", str, "")
    )
    table.done()
    return read


def _term(table: Table, standing: Standing) -> Term:
    occurrences = words("occurrence")
    every, anchor, moment = (
        table.one_of("every", ("month", "quarter", "year"), ""),
        table.one_of("anchor", ("day", "month", "quarter", "year"), "day"),
        table.one_of("moment", ("by", "at_start", "before"), "by"),
    )
    read = Term(
        standing=cast(Standing, table.one_of("standing", STANDINGS, standing)),
        source=table.may("source", str, ""),
        every=cast(Any, every or None),
        during=table.one_of("during", occurrences, ""),
        on=table.some_of("on", occurrences),
        continuous=table.may("continuous", bool, False),
        needs=table.some_of("needs", CONDITIONS),
        anchor=cast(Any, anchor),
        quarters=table.may("quarters", int, 0),
        months=table.maybe("months", int),
        day=_day(table),
        days=table.may("days", int, 0),
        working_days=table.may("working_days", int, 0),
        fixed=_fixed(table),
        years=table.may("years", int, 0),
        pay_day=table.may("pay_day", bool, False),
        unknown_day=table.may("unknown_day", bool, False),
        cycle=table.may("cycle", int, 1),
        first=table.maybe("first", int),
        moment=cast(Any, moment),
        optional=table.may("optional", bool, False),
        since=table.maybe("since", date),
        until=table.maybe("until", date),
        certified=_extension(table),
        note=table.one_of("note", words("note"), ""),
    )
    table.done()
    if sum((bool(read.every), bool(read.on), read.continuous)) != 1:
        raise table.refusal("comes every period, on an occurrence or is continuous: one of them")
    known = read.unknown_day or read.pay_day or read.fixed or read.day is not None
    if read.every and not known:
        raise table.refusal(
            "comes every period and says no day: months and day, date, or unknown_day"
        )
    if read.day is not None and read.months is None:
        raise table.refusal(
            "day is a day of a month: months says of which, counted from the period"
        )
    return read


def _day(table: Table) -> int | None:
    """0 is the last day of the month."""
    value = table.maybe("day", object)
    if value is None or value == _LAST:
        return None if value is None else 0
    if not isinstance(value, int) or not 1 <= value <= 31:
        raise table.refusal(f"day is {value!r}; 1 to 31 or last is expected")
    return value


def _fixed(table: Table) -> tuple[int, int] | None:
    text = table.may("date", str, "")
    if not text:
        return None
    try:
        # A day of every year: none of 29 February.
        day = date.fromisoformat(f"2025-{text}")
    except ValueError:
        raise table.refusal(f"date is {text!r}; month and day like 04-30 are expected") from None
    return day.month, day.day


def _extension(table: Table) -> Extension | None:
    if not table.has("certified"):
        return None
    inner = table.table("certified")
    read = Extension(
        inner.must("working_days", int),
        cast(Any, inner.one_of("extends", ("declaration", "payment"))),
        inner.must("source", str),
    )
    inner.done()
    return read
