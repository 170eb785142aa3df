"""The desk on which a book's rules are read: it makes the nodes, and refuses what cannot hold.

Equal nodes become one object, so a common expression, or one text in force on two days, is one node.
Every node's bounds are known here; one that could pass 64 bits is refused before any money is seen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from officium.engine import words  # noqa: F401  (enters the faces)
from officium.engine.errors import LawError
from officium.engine.face import FACES
from officium.engine.glossary import Fact
from officium.engine.grain import GrainTree
from officium.engine.kinds import NO_UNIT, Quantity, Unit, quantity, times, unit_text
from officium.engine.parameter import Entry
from officium.engine.share import Product, Share, WrittenShare
from officium.engine.term import Term

_LIMIT = 2**63 - 1
LEAVES = ("number", "figure", "fact")


class Desk:
    """Where terms are made. `where` and `grain` are those of the rule that is being read."""

    def __init__(self, grains: GrainTree, facts: Mapping[str, Fact]) -> None:
        self.grains, self.facts = grains, facts
        self.where, self.grain = "", ""
        self.scope: Mapping[str, Sequence[str]] = {}
        self._nodes: dict[tuple[object, ...], Term] = {}

    # --- nodes ---------------------------------------------------------------------------------
    def node(
        self,
        op: str,
        args: tuple[Term, ...],
        param: Any = None,
        *,
        nature: str = "number",
        unit: Unit = NO_UNIT,
        decimals: int = 0,
        grain: str | None = None,
        bounds: tuple[int, int] | None = None,
        codes: tuple[str, ...] = (),
        entry: Entry | None = None,
    ) -> Term:
        """The one node of this word, these arguments and this parameter."""
        key = (op, tuple(arg.number for arg in args), param, unit, decimals, grain)
        found = self._nodes.get(key)
        if found is None:
            if bounds is None:
                bounds = FACES[op].bounds([(arg.low, arg.high) for arg in args], param)
            self.fits(op, *bounds)
            found = Term(
                *(self, len(self._nodes), op, args, param, nature, unit, decimals),
                *(bounds, grain, codes, entry),
            )
            self._nodes[key] = found
        return found

    def fits(self, op: str, *values: int) -> None:
        """Refuse what could pass 64 bits."""
        worst = max(abs(value) for value in values)
        if worst > _LIMIT:
            self.refuse(
                f"{op} could reach {worst:.2e}, more than 64 bits hold: narrow the range of a fact "
                "or round earlier",
                "overflow",
            )

    def refuse(self, message: str, code: str) -> None:
        """Stop: the rule cannot be read."""
        raise LawError(message, code=code, where=self.where)

    def number(self, value: int, decimals: int = 0, unit: Unit = NO_UNIT) -> Term:
        """A number written in a formula."""
        return self.node(
            "number", (), (value, decimals), unit=unit, decimals=decimals, bounds=(value, value)
        )

    def figure(self, entry: Entry, part: str, value: Quantity) -> Term:
        """A number taken from a dated figure (`part`: the code or the column, where it has several)."""
        return self.node(
            "figure",
            (),
            (entry.figure, entry.start.isoformat(), part, value.value),
            nature="date" if value.day else "number",
            unit=value.unit,
            decimals=value.decimals,
            bounds=(value.value, value.value),
            entry=entry,
        )

    def fact(self, fact: Fact, grain: str) -> Term:
        """A fact of the glossary at one of its grains."""
        return self.node(
            "fact",
            (),
            (fact.name, grain),
            nature=fact.kind.nature,
            unit=fact.kind.unit,
            decimals=fact.decimals,
            grain=grain,
            bounds=(fact.low, fact.high),
            codes=fact.codes,
        )

    def lift(self, given: Any) -> Term:
        """A term from what a formula may write: a term, a whole number, an exact decimal text."""
        if isinstance(given, Term):
            return given
        if type(given) is int:
            return self.number(given)
        if isinstance(given, str):
            read = quantity(given, self.where)
            return self.number(read.value, read.decimals, read.unit)
        if isinstance(given, Share | WrittenShare | Product):
            self.refuse(
                "an exact fraction is compared, or rounded: rounded(amount * share)", "exact"
            )
        self.refuse(
            f"{given!r} is not a term: write a whole number or a text like '0.5'", "writing"
        )
        raise AssertionError

    def share(self, given: Any) -> Share:
        """An exact fraction from a fraction, or from an amount over one."""
        if isinstance(given, Share):
            return given
        if isinstance(given, WrittenShare):
            return Share(self.number(given.n), self.number(given.d))
        term = self.lift(given)
        return Share(term, self.number(10**term.decimals, term.decimals))

    # --- bringing terms together ---------------------------------------------------------------
    def level(self, *terms: Term) -> tuple[tuple[Term, ...], str | None]:
        """The terms on the rows of their deepest grain: what lies above is spread."""
        names = [term.grain for term in terms if term.grain is not None]
        if not names:
            return terms, None
        deepest = self.grains.deepest(names, self.where)
        return tuple(self.spread(term, deepest) for term in terms), deepest

    def spread(self, term: Term, grain: str) -> Term:
        """The term on the rows of a deeper grain."""
        if term.grain is None or term.grain == grain:
            return term
        return self.node(
            "spread",
            (term,),
            (term.grain, grain),
            nature=term.nature,
            unit=term.unit,
            decimals=term.decimals,
            grain=grain,
            bounds=(term.low, term.high),
            codes=term.codes,
        )

    def at_decimals(self, term: Term, decimals: int) -> Term:
        """The same amount written with more decimals."""
        if term.decimals == decimals:
            return term
        if term.op == "number":
            return self.number(
                term.param[0] * 10 ** (decimals - term.decimals), decimals, term.unit
            )
        return self.node(
            "align",
            (term,),
            decimals - term.decimals,
            unit=term.unit,
            decimals=decimals,
            grain=term.grain,
        )

    def alike(self, what: str, *given: Any) -> tuple[tuple[Term, ...], Unit, int, str | None]:
        """Terms made alike: one unit, one number of decimals, one grain; 0 has every unit."""
        terms = [self.lift(x) for x in given]
        for term in terms:
            if term.nature != terms[0].nature:
                self.refuse(f"{what}: a {terms[0].nature} and a {term.nature}", "units")
        units = {t.unit for t in terms if not (t.op == "number" and t.low == t.high == 0)}
        if len(units) > 1:
            self.refuse(f"{what}: {' and '.join(sorted(map(unit_text, units)))}", "units")
        decimals = max(term.decimals for term in terms)
        unit = units.pop() if units else NO_UNIT
        level, grain = self.level(*(self.at_decimals(term, decimals) for term in terms))
        return level, unit, decimals, grain

    def numbers(self, what: str, *given: Any) -> tuple[tuple[Term, ...], Unit, int, str | None]:
        """`alike` for amounts only: flags, codes and dates are refused."""
        level, unit, decimals, grain = self.alike(what, *given)
        if level[0].nature != "number":
            self.refuse(f"{what} is for amounts, not for a {level[0].nature}", "units")
        return level, unit, decimals, grain

    # --- operators -----------------------------------------------------------------------------
    def add(self, a: Any, b: Any) -> Term:
        """a + b."""
        args, unit, decimals, grain = self.numbers("+", a, b)
        return self.node("add", args, unit=unit, decimals=decimals, grain=grain)

    def subtract(self, a: Any, b: Any) -> Term:
        """a - b."""
        args, unit, decimals, grain = self.numbers("-", a, b)
        return self.node("subtract", args, unit=unit, decimals=decimals, grain=grain)

    def multiply(self, a: Any, b: Any) -> Any:
        """a x b, exact: decimals add up, units multiply."""
        if isinstance(b, Share | WrittenShare):
            return Product(self.lift(a), self.share(b))
        args, grain = self.level(self.lift(a), self.lift(b))
        for term in args:
            if term.nature != "number":
                self.refuse(f"x is for amounts, not for a {term.nature}", "units")
        return self.node(
            "multiply",
            args,
            unit=times(args[0].unit, args[1].unit),
            decimals=args[0].decimals + args[1].decimals,
            grain=grain,
        )

    def compare(self, op: str, a: Any, b: Any) -> Term:
        """a < b, a <= b, a > b, a >= b; dates too."""
        if isinstance(b, Share | WrittenShare):
            return self.share(b).compare(_MIRROR[op], a)
        args, _, _, grain = self.alike("a comparison", a, b)
        if args[0].nature not in ("number", "date"):
            self.refuse("only amounts and days are compared; ask a code by .is_()", "units")
        return self.node(op, args, nature="flag", grain=grain)

    def logic(self, op: str, *given: Any) -> Term:
        """& | ~ on conditions."""
        args, grain = self.level(*(self.lift(x) for x in given))
        for term in args:
            if term.nature != "flag":
                self.refuse(f"& | ~ join conditions, not a {term.nature}", "units")
        return self.node(op, args, nature="flag", grain=grain)

    def is_code(self, term: Term, codes: tuple[str, ...]) -> Term:
        """Whether a code is one of these."""
        if term.nature != "code":
            self.refuse(".is_() is asked of a code", "units")
        odd = [code for code in codes if code not in term.codes]
        if odd or not codes:
            self.refuse(f"{odd or 'nothing'} is not one of {', '.join(term.codes)}", "writing")
        wanted = tuple(sorted(term.codes.index(code) for code in codes))
        named = tuple(term.codes[n] for n in wanted)
        return self.node("is_in", (term,), (wanted, named), nature="flag", grain=term.grain)


_MIRROR = {"less": "greater", "greater": "less", "at_most": "at_least", "at_least": "at_most"}
