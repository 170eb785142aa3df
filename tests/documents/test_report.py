"""The report, read as a browser reads it: one tree, no dead ends, nothing from outside."""

from __future__ import annotations

import base64
import copy
import hashlib
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from officium.documents import report_html
from officium.findings import BadInput
from officium.language import LANGUAGES

from . import sample
from .reading import page, section, words

REPOSITORY = Path(__file__).resolve().parents[2]
HOSTILE = (
    "<script>alert(1)</script>",
    "</style></title><img src=x onerror=alert(1)>",
    "\"' onmouseover='alert(1)' x=\"",
    "{{ 7 * 7 }} {% raw %}",
    "javascript:alert(1)",
    "\u202egnitaehc\u202c محمد",
    "Vandenbroeck-" * 40,
)


# --- at a glance ---------------------------------------------------------------------------------
def test_the_first_screen_answers_what_was_computed_sent_paid_and_wrong() -> None:
    glance = words(section(page(), "glance"))
    for part in ("37.724,10", "47.465,94", "Te versturen 3", "61.369,62", "Wat niet klopt 3"):
        assert part in glance
    assert "Eerste vervaldag: maandag 3 februari 2025" in glance
    assert "Eerste vervaldag: vrijdag 31 januari 2025" in glance


def test_what_blocks_is_said_in_the_first_sentence_and_stands_first() -> None:
    tree = page()
    assert "1 fout houdt de verzending tegen" in words(tree.xpath("//*[@class='lead']")[0])
    found = [each.get("class") for each in section(tree, "wrong").xpath(".//li")]
    assert found == ["finding error", "finding warning", "finding info"]
    blocking = words(section(tree, "wrong").xpath(".//li")[0])
    assert "people/okafor.toml, lijn 3" in blocking
    assert "Anomalie 00024-008" in blocking
    assert "vraag het definitieve nummer" in blocking


def test_a_clean_quarter_says_so_and_alarms_nobody() -> None:
    tree = page(findings=[])
    assert "Niets houdt de verzending tegen" in words(tree.xpath("//*[@class='lead']")[0])
    assert "Geen opmerkingen" in words(section(tree, "wrong"))
    assert not tree.xpath("//*[contains(@class, 'error')]")


def test_a_provisional_report_warns_before_anything_else() -> None:
    assert not page().xpath("//*[@class='banner']")
    banner = page(provisional=True).xpath("//*[@class='banner']")[0]
    assert "Voorlopig" in words(banner)
    assert banner.getnext().get("class") == "glance"


def test_a_remedy_of_its_own_is_shown_with_its_finding() -> None:
    findings = [sample.report()["findings"][0] | {"remedy": "Vraag het na"}]
    assert "Wat te doen: Vraag het na" in words(section(page(findings=findings), "wrong"))


def test_duties_stand_in_the_order_of_their_days() -> None:
    pay = [words(row)[:30] for row in section(page(), "pay").xpath(".//tbody/tr")]
    assert pay[0].startswith("vrijdag 31 januari 2025 Lonen")
    assert pay[-2].startswith("woensdag 30 april 2025 Saldo")
    assert pay[-1].startswith("Totaal")
    send = [words(row) for row in section(page(), "send").xpath(".//tbody/tr")]
    assert "klaar" in send[0]
    assert "DmfA" in send[-1]
    assert "1 opmerking" in send[-1]


# --- every cent opens ----------------------------------------------------------------------------
def test_every_place_is_named_once_and_every_link_inside_arrives() -> None:
    tree = page()
    names = tree.xpath("//@id")
    assert len(names) == len(set(names))
    targets = {link[1:] for link in tree.xpath("//a/@href") if link.startswith("#")}
    targets |= {link[1:] for link in tree.xpath("//use/@href")}
    assert targets <= set(names)
    assert len(targets) > 250


