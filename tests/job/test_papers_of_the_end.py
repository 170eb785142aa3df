"""The papers of the end: what the shop's three leavers get, and what nobody may find on them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from officium.job import Period, run_folder, run_year
from officium.law import Month, Quarter

from .running import FEBRUARY, WORKSHOP, cents, run

SHOP = Path(__file__).resolve().parents[2] / "examples" / "shop"
Made = tuple[dict[str, bytes], dict[str, Any]]
Pages = Callable[[bytes], str]


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
        "individual_account": ("2025-11-30", 0),
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


def test_the_c4_and_the_quarterly_declaration_say_the_same(autumn: Made) -> None:
    """What both messages hold bears one name in them, and one value."""
    declaration = etree.fromstring(autumn[0]["declarations/dmfa-2025Q3.xml"])
    (person,) = (
        one
        for one in declaration.iter("{*}NaturalPerson")
        if one.findtext("{*}INSS") == "85061730839"
    )
    declared: dict[str, list[str]] = {}
    for element in person.iter("{*}*"):
        name = etree.QName(element).localname
        declared.setdefault(name, []).append((element.text or "").lstrip("0"))
    shared: dict[str, list[str]] = {}
    for zone in told(autumn, "S008-1/c4")["zones"]:
        if zone["xml"] in declared:
            shared.setdefault(zone["xml"], []).append(zone["value"].lstrip("0"))
    assert len(shared) == 18
    for name, values in shared.items():
        assert values == declared[name], name


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
    current = [line for line in last["lines"] if "voor volgend jaar" in line["label"]["nl"]]
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


def test_the_shop_copied_has_one_leaver_in_each_of_three_quarters(tmp_path: Path) -> None:
    """The papers follow the contract, not the folder: who ends in another quarter is not among them."""
    folder = Path(shutil.copytree(SHOP, tmp_path / "shop"))
    for number, who in ((1, ["S012"]), (4, [])):
        _, report = run_folder(folder, Period.of_quarter(Quarter(2025, number)))
        assert [of["staff_number"] for of in report["leavers"]] == who


def test_what_the_account_of_who_leaves_lacks_is_named_and_counted(autumn: Made) -> None:
    """The workshop records no insurer and no holiday fund for its mechanic; the shop has both."""
    assert autumn[1]["leavers"][0]["account_lacks"] == []
    _, report = run(WORKSHOP, FEBRUARY)
    (of,) = report["leavers"]
    assert (of["staff_number"], of["account_lacks"]) == (
        "W005",
        ["accident_insurance", "holiday_fund"],
    )
    (duty,) = (one for one in report["to_send"] if one["what"] == "individual_account")
    assert duty["findings"] == 2
