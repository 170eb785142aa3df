"""A table of a TOML file, taken apart name by name; what is missing or not understood is said to a human."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, TypeVar, cast

from officium.engine import near
from officium.findings import BadInput

Kind = TypeVar("Kind")
_KINDS = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    list: "a list",
    dict: "a table",
    date: "a day like 2025-01-31",
}


class Table:
    """What a table still holds; `where` names it in messages. Every method raises BadInput."""

    def __init__(self, held: Mapping[str, Any], where: str) -> None:
        self._held = dict(held)
        self._where = where
        self._known: list[str] = []

    def refusal(self, message: str) -> BadInput:
        """A refusal that names the table."""
        return BadInput(message, code="duty", where=self._where)

    def may(self, name: str, kind: type[Kind], otherwise: Kind) -> Kind:
        """A value that may be left out."""
        self._known.append(name)
        value = self._held.pop(name, None)
        if value is None:
            return otherwise
        # A truth value is no number, although Python counts it as one.
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.refusal(f"{name} is {value!r}; {_KINDS[kind]} is expected")
        return value

    def must(self, name: str, kind: type[Kind]) -> Kind:
        """A value that is needed."""
        if name not in self._held:
            self._known.append(name)
            raise self.refusal(f"{name} is missing; {_KINDS[kind]} is expected")
        return self.may(name, kind, cast(Kind, None))

    def maybe(self, name: str, kind: type[Kind]) -> Kind | None:
        """A value that may be left out, and then is none."""
        return self.must(name, kind) if self.has(name) else None

    def has(self, name: str) -> bool:
        """Whether a value is there."""
        self._known.append(name)
        return name in self._held

    def one_of(self, name: str, known: Collection[str], otherwise: str | None = None) -> str:
        """A word of a closed list."""
        value = self.must(name, str) if otherwise is None else self.may(name, str, otherwise)
        if value not in known and value != otherwise:
            raise self.refusal(f"{name} is {value!r}{near(value, known)}; known are {_list(known)}")
        return value

    def some_of(self, name: str, known: Collection[str]) -> tuple[str, ...]:
        """Words of a closed list; none where left out."""
        found = tuple(self.may(name, list, []))
        for value in found:
            if value not in known:
                text = str(value)
                raise self.refusal(
                    f"{name} names {text!r}{near(text, known)}; known are {_list(known)}"
                )
        return found

    def table(self, name: str) -> Table:
        """A table inside."""
        return Table(self.must(name, dict), f"{self._where}, {name}")

    def tables(self, name: str) -> tuple[Table, ...]:
        """The tables of a list; none where left out."""
        return tuple(
            Table(held, f"{self._where}, {name} {number}")
            for number, held in enumerate(self.may(name, list, []), 1)
        )

    def done(self) -> None:
        """Nothing may be left that nobody asked for."""
        for name in self._held:
            raise self.refusal(f"{name} is not known here{near(name, self._known)}")


def _list(known: Collection[str]) -> str:
    return ", ".join(sorted(known))
