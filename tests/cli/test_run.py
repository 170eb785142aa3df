"""`officium run` into the same folder again: what differs is told, payslip by payslip."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from .conftest import WORKSHOP, Speak

JANUARY, FEBRUARY = ("--month", "2025-01"), ("--month", "2025-02")


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A copy of the workshop, to be changed."""
    return Path(shutil.copytree(WORKSHOP, tmp_path / "records"))


def raise_pay(records: Path) -> None:
    """Jonas Peeters earns twenty euros more."""
    file = records / "people" / "W006.toml"
    before = file.read_text("utf-8")
    assert '"2480.00"' in before
    file.write_text(before.replace('"2480.00"', '"2500.00"'), "utf-8")


def net_pay(out: Path, month: str) -> str:
    told = json.loads((out / "payslips" / month / "W006.json").read_text("utf-8"))
    amount: str = told["results"]["net_pay"]
    return amount


def test_a_payslip_that_changed_is_told_with_its_net_pay_before_and_after(
    officium: Speak, records: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    first = officium("run", records, *JANUARY, "--out", out, "--json").json
    assert first["changed"] is True
    assert first["changes"] == {"changed": [], "new": first["files"], "gone": [], "net_pay": {}}
    before = net_pay(out, "2025-01")
    raise_pay(records)
    told = officium("run", records, *JANUARY, "--out", out, "--json").json
    slip = "payslips/2025-01/W006.json"
    assert told["changes"]["net_pay"] == {
        slip: {"before": before, "after": net_pay(out, "2025-01")}
    }
    assert before != net_pay(out, "2025-01")
    assert told["changes"]["changed"] == [
        *("ledger/ledger.beancount", "payments/2025-01-wages.xml", slip),
        *("payslips/2025-01/W006.pdf", "report.html", "report.json"),
    ]
    assert told["changes"]["new"] == told["changes"]["gone"] == []
    again = officium("run", records, *JANUARY, "--out", out, "--json").json
    assert again["changed"] is False
    assert again["changes"] == {"changed": [], "new": [], "gone": [], "net_pay": {}}


@pytest.mark.parametrize(
    ("language", "head", "line"),
    [
        ("nl", "16 documenten, 6 gewijzigd, 0 nieuw, 0 verdwenen", "gewijzigd: {}: nettoloon "),
        ("fr", "16 documents, 6 modifiés, 0 nouveaux, 0 disparus", "modifié: {}: rémunération "),
        ("de", "16 Dokumente, 6 geändert, 0 neu, 0 entfallen", "geändert: {}: Nettolohn "),
        (
            "en",
            "16 documents, 6 changed, 0 new, 0 gone",
            "changed: {}: net pay 2,071.12 → 2,074.93",
        ),
    ],
)
def test_a_person_reads_what_changed_and_the_payslips_first(
    officium: Speak, records: Path, tmp_path: Path, language: str, head: str, line: str
) -> None:
    out = tmp_path / "out"
    officium("run", records, *JANUARY, "--out", out, "--in", language)
    raise_pay(records)
    said = officium("run", records, *JANUARY, "--out", out, "--in", language).out.splitlines()
    assert said[0] == f"{out}: {head}"
    assert said[1].strip().startswith(line.format("payslips/2025-01/W006.json"))
    assert len(said) == 7


def test_another_month_into_the_same_folder_is_refused_and_its_quarter_is_not(
    officium: Speak, tmp_path: Path
) -> None:
    """Nobody who pays month by month loses the months before."""
    out = tmp_path / "out"
    officium("run", WORKSHOP, *JANUARY, "--out", out)
    assert officium("run", WORKSHOP, *FEBRUARY, "--out", out).refusal == (
        f"{out}: holds the documents of 2025-01, which this run does not make: give another folder, "
        "one for each period"
    )
    assert (out / "payslips" / "2025-01" / "W001.json").exists()
    said = officium("run", WORKSHOP, "--quarter", "2025Q1", "--out", out, "--in", "en").out
    assert said.startswith(f"{out}: 57 documents")
    assert officium("run", WORKSHOP, *JANUARY, "--out", out).status == 2


def test_at_most_twenty_changes_are_told(officium: Speak, tmp_path: Path) -> None:
    out = tmp_path / "out"
    officium("run", WORKSHOP, *JANUARY, "--out", out)
    said = officium("run", WORKSHOP, "--quarter", "2025Q1", "--out", out, "--in", "en").out
    told = [line for line in said.splitlines()[1:] if not line.startswith("  warning: ")]
    assert len(told) == 21
    assert told[-1].startswith("  and ")


def test_a_payslip_that_somebody_changed_is_not_overwritten(
    officium: Speak, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    officium("run", WORKSHOP, *JANUARY, "--out", out)
    place = out / "payslips" / "2025-01" / "W001.json"
    place.write_text("{}", "utf-8")
    said = officium("run", WORKSHOP, *JANUARY, "--out", out)
    assert said.refusal == (
        f"{out}: holds documents that were changed since a run wrote them "
        "(payslips/2025-01/W001.json): move them away, or give another folder"
    )
    assert place.read_text("utf-8") == "{}"
    place.unlink()
    told = officium("run", WORKSHOP, *JANUARY, "--out", out, "--json").json
    assert told["changes"]["new"] == ["payslips/2025-01/W001.json"]
