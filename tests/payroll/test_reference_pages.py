"""The published description of the folder is what the reader accepts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from breaking import WORKSHOP

from officium.payroll.folder import read_folder
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


def test_the_numbers_of_the_workshop_follow_the_recipes_for_trying_out() -> None:
    records = read_folder(WORKSHOP)
    for employer in records.employers:
        number, nsso = employer.enterprise_number, employer.nsso_number
        assert number == f"{number[:8]}{97 - int(number[:8]) % 97:02}"
        assert nsso == f"{nsso[:7]}{96 - int(nsso[:7]) * 100 % 97:02}"
    for worker in records.workers:
        born, nine = worker.birth_date, worker.inss[:9]
        head = "2" if born.year >= 2000 else ""
        assert worker.inss == f"{born:%y%m%d}{nine[6:]}{97 - int(head + nine) % 97:02}"
        assert int(nine[6:]) % 2 == (worker.sex == "M")
        account = worker.iban[4:]
        assert account == f"{account[:10]}{int(account[:10]) % 97 or 97:02}"
        assert worker.iban == f"BE{98 - int(account + '111400') % 97:02}{account}"
        for contract in worker.contracts:
            unit = contract.establishment
            assert unit == f"{unit[:8]}{97 - int(unit[:8]) % 97:02}"
