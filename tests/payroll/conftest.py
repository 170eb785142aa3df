"""The workshop's records, to be told other stories with."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from breaking import WORKSHOP

from officium.payroll.folder import read_folder
from officium.payroll.records import Contract, Records, Terms, TimeEntry, Week


@pytest.fixture(scope="session")
def workshop() -> Records:
    """The records of the example."""
    return read_folder(WORKSHOP)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the workshop to break."""
    return Path(shutil.copytree(WORKSHOP, tmp_path / "workshop"))


@pytest.fixture
def contract() -> Callable[..., Contract]:
    """A contract from Monday to Friday, 7.60 hours a day; or what the story says instead."""

    def make(*days: int, terms: dict[str, Any] | None = None, **fields: Any) -> Contract:
        names = list(Week.model_fields)[1:]
        week = Week(**dict(zip(names, days or (760,) * 5, strict=False)))
        begins = fields.setdefault("begins", date(2020, 1, 6))
        agreed = {
            "since": begins,
            "function": "planner",
            "full_time_hours": 3800,
            "schedule": week,
            **(terms or {"monthly_pay": 300000}),
        }
        if "ends" in fields:
            fields.setdefault("end_reason", "resignation")
        return Contract(
            **{
                "number": 1,
                "employer": "0765432146",
                "status": "white_collar",
                "joint_committee": "200",
                "establishment": "2187654361",
                "terms": (Terms(**agreed),),
                **fields,
            }
        )

    return make


@pytest.fixture
def entry() -> Callable[..., TimeEntry]:
    """A line of time: `entry("2025-02-13", "unpaid_leave", 760)`."""

    def make(day: str, code: Any, hours: int) -> TimeEntry:
        return TimeEntry(
            staff_number="W001", contract=1, day=date.fromisoformat(day), code=code, hours=hours
        )

    return make
