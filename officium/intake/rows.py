"""Lines of pay and of absences, into records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache

from pydantic import ValidationError

from officium.findings import Finding
from officium.intake.cell import Cell, Wrong, day_in, exact, value_of
from officium.intake.lines import STAFF, Line
from officium.intake.roster import InService, Key
from officium.intake.who import unguarded, whose
from officium.intake.wording import every, table, told
from officium.law import Month, belgium
from officium.payroll import (
    ABSENCE_COLUMNS,
    ABSENCE_KINDS,
    PAY_COLUMNS,
    PAY_KINDS,
    Absence,
    Origin,
    PayItem,
)

DAYS = ("day", "until", "first", "last", "event", "paid_from", "paid_until", "expected")
WHOLE = ("days_counted",)
TEXTS = ("description", "fund")
ANSWERS = {"begun": "yes", "other_cause": "yes", "certificate": "no"}
_FOUR_DECIMALS = ("price", "share")


def decimals_of(column: str) -> int:
    """How many decimals a column of numbers has."""
    return 0 if column in WHOLE else 4 if column in _FOUR_DECIMALS else 2


@cache
def _kinds(fact: str) -> Mapping[str, str]:
    """The folded names of kinds in all languages, and their codes."""
    labels = belgium().facts[fact].labels
    named = {name.casefold(): kind for kind, names in labels.items() for name in names.values()}
    return {**named, **{kind.casefold(): kind for kind in labels}}


def read_pay(
    lines: Iterable[Line], roster: Mapping[Key, InService], month: Month, language: str
) -> tuple[list[PayItem], list[Finding]]:
    """The lines of pay of a month, and what is wrong with them."""
    found: list[PayItem] = []
    findings: list[Finding] = []
    for line in lines:
        at = line.cell(STAFF)
        try:
            of = whose(line, roster)
            at = line.cell("kind")
            kind = _kind(at, "item_kind", tuple(PAY_KINDS))
            values = {}
            for column in PAY_COLUMNS[3:]:
                at = line.cell(column)
                if column in line.fields and at:
                    values[column] = _value(column, at)
            at = line.cell("kind")
            _refuse_unfit(kind, values, PAY_KINDS[kind].needs, PAY_KINDS[kind].may, language)
            origin = Origin(at.path, at.line)
            given = {"staff_number": of.key[0], "contract": of.key[1], "kind": kind, **values}
            found.append(PayItem.model_validate({"origin": origin, "month": str(month), **given}))
        except Wrong as wrong:
            findings.append(told(wrong.rule, language, at, **wrong.gaps))
        except ValidationError as error:
            findings.append(told("refused", language, at, reason=_reason(error)))
    return found, findings


def read_absences(
    lines: Iterable[Line], roster: Mapping[Key, InService], language: str
) -> tuple[list[Absence], list[Finding]]:
    """The absences of a delivery, and what is wrong with them."""
    found: dict[tuple[str, int, str, date], Absence] = {}
    findings: list[Finding] = []
    for line in lines:
        at = line.cell(STAFF)
        try:
            of = whose(line, roster)
            at = line.cell("kind")
            kind = _kind(at, "absence_kind", tuple(ABSENCE_KINDS))
            at = line.cell("first")
            first = day_in(at)
            values = {}
            for column in ABSENCE_COLUMNS[4:]:
                at = line.cell(column)
                if column in line.fields and at:
                    values[column] = _value(column, at)
            at = line.cell("kind")
            needs, may = ABSENCE_KINDS[kind].needs, ABSENCE_KINDS[kind].may
            _refuse_unfit(kind, values, needs, (*may, "last"), language)
            key = (*of.key, kind, first)
            if key in found:
                before = found[key].origin
                raise Wrong("twice", first=before.file if before.line is None else before.line)
            origin = Origin(at.path, at.line)
            given = {"staff_number": of.key[0], "contract": of.key[1], "kind": kind, **values}
            found[key] = Absence.model_validate({"origin": origin, "first": first, **given})
        except Wrong as wrong:
            findings.append(told(wrong.rule, language, at, **wrong.gaps))
        except ValidationError as error:
            findings.append(told("refused", language, at, reason=_reason(error)))
    return list(found.values()), findings


def _kind(cell: Cell, fact: str, known: tuple[str, ...]) -> str:
    text = value_of(cell)
    kind = _kinds(fact).get(text.casefold())
    if kind is None or kind not in known:
        near = get_close_matches(text.casefold(), _kinds(fact), n=1, cutoff=0.5)
        raise Wrong("unknown_kind" if near else "no_kind", text=text[:60], near="".join(near))
    return kind


def _value(column: str, cell: Cell) -> object:
    """What a cell of a column holds."""
    if column in DAYS:
        return day_in(cell)
    if column in TEXTS:
        return unguarded(value_of(cell))
    if column in ANSWERS:
        answer = ANSWERS[column]
        if value_of(cell).casefold() not in {answer, *every("answer", answer)}:
            raise Wrong("no_answer", text=cell.text[:40])
        return answer
    return exact(cell, decimals_of(column))


def _refuse_unfit(
    kind: str,
    values: Mapping[str, object],
    needs: tuple[str, ...],
    may: tuple[str, ...],
    language: str,
) -> None:
    """What the kind needs and is not there; what it does not take and is there."""
    words = table()["column"]
    for column in needs:
        if column not in values:
            raise Wrong("needed", kind=kind, column=words[column][language])
    for column in values:
        if column not in (*needs, *may, "description"):
            takes = ", ".join(words[name][language] for name in (*needs, *may))
            raise Wrong("not_taken", kind=kind, column=words[column][language], takes=takes)


def _reason(error: ValidationError) -> str:
    return str(error.errors(include_url=False)[0]["msg"]).removeprefix("Value error, ")
