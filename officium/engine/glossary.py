"""The glossary: every fact with its kind, its grain and its names in four languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from officium.engine.errors import LawError
from officium.engine.kinds import KINDS, Kind, quantity, unit_text
from officium.engine.row import Given
from officium.language import LANGUAGES, plain

_KEYS = {
    *LANGUAGES,
    *(
        "kind",
        "grain",
        "range",
        "decimals",
        "codes",
        "labels",
        "default",
        "none",
        "zone",
        "contract",
    ),
    "note",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. `low` and `high` bound its whole number; `codes` are those of a code fact, in order.

    `labels`: what a code is called in each language; a code without is itself the official word.
    `grains` has one name for most facts; a given fact may be recorded at several.
    `default` is what a question may leave out: a value, the name of another fact, or None. `none`: the
    day that says that there is no such day, if there is one. `contract`: the name is fixed for other
    programs.
    """

    name: str
    kind: Kind
    grains: tuple[str, ...]
    low: int
    high: int
    names: Mapping[str, str]
    codes: tuple[str, ...] = ()
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    default: str | None = None
    zone: str = ""
    contract: bool = False
    note: str = ""
    none: int | None = None

    @property
    def decimals(self) -> int:
        """The decimals of the kind, or the fact's own."""
        return self.kind.decimals

    def whole(self, given: Given, where: str) -> int:
        """The whole number that stands for a given value; refuses what is not of the kind."""
        nature = self.kind.nature
        value: int
        if nature == "flag" and str(given).lower() in ("true", "false"):
            value = int(str(given).lower() == "true")
        elif nature == "code" and isinstance(given, str):
            if given not in self.codes:
                raise LawError(
                    f"{self.name}: {given!r} is not one of {', '.join(self.codes)}",
                    code="range",
                    where=where,
                )
            value = self.codes.index(given)
        elif nature == "date" and isinstance(given, date):
            value = given.toordinal()
        elif nature == "date" and isinstance(given, str):
            try:
                value = date.fromisoformat(given).toordinal()
            except ValueError:
                raise LawError(
                    f"{self.name}: {given!r} is not a date like 2025-01-31",
                    code="range",
                    where=where,
                ) from None
        elif nature == "number" and isinstance(given, str):
            read = quantity(given, f"{where} {self.name}".strip())
            if read.unit and read.unit != self.kind.unit:
                raise LawError(
                    f"{self.name}: {given!r} is not in {unit_text(self.kind.unit)}",
                    code="units",
                    where=where,
                )
            value = read.at(self.decimals, f"{where} {self.name}: {given}".strip())
        elif nature == "number" and type(given) is int:
            value = given
        else:
            raise LawError(
                f"{self.name}: {given!r} is not a {self.kind.name}", code="range", where=where
            )
        if not self.low <= value <= self.high:
            raise LawError(
                f"{self.name}: {given} lies outside {self.text(self.low)} to {self.text(self.high)}",
                code="range",
                where=where,
            )
        return value

    def label(self, code: str, language: str) -> str:
        """What people call a code."""
        return self.labels[code][language] if code in self.labels else code

    def text(self, value: int) -> str:
        """A whole number as programs read it: `-3.00`, `true`, `white_collar`, `2025-01-31`."""
        nature = self.kind.nature
        if nature == "flag":
            return "true" if value else "false"
        if nature == "code":
            return self.codes[value]
        if nature == "date":
            is_day = self.kind.low <= value <= self.kind.high
            return date.fromordinal(value).isoformat() if is_day else f"day {value}"
        return plain(value, self.decimals)


def in_all_languages(names: Mapping[str, Any], what: str, where: str) -> Mapping[str, str]:
    """Names by language; refuses where one is missing or empty."""
    missing = [language for language in LANGUAGES if not names.get(language)]
    if missing:
        raise LawError(f"{what} has no name in {', '.join(missing)}", code="writing", where=where)
    return {language: names[language] for language in LANGUAGES}


def _labels(
    raw: Mapping[str, Any], codes: tuple[str, ...], where: str
) -> Mapping[str, Mapping[str, str]]:
    odd = [code for code in raw if code not in codes]
    if odd:
        raise LawError(f"a label for {odd[0]}, which is no code", code="writing", where=where)
    return {code: in_all_languages(names, f"the code {code}", where) for code, names in raw.items()}


def fact(name: str, raw: Mapping[str, Any], where: str) -> Fact:
    """A fact from its glossary entry."""
    where = f"{where} [{name}]"
    odd = set(raw) - _KEYS
    if odd:
        raise LawError(f"unknown key {min(odd)}", code="writing", where=where)
    missing = [key for key in ("kind", "grain", *LANGUAGES) if not raw.get(key)]
    if missing:
        raise LawError(f"needs {', '.join(missing)}", code="writing", where=where)
    if raw["kind"] not in KINDS:
        raise LawError(
            f"{raw['kind']!r} is not one of {', '.join(KINDS)}", code="writing", where=where
        )
    kind = KINDS[raw["kind"]]
    if "decimals" in raw:
        kind = Kind(kind.name, kind.nature, kind.unit, raw["decimals"], kind.low, kind.high)
    codes = tuple(raw.get("codes", ()))
    if (kind.nature == "code") != bool(codes):
        raise LawError("codes belong to a fact of kind code", code="writing", where=where)
    low, high = (0, len(codes) - 1) if codes else (kind.low, kind.high)
    if "range" in raw:
        low, high = (quantity(str(text), where).at(kind.decimals, where) for text in raw["range"])
    if "none" in raw and kind.nature != "date":
        raise LawError("none belongs to a fact of kind date", code="writing", where=where)
    none = date.fromisoformat(raw["none"]).toordinal() if "none" in raw else None
    grain = raw["grain"]
    return Fact(
        name,
        kind,
        (grain,) if isinstance(grain, str) else tuple(grain),
        low,
        high,
        {language: raw[language] for language in LANGUAGES},
        codes,
        _labels(raw.get("labels", {}), codes, where),
        raw.get("default"),
        raw.get("zone", ""),
        raw.get("contract", False),
        raw.get("note", ""),
        none,
    )
