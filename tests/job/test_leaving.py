"""A clerk leaves, and another comes from a former employer: their holiday pay to the DmfA and ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .running import add, change, copied, rules, run, slip, sound, texts

COLUMNS = "staff_number,contract,kind,amount,days,units,price,months,share,base,description"
MARCH = """\
W001,1,fixed_premium,60.00,,,,,,,Taalpremie
W002,1,premium,43.20,,,,,,,Prime d'équipe
"""
# Jonas earned 9 920.00 from September 2024 and 7 136.06 in 2025; none of his seven days was taken.
LEAVING = """\
W006,1,departure_holiday_pay_current,,,,,,,7136.06,
W006,1,departure_holiday_bonus_current,,,,,,,7136.06,
W006,1,departure_holiday_supplement_current,,,,,,,7136.06,
W006,1,departure_holiday_pay_previous,,7.00,7.00,,,,9920.00,
W006,1,departure_holiday_bonus_previous,,,,,,1.0000,9920.00,
W006,1,departure_holiday_supplement_previous,,,,,,1.0000,9920.00,
"""
END = 'dimona_period   = "202424608331"\nends            = 2025-03-31\nend_reason      = "resignation"\n'
# By hand: 7.67 %, 6.80 % and 0.87 % of each year; a year's normal taxable pay of 25 870.32 is taxed at
# 36.34 %, after 13.07 % on the first two of each.
AMOUNTS = {
    "pécule simple de départ, pour l'année suivante": "547.34",
    "double pécule de départ, pour l'année suivante": "485.25",
    "double pécule complémentaire de départ, pour l'année suivante": "62.08",
    "pécule simple de départ, pour cette année": "760.86",
    "double pécule de départ, pour cette année": "674.56",
    "double pécule complémentaire de départ, pour cette année": "86.30",
}
TAXES = ["153.29", "172.91", "213.10", "22.56", "240.36", "31.36"]


DOUBLE = ("bonus", "supplement")
ALL_PREVIOUS = [f"departure_holiday_{part}_previous" for part in ("pay", *DOUBLE)]


def leaves(place: Path, lines: str = LEAVING) -> tuple[dict[str, bytes], dict[str, Any]]:
    def story(folder: Path) -> None:
        change(folder, "people/W006.toml", 'dimona_period   = "202424608331"\n', END)
        (folder / "pay" / "2025-03.csv").write_text(f"{COLUMNS}\n{MARCH}{lines}")

    return run(copied(place, story))


def declared(files: dict[str, bytes]) -> list[tuple[str, str]]:
    dmfa = files["declarations/dmfa-2025Q1.xml"]
    return list(zip(texts(dmfa, "RemunCode"), texts(dmfa, "RemunAmount"), strict=True))


def values(certificate: dict[str, Any], *keys: str) -> list[str]:
    return [line["value"] for key in keys for line in certificate["lines"] if line["key"] == key]


def test_six_lines_stand_on_the_last_payslip_each_with_its_own_tax(tmp_path: Path) -> None:
    files, report = leaves(tmp_path)
    sound(files, report)
    march = slip(files, "2025-03/W006")
    lines = [line for line in march["lines"] if line["fact"] == "item_amount"]
    assert {line["label"]["fr"]: line["amount"] for line in lines} == AMOUNTS
    results = march["results"]
    assert sorted(results["exceptional_withholding_tax"]) == TAXES
    assert results["exceptional_tax"] == "833.58"
    assert results["gross_pay"] == "3732.26"
    assert results["pay_beside_gross"] == "1308.19"
    assert results["contributions_beside_gross"] == "151.58"


def test_the_single_part_has_code_7_and_counts_in_no_reduction(tmp_path: Path) -> None:
    without, before = leaves(tmp_path / "without", "")
    files, report = leaves(tmp_path / "with")
    assert ("007", "000000130820") in [(code, cents.zfill(12)) for code, cents in declared(files)]
    assert set(declared(without)) < set(declared(files))
    for month in ("2025-01", "2025-02", "2025-03"):
        bonus = [
            slip(made, f"{month}/W006")["results"]["employment_bonus"] for made in (without, files)
        ]
        assert bonus[0] == bonus[1] != "0.00"
    people = {one["staff_number"]: one["quarter"] for one in report["people"]}
    earlier = {one["staff_number"]: one["quarter"] for one in before["people"]}
    assert people["W006"].get("structural_reduction") == earlier["W006"].get("structural_reduction")
    assert people["W006"]["ordinary_contribution"] != earlier["W006"]["ordinary_contribution"]


def test_the_double_part_is_in_the_employers_line_870_and_the_supplement_is_not(
    tmp_path: Path,
) -> None:
    """485.25 + 674.56 = 1 159.81; x 13.07 % = 151.587, a cent more than line by line."""
    files, report = leaves(tmp_path)
    (line,) = [line for line in report["nsso"]["lines"] if line["code"] == "870"]
    assert line["amount"] == "151.59"
    dmfa = files["declarations/dmfa-2025Q1.xml"]
    assert "115981" in [base.lstrip("0") for base in texts(dmfa, "UnrelatedCalculationBasis")]


@pytest.mark.parametrize("missing", ["days", "base"])
def test_a_line_without_what_it_is_computed_from_is_refused(tmp_path: Path, missing: str) -> None:
    line = {
        "days": "W006,1,departure_holiday_pay_previous,,,7.00,,,,9920.00,\n",
        "base": "W006,1,departure_holiday_pay_previous,,7.00,7.00,,,,,\n",
    }[missing]
    with pytest.raises(Exception, match=f"departure_holiday_pay_previous needs {missing}"):
        leaves(tmp_path, line)


def test_the_two_certificates_say_what_was_paid_in_four_languages(tmp_path: Path) -> None:
    files, report = leaves(tmp_path)
    paths = [f"leavers/W006-1/holiday_certificate-{year}" for year in (2024, 2025)]
    assert [
        duty["file"] for duty in report["to_send"] if duty["what"] == "holiday_certificate"
    ] == [f"{path}.pdf" for path in paths]
    last, this = (json.loads(files[f"{path}.json"]) for path in paths)
    assert (last["service_year"], last["holiday_year"]) == (2024, 2025)
    assert values(last, "occupied") == ["2024-09-02/2024-12-31"]
    assert values(last, "gross_pay", "single_pay", "double_pay", "supplement") == [
        "9920.00",
        "760.86",
        "674.56",
        "86.30",
    ]
    assert values(last, "contribution_on_single_pay", "contribution_on_double_pay") == [
        "99.44",
        "88.16",
    ]
    assert values(last, "days_taken", "days_left") == ["0.00", "7.00"]
    assert values(this, "occupied", "days_taken") == ["2025-01-01/2025-03-31", "0.00"]
    assert values(this, "working_time") == ["38.00"]
    assert this["title"]["de"] == "Urlaubsbescheinigung"
    assert all(sorted(line["label"]) == ["de", "en", "fr", "nl"] for line in this["lines"])
    (said,) = (line["label"]["en"] for line in this["lines"] if line["key"] == "occupied")
    assert said == "In service from 1 January 2025 to 31 March 2025"


def test_illness_that_nobody_pays_is_an_assimilated_period_across_a_weekend(tmp_path: Path) -> None:
    ill = [f"W006,1,2025-03-{day:02},sickness_unpaid,7.60\n" for day in (13, 14, 17)]

    def story(folder: Path) -> None:
        change(folder, "people/W006.toml", 'dimona_period   = "202424608331"\n', END)
        add(folder, "time/2025-03.csv", "".join(ill))
        (folder / "pay" / "2025-03.csv").write_text(f"{COLUMNS}\n{MARCH}{LEAVING}")

    files, _ = run(copied(tmp_path, story))
    told = json.loads(files["leavers/W006-1/holiday_certificate-2025.json"])
    (line,) = (line for line in told["lines"] if line["key"] == "assimilated")
    assert line["value"] == "3.00"
    assert line["label"]["nl"] == (
        "Gelijkgestelde periode van 13 maart 2025 tot en met 17 maart 2025: ziekte, in dagen"
    )


def test_who_stays_gets_no_certificate(tmp_path: Path) -> None:
    files, _ = run(copied(tmp_path))
    assert [name for name in files if "holiday_certificate" in name or "/W006-" in name] == []


def test_who_leaves_without_holiday_pay_is_told(tmp_path: Path) -> None:
    _, report = leaves(tmp_path / "none", "")
    assert rules(report) == ["departure_pay_missing", "departure_previous_missing"]
    _, complete = leaves(tmp_path / "all")
    assert rules(complete) == []


def test_a_base_that_is_not_the_pay_of_the_year_is_told_with_that_pay(tmp_path: Path) -> None:
    files, report = leaves(tmp_path / "low", LEAVING.replace("7136.06", "7100.00"))
    assert rules(report) == ["departure_base_differs"] * 3
    assert "7\u202f136,06" in report["findings"][0]["message"]
    results = slip(files, "2025-03/W006")["results"]
    assert results["pay_for_holidays_of_year"] == "7136.06"
    assert results["pay_for_holidays_open"] == "0.00"


@pytest.mark.parametrize(
    ("left_out", "names"),
    [
        (("pay",), ["departure_holiday_pay_previous"]),
        (("bonus", "supplement"), [f"departure_holiday_{x}_previous" for x in DOUBLE]),
    ],
)
def test_the_lines_of_the_year_before_are_asked_although_those_of_this_year_are_there(
    tmp_path: Path, left_out: tuple[str, ...], names: list[str]
) -> None:
    kinds = tuple(f"_{part}_previous" for part in left_out)
    lines = [line for line in LEAVING.splitlines() if not line.split(",")[2].endswith(kinds)]
    _, report = leaves(tmp_path, "\n".join([*lines, ""]))
    assert rules(report) == ["departure_previous_missing"]
    message = report["findings"][0]["message"]
    assert [kind for kind in ALL_PREVIOUS if kind in message] == names


def test_the_base_that_is_told_lacks_public_holidays_that_are_still_to_be_recorded(
    tmp_path: Path,
) -> None:
    """Dismissed on 31 March 2025: Easter Monday, 21 April, falls within thirty days."""

    def story(folder: Path) -> None:
        end = END.replace("resignation", "dismissal")
        change(folder, "people/W006.toml", 'dimona_period   = "202424608331"\n', end)
        (folder / "pay" / "2025-03.csv").write_text(f"{COLUMNS}\n{MARCH}")

    _, report = run(copied(tmp_path, story), language="en")
    (said,) = (one for one in report["findings"] if one["rule"].startswith("departure_pay"))
    assert said["rule"] == "departure_pay_missing_and_holidays"
    assert "(21 April 2025) come on top of it" in said["message"]
