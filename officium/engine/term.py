"""A term: one node of a rule's tree, with its unit, decimals, bounds and grain.

A rule is read on terms, once, when the book is bound. Terms never see data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from officium.engine.kinds import Unit
from officium.engine.refusal import Unasked

if TYPE_CHECKING:
    from officium.engine.desk import Desk
    from officium.engine.parameter import Entry


class Term(Unasked):
    """One node. Equal nodes of a desk are one object, so identity is equality.

    `nature` is number, flag, code or date; `grain` None for what is the same on all rows; `param` is
    what the word needs beside its arguments; `entry` the dated figure that the node was taken from.
    """

    __slots__ = (
        "args",
        "codes",
        "decimals",
        "desk",
        "entry",
        "grain",
        "high",
        "low",
        "nature",
        "number",
        "op",
        "param",
        "unit",
    )

    def __init__(
        self,
        desk: Desk,
        number: int,
        op: str,
        args: tuple[Term, ...],
        param: Any,
        nature: str,
        unit: Unit,
        decimals: int,
        bounds: tuple[int, int],
        grain: str | None,
        codes: tuple[str, ...],
        entry: Entry | None,
    ) -> None:
        self.desk, self.number = desk, number
        self.op, self.args, self.param = op, args, param
        self.nature, self.unit, self.decimals = nature, unit, decimals
        self.low, self.high = bounds
        self.grain, self.codes, self.entry = grain, codes, entry

    # --- what a formula may write ------------------------------------------------------------
    def __add__(self, other: Any) -> Term:
        return self.desk.add(self, other)

    def __radd__(self, other: Any) -> Term:
        return self.desk.add(other, self)

    def __sub__(self, other: Any) -> Term:
        return self.desk.subtract(self, other)

    def __rsub__(self, other: Any) -> Term:
        return self.desk.subtract(other, self)

    def __mul__(self, other: Any) -> Any:
        return self.desk.multiply(self, other)

    def __rmul__(self, other: Any) -> Any:
        return self.desk.multiply(other, self)

    def __neg__(self) -> Term:
        return self.desk.subtract(0, self)

    def __lt__(self, other: Any) -> Term:
        return self.desk.compare("less", self, other)

    def __le__(self, other: Any) -> Term:
        return self.desk.compare("at_most", self, other)

    def __gt__(self, other: Any) -> Term:
        return self.desk.compare("greater", self, other)

    def __ge__(self, other: Any) -> Term:
        return self.desk.compare("at_least", self, other)

    def __and__(self, other: Any) -> Term:
        return self.desk.logic("both", self, other)

    def __or__(self, other: Any) -> Term:
        return self.desk.logic("either", self, other)

    def __invert__(self) -> Term:
        return self.desk.logic("not_so", self)

    def is_(self, *codes: str) -> Term:
        """Whether a code is one of these."""
        return self.desk.is_code(self, codes)

    def __hash__(self) -> int:
        return self.number

    __eq__ = Unasked.__eq__

    def __repr__(self) -> str:
        return f"{self.op}({', '.join(map(repr, self.args))}{self.param or ''})"
