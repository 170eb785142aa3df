"""A declaration names the newest edition of its schema that was read and is not of after its quarter."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from officium.declarations import dimona, dmfa, edition
from officium.job import Period
from officium.law import Quarter
from tests.formats import FORMATS, needs_formats

from .running import add, copied, only, run

LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}noNamespaceSchemaLocation"


def of_2022(folder: Path) -> None:
    """Two people of the workshop in 2022, when three public holidays fell on a weekend."""
    only(folder, ("W001", "W002"))
    text = '\n[[headcounts]]\nyear = 2022\naverage = "6.25"\n'
    for year in (2020, 2021, 2022):
        for quarter in (1, 2, 3, 4):
            text += f'\n[[contributions]]\nquarter = "{year}Q{quarter}"\namount = "100.00"\n'
    for holiday, day in (
        ("2022-01-01", "2022-01-03"),
        ("2022-05-01", "2022-05-02"),
        ("2022-12-25", "2022-12-26"),
    ):
        text += f"\n[[replacement_days]]\nholiday = {holiday}\nday = {day}\n"
    add(folder, "employer.toml", text)


@needs_formats
@pytest.mark.parametrize(
    ("number", "schema"), [(1, "20211"), (2, "20211"), (3, "20223"), (4, "20224")]
)
def test_a_dmfa_of_2022_is_valid_by_the_edition_that_it_names(
    tmp_path: Path, number: int, schema: str
) -> None:
    files, _ = run(copied(tmp_path, of_2022), Period.of_quarter(Quarter(2022, number)))
    message = etree.fromstring(files[f"declarations/dmfa-2022Q{number}.xml"])
    assert message.get(LOCATION) == f"DmfAOriginal_{schema}.xsd"
    assert FORMATS
    etree.XMLSchema(etree.parse(FORMATS / f"dmfa/xsd/DmfAOriginal_{schema}.xsd")).assertValid(
        message
    )


@pytest.mark.parametrize(
    ("quarter", "schema"),
    [
        ("20204", "20211"),
        ("20211", "20211"),
        ("20222", "20211"),
        ("20223", "20223"),
        ("20231", "20231"),
        ("20264", "20231"),
    ],
)
def test_the_newest_edition_that_is_held_and_not_of_later(quarter: str, schema: str) -> None:
    assert edition(dmfa.SCHEMAS, quarter) == schema


@needs_formats
@pytest.mark.parametrize(
    ("folder", "name", "editions"),
    [("dmfa", "DmfAOriginal", dmfa.SCHEMAS), ("dimona", "Dimona", dimona.SCHEMAS)],
)
def test_the_editions_are_those_that_lie_beside_the_repository(
    folder: str, name: str, editions: tuple[str, ...]
) -> None:
    assert FORMATS
    held = sorted(path.stem for path in (FORMATS / folder / "xsd").glob(f"{name}_*.xsd"))
    assert held == [f"{name}_{one}" for one in editions]