def test_every_computed_line_of_a_payslip_opens_into_its_formula() -> None:
    tree = page()
    for place, payslip in enumerate(sample.payslips(), start=1):
        slip = tree.xpath(f"//details[@id='s{place}']")[0]
        computed = [
            line
            for line in payslip["lines"]
            if not payslip["explanation"]["facts"][line["key"]]["given"]
        ]
        opened = slip.xpath("./div/details[summary/*[@class='no']]")
        assert len(opened) == len(computed) == 9
        for fold, line in zip(opened, computed, strict=True):
            assert line["label"]["nl"] in words(fold.xpath("./summary")[0])
            told = payslip["explanation"]["facts"][line["key"]]
            formula = fold.xpath("./div/p[@class='f']")[0]
            assert told["shown"] in words(formula)
            for part in told["parts"]:
                assert part["text"] in words(formula)
                if part["caption"]:
                    assert part["caption"] in [words(each) for each in formula.xpath(".//small")]


def test_every_computed_fact_has_one_home_and_two_levels_at_most() -> None:
    tree = page()
    slip = tree.xpath("//details[@id='s2']")[0]
    facts = sample.payslips()[1]["explanation"]["facts"]
    computed = [key for key, told in facts.items() if not told["given"]]
    homes = slip.xpath(".//details[div[@class='why']]")
    assert len(homes) == len(computed)
    for home in homes:
        assert len(home.xpath("ancestor::details[div[@class='why']]")) <= 1


def test_a_fact_on_two_lines_opens_on_the_first_and_the_second_leads_there() -> None:
    slips = sample.payslips()[:1]
    slips[0]["lines"].insert(-1, slips[0]["lines"][4] | {"item": "14"})
    tree = html.document_fromstring(report_html(sample.report(), slips, "nl"))
    assert len(tree.xpath("//@id")) == len(set(tree.xpath("//@id")))
    [first, second] = tree.xpath("//*[@id='s1']//span[text()='Werkbonus'][../*[@class='no']]/..")
    assert second.xpath(".//a/@href") == [f"#{first.getparent().get('id')}"]


def test_an_amount_of_the_month_leads_to_its_explanation() -> None:
    row = page().xpath("//*[@id='m1']//tbody/tr")[0]
    net = row.xpath("./td/a")[-1]
    assert net.text == "2.323,42"
    home = page().xpath(f"//details[@id='{net.get('href')[1:]}']")[0]
    assert "Netto te betalen" in words(home.xpath("./summary")[0])
    assert "2.339,63" in words(home)


def test_what_is_paid_leads_to_the_month_whose_total_it_is() -> None:
    rows = section(page(), "pay").xpath(".//tbody/tr")
    links = [row.xpath(".//td//a/@href") for row in rows[:-1]]
    assert links[0] == ["#m1"]
    assert links[1] == ["#nsso"]
    assert all(links)
    odd = sample.report()["to_pay"]
    odd[0]["amount"] = "1.00"
    rows = section(page(to_pay=odd), "pay").xpath(".//tbody/tr")
    assert rows[0].xpath(".//td//a/@href") == []


def test_a_line_of_the_nsso_opens_into_the_people_it_sums() -> None:
    tree = page()
    shares = section(tree, "nsso").xpath("(.//ul[@class='shares'])[1]/li")
    assert len(shares) == len(sample.PEOPLE)
    first = shares[0].xpath(".//a")[0]
    home = tree.xpath(f"//details[@id='{first.get('href')[1:]}']")[0]
    assert "Gewone bijdragen" in words(home.xpath("./summary")[0])
    assert first.text in words(home)


def test_a_figure_of_the_law_shows_its_days_its_source_and_its_standing() -> None:
    row = page().xpath("//details[@id='s2']//tr[th='Loongrens S1']")[0]
    read = words(row)
    for part in (
        "2.013,64",
        "1 juli 2023",
        "31 december 2025",
        "secundaire bron",
        "RSZ-instructies",
    ):
        assert part in read
    assert row.xpath(".//use/@href") == ["#i-secondary"]


