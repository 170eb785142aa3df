"""Words over days: ages, years, months, days, and the day that comes so long after another.

What 29 February does is an argument, for the law.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from officium.engine.face import Face, enter
from officium.engine.term import Term
from officium.engine.words.asking import desk_of

_EPOCH = date(1970, 1, 1).toordinal()
_LONGEST = 10_000
_CYCLE = 146_097  # days of 400 years


def _parts(np: Any, ordinals: Any) -> tuple[Any, Any, Any]:
    """Year, month (1-12) and day of a column of ordinals."""
    days = (np.asarray(ordinals) - _EPOCH).astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    count = months.astype(np.int64)
    return (
        np.floor_divide(count, 12) + 1970,
        np.mod(count, 12) + 1,
        (days - months.astype("datetime64[D]")).astype(np.int64) + 1,
    )


def _years(first: int, last: int, february: bool) -> int:
    a, b = date.fromordinal(first), date.fromordinal(last)
    month, day = a.month, a.day
    if (month, day) == (2, 29) and not _leap(b.year):
        month, day = (2, 28) if february else (3, 1)
    return b.year - a.year - ((b.month, b.day) < (month, day))


def _leap(year: Any) -> Any:
    return (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))


def _years_column(np: Any, out: Any, args: Any, february: bool) -> None:
    year_a, month_a, day_a = _parts(np, args[0])
    year_b, month_b, day_b = _parts(np, args[1])
    place = month_a * 100 + day_a
    place = np.where((place == 229) & ~_leap(year_b), 228 if february else 301, place)
    np.subtract(year_b - year_a, month_b * 100 + day_b < place, out=out)


def _months(first: int, last: int) -> int:
    a, b = date.fromordinal(first), date.fromordinal(last)
    return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day)


def _months_column(np: Any, out: Any, args: Any, _: Any) -> None:
    year_a, month_a, day_a = _parts(np, args[0])
    year_b, month_b, day_b = _parts(np, args[1])
    np.subtract((year_b - year_a) * 12 + month_b - month_a, day_b < day_a, out=out)


def _months_after(day: int, months: int) -> int:
    a = date.fromordinal(day)
    first, following = (_first_of(a.year * 12 + a.month - 1 + months + n) for n in (0, 1))
    return min(first + a.day, following) - 1


def _first_of(month: int) -> int:
    """The ordinal of the first day of a month, counted from year 0; also beyond the last year of dates."""
    cycles, rest = divmod(month, 400 * 12)
    return date(400 + rest // 12, rest % 12 + 1, 1).toordinal() + (cycles - 1) * _CYCLE


def _months_after_column(np: Any, out: Any, args: Any, _: Any) -> None:
    year, month, day = _parts(np, args[0])
    count = (year - 1970) * 12 + month - 1 + args[1]
    first, following = (
        (count + n).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64) + _EPOCH
        for n in (0, 1)
    )
    np.subtract(np.minimum(first + day, following), 1, out=out)


enter(
    Face(
        "years",
        bounds=lambda b, _: (-_LONGEST, _LONGEST),
        column=_years_column,
        whole=lambda args, february: _years(args[0], args[1], february),
        wording={
            "nl": "volle jaren van {0} tot {1}",
            "fr": "années révolues du {0} au {1}",
            "de": "volle Jahre vom {0} bis {1}",
            "en": "full years from {0} to {1}",
        },
        binds=0,
    )
)
enter(
    Face(
        "months",
        bounds=lambda b, _: (-12 * _LONGEST, 12 * _LONGEST),
        column=_months_column,
        whole=lambda args, _: _months(*args),
        wording={
            "nl": "volle maanden van {0} tot {1}",
            "fr": "mois révolus du {0} au {1}",
            "de": "volle Monate vom {0} bis {1}",
            "en": "full months from {0} to {1}",
        },
        binds=0,
    )
)
enter(
    Face(
        "days",
        bounds=lambda b, _: (b[1][0] - b[0][1], b[1][1] - b[0][0]),
        column=lambda np, out, args, _: np.subtract(args[1], args[0], out=out),
        whole=lambda args, _: args[1] - args[0],
        wording={
            "nl": "dagen van {0} tot {1}",
            "fr": "jours du {0} au {1}",
            "de": "Tage vom {0} bis {1}",
            "en": "days from {0} to {1}",
        },
        binds=0,
    )
)
enter(
    Face(
        "day_in",
        bounds=lambda b, _: (0, 1),
        column=lambda np, out, args, p: np.copyto(out, np.isin(args[0], p)),
        whole=lambda args, p: int(args[0] in p),
        wording={"nl": "op {0}", "fr": "le {0}", "de": "am {0}", "en": "on {0}"},
    )
)

enter(
    Face(
        "day_after",
        bounds=lambda b, _: (b[0][0] + b[1][0], b[0][1] + b[1][1]),
        column=lambda np, out, args, _: np.add(*args, out=out),
        whole=lambda args, _: args[0] + args[1],
        wording={
            "nl": "{0} plus {1} dagen",
            "fr": "{0} plus {1} jours",
            "de": "{0} plus {1} Tage",
            "en": "{0} plus {1} days",
        },
        binds=0,
    )
)
enter(
    Face(
        "months_after",
        bounds=lambda b, _: (b[0][0] + 31 * min(0, b[1][0]), b[0][1] + 31 * max(0, b[1][1])),
        column=_months_after_column,
        whole=lambda args, _: _months_after(*args),
        wording={
            "nl": "{0} plus {1} maanden",
            "fr": "{0} plus {1} mois",
            "de": "{0} plus {1} Monate",
            "en": "{0} plus {1} months",
        },
        binds=0,
    )
)
enter(
    Face(
        "monday_after",
        bounds=lambda b, _: (b[0][0] + 1, b[0][1] + 7),
        column=lambda np, out, args, _: np.subtract(args[0] + 7, np.mod(args[0] - 1, 7), out=out),
        whole=lambda args, _: args[0] + 7 - (args[0] - 1) % 7,
        wording={
            "nl": "maandag na {0}",
            "fr": "lundi suivant le {0}",
            "de": "Montag nach dem {0}",
            "en": "Monday after {0}",
        },
        binds=0,
    )
)


def _two_days(op: str, first: Any, last: Any, param: Any = None) -> Term:
    desk = desk_of(first, last)
    args, grain = desk.level(desk.lift(first), desk.lift(last))
    if any(term.nature != "date" for term in args):
        desk.refuse(f"{op} asks two days", "units")
    return desk.node(op, args, param, grain=grain)


_BIRTHDAYS = {"28 February": True, "1 March": False}


def years_between(first: Any, last: Any, *, birthday: str) -> Term:
    """Full years from one day to another; `birthday` says when 29 February comes in a common year."""
    if birthday not in _BIRTHDAYS:
        desk_of(first, last).refuse("birthday is '28 February' or '1 March'", "writing")
    return _two_days("years", first, last, _BIRTHDAYS[birthday])


def age_on(day: Any, birth: Any, *, birthday: str) -> Term:
    """The age in full years on a day."""
    return years_between(birth, day, birthday=birthday)


def months_between(first: Any, last: Any) -> Term:
    """Full months from one day to another: completed on the day of the same number."""
    return _two_days("months", first, last)


def days_between(first: Any, last: Any) -> Term:
    """Days from one day to another; the next day is one."""
    return _two_days("days", first, last)


def _later(op: str, day: Any, count: Any) -> Term:
    desk = desk_of(day, count)
    args, grain = desk.level(desk.lift(day), desk.lift(count))
    if args[0].nature != "date":
        desk.refuse(f"{op} asks a day first", "units")
    if args[1].nature != "number" or args[1].decimals or args[1].unit:
        desk.refuse(f"{op} asks a whole number second", "units")
    return desk.node(op, args, nature="date", grain=grain)


def day_after(day: Any, days: Any) -> Term:
    """The day that comes so many days after a day; fewer than none: before it."""
    return _later("day_after", day, days)


def months_after(day: Any, months: Any) -> Term:
    """The day of the same number so many months later; the last of a month that has no such day."""
    return _later("months_after", day, months)


def monday_after(day: Any) -> Term:
    """The first Monday that comes after a day; a Monday is followed by the next one."""
    desk = desk_of(day)
    term = desk.lift(day)
    if term.nature != "date":
        desk.refuse("monday_after asks a day", "units")
    return desk.node("monday_after", (term,), nature="date", grain=term.grain)
