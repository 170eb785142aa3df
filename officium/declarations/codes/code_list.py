"""One code list: codes, the quarters in which they are in force, and what is said of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from officium.declarations.element import data_rows


@dataclass(frozen=True, slots=True)
class Code:
    """A code in force from a quarter until a quarter (YYYYQ; 0 and 99999: without limit)."""

    code: str
    first: int
    last: int
    says: Mapping[str, str]

    def in_force(self, quarter: int) -> bool:
        """Whether the code may be used in a quarter."""
        return self.first <= quarter <= self.last


@dataclass(frozen=True, slots=True)
class CodeList:
    """The codes of one annex; `edition` is the first line of its file, for people to read."""

    edition: str
    codes: Mapping[str, tuple[Code, ...]]
    additions: Mapping[str, str]

    def in_force(self, code: str, quarter: int) -> list[Code]:
        """The entries of a code in a quarter; none where it is unknown or not in force."""
        return [entry for entry in self.codes.get(code, ()) if entry.in_force(quarter)]


@cache
def code_list(name: str) -> CodeList:
    """The list in the file of that name."""
    place = files("officium.declarations.codes")
    text = place.joinpath(f"{name}.csv").read_text("utf-8")
    codes: dict[str, tuple[Code, ...]] = {}
    for row in data_rows(text):
        code, first, last = row.pop("code"), row.pop("from"), row.pop("until")
        entry = Code(code, int(first or 0), int(last or 99999), row)
        codes[code] = (*codes.get(code, ()), entry)
    edition = text.splitlines()[0].removeprefix("# ").partition(":")[0].rstrip(".")
    return CodeList(edition, codes, _additions(name))


def _additions(name: str) -> dict[str, str]:
    """Codes in use that the held list lacks, and their use; a range is written out."""
    text = files("officium.declarations.codes").joinpath("additions.csv").read_text("utf-8")
    found: dict[str, str] = {}
    for row in data_rows(text):
        if row["list"] == name:
            first, _, last = row["code"].partition("-")
            for code in range(int(first), int(last or first) + 1):
                found[str(code).zfill(len(first))] = row["use"]
    return found