def test_an_explanation_says_why_how_it_rounds_and_by_which_article() -> None:
    home = page("en").xpath("//details[@id='s2']//div[@class='why'][contains(., '179,771266')]")
    read = words(home[-1])
    for part in ("Because", "Step by step", "Rounding", "Article", "rule since 1 July 2004"):
        assert part in read
    assert "The ceiling, less a share" in read
    assert home[-1].get("lang") == "nl"


def test_a_figure_of_the_explanation_is_written_as_the_explanation_shows_it() -> None:
    slips = sample.payslips()
    told = slips[0]["explanation"]["facts"]["employment_bonus_full_month[0]"]
    told["figures"][0] |= {"value": "0.1307", "shown": "13,07\u00a0%"}
    tree = html.document_fromstring(report_html(sample.report(), slips, "de"))
    assert tree.xpath("//td[text()='13,07\u00a0%']")
    assert not tree.xpath("//td[text()='0.1307']")


# --- one file that stands alone ------------------------------------------------------------------
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_asks_nothing_of_the_network(language: str) -> None:
    text = report_html(sample.report(), sample.payslips(), language)
    assert not re.search(r"(https?:)?//\w", text.replace("// ", ""))
    assert "url(" not in text
    assert "@import" not in text
    tree = html.document_fromstring(text)
    assert tree.get("lang") == language
    assert not tree.xpath("//link | //img | //iframe | //script/@src | //base | //form | //object")
    outward = [each for each in tree.xpath("//a/@href") if not each.startswith(("#", "./"))]
    assert outward == []


def test_the_only_script_is_the_one_that_the_policy_names() -> None:
    tree = page()
    [script] = tree.xpath("//script")
    digest = base64.b64encode(hashlib.sha256(script.text.encode()).digest()).decode()
    [policy] = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert f"script-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_wherever_it_stands(text: str) -> None:
    report, slips = sample.report(), sample.payslips()[:6]
    employer = report["employer"] | {"name": text}
    report |= {"employer": employer, "fingerprint": text, "weakest": [{"figure": text}]}
    report["weakest"][0]["standing"] = text
    report["findings"][0] |= {"message": text, "path": text, "rule": text, "anomaly": text}
    report["to_send"][0] |= {"who": text, "file": text}
    report["to_pay"][0] |= {"payee": text, "reference": text, "note": text}
    report["months"][0]["payslips"][0] |= {"name": text, "pdf": text}
    report["people"][0]["name"] = text
    report["control_sums"] = {text: text}
    slips[0]["worker"] |= {"name": text, "first_name": text}
    slips[0]["contracts"][0]["function"] = text
    slips[0]["lines"][0]["label"] = dict.fromkeys(LANGUAGES, text)
    told = slips[0]["explanation"]["facts"]["net_pay"]
    told |= {"name": text, "source": text, "rounding": [text]}
    told["parts"][0] |= {"text": text, "caption": text}
    told["figures"] = [sample.figure(text, text, text) | {"source": text}]

    written = report_html(report, slips, "nl")
    tree = html.document_fromstring(written)
    assert len(tree.xpath("//script")) == len(tree.xpath("//style")) == 1
    assert not tree.xpath("//img | //@onerror | //@onmouseover")
    assert not [link for link in tree.xpath("//a/@href") if link[:1] not in "#."]
    assert "49" not in words(tree.xpath("//h1")[0])
    assert " ".join(text.split()) in words(tree.xpath("//h1/bdi")[0])
    assert "</" not in tree.xpath("//style")[0].text


def test_a_reader_of_the_report_sees_no_whole_person_number_and_no_whole_account() -> None:
    text = report_html(sample.report(), sample.payslips(), "nl")
    assert "90010100137" not in text
    assert "BE68539007547034" not in text
    assert "INSZ •••••• ••• 37" in text
    assert "BE68 •••• •••• 7034" in text


