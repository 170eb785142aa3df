"""The tree in words: how a fact came about on one row, with its numbers, roundings and sources.

The explanation is a flat map from facts to what was done, and a root; views unfold it. Only the branch,
the way and the slice that were taken are shown, and the standing is that of what was taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from officium.engine.errors import LawError
from officium.engine.face import FACES
from officium.engine.family import Family, Place
from officium.engine.kinds import unit, unit_text
from officium.engine.parameter import Entry, weaker
from officium.engine.term import Term
from officium.engine.wording import FLAGS, NOT_CONCERNED, ROUNDED, places
from officium.language import LANGUAGES, long_date, number, plain

Part = dict[str, Any]
_ROUNDING = ("rounded", "quotient", "rounded_share")
_EUR = unit("EUR")


def explain(family: Family, roots: Sequence[str], language: str) -> dict[str, Any]:
    """The explanation of the first of `roots`, holding all that any of them rests on.

    `{"root": KEY, "language", "facts": {KEY: {"value", "shown", "formula", "parts", ...}}}`.
    """
    if language not in LANGUAGES:
        raise LawError(f"{language} is not one of {', '.join(LANGUAGES)}", code="writing")
    book = family.book
    todo: list[Place] = []
    for name in reversed(roots):
        for column in (bound.key for bound in book.order if bound.fact.name == name):
            todo.extend((column, row) for row in reversed(range(family.rows(column))))
    facts: dict[str, Any] = {}
    root = key_of(family, todo[-1])
    while todo:
        place = todo.pop()
        key = key_of(family, place)
        if key not in facts:
            told = _Telling(family, place, language)
            facts[key] = told.fact()
            todo.extend(reversed(told.uses))
    return {"root": root, "language": language, "facts": facts}


def key_of(family: Family, place: Place) -> str:
    """`net_pay`, or `gross_pay[1]` where the family has several rows of that grain."""
    (name, grain), row = place
    return f"{name}[{row}]" if family.sheet.size(grain) > 1 else name


class _Telling:
    """One fact on one row, being told."""

    def __init__(self, family: Family, place: Place, language: str) -> None:
        self._family, self._place, self._language = family, place, language
        self.uses: list[Place] = []
        self._figures: dict[str, tuple[Entry, str]] = {}
        self._steps: list[dict[str, Any]] = []
        self._because: list[str] = []

    def fact(self) -> dict[str, Any]:
        """All that there is to say."""
        (name, _), row = self._place
        fact = self._family.book.country.facts[name]
        value, way = self._family.at(self._place), self._family.way(self._place)
        told: dict[str, Any] = {
            "fact": name,
            "name": fact.names[self._language],
            "value": fact.text(value),
            "shown": self._shown_fact(name, value),
            "unit": unit_text(fact.kind.unit) if fact.kind.unit else "",
            "given": way is None,
            "formula": "",
            "parts": [],
            "steps": [],
            "because": [],
            "uses": [],
            "figures": [],
            "rounding": [],
            "source": "",
            "since": None,
            "standing": self._family.standing(self._place),
        }
        if way is None:
            return told
        parts = self._parts(way.formula, row, 0, outer=True)
        if way.condition is not None:
            self._reason(way.condition, row)
        if way.version is None:
            parts = [_text(NOT_CONCERNED[self._language])]
        rounding = [step.pop("rounding") for step in self._steps]
        # The outermost rounding is the line's own; the others are steps on the way to it.
        steps = [s for s in self._steps if not s.pop("outer")]
        told |= {
            "formula": "".join(part["text"] for part in parts),
            "parts": parts,
            "steps": steps,
            "because": list(dict.fromkeys(self._because)),
            "uses": list(dict.fromkeys(key_of(self._family, use) for use in self.uses)),
            "figures": [
                _figure(part, entry, value) for part, (entry, value) in self._figures.items()
            ],
            "rounding": [text for text in rounding if text],
            "source": way.version.source if way.version else way.rule.versions[-1].source,
            "since": (way.version or way.rule.versions[-1]).since.isoformat(),
            "meaning": way.version.meaning if way.version else "",
            "law": way.shelf.titles[self._language],
        }
        return told

    # --- numbers -------------------------------------------------------------------------------
    def _shown_fact(self, name: str, value: int) -> str:
        fact = self._family.book.country.facts[name]
        nature = fact.kind.nature
        if nature == "flag":
            return FLAGS[value][self._language]
        if nature == "code":
            return fact.codes[value]
        if nature == "date":
            return long_date(date.fromordinal(value), self._language)
        return number(value, fact.decimals, self._language)

    def _shown(self, term: Term, row: int) -> str:
        value = self._family.value(term, row)
        if term.nature == "date":
            return long_date(date.fromordinal(value), self._language)
        if term.nature == "flag":
            return FLAGS[value][self._language]
        if term.nature == "code":
            return term.codes[value]
        return self._number(value, term.decimals, term.unit == _EUR)

    def _number(self, value: int, decimals: int, is_money: bool) -> str:
        """Trailing zeros that alignment added say nothing, but cents are always two."""
        least = 2 if is_money else 0
        while decimals > least and value % 10 == 0:
            value, decimals = value // 10, decimals - 1
        return number(value, decimals, self._language)

    # --- the tree ------------------------------------------------------------------------------
    def _parts(self, term: Term, row: int, binds: int, *, outer: bool = False) -> list[Part]:
        op = term.op
        if op == "align":
            return self._parts(term.args[0], row, binds, outer=outer)
        if op == "spread":
            upper, lower = term.param
            above = self._family.sheet.up(lower, upper, row) if upper else 0
            return self._parts(term.args[0], above, binds, outer=outer)
        if op == "fact":
            return [self._fact_part(term, row)]
        if op in ("figure", "slice"):
            return [self._figure_part(term, row)]
        if op == "number":
            return [_text(self._shown(term, row))]
        if op == "where":
            self._reason(term.args[0], row)
            taken = term.args[1] if self._family.value(term.args[0], row) else term.args[2]
            return self._parts(taken, row, binds, outer=outer)
        if op == "pick":
            self._parts(term.args[0], row, 0)
            return self._parts(self._family.chosen(term, row), row, binds, outer=outer)
        if op in _ROUNDING:
            return self._rounded(term, row, outer)
        if op in ("total", "count", "any", "highest") or op == "allocate":
            return self._group(term, row, binds)
        return self._plain(term, row, binds)

    def _plain(self, term: Term, row: int, binds: int) -> list[Part]:
        face = FACES[term.op]
        args = term.args[:4] if term.op.startswith("share_") else term.args
        parts = self._fill(face.wording[self._language], term, args, [row] * len(args), face.binds)
        return _bracketed(parts) if face.binds < binds else parts

    def _fill(
        self, template: str, term: Term, args: Sequence[Term], rows: Sequence[int], binds: int
    ) -> list[Part]:
        parts: list[Part] = []
        for piece in re.split(r"(\{\w+\})", template):
            if piece == "{p}":
                parts.append(_text(" / ".join(term.param[1])))
            elif piece.startswith("{"):
                n = int(piece[1:-1])
                # What follows a minus or a division bar needs its brackets; so does a negative value.
                tight = binds + (1 if n and term.op in ("subtract", "quotient") else 0)
                inner = self._parts(args[n], rows[n], tight if binds < 9 else 0)
                negative = len(inner) == 1 and inner[0]["text"].startswith("\u2212")
                parts.extend(_bracketed(inner) if negative and (n or binds > 4) else inner)
            elif piece:
                parts.append(_text(piece))
        return parts

    def _rounded(self, term: Term, row: int, outer: bool) -> list[Part]:
        """A rounding: the line's own when outermost, else a step with a number of its own."""
        value = self._shown(term, row)
        if term.op == "rounded":
            parts = self._parts(term.args[0], row, 0)
            divisor, how = term.param[0], term.param[1]
            top = self._family.value(term.args[0], row)
            exact = top % divisor == 0
            before = self._number(top, term.args[0].decimals, term.unit == _EUR)
        else:
            share = term.op == "rounded_share"
            args = term.args[:3] if share else term.args[:2]
            parts = self._fill(
                FACES[term.op].wording[self._language], term, args, [row] * len(args), 5
            )
            how = term.param[0]
            n = self._family.value(term.args[3] if share else term.args[0], row)
            d = self._family.value(term.args[2] if share else term.args[1], row)
            if not d:
                return self._parts(term.args[2], row, 0)
            exact = n % d == 0
            sign = "\u2212" if n < 0 else ""
            cut = abs(n) * 1000 // d
            before = sign + self._number(cut, term.decimals + 3, term.unit == _EUR)
            before += "" if abs(n) * 1000 % d == 0 else "…"
        to = places(term.decimals, term.unit == _EUR, self._language)
        text = "" if exact else ROUNDED[how][self._language].format(before, value, to)
        formula = "".join(part["text"] for part in parts)
        self._steps.append(
            {"value": value, "formula": formula, "parts": parts, "rounding": text, "outer": outer}
        )
        return (
            parts if outer else [{"text": value, "kind": "step", "ref": None, "caption": formula}]
        )

    def _group(self, term: Term, row: int, binds: int) -> list[Part]:
        sheet, op = self._family.sheet, term.op
        if op == "allocate":
            upper, lower = term.args[0].grain or "", term.grain or ""
            above = sheet.up(lower, upper, row)
            wording = FACES[op].wording[self._language]
            return self._fill(wording, term, term.args, [above, row], 9)
        below = sheet.down(term.grain or "", term.args[0].grain or "", row)
        if op != "total":
            inner = [
                part for n in below for part in (*self._parts(term.args[0], n, 0), _text("; "))
            ]
            value = [_text(f" = {self._shown(term, row)}")]
            return _filled(FACES[op].wording[self._language], inner[:-1]) + value
        parts: list[Part] = []
        for n in below:
            inner = self._parts(term.args[0], n, 4)
            negative = inner and inner[0]["text"].startswith("\u2212")
            parts.extend([_text(" + ")] if parts else [])
            parts.extend(_bracketed(inner) if negative and parts else inner)
        if not parts:
            return [_text(self._shown(term, row))]
        return _bracketed(parts) if binds > 4 and len(below) > 1 else parts

    def _fact_part(self, term: Term, row: int) -> Part:
        place = (term.param, row)
        self.uses.append(place)
        name = term.param[0]
        return {
            "text": self._shown_fact(name, self._family.at(place)),
            "kind": "fact",
            "ref": key_of(self._family, place),
            "caption": self._family.book.country.facts[name].names[self._language],
        }

    def _figure_part(self, term: Term, row: int) -> Part:
        entry = term.entry
        if entry is None:
            raise AssertionError("a figure without its entry")
        if term.op == "slice":
            # The amount that decides the row is used too, though only the row's cell is written.
            self._parts(term.args[0], row, 0)
            part = f"{entry.figure}.{term.param[5]}"
        else:
            part = entry.figure + (f".{term.param[2]}" if term.param[2] else "")
        self._figures[part] = (entry, plain(self._family.value(term, row), term.decimals))
        return {
            "text": self._shown(term, row),
            "kind": "figure",
            "ref": part,
            "caption": entry.figure.replace("_", " "),
        }

    def _reason(self, condition: Term, row: int) -> None:
        """Why this branch or way: the condition as it stood."""
        if condition.op == "both" and self._family.value(condition, row):
            for arg in condition.args:
                self._reason(arg, row)
            return
        text = "".join(part["text"] for part in self._parts(condition, row, 0))
        answer = FLAGS[self._family.value(condition, row)][self._language]
        self._because.append(f"{text}: {answer}")


def _figure(part: str, entry: Entry, value: str) -> dict[str, Any]:
    _, _, column = part.partition(".")
    return {
        "id": part,
        "title": entry.figure.replace("_", " ") + (f" ({column})" if column else ""),
        "value": value,
        "from": entry.start.isoformat(),
        "until": entry.until.isoformat() if entry.until else None,
        "source": entry.source,
        "standing": entry.standing,
    }


def _text(text: str) -> Part:
    return {"text": text, "kind": "text", "ref": None, "caption": ""}


def _bracketed(parts: list[Part]) -> list[Part]:
    return [_text("("), *parts, _text(")")]


def _filled(template: str, parts: list[Part]) -> list[Part]:
    before, _, after = template.partition("{0}")
    return [*([_text(before)] if before else []), *parts, *([_text(after)] if after else [])]


def weakest(entries: Mapping[str, Entry]) -> tuple[str, list[dict[str, str]]]:
    """The weakest standing of some figures, and those that have it (none where all are official)."""
    standing = "official"
    for entry in entries.values():
        standing = weaker(standing, entry.standing)
    named = [
        {"figure": name, "standing": entry.standing}
        for name, entry in sorted(entries.items())
        if entry.standing == standing and standing != "official"
    ]
    return standing, named
