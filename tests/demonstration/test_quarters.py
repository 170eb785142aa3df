"""What is invented can be run: nothing blocks in the history, and October holds what was put there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from officium.demonstration.firm import QUARTERS, firms
from officium.job import Period, run_folder
from officium.law import Month, Quarter

OCTOBER = Period.of_month(Month(2025, 10))
# A firm of clerks and manual workers that delivered October in part, and the smallest one in German.
RUN_HERE = ("TK", "IT")


def number(mark: str) -> str:
    return next(firm.enterprise_number for firm in firms() if firm.mark == mark)


def found(report: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Severity, rule and path of what is more than a note."""
    return [
        (one["severity"], one["rule"], one["path"])
        for one in report["findings"]
        if one["severity"] != "info"
    ]


@pytest.mark.parametrize("mark", RUN_HERE)
def test_three_quarters_run_without_a_remark_and_owe_what_is_recorded(
    mark: str, folders: dict[str, Path]
) -> None:
    firm = next(firm for firm in firms() if firm.mark == mark)
    recorded = dict(zip(QUARTERS, firm.earlier, strict=True))
    for quarter in (1, 2, 3):
        period = Period.of_quarter(Quarter(2025, quarter))
        files, report = run_folder(folders[firm.enterprise_number], period)
        assert found(report) == []
        assert f"declarations/dmfa-{period.quarter}.xml" in files
        owed = report["nsso"]["net_owed"]
        assert recorded.get(f"2025Q{quarter}", owed) == owed


def test_one_employer_has_delivered_what_blocks(folders: dict[str, Path]) -> None:
    _, report = run_folder(folders[number("CA")], OCTOBER)
    assert found(report) == [("error", "negative_net_pay", "payslips/2025-10/CA015.json")]


def test_one_employer_has_delivered_what_calls_for_a_look(folders: dict[str, Path]) -> None:
    _, report = run_folder(folders[number("PZ")], OCTOBER)
    assert found(report) == [("warning", "hours_above_schedule", "people/PZ005.toml")]
