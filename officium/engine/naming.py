"""What facts, codes, figures and conditions are called in the reader's language, while one is told."""

from __future__ import annotations

from dataclasses import dataclass

from officium.engine.face import FACES
from officium.engine.family import Family, Place
from officium.engine.parameter import Entry, Table
from officium.engine.showing import shown_day, shown_flag, shown_number
from officium.engine.term import Term


def key_of(family: Family, place: Place) -> str:
    """`net_pay`, or `gross_pay[1]` where the family has several rows of that grain.

    A fact that stands at several grains of the book is told apart by its grain: `worked_on@month[1]`.
    """
    (name, grain), row = place
    grains = [bound.grain for bound in family.book.order if bound.fact.name == name]
    if len(grains) > 1 and grain != family.book.country.facts[name].grains[0]:
        name = f"{name}@{grain}"
    return f"{name}[{row}]" if family.sheet.size(grain) > 1 else name


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as a formula used it: its title, its value for programs, and as shown."""

    entry: Entry
    title: str
    value: str
    shown: str


class Naming:
    """The names that the telling of one fact on one row uses."""

    def __init__(self, family: Family, place: Place, language: str) -> None:
        self._family, self._place, self._language = family, place, language
        self._country = family.book.country
        self._labels: dict[str, str] = {}

    def called(self, fact: Term, row: int) -> str:
        """The name of a fact, with its row where it is one of many below the fact being told."""
        name, grain = fact.param
        called = self._country.facts[name].names[self._language]
        mine = self._place[0][1]
        below = grain != mine and self._country.grains.above(mine, grain)
        return f"{called} [{row}]" if below and self._family.sheet.size(grain) > 1 else called

    def condition(self, term: Term) -> str:
        """A condition by the names of its facts, without their values."""
        if term.op == "fact":
            return self._country.facts[term.param[0]].names[self._language]
        if term.op in ("number", "figure"):
            return self.shown(term, 0)
        if term.op == "spread":
            return self.condition(term.args[0])
        face, names = FACES[term.op], []
        for arg in term.args:
            loose = arg.op in FACES and FACES[arg.op].binds < face.binds < 9
            names.append(f"({self.condition(arg)})" if loose else self.condition(arg))
        codes = self.codes(term) if term.op == "is_in" else ""
        return face.wording[self._language].format(*names, p=codes)

    def codes(self, asked: Term) -> str:
        """The codes that are asked for: `worker / director`."""
        fact = self._country.facts[_fact_of(asked.args[0]).param[0]]
        return " / ".join(fact.label(code, self._language) for code in asked.param[1])

    def label(self, pick: Term, row: int) -> None:
        """Keep what the code is called by which a table is read, for the title of the figure."""
        fact = self._country.facts[_fact_of(pick.args[0]).param[0]]
        code = fact.codes[self._family.value(pick.args[0], row)]
        self._labels[code] = fact.label(code, self._language)

    def title(self, entry: Entry, part: str) -> str:
        """`Employment bonus, part A (base)`: what the figure is called, and its code or column."""
        figure = self._country.figures[entry.figure][1]
        name = figure.names[self._language]
        if not part:
            return name
        if isinstance(entry.value, Table):
            return f"{name} ({self._labels.get(part, part)})"
        return f"{name} ({figure.columns[part][self._language]})"

    def shown(self, term: Term, row: int) -> str:
        """The value of a node, as people read it."""
        value = self._family.value(term, row)
        if term.nature == "flag":
            return shown_flag(value, self._language)
        if term.nature == "date":
            return shown_day(value, self._language)
        part = {"figure": 2, "slice": 5}.get(term.op)
        percent = bool(part and term.entry and term.entry.is_percent(term.param[part]))
        return shown_number(value, term.decimals, self._language, term.unit, percent=percent)


def _fact_of(code: Term) -> Term:
    """The fact whose codes a term holds; a choice between codes is one between those of one fact."""
    return code if code.op == "fact" else _fact_of(code.args[-1])
