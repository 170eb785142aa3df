"""The published description of the folder is what the reader accepts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from officium.payroll.reference import folder_page, records_schema

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
RENEW = "run: python -m officium.payroll.reference"


@pytest.mark.parametrize(
    ("name", "made"), [("folder.md", folder_page), ("records.schema.json", records_schema)]
)
def test_the_published_page_is_current(name: str, made: object) -> None:
    assert callable(made)
    assert (REFERENCE / name).read_text("utf-8") == made(), RENEW


def test_every_field_has_a_meaning() -> None:
    for name, definition in json.loads(records_schema())["$defs"].items():
        for field, says in definition["properties"].items():
            assert says.get("description") or "$ref" in says, f"{name}.{field}"
            assert "null" not in json.dumps(says), f"{name}.{field}"
        assert "origin" not in definition["properties"], name
