"""`officium account`: a year's accounts into a folder, said as `officium run` says it."""

from __future__ import annotations

from pathlib import Path

from .conftest import WORKSHOP, Speak


def test_a_year_so_far_for_one_worker(officium: Speak, tmp_path: Path) -> None:
    asked = ("account", WORKSHOP, "--year", "2025", "--until", "2025-02", "--worker", "W002")
    told = officium(*asked, "--out", tmp_path / "out", "--json")
    assert told.status == 0
    assert told.json["files"] == [
        "accounts/2025/W002.json",
        "accounts/2025/W002.pdf",
        "report.json",
    ]
    (account,) = told.json["report"]["employers"][0]["accounts"]
    # The net pay of January and of February: 2 209.28 + 2 178.73.
    assert account["amounts"]["net_pay"] == "4388.01"
    assert "inchangés" in officium(*asked, "--out", tmp_path / "out", "--in", "fr").out


def test_what_is_no_year_or_no_month_of_it_is_refused(officium: Speak, tmp_path: Path) -> None:
    out = ("--out", tmp_path / "out")
    assert "'25' is not a year" in officium("account", WORKSHOP, "--year", "25", *out).refusal
    asked = officium("account", WORKSHOP, "--year", "2025", "--until", "2024-03", *out)
    assert asked.refusal == "2024-03 is no month of 2025"
    assert not (tmp_path / "out").exists()
