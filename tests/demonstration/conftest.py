"""The practice office, made once, written once and read once for all who look at it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from officium.demonstration import invented_office
from officium.payroll import Records, read_folder

Texts = Mapping[str, Mapping[str, str]]


def write(folder: Path, texts: Mapping[str, str]) -> Path:
    """Lay a folder of records down."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


@pytest.fixture(scope="session")
def office() -> Texts:
    """The folders by enterprise number."""
    return invented_office()


@pytest.fixture(scope="session")
def folders(office: Texts, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same on the disk."""
    place = tmp_path_factory.mktemp("office")
    return {number: write(place / number, texts) for number, texts in office.items()}


@pytest.fixture(scope="session")
def records(folders: dict[str, Path]) -> dict[str, Records]:
    """What the folders say; each of them reads."""
    return {number: read_folder(folder) for number, folder in folders.items()}
