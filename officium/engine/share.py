"""An exact fraction: never a number of its own, always compared or rounded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from officium.engine.kinds import times
from officium.engine.refusal import Unasked

if TYPE_CHECKING:
    from officium.engine.term import Term


class Share(Unasked):
    """n / d, exact; made by the word `ratio`, d known to be above zero."""

    def __init__(self, n: Term, d: Term) -> None:
        self.n, self.d, self.desk = n, d, n.desk

    def compare(self, op: str, other: Any) -> Term:
        """Compared by cross-multiplication, which the wording does not show."""
        desk = self.desk
        other = desk.share(other)
        if times(self.n.unit, self.d.unit, -1) != times(other.n.unit, other.d.unit, -1):
            desk.refuse("two fractions of different units are not compared", "units")
        left, right = desk.multiply(self.n, other.d), desk.multiply(other.n, self.d)
        decimals = max(left.decimals, right.decimals)
        crossed = (desk.at_decimals(left, decimals), desk.at_decimals(right, decimals))
        args, grain = desk.level(self.n, self.d, other.n, other.d, *crossed)
        return desk.node(f"share_{op}", args, nature="flag", grain=grain)

    def __lt__(self, other: Any) -> Term:
        return self.compare("less", other)

    def __le__(self, other: Any) -> Term:
        return self.compare("at_most", other)

    def __gt__(self, other: Any) -> Term:
        return self.compare("greater", other)

    def __ge__(self, other: Any) -> Term:
        return self.compare("at_least", other)

    def __mul__(self, other: Any) -> Product:
        return Product(self.desk.lift(other), self)

    __rmul__ = __mul__


class WrittenShare(Unasked):
    """A fraction written in a formula, `ratio(2, 3)`: it joins the desk of what it meets."""

    def __init__(self, n: int, d: int) -> None:
        self.n, self.d = n, d


class Product(Unasked):
    """An amount times an exact fraction: `rounded` divides it once."""

    def __init__(self, amount: Term, share: Share) -> None:
        self.amount, self.share, self.desk = amount, share, amount.desk
