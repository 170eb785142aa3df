"""What stands out on the report: what is late, what only asks attention, what is not official."""

from __future__ import annotations

import re
from typing import Any

import pytest

from officium.documents import payslip_pdf
from officium.findings import Severity

from . import sample
from .reading import page, section, words
from .test_payslip import text


def lead(tree: Any) -> Any:
    """The verdict in the first sentence."""
    return tree.xpath("//p[@class='lead']/b")[0]


def found(*severities: Severity) -> list[dict[str, Any]]:
    """One finding of each severity."""
    return [sample.report()["findings"][0] | {"severity": severity} for severity in severities]


# --- whether it can be sent ----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("findings", "style", "said"),
    [
        ((), "good", "Niets houdt de verzending tegen."),
        ((Severity.INFO,), "good", "Niets blokkeert; 1 opmerking."),
        ((Severity.WARNING, Severity.INFO), "wait", "Niets blokkeert; 2 opmerkingen."),
        ((Severity.ERROR, Severity.WARNING), "stop", "1 fout houdt de verzending tegen."),
        ((Severity.FATAL, Severity.ERROR), "stop", "2 fouten houden de verzending tegen."),
    ],
)
def test_the_verdict_tells_what_blocks_from_what_asks_attention(
    findings: tuple[Severity, ...], style: str, said: str
) -> None:
    verdict = lead(page(findings=found(*findings)))
    assert (verdict.get("class"), words(verdict)) == (style, said)


def test_a_sign_beside_the_verdict_says_the_same_without_colour() -> None:
    signs = [
        lead(page(findings=found(*severities))).xpath("./svg/use/@href")
        for severities in ((), (Severity.WARNING,), (Severity.ERROR,))
    ]
    assert signs == [["#i-done"], ["#i-warning"], ["#i-error"]]


# --- what is late --------------------------------------------------------------------------------
def test_what_was_due_before_the_period_is_late_by_a_sign_and_a_word() -> None:
    to_send = sample.report()["to_send"]
    to_send[0] |= {"due": "2024-12-09", "late": True}
    to_send[2] |= {"late": True}
    tree = page(to_send=to_send)
    first, second, third = section(tree, "send").xpath(".//tbody/tr/td[3]")
    assert words(first) == "te laat"
    assert words(second) == "klaar"
    assert words(third) == "te laat 1 opmerking"
    assert first.xpath(".//use/@href") == ["#i-late"]
    assert "Eerste vervaldag: maandag 9 december 2024 te laat" in words(section(tree, "glance"))
    assert "te laat" not in words(section(page(), "glance"))


def test_a_late_payment_says_so_beside_its_day() -> None:
    to_pay = sample.report()["to_pay"]
    to_pay[0] |= {"late": True}
    row = section(page("fr", to_pay=to_pay), "pay").xpath(".//tbody/tr")[0]
    assert words(row.xpath("./td")[0]) == "vendredi 31 janvier 2025 en retard"


# --- what need not be said -----------------------------------------------------------------------
def widths(tree: Any) -> list[int]:
    """How many columns each row of the payments fills."""
    rows = section(tree, "pay").xpath(".//tr")
    return [sum(int(cell.get("colspan", 1)) for cell in row) for row in rows]


def test_the_column_of_references_stands_only_where_a_payment_has_one() -> None:
    to_pay = sample.report()["to_pay"]
    assert "Mededeling" in words(section(page(), "pay"))
    without = page(to_pay=[payment | {"reference": None} for payment in to_pay])
    assert "Mededeling" not in words(section(without, "pay"))
    assert set(widths(page())) == {5}
    assert set(widths(without)) == {4}


# --- on what it rests ----------------------------------------------------------------------------
def test_every_figure_that_is_not_official_is_listed_by_its_name() -> None:
    not_official = [
        {"figure": "free_part", "standing": "recalled"},
        {"figure": "bonus_slope", "standing": "derived"},
        {"figure": "bonus_threshold", "standing": "secondary"},
    ]
    tree = page(not_official=not_official, names={"bonus_slope": "Afbouw", "net_pay": "Nettoloon"})
    doubtful, sums = section(tree, "control").xpath(".//table")
    assert [words(row) for row in doubtful.xpath("./tbody/tr")] == [
        "free part niet nagelezen",
        "Afbouw afgeleid",
        "bonus threshold secundaire bron",
    ]
    assert [words(row.xpath("./th")[0]) for row in sums.xpath("./tbody/tr")] == [
        "payslips",
        "Nettoloon",
    ]


def test_a_payslip_names_every_kind_of_source_that_its_figures_have() -> None:
    named = "officieel, secundaire bron, afgeleid, niet nagelezen"
    assert f"Bronnen van de cijfers: {named}." in text(payslip_pdf(sample.payslip()))
    slip = page().xpath("//details[@id='s1']//p[@class='meta']")[0]
    assert [words(one) for one in slip.xpath("./span")] == named.split(", ")

    official = sample.payslip()
    for told in official["explanation"]["facts"].values():
        for figure in told["figures"]:
            figure["standing"] = "official"
    assert "Bronnen van de cijfers: officieel. Bewaar" in text(payslip_pdf(official))


# --- on a narrow screen and on paper -------------------------------------------------------------
def test_each_amount_of_a_month_bears_the_name_of_its_column_for_narrow_screens() -> None:
    table = page().xpath("//*[@id='m1']//table")[0]
    heads = [words(head) for head in table.xpath("./thead/tr/th")]
    for row in table.xpath("./tbody/tr"):
        assert [cell.get("data-name") for cell in row.xpath("./td")] == heads[1:]
        assert [cell.get("class") for cell in row.xpath("./td")][-1] == "r net"
        assert {cell.get("role") for cell in row} == {"rowheader", "cell"}


def test_paper_shows_the_lines_and_says_where_their_explanation_is() -> None:
    tree = page()
    note = tree.xpath("//p[@class='printed']")[0]
    assert "Wat hier gesloten is, wordt niet gedrukt" in words(note)
    assert note.getnext().get("id") == "s1"
    [on_paper] = re.findall(r"@media print \{.*", tree.xpath("//style")[0].text, re.S)
    assert re.findall(r"(\S+)::details-content", on_paper) == [".slip"]
