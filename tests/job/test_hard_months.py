"""Months in which several things meet: what several readers tried, and found wrong once."""

from __future__ import annotations

from pathlib import Path

import pytest

from officium.findings import BadInput
from officium.job.period import Period
from officium.law import Month, Quarter

from .running import add, change, copied, only, run, slip

HEAD = "staff_number,contract,kind,amount,months,base,day,description\n"


def months(tmp_path: Path, pay: dict[str, str], *changes: tuple[str, str]) -> dict[str, bytes]:
    """The quarter of the clerk W006 alone, with these lines of pay by month."""

    def story(folder: Path) -> None:
        only(folder, ["W006"])
        for old, new in changes:
            change(folder, "people/W006.toml", old, new)
        for path in (*folder.glob("pay/*.csv"), *folder.glob("time/*.csv")):
            path.unlink()
        for month, lines in pay.items():
            (folder / "pay" / f"{month}.csv").write_text(HEAD + lines, "utf-8")

    files, _ = run(copied(tmp_path, story), Period.of_quarter(Quarter.parse("2025Q1")))
    return files


def results(files: dict[str, bytes], month: str, *names: str) -> list[str]:
    found = slip(files, f"{month}/W006")["results"]
    return [found[name] for name in names]


def test_pay_taken_back_does_not_change_the_bonus_of_the_month_that_bears_it(
    tmp_path: Path,
) -> None:
    """2 480.00 is paid in February; 40.00 of January comes off, and is no pay of February."""
    line = "W006,1,recovery,-40.00,,,2025-01-31,\n"
    plain = months(tmp_path / "plain", {})
    taken = months(tmp_path / "taken", {"2025-02": line})
    bonus = results(plain, "2025-02", "employment_bonus")
    assert results(taken, "2025-02", "employment_bonus") == bonus
    # 13.07 % of 40.00 is 5.228, and the month's own rounding.
    assert results(taken, "2025-02", "gross_pay") == ["2440.00"]


def test_the_gap_of_a_family_is_filled_once_however_many_lines_fill_it(tmp_path: Path) -> None:
    family = ('civil_status = "single"', 'civil_status = "single"\ndependent_children = 2')
    wage = ('"2480.00"', '"2050.00"')
    one = "W006,1,yearly_bonus,2000.00,,,,\n"
    two = "W006,1,yearly_bonus,1000.00,,,,\n" * 2
    paid = [
        results(
            months(tmp_path / name, {"2025-02": lines}, family, wage), "2025-02", "exceptional_tax"
        )
        for name, lines in (("one", one), ("two", two))
    ]
    assert paid[0] == paid[1]


def test_what_had_filled_the_gap_gives_no_tax_back(tmp_path: Path) -> None:
    """1 700.00 a month and two children: the bonus of January bears no tax, so none comes back."""
    family = ('civil_status = "single"', 'civil_status = "single"\ndependent_children = 2')
    files = months(
        tmp_path,
        {
            "2025-01": "W006,1,yearly_bonus,1500.00,,,,\n",
            "2025-02": "W006,1,yearly_bonus,-1000.00,,,,\n",
        },
        family,
        ('"2480.00"', '"1700.00"'),
    )
    assert results(files, "2025-01", "exceptional_tax") == ["0.00"]
    assert results(files, "2025-02", "exceptional_tax") == ["0.00"]


def test_two_contracts_in_a_row_are_one_normal_pay(tmp_path: Path) -> None:
    """The second contract begins on 17 February; twelve normal months are those of one contract."""

    def story(folder: Path) -> None:
        only(folder, ["W006"])
        for path in (*folder.glob("pay/*.csv"), *folder.glob("time/*.csv")):
            path.unlink()
        text = (folder / "people/W006.toml").read_text("utf-8")
        contract = "[[contracts]]" + text.partition("[[contracts]]")[2]
        second = contract.replace("number          = 1", "number          = 2").replace(
            "2024-09-02", "2025-02-17"
        )
        second = "\n".join(line for line in second.splitlines() if "dimona_period" not in line)
        change(
            folder,
            "people/W006.toml",
            "begins          = 2024-09-02",
            'begins          = 2024-09-02\nends = 2025-02-16\nend_reason = "end_of_term"',
        )
        add(folder, "people/W006.toml", "\n" + second)
        (folder / "pay" / "2025-02.csv").write_text(HEAD + "W006,2,yearly_bonus,1000.00,,,,\n")

    files, _ = run(copied(tmp_path, story), Period.of_month(Month(2025, 2)))
    # 2 480.00 - 324.14 = 2 155.86, twelve times.
    assert results(files, "2025-02", "annual_reference_pay") == ["25870.32"]


def test_a_claim_of_an_old_year_is_not_taken_again(tmp_path: Path) -> None:
    def story(folder: Path) -> None:
        only(folder, ["W006"])
        balance = 'staff_number = "W006"\nfact = "earlier_claims"\nas_of = 2023-12-31\n'
        (folder / "opening.toml").write_text(f'[[balances]]\n{balance}amount = "100.00"\n')

    files, _ = run(copied(tmp_path, story), Period.of_month(Month(2025, 1)))
    assert results(files, "2025-01", "claims") == ["0.00"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("W006,1,double_holiday_pay_taken_over,,6.00,-1000.00,,\n", "below zero"),
        ("W006,1,gift,-40.00,,,,\n", "below zero"),
        ("W006,1,supplementary_holiday_set_off,-240.00,,,,\n", "below zero"),
        ("W002,1,departure_holiday_pay_current,,,5000.00,,\n", "is for white-collar workers"),
    ],
)
def test_signs_and_people_that_a_kind_does_not_take_are_refused(
    tmp_path: Path, line: str, says: str
) -> None:
    def story(folder: Path) -> None:
        (folder / "pay" / "2025-01.csv").write_text(HEAD + line, "utf-8")

    with pytest.raises(BadInput, match=says) as refusal:
        run(copied(tmp_path, story), Period.of_month(Month(2025, 1)))
    assert refusal.value.where == "pay/2025-01.csv:2"


def test_a_line_of_which_nothing_comes_is_told(tmp_path: Path) -> None:
    def story(folder: Path) -> None:
        only(folder, ["W006"])
        line = "W006,1,year_end_premium_by_months,,12.00,,,\n"
        (folder / "pay" / "2025-01.csv").write_text(HEAD + line, "utf-8")

    _, report = run(copied(tmp_path, story), Period.of_month(Month(2025, 1)))
    assert "line_of_nothing" in [finding["rule"] for finding in report["findings"]]


def test_overtime_recorded_as_time_and_as_pay_is_told(tmp_path: Path) -> None:
    def story(folder: Path) -> None:
        only(folder, ["W006"])
        add(folder, "time/2025-01.csv", "W006,1,2025-01-14,overtime_50,2.00\n")
        heading = "staff_number,contract,kind,hours\n"
        line = "W006,1,overtime_50,2.00\n"
        (folder / "pay" / "2025-01.csv").write_text(heading + line, "utf-8")

    _, report = run(copied(tmp_path, story), Period.of_month(Month(2025, 1)))
    twice = [one for one in report["findings"] if one["rule"] == "line_twice"]
    assert [(one["path"], one["line"]) for one in twice] == [("pay/2025-01.csv", 2)]
