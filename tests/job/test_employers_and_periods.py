"""Other employers and other periods: two in a folder, nobody, leap years, what is not settled."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from officium.findings import BadInput
from officium.job import Period
from officium.law import Month, Quarter

from .running import FEBRUARY, JANUARY, PEOPLE, WORKSHOP, add, change, copied, run, slip, sound


# --- employers -----------------------------------------------------------------------------------
def second_employer(folder: Path, people: bool = True) -> None:
    """A second workshop of the same kind, where one more person works."""
    text = (folder / "employer.toml").read_text()
    text = text.replace("0765432146", "0200065765").replace("159999947", "199999934")
    (folder / "employers").mkdir()
    (folder / "employer.toml").rename(folder / "employers" / "atelier.toml")
    (folder / "employers" / "second.toml").write_text(text.replace("Cargovelo Atelier", "Deuxième"))
    if people:
        change(
            folder,
            "people/W003.toml",
            'employer        = "0765432146"',
            'employer        = "0200065765"',
        )


def test_two_employers_in_a_folder_each_have_their_own_and_a_page_above(tmp_path: Path) -> None:
    folder = copied(tmp_path, second_employer)
    files, report = run(folder)
    places = [one["report"].split("/")[0] for one in report["employers"]]
    assert sorted(places) == ["0200065765", "0765432146"]
    for place in places:
        own = {name[11:]: content for name, content in files.items() if name.startswith(place)}
        told = json.loads(own["report.json"])
        sound(own, told)
        assert set(told["files"]) == set(own) - {"report.json"}
    first = json.loads(files["0765432146/report.json"])
    second = json.loads(files["0200065765/report.json"])
    assert [one["staff_number"] for one in second["people"]] == ["W003"]
    assert [one["staff_number"] for one in first["people"]] == [n for n in PEOPLE if n != "W003"]
    page = files["report.html"].decode()
    assert 'href="./0200065765/report.html"' in page
    assert 'href="./0765432146/report.html"' in page


def test_an_employer_where_nobody_works_is_told_and_holds_up_nobody(tmp_path: Path) -> None:
    folder = copied(tmp_path, lambda it: second_employer(it, people=False))
    _, report = run(folder, JANUARY, language="nl")
    assert [one["employer"]["enterprise_number"] for one in report["employers"]] == ["0765432146"]
    (finding,) = report["findings"]
    assert (finding["rule"], finding["severity"]) == ("nobody", "info")
    assert "Bij Deuxième werkt niemand" in finding["message"]


def test_balances_carried_into_one_employer_do_not_move_the_start_of_another(
    tmp_path: Path,
) -> None:
    def story(folder: Path) -> None:
        second_employer(folder)
        (folder / "opening.toml").write_text(
            '[[balances]]\nstaff_number = "W003"\nfact = "employment_bonus_granted_before"\n'
            'as_of = 2025-01-31\namount = "0.00"\n'
        )

    _, report = run(copied(tmp_path, story), FEBRUARY)
    assert len(report["employers"]) == 2


def test_a_quarterly_payer_owes_the_tax_of_three_months_at_once(tmp_path: Path) -> None:
    folder = copied(
        tmp_path,
        lambda it: change(
            it, "employer.toml", 'withholding_period = "month"', 'withholding_period = "quarter"'
        ),
    )
    files, report = run(folder)
    sound(files, report)
    (tax,) = (item for item in report["to_pay"] if item["what"] == "withholding_tax")
    assert (tax["due"], tax["amount"]) == ("2025-04-15", report["control_sums"]["withholding_tax"])


# --- time ----------------------------------------------------------------------------------------
def test_february_of_a_leap_year_has_its_last_day(tmp_path: Path) -> None:
    files, report = run(WORKSHOP, Period.of_month(Month(2024, 2)))
    sound(files, report)
    told = slip(files, "2024-02/W001")
    assert (told["period"]["to"], told["paid_on"]) == ("2024-02-29", "2024-02-29")
    assert told["contracts"][0]["days_worked"] == "21.00"


def test_a_period_that_nobody_reviewed_runs_only_when_declared_provisional(tmp_path: Path) -> None:
    of_2026 = Period.of_quarter(Quarter(2026, 1))
    with pytest.raises(BadInput) as refused:
        run(WORKSHOP, of_2026)
    assert refused.value.code == "provisional"
    for shelf in (
        "social_security/employment_bonus",
        "withholding_tax/scale",
        "social_security/advances",
    ):
        assert refused.value.message.count(shelf) == 1
    files, report = run(WORKSHOP, of_2026, provisional=True, language="en")
    sound(files, report)
    assert report["provisional"]
    assert len(report["not_reviewed"]) > 5
    page = files["report.html"].decode()
    assert "Provisional: this computation" in page
    assert "Parts of the law not reviewed for this period" in page
    assert "Nothing stands in the way of sending" not in page
    told = slip(files, "2026-01/W001")
    assert told["provisional"] and told["not_reviewed"] and told["question"]["provisional"]


def carer(folder: Path) -> None:
    """A family fact that makes the tax of 2023 rest on a figure that is only recalled."""
    change(
        folder,
        "people/W001.toml",
        "dependent_children = 2",
        "dependent_children = 2\ndependents_in_need_of_care = 1",
    )
    add(
        folder,
        "employer.toml",
        '\n[[headcounts]]\nyear = 2023\naverage = "6.00"\n\n'
        "[[replacement_days]]\nholiday = 2023-01-01\nday = 2023-01-02\n",
    )


def test_a_recalled_figure_stops_the_run_by_name_unless_provisional(tmp_path: Path) -> None:
    folder, month = copied(tmp_path, carer), Period.of_month(Month(2023, 2))
    with pytest.raises(
        BadInput, match="only recalled: care_amount: run with --provisional"
    ) as refused:
        run(folder, month)
    assert refused.value.code == "provisional"
    files, report = run(folder, month, provisional=True)
    sound(files, report)
    assert (report["standing"], report["provisional"]) == ("recalled", True)
    assert report["weakest"] == [{"figure": "care_amount", "standing": "recalled"}]
    assert slip(files, "2023-02/W001")["provisional"]
    # Who has nothing to do with it has an ordinary payslip.
    assert not slip(files, "2023-02/W002")["provisional"]


def test_provisional_changes_nothing_where_nothing_is(tmp_path: Path) -> None:
    assert run(WORKSHOP, JANUARY, provisional=True) == run(WORKSHOP, JANUARY)


def test_a_month_run_alone_is_the_month_of_the_quarter(done: Path) -> None:
    files, _ = run(WORKSHOP, FEBRUARY)
    slips = [name for name in files if name.startswith("payslips/")]
    assert len(slips) == 14
    assert all(files[name] == (done / name).read_bytes() for name in slips)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize("year", [2025, 2026])
def test_every_quarter_of_two_years_runs_and_agrees(year: int, number: int) -> None:
    period = Period.of_quarter(Quarter(year, number))
    sound(*run(WORKSHOP, period, provisional=year == 2026))
