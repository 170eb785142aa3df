"""Kinds of value: every value is a whole number, a number of decimals and a unit.

Decimals and unit are known when a book is bound, so nothing about them exists at run time. A kind is
a name for (nature, unit, decimals) with a usual range.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from officium.engine.errors import LawError

Unit = tuple[tuple[str, int], ...]
"""Exponents of base units, sorted, none of them zero: EUR per hour is (("EUR", 1), ("hour", -1))."""

NO_UNIT: Unit = ()


def unit(*names: str, per: str | None = None) -> Unit:
    """The unit of the names multiplied, divided by `per`."""
    return times(tuple((name, 1) for name in sorted(names)), ((per, -1),) if per else ())


def times(a: Unit, b: Unit, sign: int = 1) -> Unit:
    """The unit of a product (`sign=-1`: of a quotient)."""
    powers = dict(a)
    for name, power in b:
        powers[name] = powers.get(name, 0) + sign * power
    return tuple(sorted((name, power) for name, power in powers.items() if power))


def unit_text(of: Unit) -> str:
    """A unit as people write it: `EUR/hour`; the plain number is `no unit`."""
    over = "*".join(name for name, power in of for _ in range(power) if power > 0)
    under = "/".join(name for name, power in of for _ in range(-power) if power < 0)
    return (over or "1") + ("/" + under if under else "") if of else "no unit"


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of column a fact is; `low` and `high` are whole numbers of 10**-decimals."""

    name: str
    nature: str  # number | flag | code | date
    unit: Unit
    decimals: int
    low: int
    high: int


_EUR = unit("EUR")
_LAST_DAY = date(9999, 12, 31).toordinal()

KINDS = {
    kind.name: kind
    for kind in (
        Kind("cents", "number", _EUR, 2, -(10**8), 10**8),
        Kind("wage", "number", unit("EUR", per="hour"), 4, 0, 10**7),
        Kind("daily_wage", "number", unit("EUR", per="day"), 2, -(10**8), 10**8),
        Kind("hours", "number", unit("hour"), 2, 0, 10**5),
        Kind("days", "number", unit("day"), 2, 0, 10**4),
        Kind("count", "number", NO_UNIT, 0, 0, 1000),
        Kind("rate", "number", NO_UNIT, 6, 0, 10**7),
        Kind("factor", "number", NO_UNIT, 2, 0, 10**3),
        Kind("share", "number", NO_UNIT, 4, 0, 10**5),
        Kind("number", "number", NO_UNIT, 0, -(10**12), 10**12),
        Kind("flag", "flag", NO_UNIT, 0, 0, 1),
        Kind("code", "code", NO_UNIT, 0, 0, 0),
        Kind("date", "date", NO_UNIT, 0, 1, _LAST_DAY),
    )
}

_NUMBER = re.compile(r"(-?)(\d[\d \u00a0\u202f]*)(?:\.(\d+))?\s*(%|[A-Za-z]+(?:/[A-Za-z]+)?)?\s*")
_WRITTEN_UNITS = {
    "EUR": _EUR,
    "EUR/hour": unit("EUR", per="hour"),
    "EUR/day": unit("EUR", per="day"),
    "hour": unit("hour"),
    "hours": unit("hour"),
    "day": unit("day"),
    "days": unit("day"),
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact amount as written in a text: value x 10**-decimals of a unit.

    `percent`: it was written as a percentage, and is shown as one; `13.07 %` is 1307 x 10**-4. `day`: it
    is a day of the calendar, by its ordinal.
    """

    value: int
    decimals: int
    unit: Unit
    percent: bool = field(default=False, compare=False)
    day: bool = False

    def at(self, decimals: int, where: str) -> int:
        """The whole number at so many decimals; refuses to lose a digit."""
        if self.decimals <= decimals:
            more: int = 10 ** (decimals - self.decimals)
            return self.value * more
        fewer: int = 10 ** (self.decimals - decimals)
        value, rest = divmod(self.value, fewer)
        if rest:
            raise LawError(f"has more than {decimals} decimals", code="range", where=where)
        return value


def quantity(text: str, where: str) -> Quantity:
    """Read `2 013.64 EUR`, `13.07 %`, `0.2579`, `7 hours`; exact, never through a float."""
    match = _NUMBER.fullmatch(text)
    if not match:
        raise LawError(
            f"{text!r} is not a number; write for instance '2 013.64 EUR', '13.07 %' or '0.2579'",
            code="writing",
            where=where,
        )
    sign, whole, fraction, name = match.groups()
    digits = re.sub(r"\D", "", whole) + (fraction or "")
    decimals = len(fraction or "") + (2 if name == "%" else 0)
    if name not in (None, "%") and name not in _WRITTEN_UNITS:
        raise LawError(
            f"{name!r} is not a unit; use EUR, EUR/hour, EUR/day, hours, days or %",
            code="units",
            where=where,
        )
    of = _WRITTEN_UNITS.get(name, NO_UNIT) if name else NO_UNIT
    return Quantity(int(sign + digits), decimals, of, name == "%")
