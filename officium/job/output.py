"""How documents reach the disk: all of them or none, and the same bytes twice change nothing."""

from __future__ import annotations

import ctypes
import fcntl
import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from officium.findings import BadInput
from officium.job.changes import Changes, changes

# The document that tells a folder of ours from somebody's own: it lists what stands beside it.
REPORT = "report.json"
_AT_FDCWD, _EXCHANGE = -100, 2
_SHOWN = 5
_OF_A_PERIOD = re.compile(r"(?:.*/)?(?:payslips|accounts)/([^/]+)/")


def sealed(files: Mapping[str, bytes], report: Mapping[str, Any]) -> dict[str, bytes]:
    """The documents with their `report.json`, which holds the SHA-256 of each of the others."""
    listed = {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)}
    return {**files, REPORT: as_json_file({**report, "files": listed})}


def as_json_file(document: Mapping[str, Any]) -> bytes:
    """A document as a file of JSON that a person can read too."""
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def publish(files: Mapping[str, bytes], folder: Path) -> Changes:
    """Make `folder` hold exactly these sealed files (by relative path), and say what changed.

    The new folder is built beside the old one and takes its place in one step, so that a kill leaves
    the old or the new, never a mixture; what a killed run left beside it (`.out.officium-new`) is
    cleared by the next. Where `folder` is a symbolic link, the folder that it points to is written and
    the link stays. Raises BadInput where the folder holds anything that no earlier run wrote or that
    was changed since, or the documents of a period that this one does not contain, or cannot be written.
    """
    # Not Path.resolve: it raises on a link to itself, which is_dir below refuses in our own words.
    folder = Path(os.path.realpath(folder))
    if os.path.lexists(folder) and not folder.is_dir():
        raise _refusal("is a file, a folder is expected", folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            _clear(folder)
            held, others = _held(folder)
            _refuse_foreign(held, others, folder)
            _refuse_other_period(held, files, folder)
            told = changes(held, files)
            if told:
                _replace(files, folder)
    except OSError as error:
        raise _refusal(f"cannot be written: {error.strerror}", folder) from error
    return told


def _refusal(message: str, folder: Path) -> BadInput:
    return BadInput(message, code="output", where=str(folder))


def _beside(folder: Path, kind: str) -> Path:
    return folder.with_name(f".{folder.name}.officium-{kind}")


def _held(folder: Path) -> tuple[dict[str, bytes], list[str]]:
    """The plain files of the folder, and what else stands there and is never opened or empty."""
    files: dict[str, bytes] = {}
    others: list[str] = []
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            others.append(name)
        elif path.is_file():
            files[name] = path.read_bytes()
        elif not any(path.iterdir()):
            others.append(f"{name}/")
    return files, others


def _refuse_foreign(held: Mapping[str, bytes], others: Sequence[str], folder: Path) -> None:
    """Nothing that a person put there, or wrote into a document, is ever thrown away."""
    listed = _listed(held.get(REPORT, b"{}"))
    emptied = {
        other
        for other in others
        if other.endswith("/") and any(name.startswith(other) for name in listed)
    }
    strangers = sorted({*others} - emptied | (held.keys() - listed.keys() - {REPORT}))
    if strangers or (REPORT not in held and held):
        raise _refusal(
            f"holds what no earlier run wrote ({_named(strangers) or REPORT}): move it away, or give "
            "another folder",
            folder,
        )
    changed = sorted(
        name
        for name, digest in listed.items()
        if name in held and hashlib.sha256(held[name]).hexdigest() != digest
    )
    if changed:
        raise _refusal(
            f"holds documents that were changed since a run wrote them ({_named(changed)}): move them "
            "away, or give another folder",
            folder,
        )


def _refuse_other_period(
    held: Mapping[str, bytes], files: Mapping[str, bytes], folder: Path
) -> None:
    """The documents of another month, quarter or year are not thrown away for those of this one."""
    lost = sorted(_periods(held) - _periods(files))
    if lost:
        raise _refusal(
            f"holds the documents of {_named(lost)}, which this run does not make: give another "
            "folder, one for each period",
            folder,
        )


def _periods(files: Iterable[str]) -> set[str]:
    """The months of which there are payslips, and the years of which there are accounts."""
    return {match[1] for name in files if (match := _OF_A_PERIOD.match(name))}


def _named(names: Sequence[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (", ..." if len(names) > _SHOWN else "")


def _listed(report: bytes) -> dict[str, str]:
    """What an earlier report says that it laid down; nothing where it is no report of ours."""
    try:
        return dict(json.loads(report)["files"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}


def _replace(files: Mapping[str, bytes], folder: Path) -> None:
    new = _beside(folder, "new")
    try:
        for name, content in files.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        for inner in [new, *(path for path in new.rglob("*") if path.is_dir())]:
            _sync(inner)
        if folder.exists():
            _exchange(new, folder)
        else:
            new.rename(folder)
        _sync(folder.parent)
    finally:
        # What was half written, or after the exchange the old documents.
        _clear(folder)


def _clear(folder: Path) -> None:
    shutil.rmtree(_beside(folder, "new"), ignore_errors=True)


def _exchange(new: Path, old: Path) -> None:
    """Two folders change places in one step, as only the kernel can do it."""
    swap = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if swap is None or swap(
        _AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(old), ctypes.c_uint(_EXCHANGE)
    ):
        reason = os.strerror(ctypes.get_errno()) if swap else "no such call"
        raise _refusal(
            f"cannot be replaced in one step on this system ({reason}): give a folder that does not "
            "exist yet, or remove this one first",
            old,
        )


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One run at a time writes a folder; the lock falls with the process that holds it."""
    path = _beside(folder, "lock")
    with path.open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Who held it before removed the file that we opened: another may lock the next one.
            ours = path.exists() and os.path.samestat(path.stat(), os.fstat(lock.fileno()))
        except OSError:
            ours = False
        if not ours:
            raise _refusal("another run is writing it: wait until it is done", folder)
        try:
            yield
        finally:
            path.unlink()
