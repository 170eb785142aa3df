"""What the codes of time are called, in the order in which a legend lists them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("names.toml")


@cache
def time_names() -> Mapping[str, dict[str, str]]:
    """Code of time -> language -> name."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
