"""What people read of the attachments of pay: on the payslip, in a refusal, at a death."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from officium.findings import BadInput
from officium.job import Period
from officium.law import Month
from officium.payroll.remarks import table

from .running import add, change, copied, only, run

JANUARY = Period.of_month(Month(2025, 1))
# Jonas earns 2 480.00; 399.72 of his pay can be taken within the limits.
SEIZURE = """
[[attachments]]
number   = 1
employer = "0765432146"
kind     = "seizure"
creditor = "Gerechtsdeurwaarder Claes"
iban     = "BE71096123456769"
message  = "{message}"
notified = 2025-01-10
amount   = "1500.00"
"""
MAINTENANCE = """
[[attachments]]
number   = 2
employer = "0765432146"
kind     = "maintenance"
creditor = "DAVO"
iban     = "BE46734128993336"
message  = "Dossier 12"
notified = 2025-01-03
monthly  = "{monthly}"
"""


def january(
    place: Path, *attachments: str, language: str = "nl", end: str = ""
) -> tuple[dict[str, bytes], dict[str, Any]]:
    """January of Jonas with creditors."""

    def story(folder: Path) -> None:
        only(folder, ("W006",))
        for later in ("time/2025-02.csv", "time/2025-03.csv"):
            (folder / later).unlink()
        add(folder, "people/W006.toml", "".join(attachments))
        if end:
            period = 'dimona_period   = "202424608331"\n'
            change(folder, "people/W006.toml", period, period + end)

    return run(copied(place, story), JANUARY, language=language)


@pytest.mark.parametrize(("monthly", "is_said"), [("600.00", True), ("399.72", False)])
def test_maintenance_beyond_the_seizable_part_is_explained_on_the_payslip(
    tmp_path: Path, pages: Any, monthly: str, is_said: bool
) -> None:
    files, _ = january(
        tmp_path, SEIZURE.format(message="2025/1"), MAINTENANCE.format(monthly=monthly)
    )
    page = " ".join(pages(files["payslips/2025-01/W006.pdf"]).split())
    assert "399,72 EUR beslagbaar" in page
    says = (
        f"Die grenzen gelden niet voor onderhoudsgeld: daarvoor is {monthly.replace('.', ',')} EUR"
    )
    assert (says in page) == is_said


def test_a_message_in_letters_that_no_bank_takes_names_the_record(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="which banks do not accept") as refusal:
        january(tmp_path, SEIZURE.format(message="дело 12"))
    assert refusal.value.where.startswith("people/W006.toml:")
    assert refusal.value.where.endswith(", attachment 1")


@pytest.mark.parametrize(
    ("reason", "rule"),
    [("death", "attachment_at_the_death"), ("resignation", "attachment_at_the_end")],
)
def test_nobody_gives_a_statement_to_who_died(tmp_path: Path, reason: str, rule: str) -> None:
    end = f'ends            = 2025-01-31\nend_reason      = "{reason}"\n'
    _, report = january(tmp_path, SEIZURE.format(message="2025/1"), language="en", end=end)
    (found,) = (one for one in report["findings"] if one["rule"].startswith("attachment_at_the"))
    assert found["rule"] == rule
    assert ("statement" in found["message"]) == (reason != "death")


def test_one_creditor_or_several_read_well_while_a_settlement_runs() -> None:
    for language, verb in (
        ("nl", "aan {creditors} wordt niets betaald"),
        ("fr", "rien n’est versé à {creditors}"),
        ("de", "an {creditors} wird nichts gezahlt"),
        ("en", "nothing goes to {creditors}"),
    ):
        assert verb in table()["debt_settlement_suspends"][language]
