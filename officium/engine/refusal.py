"""What Python would answer in silence, or with a float, is refused on the author's desk with advice."""

from __future__ import annotations

from typing import Any, NoReturn

from officium.engine.errors import LawError


class Unasked:
    """The base of all that a formula may hold: `if`, `==`, `in`, `/`, `round` and floats end here."""

    __slots__ = ()

    def _refuse(self, advice: str) -> NoReturn:
        raise LawError(
            advice, code="writing", where=getattr(getattr(self, "desk", None), "where", "")
        )

    def __bool__(self) -> bool:
        self._refuse(
            "a rule may not say if, and, or, not, min, max or a < b < c: write where(condition, a, b), "
            "&, |, ~, lower_of, higher_of, (a < b) & (b < c)"
        )

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return self._refuse("== is not asked of a fact: write status.is_('code'), <= or >=")

    def __ne__(self, other: object) -> bool:
        self._refuse("!= is not asked of a fact: write ~status.is_('code'), < or >")

    def __hash__(self) -> int:
        return id(self)

    def __contains__(self, item: object) -> bool:
        self._refuse("`in` is not asked of a fact: write status.is_('a', 'b')")

    def __iter__(self) -> NoReturn:
        self._refuse("a fact is not a list: write total_of, count_of, highest_of or any_of")

    def __truediv__(self, other: object) -> Any:
        self._refuse("/ would lose cents: write quotient(n, d, places=...) or ratio(n, d)")

    __rtruediv__ = __floordiv__ = __rfloordiv__ = __truediv__
    __mod__ = __rmod__ = __divmod__ = __rdivmod__ = __truediv__

    def __pow__(self, other: object) -> Any:
        self._refuse("** is not a word of the law")

    __rpow__ = __pow__

    def __abs__(self) -> Any:
        self._refuse("abs is not a word of the law: write higher_of(x, -x)")

    def __round__(self, places: int = 0) -> Any:
        self._refuse("round is not a word of the law: write rounded(x, places=...)")

    def __float__(self) -> float:
        self._refuse("money is never a float")

    def __int__(self) -> int:
        self._refuse("a rule is read before there are numbers: write rounded(x, places=0)")

    __index__ = __int__
