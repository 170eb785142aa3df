"""Where the official formats lie: beside the repository, or where OFFICIUM_FORMATS says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_BESIDE = Path(__file__).resolve().parents[2] / "shared" / "formats"
_NAMED = os.environ.get("OFFICIUM_FORMATS")
_PLACE = Path(_NAMED) if _NAMED else _BESIDE

FORMATS: Path | None = _PLACE if _PLACE.is_dir() else None

needs_formats = pytest.mark.skipif(
    FORMATS is None, reason="official formats not found: set OFFICIUM_FORMATS"
)
