"""Paid educational leave: limited pay, hours of Flemish training leave, and the claim on the region."""

from __future__ import annotations

from pathlib import Path

from .running import add, copied, run, slip, sound, texts

HEADING = "school_year,month,staff_number,inss,contract,establishment,region,hours,reimbursement\n"


def studying(place: Path, code: str, region: str | None = None) -> Path:
    """The workshop in which W004, 3,950 EUR a month, is at school on Tuesday 4 and 11 March."""

    def edit(folder: Path) -> None:
        for day in ("2025-03-04", "2025-03-11"):
            add(folder, "time/2025-03.csv", f"W004,1,{day},{code},7.60\n")
        if region:
            add(
                folder,
                "employer.toml",
                f'\n[[establishment_regions]]\nnumber = "2187654361"\nregion = "{region}"\n',
            )

    return copied(place, edit)


def rules(report: dict[str, object]) -> list[str]:
    findings = report["findings"]
    assert isinstance(findings, list)
    return [one["rule"] for one in findings]


def test_pay_of_educational_leave_is_limited(tmp_path: Path) -> None:
    """Nineteen days of 3,950 EUR, and two of the limit of 3,641 EUR."""
    files, report = run(studying(tmp_path, "capped_training", "wallonia"))
    sound(files, report)
    # 3,950 x 19 / 21 = 3,573.81; 3,641 x 15.20 / 159.60 = 346.76.
    assert slip(files, "2025-03/W004")["results"]["pay_for_work"] == "3573.81"
    assert slip(files, "2025-03/W004")["results"]["gross_pay"] == "3920.57"
    assert "training_region_missing" not in rules(report)


def test_the_whole_pay_goes_on_where_the_employer_does_not_limit_it(tmp_path: Path) -> None:
    files, report = run(studying(tmp_path, "training", "wallonia"))
    sound(files, report)
    assert slip(files, "2025-03/W004")["results"]["gross_pay"] == "3950.00"


def test_hours_of_flemish_training_leave_are_declared(tmp_path: Path) -> None:
    files, report = run(studying(tmp_path, "capped_training", "flanders"))
    sound(files, report)
    xml = files["declarations/dmfa-2025Q1.xml"]
    assert texts(xml, "FlemishTrainingHolidayHoursNbr") == ["1520"]
    assert "005" in texts(xml, "ServiceCode")


def test_no_such_hours_are_declared_elsewhere(tmp_path: Path) -> None:
    files, _ = run(studying(tmp_path, "training", "brussels"))
    assert texts(files["declarations/dmfa-2025Q1.xml"], "FlemishTrainingHolidayHoursNbr") == []


def test_the_claim_names_hours_and_leaves_an_unknown_amount_open(tmp_path: Path) -> None:
    """No document tells what an hour is worth in 2024-2025: the hours are there, the amount is not."""
    files, _ = run(studying(tmp_path, "training", "flanders"))
    inss = slip(files, "2025-03/W004")["worker"]["inss"]
    line = f"2024-2025,2025-03,W004,{inss},1,2187654361,flanders,15.20,\n"
    assert files["claims/educational-leave.csv"].decode() == HEADING + line


def test_a_region_that_is_not_recorded_is_told(tmp_path: Path) -> None:
    files, report = run(studying(tmp_path, "training"))
    assert rules(report).count("training_region_missing") == 1
    assert ",,15.20,\n" in files["claims/educational-leave.csv"].decode()


def test_nobody_at_school_makes_no_claim(tmp_path: Path) -> None:
    files, _ = run(copied(tmp_path))
    assert not any(name.startswith("claims") for name in files)
