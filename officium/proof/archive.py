"""A ZIP archive from anybody, read so that it can do no harm: bounded, plain files, honest names."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO

from officium.findings import BadInput

# Paths of letters, digits, `._-` and slashes: none leaves its folder, hides, or means two files.
PART = r"[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?"
PATH = re.compile(rf"{PART}(?:/{PART})*", re.ASCII)
LONGEST_PATH = 200
MOST_FILES = 65_535
LARGEST_FILE = 512 * 2**20
LARGEST_ARCHIVE = 2**30
LARGEST_UNPACKED = 2 * 2**30
_LARGEST_INDEX = 16 * 2**20
_CHUNK = 2**20
_END = struct.Struct("<4s4H2LH")
_END_64 = b"PK\x06\x07"
_END_64_SIZE = 20
_SYMBOLIC, _ENCRYPTED = stat.S_IFLNK, 0x1
# All that the standard library raises for bytes that are no archive.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)


class Archive:
    """The files of an archive by their paths, with the sizes that it claims."""

    def __init__(self, zipped: zipfile.ZipFile) -> None:
        self._zipped = zipped
        self.sizes = _listed(zipped.infolist())

    def chunks(self, path: str) -> Iterator[bytes]:
        """A file piece by piece, never more than the size claimed; `BadInput` when it is broken."""
        with _told(path), self._zipped.open(path) as file:
            while chunk := file.read(_CHUNK):
                yield chunk

    def read(self, path: str, most: int) -> bytes:
        """A whole file; `BadInput` when it is broken or larger than `most` bytes."""
        if self.sizes[path] > most:
            raise BadInput(f"is larger than {most} bytes", code="too_large", where=path)
        return b"".join(self.chunks(path))

    @contextmanager
    def file(self, path: str) -> Iterator[IO[bytes]]:
        """A file that is read as a stream."""
        with _told(path), self._zipped.open(path) as file:
            yield file


@contextmanager
def opened(source: bytes | Path) -> Iterator[Archive]:
    """An archive from its bytes or its place on the disk.

    Raises `BadInput` for what is no archive; for more than `MOST_FILES` files, larger ones than
    `LARGEST_FILE` or `LARGEST_UNPACKED` together; for encrypted files, links, folders and methods other
    than stored and deflated; for paths that are unsafe or stand there twice.
    """
    with _stream(source) as stream:
        _small_index(stream)
        with _told(""):
            zipped = zipfile.ZipFile(stream)
        with zipped:
            yield Archive(zipped)


def is_safe(path: str) -> bool:
    """Whether an archive may hold a file at this path."""
    return len(path) <= LONGEST_PATH and PATH.fullmatch(path) is not None


def bounded(sizes: Mapping[str, int]) -> None:
    """Refuse with `BadInput` what is too much for one archive: files, bytes of one, bytes of all."""
    for path, size in sizes.items():
        if size > LARGEST_FILE:
            raise BadInput(f"is larger than {LARGEST_FILE} bytes", code="too_large", where=path)
    if len(sizes) > MOST_FILES or sum(sizes.values()) > LARGEST_UNPACKED:
        raise BadInput(
            f"unpacks to more than {MOST_FILES} files or {LARGEST_UNPACKED} bytes", code="too_large"
        )


@contextmanager
def _stream(source: bytes | Path) -> Iterator[BinaryIO]:
    if isinstance(source, bytes):
        yield io.BytesIO(source)
        return
    try:
        stream = source.open("rb")
    except OSError as error:
        raise BadInput(
            f"cannot be read: {error.strerror}", code="file", where=str(source)
        ) from error
    with stream:
        yield stream


@contextmanager
def _told(path: str) -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise BadInput(f"is broken: {error}", code="broken_archive", where=path) from error


def _small_index(stream: BinaryIO) -> None:
    """Refuse, before the library reads it, an archive whose index is not a small plain one at its end."""
    size = stream.seek(0, io.SEEK_END)
    if size > LARGEST_ARCHIVE:
        raise BadInput(f"is larger than {LARGEST_ARCHIVE} bytes", code="too_large")
    stream.seek(max(0, size - _END.size - _END_64_SIZE))
    tail = stream.read()
    stream.seek(0)
    if stream.read(4) != b"PK\x03\x04" or len(tail) < _END.size:
        raise BadInput("is no ZIP archive", code="not_archive")
    stream.seek(0)
    end = _END.unpack(tail[-_END.size :])
    signature, _, _, _, _, index_size, _, comment = end
    if signature != b"PK\x05\x06" or comment:
        raise BadInput("does not end as a plain ZIP archive", code="not_archive")
    if tail.startswith(_END_64) or index_size > _LARGEST_INDEX:
        raise BadInput(f"holds more than {MOST_FILES} files", code="too_large")


def _listed(found: list[zipfile.ZipInfo]) -> dict[str, int]:
    sizes: dict[str, int] = {}
    names: set[str] = set()
    for info in found:
        path = info.orig_filename
        _plain(info, path)
        if path.casefold() in names:
            raise BadInput("two files have one path", code="path_twice", where=path)
        names.add(path.casefold())
        sizes[path] = info.file_size
    bounded(sizes)
    return sizes


def _plain(info: zipfile.ZipInfo, path: str) -> None:
    if not is_safe(path) or path != info.filename:
        raise BadInput("holds a file with an unsafe path", code="unsafe_path", where=path)
    if info.flag_bits & _ENCRYPTED:
        raise BadInput("is encrypted", code="encrypted", where=path)
    if stat.S_IFMT(info.external_attr >> 16) == _SYMBOLIC:
        raise BadInput("is a link to another file", code="link", where=path)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise BadInput("is compressed in an unknown way", code="compression", where=path)
