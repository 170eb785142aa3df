"""How the stories of broken folders break one, and what they read."""

from __future__ import annotations

from pathlib import Path

import pytest

from officium.findings import BadInput
from officium.payroll.folder import read_folder

WORKSHOP = Path(__file__).parents[2] / "examples" / "workshop"


def refused(folder: Path) -> BadInput:
    """The refusal of a broken folder."""
    with pytest.raises(BadInput) as caught:
        read_folder(folder)
    return caught.value


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Write something else once in a file of the folder."""
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
