"""What people cost the employer: the months add up to the quarter, and to all money that leaves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from .running import FEBRUARY, MARCH, WORKSHOP, cents, change, copied, only, rules, run

FACTS = ("pay_granted", "employer_charges_of_month", "employer_cost")


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    """The report of the quarter."""
    return run(WORKSHOP)[1]


def test_the_cost_of_a_quarter_is_all_money_that_leaves_the_employer(
    report: dict[str, Any],
) -> None:
    sums = report["control_sums"]
    left = sum(cents(sums[name]) for name in ("net_pay", "withholding_tax", "net_owed"))
    assert cents(report["cost"]["total"]["employer_cost"]) == left
    assert report["cost"]["estimate"] is False


def test_months_and_people_add_up_to_it_in_every_column(report: dict[str, Any]) -> None:
    cost = report["cost"]
    for fact in FACTS:
        total = cents(cost["total"][fact])
        assert sum(cents(month[fact]) for month in cost["months"]) == total
        assert sum(cents(person["total"][fact]) for person in cost["people"]) == total
        for person in cost["people"]:
            assert sum(cents(month[fact]) for month in person["months"]) == cents(
                person["total"][fact]
            )


def test_charges_follow_the_pay_of_the_month(report: dict[str, Any]) -> None:
    """Sofie earns the same in three months: 2 481.64 is spread as 827.22, 827.21 and 827.21."""
    (sofie,) = (one for one in report["cost"]["people"] if one["staff_number"] == "W001")
    charges = [month["employer_charges_of_month"] for month in sofie["months"]]
    assert charges == ["827.22", "827.21", "827.21"]
    (luc,) = (one for one in report["cost"]["people"] if one["staff_number"] == "W005")
    assert [month["month"] for month in luc["months"]] == ["2025-01", "2025-02"]


def test_the_cost_opens_into_the_law(report: dict[str, Any]) -> None:
    told = report["explanations"]["cost/W001"]["facts"]
    assert told["employer_charges"]["value"] == "2481.64"
    assert "net_owed" in told["employer_charges"]["uses"]


def test_a_month_of_an_open_quarter_shows_an_estimate_on_the_months_so_far(
    report: dict[str, Any],
) -> None:
    _, february = run(WORKSHOP, FEBRUARY)
    cost = february["cost"]
    assert (cost["quarter"], cost["estimate"]) == ("2025Q1", True)
    assert [month["month"] for month in cost["months"]] == ["2025-02"]
    _, march = run(WORKSHOP, MARCH)
    # With its third month the quarter is complete: the estimate is what the quarter will say.
    closed = [month for month in report["cost"]["months"] if month["month"] == "2025-03"]
    assert march["cost"]["months"] == closed


def test_a_month_is_paid_although_its_quarter_cannot_be_computed(tmp_path: Path) -> None:
    def forget(folder: Path) -> None:
        only(folder, ("W001",))
        change(folder, "employer.toml", '[[headcounts]]\nyear    = 2025\naverage = "6.25"\n', "")

    files, told = run(copied(tmp_path, forget), FEBRUARY)
    assert told["cost"] is None
    assert rules(told) == ["cost_unknown"]
    assert "payslips/2025-02/W001.pdf" in files


def test_a_month_needs_no_contributions_of_earlier_quarters_to_be_estimated(
    tmp_path: Path,
) -> None:
    def forget(folder: Path) -> None:
        only(folder, ("W001",))
        change(folder, "employer.toml", 'quarter = "2024Q1"', 'quarter = "2019Q1"')

    _, told = run(copied(tmp_path, forget), FEBRUARY)
    assert told["cost"]["estimate"] is True


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Kost voor de werkgever, in EUR"),
        ("fr", "Coût pour l’employeur, en EUR"),
        ("de", "Kosten für den Arbeitgeber, in EUR"),
        ("en", "Cost to the employer, in EUR"),
    ],
)
def test_the_page_shows_the_cost_in_the_language_of_the_report(language: str, words: str) -> None:
    files, _ = run(WORKSHOP, language=language)
    page = html.document_fromstring(files["report.html"])
    (section,) = page.xpath("//section[@aria-labelledby='cost']")
    assert section.findtext("h2") == words
    assert len(section.xpath(".//tbody/tr")) == 8


def test_double_holiday_pay_costs_what_it_is_although_its_contribution_is_declared_apart(
    tmp_path: Path,
) -> None:
    """Its 13.07 % is one line of the employer (870), and is no charge beside the pay."""

    def live(folder: Path) -> None:
        only(folder, ("W001",))
        head = "staff_number,contract,kind,months,share\n"
        (folder / "pay" / "2025-03.csv").write_text(
            head + "W001,1,double_holiday_pay,12,1.0000\n", "utf-8"
        )

    plain, paid = (
        run(copied(tmp_path / name, edit))[1]
        for name, edit in (
            ("plain", lambda at: (only(at, ("W001",)), (at / "pay/2025-03.csv").unlink())),
            ("paid", live),
        )
    )
    # 92 % of 3 293.80, and the same charges to the cent.
    more, charges = (
        cents(paid["cost"]["total"][fact]) - cents(plain["cost"]["total"][fact])
        for fact in ("pay_granted", "employer_charges_of_month")
    )
    assert (more, charges) == (303_030, 0)
    tax = sum(cents(due["amount"]) for due in paid["to_pay"] if due["what"] == "withholding_tax")
    sums = paid["control_sums"]
    left = tax + cents(sums["net_pay"]) + cents(sums["net_owed"])
    assert cents(paid["cost"]["total"]["employer_cost"]) == left
