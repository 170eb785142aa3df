"""A folder of records as one ZIP file: how an employer moves in and out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from officium.findings import BadInput

# A folder of thousands of people over many years stays far below.
MOST_FILES = 20_000
MOST_BYTES = 256 * 2**20
# The same texts give the same bytes.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def packed(texts: Mapping[str, str]) -> bytes:
    """The folder as a ZIP file; the same folder always as the same bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in sorted(texts.items()):
            archive.writestr(zipfile.ZipInfo(path, _MOMENT), text.encode(), zipfile.ZIP_DEFLATED)
    return held.getvalue()


def unpacked(content: bytes) -> dict[str, str]:
    """The texts of a folder in a ZIP file, `path -> text`; one folder around all of them is left out.

    Raises BadInput for what is no ZIP file of texts, and for one that unpacks to more than an office
    could need.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            texts = _texts(archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise BadInput("is no ZIP file that can be read", code="bad_archive") from error
    return _without_outer(texts)


def _texts(archive: zipfile.ZipFile) -> dict[str, str]:
    files = [one for one in archive.infolist() if not one.is_dir()]
    if len(files) > MOST_FILES or sum(one.file_size for one in files) > MOST_BYTES:
        raise BadInput(
            f"holds more than {MOST_FILES} files or {MOST_BYTES // 2**20} MB", code="bad_archive"
        )
    texts = {}
    for one in files:
        name = one.filename
        if name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1].startswith("."):
            continue
        with archive.open(one) as file:
            # What it says of its size is not believed.
            body = file.read(one.file_size + 1)
        if len(body) != one.file_size:
            raise BadInput("is not as long as it says", code="bad_archive", where=name)
        try:
            texts[name] = body.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise BadInput("is no text in UTF-8", code="bad_archive", where=name) from error
    return texts


def _without_outer(texts: dict[str, str]) -> dict[str, str]:
    """`workshop/employer.toml` is `employer.toml`, where everything lies in one folder."""
    outer = {path.split("/")[0] for path in texts}
    if len(outer) != 1 or "employer.toml" in texts:
        return texts
    start = len(outer.pop()) + 1
    return {path[start:]: text for path, text in texts.items()}
