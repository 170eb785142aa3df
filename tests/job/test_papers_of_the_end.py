"""The papers of the end: what the shop's three leavers get, and what nobody may find on them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from officium.findings import BadInput
from officium.job import Period, publish, run_folder, run_year
from officium.law import Month, Quarter
from officium.payroll import Leaver, tax_sheets

from .running import add, cents, change, copied, only, run

SHOP = Path(__file__).resolve().parents[2] / "examples" / "shop"
Made = tuple[dict[str, bytes], dict[str, Any]]
Pages = Callable[[bytes], str]
END = 'dimona_period   = "202424608331"\nends            = 2025-03-31\nend_reason      = "{}"\n'


def told(made: Made, path: str) -> dict[str, Any]:
    """A document of `leavers/`."""
    document: dict[str, Any] = json.loads(made[0][f"leavers/{path}.json"])
    return document


def zones(document: dict[str, Any]) -> dict[str, list[str]]:
    """The values of each zone, in the order of the document."""
    found: dict[str, list[str]] = {}
    for zone in document["zones"]:
        found.setdefault(zone["zone"], []).append(zone["value"])
    return found


def missing(document: dict[str, Any]) -> list[str]:
    return [said["en"] for said in document["missing"]]


@pytest.fixture(scope="module")
def march() -> Made:
    return run_folder(SHOP, Period.of_month(Month(2025, 3)))


@pytest.fixture(scope="module")
def june() -> Made:
    return run_folder(SHOP, Period.of_month(Month(2025, 6)))


@pytest.fixture(scope="module")
def autumn() -> Made:
    return run_folder(SHOP, Period.of_quarter(Quarter(2025, 3)))


def test_each_leaver_has_a_folder_with_paper_and_data_of_everything(
    march: Made, june: Made, autumn: Made
) -> None:
    own = {"work_certificate", "c4", "individual_account", "281.10-2025"}
    for made, number, more in (
        (march, "S012", {"holiday_fund"}),
        (june, "S004", {"holiday_fund"}),
        (autumn, "S008", {"holiday_certificate-2024", "holiday_certificate-2025"}),
    ):
        found = {name for name in made[0] if name.startswith("leavers/")}
        assert found == {
            f"leavers/{number}-1/{name}.{kind}" for name in own | more for kind in ("json", "pdf")
        }
        (of,) = made[1]["leavers"]
        assert (of["staff_number"], of["not_made"]) == (number, {})
        listed = {path for paths in of["files"].values() for path in paths}
        assert listed <= found


def test_what_must_be_handed_over_stands_in_the_report_with_its_day(autumn: Made) -> None:
    due = {
        duty["what"]: (duty["due"], duty["findings"])
        for duty in autumn[1]["to_send"]
        if "leavers/" in duty["file"]
    }
    assert due == {
        "work_certificate": ("2025-09-30", 0),
        "unemployment_certificate": ("2025-09-30", 2),
        "holiday_certificate": ("2025-09-30", 0),
    }
    page = autumn[0]["report.html"].decode()
    assert "Getuigschrift van tewerkstelling" in page
    assert "leavers/S008-1/work_certificate.pdf" in page


def test_the_work_certificate_states_three_things_and_nothing_else(
    autumn: Made, pages: Pages
) -> None:
    """Act of 3 July 1978, art. 21: no reason, no pay, no number of the register."""
    certificate = told(autumn, "S008-1/work_certificate")
    assert certificate["begins"] == "2016-05-02"
    assert certificate["ends"] == "2025-09-30"
    assert certificate["nature_of_the_work"] == ["Boekhoudster"]
    assert set(certificate) == {
        *("language", "employer", "worker", "begins", "ends", "nature_of_the_work")
    }
    page = pages(autumn[0]["leavers/S008-1/work_certificate.pdf"])
    for words in (
        "Getuigschrift",
        "Wouters Hilde",
        "2 mei 2016",
        "30 september 2025",
        "Boekhoudster",
    ):
        assert words in page
    for words in ("S008", "850617", "3.100", "ontslag", "resignation", "Berekend", "38"):
        assert words not in page


def test_functions_of_the_contract_stand_once_each_in_their_order(tmp_path: Path) -> None:
    def story(folder: Path) -> None:
        leaves(folder)
        terms = (folder / "people/W006.toml").read_text().rpartition("[[contracts.terms]]")[2]
        since = terms.partition("since")[2].split("\n")[0].split("=")[1].strip()
        for day, function in (("2025-02-01", "Chef"), ("2025-03-01", "Hulp")):
            again = terms.replace(since, day)
            line = next(one for one in again.splitlines() if one.startswith("function"))
            add(
                folder,
                "people/W006.toml",
                f"\n[[contracts.terms]]{again.replace(line, f'function = {function!r}')}",
            )

    certificate = told(run(copied(tmp_path, story)), "W006-1/work_certificate")
    assert certificate["nature_of_the_work"][1:] == ["Chef", "Hulp"]


def test_the_c4_of_who_resigns_has_the_zones_of_the_declaration(autumn: Made) -> None:
    """3 100.00 a month is 310 000 cents; 12 days of five are 14.4 of six, to half a day 14.5."""
    c4 = told(autumn, "S008-1/c4")
    of = zones(c4)
    assert of["00296"] == ["WECH001"]
    assert of["00430"] == ["001"]
    assert of["00013"] == ["20253"]
    assert of["00024"] == ["85061730839"]
    assert (of["00036"], of["00037"]) == (["010"], ["495"])
    assert (of["00044"], of["00045"]) == (["2016-05-02"], ["2025-09-30"])
    assert (of["00046"], of["00047"], of["00050"]) == (["200"], ["500"], ["0"])
    assert (of["00048"], of["00049"]) == (["3800"], ["3800"])
    assert (of["00189"], of["00191"]) == (["4"], ["310000"])
    assert (of["00196"], of["00197"]) == (["1"], ["145"])
    assert of["01178"] == ["0"]
    assert of["00067"] == ["001", "002", "007"]
    assert {one["key"]: one["value"] for one in c4["paper"]} == {
        "in_service_since": "2016-05-02",
        "function": "Boekhoudster",
        "way": "resignation",
        "ended_by": "worker",
    }
    assert [words[:10] for words in missing(c4)] == ["zone 00193", "the notice"]


def test_the_c4_of_who_retires_does_not_say_who_gave_notice(march: Made) -> None:
    """18.10 an hour is 181 000 hundredths of a cent; Easter Monday is paid after the end."""
    c4 = told(march, "S012-1/c4")
    of = zones(c4)
    assert (of["00189"], of["00192"]) == (["1"], ["181000"])
    assert "00191" not in of
    assert (of["01178"], of["00175"]) == (["1"], ["2025-04-21"])
    assert "ended_by" not in {one["key"] for one in c4["paper"]}
    assert any(words.startswith("who ended the contract") for words in missing(c4))


def test_the_c4_of_a_variable_schedule_leaves_open_what_no_schedule_says(june: Made) -> None:
    c4 = told(june, "S004-1/c4")
    of = zones(c4)
    assert (of["00050"], of["00047"], of["00048"], of["00049"]) == (
        ["1"],
        ["300"],
        ["1900"],
        ["3800"],
    )
    assert "00770" not in of
    assert any(words.startswith("zone 00770") for words in missing(c4))
    assert not any(words.startswith("the notice") for words in missing(c4))
    assert of["00198"] == ["0"]


def test_the_c4_on_paper_shows_zones_words_and_what_to_fill_in(autumn: Made, pages: Pages) -> None:
    page = pages(autumn[0]["leavers/S008-1/c4.pdf"])
    for words in ("00191", "3.100,00", "1 · Nederlands", "0 · voltijds", "Nog aan te vullen"):
        assert words in page


def test_the_tax_sheet_is_the_sum_of_the_payslips(autumn: Made) -> None:
    """Taxed pay, of it holiday pay for next year apart; all tax withheld; the special contribution."""
    sheet = told(autumn, "S008-1/281.10-2025")
    of = {zone["zone"]: zone["value"] for zone in sheet["zones"]}
    slips = [slip for one in (1, 2, 3) for slip in payslips(Quarter(2025, one), "S008")]
    taxed = sum(
        cents(slip["results"][fact])
        for slip in slips
        for fact in ("taxable_pay", "exceptional_taxable_total")
    )
    assert cents(of["2.62"]) + cents(of["2.63"]) == taxed
    assert cents(of["2.74"]) == sum(cents(slip["results"]["tax_withheld"]) for slip in slips)
    special = sum(cents(slip["results"]["special_contribution"]) for slip in slips)
    assert cents(of["2.75"]) == special
    assert sheet["months"] == [f"2025-0{n}" for n in range(1, 10)]
    assert of["2.56"] == "2025-09-30"
    assert "2.55" not in of
    # 27 900.00 + 2 325.00 earned here this year by September: 7.67, 6.80 and 0.87 %, less contributions.
    (last,) = (slip for slip in slips if slip["month"] == "2025-09")
    current = [line for line in last["lines"] if "lopend jaar" in line["label"]["nl"]]
    assert len(current) == 3
    assert 0 < cents(of["2.63"]) < sum(cents(line["amount"]) for line in current)


def payslips(quarter: Quarter, number: str) -> list[dict[str, Any]]:
    files, _ = run_folder(SHOP, Period.of_quarter(quarter))
    names = sorted(name for name in files if name.startswith("payslips/"))
    return [json.loads(files[name]) for name in names if name.endswith(f"{number}.json")]


def test_the_tax_sheet_on_paper_says_that_it_is_ahead_of_the_official_one(
    autumn: Made, pages: Pages
) -> None:
    page = pages(autumn[0]["leavers/S008-1/281.10-2025.pdf"])
    for words in ("Inkomstenjaar 2025", "2.62", "(250)", "2.74", "niet de officiële fiche"):
        assert words in page


def test_the_account_in_the_folder_is_that_of_the_verb(march: Made) -> None:
    files, _ = run_year(SHOP, 2025, until=Month(2025, 3), staff_numbers=("S012",))
    assert files["accounts/2025/S012.json"] == march[0]["leavers/S012-1/individual_account.json"]


def test_what_the_holiday_fund_gets_and_the_right_that_follows(march: Made, pages: Pages) -> None:
    """(8 803.84 + 8 % = 704.31) x 15.38 % = 1 462.35, less 1 % = 14.62; 64 days give five."""
    fund = told(march, "S012-1/holiday_fund")
    assert fund["fund"] == {"name": "RJV", "number": "888-12"}
    (quarter,) = fund["quarters"]
    assert (quarter["quarter"], quarter["pay"]) == ("2025Q1", "8803.84")
    assert [one["value"] for one in fund["right"]] == ["5.00", "1462.35", "1447.73"]
    page = pages(march[0]["leavers/S012-1/holiday_fund.pdf"])
    assert "RJV (888-12)" in page
    assert "1.462,35" in page


def test_the_holiday_certificate_on_paper_has_the_items_of_the_decree(
    autumn: Made, pages: Pages
) -> None:
    certificate = told(autumn, "S008-1/holiday_certificate-2024")
    page = " ".join(pages(autumn[0]["leavers/S008-1/holiday_certificate-2024.pdf"]).split())
    assert "Vakantiedienstjaar 2024, vakantiejaar 2025" in page
    for line in certificate["lines"]:
        assert line["label"]["nl"].split(",")[0] in page
    assert "37.200,00" in page


def leaves(folder: Path, reason: str = "resignation") -> None:
    """W006 of the workshop leaves at the end of March."""
    only(folder, ("W006",))
    change(folder, "people/W006.toml", 'dimona_period   = "202424608331"\n', END.format(reason))


def test_nobody_leaves_and_nothing_is_made(tmp_path: Path) -> None:
    files, report = run(copied(tmp_path), Period.of_month(Month(2025, 1)))
    assert [name for name in files if name.startswith("leavers")] == []
    assert report["leavers"] == []


@pytest.mark.parametrize("month", [2, 3])
def test_the_papers_are_made_in_the_month_of_the_end_alone(tmp_path: Path, month: int) -> None:
    files, _ = run(copied(tmp_path, leaves), Period.of_month(Month(2025, month)))
    assert any(name.startswith("leavers/W006-1/") for name in files) == (month == 3)


def test_the_same_records_give_the_same_papers_and_a_second_run_changes_nothing(
    tmp_path: Path,
) -> None:
    folder = copied(tmp_path, leaves)
    once, _ = run(folder)
    again, _ = run(folder)
    assert once == again
    publish(once, tmp_path / "out")
    assert not publish(again, tmp_path / "out")


@pytest.mark.parametrize("reason", ["dismissal", "dismissal_for_serious_cause", "mutual_consent"])
def test_why_somebody_was_dismissed_is_asked_and_never_supposed(
    tmp_path: Path, reason: str
) -> None:
    made = run(
        copied(tmp_path, lambda folder: leaves(folder, reason)), Period.of_month(Month(2025, 3))
    )
    c4 = told(made, "W006-1/c4")
    assert "the precise reason of the unemployment" in missing(c4)
    has_notice = any(words.startswith("the notice") for words in missing(c4))
    assert has_notice == (reason == "dismissal")


def test_nobody_asks_for_the_c4_of_who_died(tmp_path: Path) -> None:
    made = run(
        copied(tmp_path, lambda folder: leaves(folder, "death")), Period.of_month(Month(2025, 3))
    )
    (of,) = made[1]["leavers"]
    assert of["not_made"] == {"unemployment_certificate": "death"}
    assert "leavers/W006-1/work_certificate.pdf" in made[0]
    assert "leavers/W006-1/c4.pdf" not in made[0]


def test_a_sheet_that_differs_from_the_payslips_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def one_cent_more(leaver: Leaver, slips: list[dict[str, Any]]) -> Any:
        last = slips[-1]
        results = last["results"] | {"taxable_pay": "0.01"}
        return tax_sheets(leaver, [*slips[:-1], last | {"results": results}])

    monkeypatch.setattr("officium.job.leavers.tax_sheets", one_cent_more)
    with pytest.raises(
        BadInput, match=r"taxed pay on the tax sheet is .* the payslips have"
    ) as refusal:
        run(copied(tmp_path, leaves), Period.of_month(Month(2025, 3)))
    assert refusal.value.code == "sheet_differs"
    assert refusal.value.where == "W006, 2025"


def test_pay_of_december_that_is_paid_in_january_is_told_as_not_included(tmp_path: Path) -> None:
    def story(folder: Path) -> None:
        leaves(folder)
        change(
            folder,
            "employer.toml",
            '"last_working_day_of_the_month"',
            '"fourth_working_day_after_the_month"',
        )

    sheet = told(
        run(copied(tmp_path, story), Period.of_month(Month(2025, 3))), "W006-1/281.10-2025"
    )
    (words,) = missing(sheet)
    assert words.startswith("the pay of December 2024")


def test_the_pay_of_a_december_end_is_on_the_sheet_of_the_year_in_which_it_is_paid(
    tmp_path: Path,
) -> None:
    def story(folder: Path) -> None:
        leaves(folder)
        change(folder, "people/W006.toml", "2025-03-31", "2025-12-31")
        change(
            folder,
            "employer.toml",
            '"last_working_day_of_the_month"',
            '"fourth_working_day_after_the_month"',
        )

    made = run(copied(tmp_path, story), Period.of_month(Month(2025, 12)), provisional=True)
    this, next_year = (told(made, f"W006-1/281.10-{year}") for year in (2025, 2026))
    assert (this["months"][-1], next_year["months"]) == ("2025-11", ["2025-12"])
    assert "2.56" in {zone["zone"] for zone in this["zones"]}
    assert "2.56" not in {zone["zone"] for zone in next_year["zones"]}


AGAIN = """
[[contracts]]
number          = 2
employer        = "{employer}"
begins          = {begins}
status          = "white_collar"
joint_committee = "{committee}"
establishment   = "{establishment}"
dimona_period   = "202424608332"