# --- for every reader ----------------------------------------------------------------------------
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_one_title_landmarks_a_skip_link_and_no_skipped_heading(language: str) -> None:
    tree = page(language)
    assert len(tree.xpath("//h1")) == len(tree.xpath("//main")) == len(tree.xpath("//nav")) == 1
    assert tree.xpath("//body/a")[0].get("href") == f"#{tree.xpath('//main')[0].get('id')}"
    levels = [int(each.tag[1]) for each in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_heads_for_its_rows_and_columns() -> None:
    tables = page().xpath("//table")
    assert len(tables) > 20
    for table in tables:
        assert words(table.xpath("./caption")[0])
        assert table.xpath("./thead/tr/th[@scope='col']")
        for row in table.xpath("./tbody/tr"):
            assert len(row.xpath("./th[@scope='row']")) == 1


def test_a_standing_is_a_sign_and_a_word_never_a_colour_alone() -> None:
    for standing in page().xpath("//span[contains(@class, 'stand')]"):
        assert standing.xpath("./svg/use/@href")
        assert words(standing) in ("officieel", "secundaire bron", "afgeleid", "niet nagelezen")


def test_each_language_has_its_own_words_and_its_own_numbers() -> None:
    expected = {
        "nl": ("1e kwartaal 2025", "Wat niet klopt", "37.724,10", "vrijdag 14 maart 2025"),
        "fr": ("1er trimestre 2025", "Ce qui ne va pas", "37\u202f724,10", "vendredi 14 mars 2025"),
        "de": ("1. Quartal 2025", "Was nicht stimmt", "37.724,10", "Freitag, 14. März 2025"),
        "en": ("quarter 1 of 2025", "What looks wrong", "37,724.10", "Friday 14 March 2025"),
    }
    for language, parts in expected.items():
        text = report_html(sample.report(), sample.payslips(), language)
        for part in parts:
            assert part in text


def test_a_language_that_is_not_one_of_ours_is_refused() -> None:
    with pytest.raises(BadInput, match="nl, fr, de, en"):
        report_html(sample.report(), [], "it")


# --- the same, and no more than is needed --------------------------------------------------------
def test_the_same_report_is_the_same_text_here_and_in_another_process() -> None:
    here = hashlib.sha256(report_html(sample.report(), sample.payslips(), "fr").encode())
    script = (
        "import hashlib; from tests.documents import sample as s; "
        "from officium.documents import report_html as r; "
        "print(hashlib.sha256(r(s.report(), s.payslips(), 'fr').encode()).hexdigest())"
    )
    there = subprocess.run(
        [sys.executable, "-c", script], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert there.stdout.strip() == here.hexdigest()


def test_six_people_with_eighty_steps_a_month_stay_under_three_megabytes() -> None:
    slips = sample.payslips()
    for slip in slips:
        facts = slip["explanation"]["facts"]
        kinds = ("employment_bonus_full_month[0]", "taxable_pay", "net_granted")
        for n in range(80 - len(facts)):
            facts[f"step_{n}"] = copy.deepcopy(facts[kinds[n % 3]])
    text = report_html(sample.report(), slips, "de")
    assert 1_000_000 < len(text.encode()) < 3_000_000


def test_a_single_month_without_quarter_nsso_or_explanations_is_a_report_too() -> None:
    whole = sample.report()
    bare = {key: whole[key] for key in ("employer", "months")} | {"period": "2025-02"}
    del bare["months"][1:], bare["months"][0]["payment"]
    slips = sample.payslips()[:6]
    for slip in slips:
        del slip["explanation"]
    tree = html.document_fromstring(report_html(bare, slips, "de"))
    assert words(tree.xpath("//h1")[0]) == "Atelier Noordkaai bv, Februar 2025"
    assert not tree.xpath("//*[@id='nsso']")
    assert "nichts zu senden" in words(section(tree, "send"))
    assert "nichts zu zahlen" in words(section(tree, "pay"))
    links = [link[1:] for link in tree.xpath("//*[@id='m1']//td//a/@href")]
    assert set(links) <= set(tree.xpath("//@id"))
