"""The files of a folder: which names are known, how large they may be, and their text."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from officium.findings import BadInput, Finding, Severity

MOST_FILES = 20_000
MOST_OF_TABLE = 8_000_000
MOST_OF_DOCUMENT = 1_000_000
MOST_OF_FOLDER = 64_000_000

_KNOWN = {
    "employer": re.compile(r"employer\.toml|employers/[^/]+\.toml"),
    "person": re.compile(r"people/[^/]+\.toml"),
    "time": re.compile(r"time/20\d\d-(0[1-9]|1[0-2])\.csv", re.ASCII),
    "pay": re.compile(r"pay/20\d\d-(0[1-9]|1[0-2])\.csv", re.ASCII),
    "absences": re.compile(r"absences/20\d\d\.csv", re.ASCII),
    "opening": re.compile(r"opening\.toml"),
    "mandates": re.compile(r"mandates\.toml"),
}
_EXPECTED = (
    "employer.toml, employers/*.toml, people/*.toml, time/2025-01.csv, pay/2025-01.csv, "
    "absences/2025.csv, opening.toml, mandates.toml and README.md"
)
_EMPLOYERS = ("employer.toml", "employers")
_MARKS = (*_EMPLOYERS, "people")


TABLES = ("time", "pay", "absences")


def kind_of_table(name: str) -> str | None:
    """`time`, `pay` or `absences` for the name of a table; None for any other."""
    return next((kind for kind in TABLES if _KNOWN[kind].fullmatch(name)), None)


@dataclass(frozen=True, slots=True)
class FolderFile:
    """One file of the folder: its name from the folder's root, its kind and its text."""

    name: str
    kind: str
    text: str


def mistake(name: str, message: str, line: int | None = None) -> Finding:
    """A mistake in a file of the folder."""
    return Finding(Severity.ERROR, "folder", message, name, line)


def files_of(folder: Path, mistakes: list[Finding]) -> Iterator[FolderFile]:
    """The files of a folder in the order of their names; what is wrong with them is added.

    Hidden files and README.md are passed over. Raises BadInput when it is no folder or too large.
    """
    try:
        root = folder.resolve()
        if not root.is_dir():
            raise BadInput(
                "is no folder: a folder of records is expected", code="no_folder", where=str(folder)
            )
        paths = _below(root, folder)
    except (OSError, RuntimeError, ValueError) as error:
        raise BadInput(
            f"the folder cannot be read: {error}", code="no_folder", where=str(folder)
        ) from error
    total = 0
    for path in paths:
        name = path.relative_to(root).as_posix()
        kind = next((kind for kind, known in _KNOWN.items() if known.fullmatch(name)), None)
        if name == "README.md":
            continue
        if kind is None:
            mistakes.append(mistake(name, f"unknown file; expected are {_EXPECTED}"))
            continue
        data = _bytes_of(path, root, name, kind, mistakes)
        if data is None:
            continue
        total += len(data)
        if total > MOST_OF_FOLDER:
            raise BadInput(
                f"holds more than {MOST_OF_FOLDER // 1_000_000} MB: split it by employer",
                code="too_large",
                where=str(folder),
            )
        text = _text_of(data, name, mistakes)
        if text is not None:
            yield FolderFile(name, kind, text)


def refuse_other_folder(folder: Path) -> None:
    """Raise BadInput for a folder that holds no records, naming one beside it that does."""
    try:
        if not folder.is_dir() or _has(folder, *_MARKS):
            return
        near = [*sorted(folder.iterdir()), folder.resolve().parent]
        meant = next((path for path in near if _has(path, *_EMPLOYERS)), None)
    except (OSError, RuntimeError, ValueError):
        return
    advice = "an employer.toml and a people/ folder are expected"
    if meant is not None:
        above = meant == near[-1]
        advice = f"did you mean {folder.parent if above else meant}?"
    raise BadInput(f"holds no records: {advice}", code="no_records", where=str(folder))


def _has(folder: Path, *names: str) -> bool:
    return any((folder / name).exists() for name in names)


def _below(root: Path, folder: Path) -> list[Path]:
    """Everything in the folder and one level below it that is not hidden; deeper is never valid."""
    found: list[Path] = []
    for path in sorted(root.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and path.resolve().is_relative_to(root):
            found += sorted(inner for inner in path.iterdir() if not inner.name.startswith("."))
        else:
            found.append(path)
        if len(found) > MOST_FILES:
            raise BadInput(
                f"holds more than {MOST_FILES} files", code="too_large", where=str(folder)
            )
    return found


def _bytes_of(
    path: Path, root: Path, name: str, kind: str, mistakes: list[Finding]
) -> bytes | None:
    most = MOST_OF_TABLE if kind in (*TABLES, "mandates") else MOST_OF_DOCUMENT
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(root):
            mistakes.append(mistake(name, "is a link to a file outside the folder"))
            return None
        if not stat.S_ISREG(real.stat().st_mode):
            mistakes.append(mistake(name, "is no ordinary file"))
            return None
        with real.open("rb") as stream:
            data = stream.read(most + 1)
    except (OSError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "a link that leads to itself"
        mistakes.append(mistake(name, f"cannot be read: {reason}"))
        return None
    if len(data) > most:
        mistakes.append(mistake(name, f"is larger than {most // 1_000_000} MB"))
        return None
    return data


def _text_of(data: bytes, name: str, mistakes: list[Finding]) -> str | None:
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        mistakes.append(
            mistake(name, "begins with a byte-order mark: save it as UTF-8 without one", 1)
        )
        return None
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        mistakes.append(mistake(name, "is not UTF-8: save it as UTF-8", line))
        return None