[[contracts.terms]]
since           = {begins}
function        = "Bediende"
full_time_hours = "38.00"
monthly_pay     = "2000.00"

[contracts.terms.schedule]
monday    = "{hours}"
tuesday   = "{hours}"
wednesday = "{hours}"
thursday  = "{hours}"
friday    = "{hours}"
"""


@pytest.mark.parametrize(
    ("begins", "hours", "reason"),
    [
        # 31 March 2025 is a Monday, the contract ends on Friday 28 March: a weekend between.
        ("2025-03-31", "7.60", "followed"),
        ("2025-03-31", "3.80", None),
        # 1 April leaves the Monday without work between them.
        ("2025-04-01", "7.60", None),
    ],
)
def test_a_contract_that_follows_with_the_same_hours_needs_no_c4(
    tmp_path: Path, begins: str, hours: str, reason: str | None
) -> None:
    def story(folder: Path) -> None:
        leaves(folder)
        change(folder, "people/W006.toml", "2025-03-31", "2025-03-28")
        text = (folder / "people/W006.toml").read_text()
        held = {
            name: next(line.split('"')[1] for line in text.splitlines() if line.startswith(name))
            for name in ("employer", "joint_committee", "establishment")
        }
        again = AGAIN.format(
            begins=begins,
            hours=hours,
            employer=held["employer"],
            committee=held["joint_committee"],
            establishment=held["establishment"],
        )
        add(folder, "people/W006.toml", again)

    _, report = run(copied(tmp_path, story), Period.of_month(Month(2025, 3)))
    (of,) = report["leavers"]
    assert of["not_made"].get("unemployment_certificate") == reason
    follows = begins == "2025-03-31"
    assert ("tax_sheet" in of["files"]) == (not follows)
    assert (of["not_made"].get("tax_sheet") == "stays") == follows


def test_a_sign_that_no_font_prints_is_refused_with_the_paper_and_the_person(
    tmp_path: Path,
) -> None:
    def story(folder: Path) -> None:
        leaves(folder)
        path = folder / "people/W006.toml"
        line = next(one for one in path.read_text().splitlines() if one.startswith("function"))
        change(folder, "people/W006.toml", line, 'function = "Schrijver 𒀀"')

    with pytest.raises(BadInput, match="cannot be printed"):
        run(copied(tmp_path, story), Period.of_month(Month(2025, 3)))


def test_the_shop_copied_has_one_leaver_in_each_of_three_quarters(tmp_path: Path) -> None:
    """The papers follow the contract, not the folder: who ends in another quarter is not among them."""
    folder = Path(shutil.copytree(SHOP, tmp_path / "shop"))
    for number, who in ((1, ["S012"]), (4, [])):
        _, report = run_folder(folder, Period.of_quarter(Quarter(2025, number)))
        assert [of["staff_number"] for of in report["leavers"]] == who
