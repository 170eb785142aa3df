"""The example that the documentation verifies is what this version writes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from officium.proof import audit_lines, write_pack

from .story import OFFICE, bakery_pack, office

EXAMPLE = Path(__file__).parents[2] / "examples" / "evidence"


def _files(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def test_the_pack_of_the_example_is_the_bakerys_but_for_the_signature() -> None:
    shown = _files((EXAMPLE / "evidence.zip").read_bytes())
    made = _files(write_pack(bakery_pack(), lambda manifest: shown["manifest.json.p7s"]))
    assert shown == made


def test_the_trail_of_the_example_is_the_whole_office() -> None:
    kept = office()
    lines = audit_lines(OFFICE, kept.entries, kept.head)
    assert (EXAMPLE / "audit.jsonl").read_bytes() == b"".join(lines)
    contents = {path.stem: path.read_bytes() for path in (EXAMPLE / "contents").iterdir()}
    assert contents == kept.contents
