"""One fact on one row, put into words: its formula with the numbers in it, the steps, the reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from officium.engine.face import FACES
from officium.engine.family import Family, Place
from officium.engine.kinds import Unit
from officium.engine.naming import Naming, Told, key_of
from officium.engine.showing import shown_fact, shown_number
from officium.engine.term import Term
from officium.engine.wording import (
    ALIKE,
    BELOW_ZERO,
    COLON,
    LARGEST_REMAINDERS,
    NO_ROW,
    OF_ROWS,
    ROUNDED,
    places,
)
from officium.language import MINUS, number, plain

Part = dict[str, Any]
_ROUNDING = ("rounded", "quotient", "rounded_share")
_GROUPS = ("count", "any", "highest", "allocate")
_COMPARISON, _SUM, _DIVISION, _PRODUCT = 3, 4, 5, 6
# What an argument must bind at least, to stand without brackets: after a minus, under a bar.
_TIGHT = {
    ("subtract", 1): _SUM + 1,
    ("quotient", 1): _PRODUCT + 1,
    ("rounded_share", 2): _PRODUCT + 1,
    **{(f"share_{op}", n): _DIVISION + 2 * (n % 2) for op in FACES for n in range(4)},
}
_ARITHMETIC = ("add", "subtract", "multiply", "quotient", "rounded_share")


class Telling:
    """One fact on one row, being told in a language.

    `formula` and `reason` fill the rest: `uses` (places), `figures` by part, `steps` (a rounding or a
    choice among rows with a value of its own), `roundings` and `because`, each said once.
    In a condition a value says nothing without its name, so there (`_named`) both are written.
    """

    def __init__(self, family: Family, place: Place, language: str) -> None:
        self._family, self._place, self._language = family, place, language
        self._named = False
        self._names = Naming(family, place, language)
        self.uses: list[Place] = []
        self.figures: dict[str, Told] = {}
        self.steps: dict[tuple[int, int], Part] = {}
        self.roundings: dict[tuple[int, int], str] = {}
        self.because: dict[str, None] = {}

    def formula(self, term: Term, row: int) -> list[Part]:
        """The formula of the fact; a rounding around all of it is the fact's own, not a step."""
        self._named = term.nature == "flag"
        return self._parts(term, row, 0, outer=True)

    def _number(self, value: int, decimals: int, of: Unit) -> str:
        return shown_number(value, decimals, self._language, of)

    # --- the tree ------------------------------------------------------------------------------
    def _parts(self, term: Term, row: int, binds: int, *, outer: bool = False) -> list[Part]:
        op = term.op
        if op == "align":
            return self._parts(term.args[0], row, binds, outer=outer)
        if op == "spread":
            return self._parts(term.args[0], self._above(term, row), binds, outer=outer)
        if op == "fact":
            return [self._fact(term, row)]
        if op == "figure":
            part = term.param[0] + (f".{term.param[2]}" if term.param[2] else "")
            return [self._figure(term, row, part)]
        if op == "slice":
            self._slice_reason(term, row)
            return [self._figure(term, row, f"{term.param[3]}.{term.param[5]}")]
        if op == "number":
            return [_text(self._names.shown(term, row))]
        if op == "where":
            self.reason(term.args[0], row)
            return self._parts(self._taken(term, row), row, binds, outer=outer)
        if op == "pick":
            self.reason(term.args[0], row)
            self._names.label(term, row)
            return self._parts(self._taken(term, row), row, binds, outer=outer)
        if op == "higher" and term.args[1].op == "number" and not term.args[1].low:
            return self._not_below_zero(term.args[0], row, binds, outer)
        if op == "is_in":
            asked = self._asked(term, row)
            return _bracketed(asked) if binds > _COMPARISON else asked
        if op in _ROUNDING:
            return self._rounded(term, row, outer)
        if op == "total":
            return self._total(term, row, binds)
        if op in _GROUPS:
            parts = self._share(term, row) if op == "allocate" else self._group(term, row)
            return self._step(term, row, parts, self._names.shown(term, row), outer)
        return self._plain(term, row, binds)

    def _taken(self, term: Term, row: int) -> Term:
        """The branch or the way that a `where` or a `pick` takes."""
        if term.op == "pick":
            return self._family.chosen(term, row)
        return term.args[1] if self._family.value(term.args[0], row) else term.args[2]

    def _not_below_zero(self, term: Term, row: int, binds: int, outer: bool) -> list[Part]:
        """That nothing goes below zero is said where something would."""
        if self._family.value(term, row) >= 0:
            return self._parts(term, row, binds, outer=outer)
        parts = [*self._parts(term, row, 1), _text(BELOW_ZERO[self._language])]
        return _bracketed(parts) if binds else parts

    def _asked(self, term: Term, row: int) -> list[Part]:
        """A code that is asked for, and the answer: `Tax scale = scale 3 (no)`."""
        code, place = term.args[0], row
        while code.op != "fact":
            if code.op == "spread":
                code, place = code.args[0], self._above(code, place)
            else:
                code = self._taken(code, place)
        part = {**self._fact(code, place), "text": self._names.called(code, place), "caption": ""}
        return [part, _text(f" = {self._names.codes(term)} ({self._names.shown(term, row)})")]

    def _above(self, spread: Term, row: int) -> int:
        upper, lower = spread.param
        return self._family.sheet.up(lower, upper, row) if upper else 0

    def _plain(self, term: Term, row: int, binds: int) -> list[Part]:
        face = FACES[term.op]
        args, wording = term.args, face.wording[self._language]
        if term.op.startswith("share_"):
            args = args[:4]
            if args[3].op == "number" and args[3].low == 10 ** args[3].decimals:
                wording = wording.removesuffix(" / {3}")
        parts = self._fill(wording, term.op, args, [row] * len(args), face.binds)
        return _bracketed(parts) if face.binds < binds else parts

    def _fill(
        self, template: str, op: str, args: Sequence[Term], rows: Sequence[int], binds: int
    ) -> list[Part]:
        parts: list[Part] = []
        for piece in re.split(r"(\{\d\})", template):
            if not piece.startswith("{"):
                parts.extend([_text(piece)] if piece else [])
                continue
            n = int(piece[1])
            # Words stand in brackets inside words; atoms take whatever they are given.
            tight = _TIGHT.get((op, n), max(1, binds) if binds < 9 else 0)
            if op == "either" and _unspread(args[n]).op == "both":
                tight = FACES["both"].binds + 1
            inner = self._parts(args[n], rows[n], tight)
            below_zero = op in _ARITHMETIC and inner[0]["text"].startswith(MINUS)
            parts.extend(_bracketed(inner) if below_zero and (n or binds > _SUM) else inner)
        return parts

    def _step(self, term: Term, row: int, parts: list[Part], value: str, outer: bool) -> list[Part]:
        """The parts themselves when outermost, else a number that is told on a line of its own."""
        if outer:
            return parts
        formula = "".join(part["text"] for part in parts)
        self.steps.setdefault(
            (term.number, row), {"value": value, "formula": formula, "parts": parts}
        )
        return [{"text": value, "kind": "step", "ref": None, "caption": formula}]

    def _rounded(self, term: Term, row: int, outer: bool) -> list[Part]:
        face, of = FACES[term.op], term.unit
        whole = self._family.value
        if term.op == "rounded":
            divisor, how = term.param[:2]
            parts = self._parts(term.args[0], row, 0)
            top = whole(term.args[0], row)
            exact = top % divisor == 0
            before = self._number(top, term.args[0].decimals, of)
        else:
            share, how = term.op == "rounded_share", term.param[0]
            args = term.args[:3] if share else term.args[:2]
            parts = self._fill(
                face.wording[self._language], term.op, args, [row] * len(args), face.binds
            )
            n, d = whole(term.args[3] if share else term.args[0], row), whole(args[-1], row)
            if not d:
                self._because(args[-1], row, " = 0")
                return self._parts(term.args[2], row, 0)
            exact = n % d == 0
            cut, rest = divmod(abs(n) * 1000, d)
            before = self._number(cut, term.decimals + 3, of)
            before = (MINUS if n < 0 else "") + before + ("…" if rest else "")
        if not exact:
            value = number(whole(term, row), term.decimals, self._language)
            to = places(term.decimals, ("EUR", 1) in of, self._language)
            text = ROUNDED[how][self._language].format(before, value, to)
            self.roundings.setdefault((term.number, row), text)
        return self._step(term, row, parts, self._names.shown(term, row), outer)

    # --- the rows below ------------------------------------------------------------------------
    def _below(self, term: Term, row: int) -> range:
        return self._family.sheet.down(term.grain or "", term.args[0].grain or "", row)

    def _total(self, term: Term, row: int, binds: int) -> list[Part]:
        below, parts = self._below(term, row), list[Part]()
        if len(below) == 1:
            return self._parts(term.args[0], below[0], binds)
        for n in below:
            inner = self._parts(term.args[0], n, _SUM)
            if parts:
                parts.append(_text(" + "))
                inner = _bracketed(inner) if inner[0]["text"].startswith(MINUS) else inner
            parts.extend(inner)
        if not parts:
            return [_text(self._names.shown(term, row))]
        return _bracketed(parts) if binds > _SUM else parts

    def _group(self, term: Term, row: int) -> list[Part]:
        below, language = self._below(term, row), self._language
        if term.op == "highest":
            if not below:
                none = self._parts(term.args[1], row, 0)
                return [*none, _text(f" ({NO_ROW[language]})")]
            parts: list[Part] = []
            for n in below:
                parts += [*([_text("; ")] if parts else []), *self._parts(term.args[0], n, 0)]
            before, _, after = FACES[term.op].wording[language].partition("{0}")
            return [_text(before), *parts, *([_text(after)] if after else [])]
        # Counted is a condition: it is named, and the facts that it asks of each row are used.
        holding = 0
        for n in below:
            self._quietly(term.args[0], n)
            holding += self._family.value(term.args[0], n)
        return [
            _text(
                OF_ROWS[language].format(holding, len(below), self._names.condition(term.args[0]))
            )
        ]

    def _share(self, term: Term, row: int) -> list[Part]:
        sheet, (total, weight) = self._family.sheet, term.args
        upper, lower = total.grain or "", term.grain or ""
        above = sheet.up(lower, upper, row)
        below = sheet.down(upper, lower, above)
        for n in below:
            self._quietly(weight, n)
        weights = [self._family.value(weight, n) for n in below]
        amount, mine, whole = (
            self._family.value(total, above),
            weights[row - below.start],
            sum(weights),
        )
        parts = self._parts(total, above, _DIVISION)
        if amount < 0:
            parts = _bracketed(parts)
        if whole:
            all_of_them = self._number(whole, weight.decimals, weight.unit)
            parts += [_text(" × "), *self._parts(weight, row, _PRODUCT), _text(f" / {all_of_them}")]
        else:
            mine, whole = 1, len(below)
            parts.append(_text(ALIKE[self._language].format(whole)))
        cut, rest = divmod(abs(amount) * mine * 1000, whole)
        if rest or cut % 1000:
            text = LARGEST_REMAINDERS[self._language].format(
                (MINUS if amount < 0 else "")
                + self._number(cut, term.decimals + 3, term.unit)
                + ("…" if rest else ""),
                number(self._family.value(term, row), term.decimals, self._language),
            )
            self.roundings.setdefault((term.number, row), text)
        return parts

    def _quietly(self, term: Term, row: int) -> None:
        """What is looked at without being written: it is used, and no line tells of it."""
        kept = self.steps, self.roundings, self.because
        self.steps, self.roundings, self.because = {}, {}, {}
        self._parts(term, row, 0)
        self.steps, self.roundings, self.because = kept

    # --- leaves --------------------------------------------------------------------------------
    def _fact(self, term: Term, row: int) -> Part:
        place = (term.param, row)
        self.uses.append(place)
        name = term.param[0]
        fact = self._family.book.country.facts[name]
        text = shown_fact(fact, self._family.at(place), self._language)
        return {
            "text": f"{self._names.called(term, row)} ({text})" if self._named else text,
            "kind": "fact",
            "ref": key_of(self._family, place),
            "caption": "" if self._named else fact.names[self._language],
        }

    def _figure(self, term: Term, row: int, part: str) -> Part:
        entry = term.entry
        if entry is None:
            raise AssertionError("a figure without its entry")
        held, shown = self._family.value(term, row), self._names.shown(term, row)
        is_day = term.nature == "date"
        value = date.fromordinal(held).isoformat() if is_day else plain(held, term.decimals)
        self.figures[part] = Told(
            entry, self._names.title(entry, part.partition(".")[2]), value, shown
        )
        return {
            "text": shown,
            "kind": "figure",
            "ref": part,
            "caption": self.figures[part].title,
        }

    # --- reasons -------------------------------------------------------------------------------
    def reason(self, term: Term, row: int) -> None:
        """Why this branch or way: of a condition, the parts that decided it, as they stood."""
        if term.op == "spread":
            self.reason(term.args[0], self._above(term, row))
        elif term.op in ("both", "either"):
            answer = self._family.value(term, row)
            for arg in term.args:
                if self._family.value(arg, row) == answer:
                    self.reason(arg, row)
        elif term.op in ("not_so", "is_in", "day_in"):
            self.reason(term.args[0], row)
        elif term.op in ("where", "pick"):
            self.reason(term.args[0], row)
            self.reason(self._taken(term, row), row)
        elif term.op == "any":
            self.because["".join(part["text"] for part in self._group(term, row))] = None
        elif term.op == "fact":
            named, self._named = self._named, False
            text = self._fact(term, row)["text"]
            self._named = named
            self.because[self._names.called(term, row) + COLON[self._language] + text] = None
        else:
            self._because(term, row, COLON[self._language] + self._names.shown(term, row))

    def _because(self, term: Term, row: int, end: str, before: str = "") -> None:
        named, self._named = self._named, True
        text = "".join(part["text"] for part in self._parts(term, row, _COMPARISON))
        self._named = named
        self.because[before + text + end] = None

    def _slice_reason(self, term: Term, row: int) -> None:
        """In which row of its scale the amount falls: `2,000 < Reference wage (2,146.76)`."""
        bounds, strict = term.param[:2]
        if len(bounds) == 1:
            self._quietly(term.args[0], row)
            return
        x = self._family.value(term.args[0], row)
        at = sum(bound < x if strict else bound <= x for bound in bounds)
        low, high = ("<", "≤") if strict else ("≤", "<")
        ends = [self._number(bound, term.args[0].decimals, term.args[0].unit) for bound in bounds]
        self._because(
            term.args[0],
            row,
            f" {high} {ends[at]}" if at < len(bounds) else "",
            f"{ends[at - 1]} {low} " if at > 1 else "",
        )


def _unspread(term: Term) -> Term:
    return _unspread(term.args[0]) if term.op == "spread" else term


def _text(text: str) -> Part:
    return {"text": text, "kind": "text", "ref": None, "caption": ""}


def _bracketed(parts: list[Part]) -> list[Part]:
    return [_text("("), *parts, _text(")")]
