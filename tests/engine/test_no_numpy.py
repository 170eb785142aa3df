"""One payslip, walked and explained, needs no NumPy: a command starts without it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]

ONE_PAYSLIP = """
import sys
import officium.engine
assert "numpy" not in sys.modules, "imported by the engine"

from officium.engine import Family, Sheet, explain
from engine.toyland.people import ALL, contract, household, item, month, occupation, whole_book
book = whole_book()
row = household(month(contract(item(500)), contract()), occupations=(occupation(1, 100),))
family = Family(book, Sheet(book, row))
assert explain(family, ALL, "nl")["facts"]
assert "numpy" not in sys.modules, "imported by the walk in whole numbers or in words"

import officium.engine.columns
assert "numpy" in sys.modules, "the columns do need it, so this test can fail"
"""


def test_one_payslip_is_walked_and_explained_without_numpy() -> None:
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; sys.path[:0] = {[str(TESTS), str(TESTS.parent)]}\n" + ONE_PAYSLIP,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
