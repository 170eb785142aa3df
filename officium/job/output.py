"""How documents reach the disk: all of them or none, and the same bytes twice change nothing."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from officium.findings import BadInput

# What tells a folder of ours from somebody's own: a report stands in it.
MARK = "report.json"
_AT_FDCWD, _EXCHANGE = -100, 2


def publish(files: Mapping[str, bytes], folder: Path) -> bool:
    """Make `folder` hold exactly these files (by relative path); True when anything changed.

    The new folder is built beside the old one and takes its place in one step, so that a kill leaves
    the old or the new, never a mixture. Raises BadInput where the folder holds somebody else's files.
    """
    folder = folder.absolute()
    if folder.exists() and not folder.is_dir():
        raise BadInput("is a file, a folder is expected", code="output", where=str(folder))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            _refuse_foreign(folder)
            if _held(folder) == files:
                return False
            _replace(files, folder)
    except OSError as error:
        raise BadInput(
            f"cannot be written: {error.strerror}", code="output", where=str(folder)
        ) from error
    return True


def _refuse_foreign(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise BadInput(
            "holds files that are not of an earlier run: give an empty folder, or one of an earlier run",
            code="output",
            where=str(folder),
        )


def _held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _replace(files: Mapping[str, bytes], folder: Path) -> None:
    new = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    for name, content in files.items():
        path = new / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    if folder.exists():
        _exchange(new, folder)
        shutil.rmtree(new)
    else:
        new.rename(folder)
    _sync(folder.parent)


def _exchange(new: Path, old: Path) -> None:
    """Two folders change places in one step, as only the kernel can do it."""
    libc = ctypes.CDLL(None, use_errno=True)
    done = libc.renameat2(
        _AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(old), ctypes.c_uint(_EXCHANGE)
    )
    if done != 0:
        code = ctypes.get_errno()
        raise OSError(code, f"the file system cannot exchange folders ({os.strerror(code)})")


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One run at a time writes a folder; the lock falls with the process that holds it."""
    with (folder.parent / f".{folder.name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BadInput(
                "another run is writing it: wait until it is done", code="output", where=str(folder)
            ) from None
        yield
