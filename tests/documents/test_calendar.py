"""The month as a picture: on paper and in the report, read back; every day where it belongs."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from officium.documents import day_told, days_of_absence, payslip_pdf, report_html
from officium.documents.calendar import letters, picture
from officium.documents.labels import Labels, table
from officium.language import LANGUAGES

from . import sample
from .reading import words
from .sample_calendar import code, contract, days, ill, overtime, slip
from .test_payslip import PERSON_OF, poppler, text


def report(*slips: dict[str, Any], language: str = "nl") -> Any:
    """The report of some payslips of January as a tree."""
    return html.document_fromstring(report_html(sample.report(), list(slips), language))


# --- where a day stands --------------------------------------------------------------------------
@given(st.integers(2022, 2028), st.integers(1, 12))
def test_every_day_stands_once_under_its_day_of_the_week(year: int, month: int) -> None:
    calendar = days(f"{year}-{month:02}", {})
    shown = picture(contract(calendar, days_worked="20.00"), {}, Labels("nl"))
    assert all(len(week) == 7 for week in shown["weeks"])
    assert len(shown["weeks"]) == len(shown["numbers"]) <= 6
    held = [
        (number, place, cell["day"])
        for number, week in zip(shown["numbers"], shown["weeks"], strict=True)
        for place, cell in enumerate(week)
        if cell
    ]
    assert [day for *_, day in held] == [day["day"] for day in calendar]
    for number, place, day in held:
        of = date.fromisoformat(day).isocalendar()
        assert (int(number), place + 1) == (of.week, of.weekday)


def test_a_month_of_31_days_from_a_sunday_has_six_weeks() -> None:
    shown = picture(contract(days("2023-10", {}), days_worked="22.00"), {}, Labels("nl"))
    assert [[cell["number"] if cell else "" for cell in week] for week in shown["weeks"]][0::5] == [
        ["", "", "", "", "", "", "1"],
        ["30", "31", "", "", "", "", ""],
    ]


@given(st.lists(st.sampled_from(sorted(table()["time"])), unique=True), st.sampled_from(LANGUAGES))
def test_no_two_codes_of_a_calendar_have_the_same_letter(names: list[str], language: str) -> None:
    calendar = days("2025-01", {2: [code(name, "1.00") for name in names]})
    given = letters([contract(calendar)], Labels(language))
    assert set(given) == set(names) - {"worked"}
    assert len(set(given.values())) == len(given)


def test_a_letter_is_the_first_of_a_word_of_its_name_where_it_is_free() -> None:
    """Two illnesses in one month: ziekte, gewaarborgd loon and ziekte, uitkering; one is Z."""
    codes = {8: [code("sickness_paid")], 9: [code("sickness_unpaid")], 10: [code("strike")]}
    given = letters([contract(days("2025-01", codes))], Labels("nl"))
    assert given == {"sickness_paid": "Z", "sickness_unpaid": "U", "strike": "S"}


# --- on paper ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", ("Kalender, januari 2025", "Z Ziekte, gewaarborgd loon 1 ja 1 15,20")),
        ("fr", ("Calendrier, janvier 2025", "M Maladie, salaire garanti 1 oui 1 15,20")),
        ("de", ("Kalender, Januar 2025", "K Krankheit, garantierter Lohn 1 ja 1 15,20")),
        ("en", ("Calendar, January 2025", "I Illness, guaranteed pay 1 yes 1 15.20")),
    ],
)
def test_the_paper_shows_each_day_with_its_code(language: str, told: tuple[str, ...]) -> None:
    found = ill()
    found["worker"] = sample.payslip(PERSON_OF[language])["worker"]
    read = text(payslip_pdf(found), layout=False)
    for part in told:
        assert part in read
    letter = told[1].split()[0]
    assert re.search(rf"\b8 {letter} 9 {letter} 10 \w ", read)


def test_an_unpaid_day_and_a_part_of_a_day_are_told_in_words_and_hours() -> None:
    codes = {15: [code("worked", "4.00"), code("unpaid_leave", "3.60")], 16: [code("strike")]}
    read = text(payslip_pdf(slip(days("2025-01", codes))), layout=False)
    assert re.search(r"\b15 V\s?3,60 16 S\b", read)
    assert "Verlof zonder loon 30 nee 1 3,60" in read
    assert "Staking of lock-out 21 nee 1 7,60" in read


def test_hours_paid_by_a_line_of_their_own_say_so() -> None:
    """Overtime stands on its day; where nothing but work happened there is no calendar at all."""
    codes = {15: [code("worked"), overtime("2.00")], 16: [code("strike")], 18: [overtime("3.25")]}
    read = text(payslip_pdf(slip(days("2025-01", codes))), layout=False)
    assert "+O Overuren, 50 % 1 aparte lijn · 5,25" in read
    assert re.search(r"\b15 ?\+O\s2 ?16 ?S ?17 ?18 ?\+O\s3,25 ?19\b", read)
    del codes[16]
    assert "Kalender" not in text(payslip_pdf(slip(days("2025-01", codes))))


def test_a_month_with_an_illness_is_still_one_page() -> None:
    assert re.search(r"^Pages:\s+1$", poppler("pdfinfo", payslip_pdf(ill())), re.M)


def test_a_calendar_is_not_torn_over_two_pages() -> None:
    for added in range(6, 12):
        long = ill()
        long["lines"][2:2] = [
            sample.line("7a", f"premiums[{n}]", "premium", 1_000 + n, "+") for n in range(added)
        ]
        pages = poppler("pdftotext", payslip_pdf(long), "-layout", "-").split("\f")
        (page,) = (page for page in pages if "Kalender, januari" in page)
        assert re.search(r"27\s+28\s+29\s+30\s+31\s", page)


def test_two_contracts_have_a_calendar_each_that_names_the_work() -> None:
    """One ends on the 14th, the other begins on the 15th; the second has no absence, so no picture."""
    twice = slip(days("2025-01", {8: [code("strike")]}, within=range(1, 15)))
    second = twice["contracts"][0] | {"number": 2, "function": "nachtwaker"}
    twice["contracts"].append(second)
    read = text(payslip_pdf(twice))
    assert "Kalender, januari 2025 · boekhouder" in read
    assert "Kalender, januari 2025 · nachtwaker" in read
    second |= contract(days("2025-01", {}, within=range(15, 32)))
    assert "nachtwaker" not in text(payslip_pdf(twice)).partition("Kalender")[2]


# --- in the report -------------------------------------------------------------------------------
def test_each_day_of_absence_leads_to_why_it_is_paid_or_not() -> None:
    tree = report(ill())
    linked = tree.xpath("//table[@class='weeks']//a")
    assert [words(link) for link in linked] == [
        "Z ziekte, gewaarborgd loon",
        "Z ziekte, gewaarborgd loon",
        "U ziekte, uitkering",
        "\u2013 dag van een afwezigheid zonder uren",
        "\u2013 dag van een afwezigheid zonder uren",
        "U ziekte, uitkering",
    ]
    homes = [tree.xpath(f"//details[@id='{link.get('href')[1:]}']")[0] for link in linked]
    assert words(homes[0].xpath("./summary")[0]) == (
        "woensdag 8 januari: ziekte, gewaarborgd loon 7,60 uren"
    )
    assert "Reden: Dag met gewaarborgd loon." in words(homes[0])
    assert "Geen uitzondering geldt voor deze dag" in words(homes[2])
    assert "ging geen uur verloren" in words(homes[3])
    for home, shown in zip(homes, ("ja", "ja", "nee", "nee", "nee", "nee"), strict=True):
        [step] = home.xpath("./div/div/details")
        assert words(step.xpath("./summary")[0]) == f"Dag met gewaarborgd loon {shown}"
        assert "Wet 03-07-1978 art. 70" in words(step)


def test_every_fact_of_the_absences_has_one_home_that_its_link_reaches() -> None:
    """Three levels for each of six days: the flag, what it uses inside it, the rest as further steps."""
    tree = report(ill())
    [why] = tree.xpath("//details[./summary[contains(., 'elk van de 6 dagen')]]")
    homes = why.xpath(".//details[div[@class='why']]")
    assert len(homes) == len({home.get("id") for home in homes}) == 3 * 6
    links = why.xpath(".//p[@class='f']/a/@href")
    assert len(links) == 2 * 6
    assert {link[1:] for link in links} <= {home.get("id") for home in homes}
    assert "Nog 6 tussenstappen" in words(why)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_calendar_keeps_the_rules_of_the_page(language: str) -> None:
    """Names once, no dead links, captions, one head a row; a ground never speaks alone."""
    tree = report(ill(), slip(days("2025-01", {}), person=1), language=language)
    names = tree.xpath("//@id")
    assert len(names) == len(set(names))
    targets = {link[1:] for link in tree.xpath("//a/@href") if link.startswith("#")}
    assert targets <= set(names)
    for place in tree.xpath("//table[@class='weeks' or @class='codes' or @class='who-when']"):
        assert words(place.xpath("./caption")[0])
        for row in place.xpath("./tbody/tr"):
            assert len(row.xpath("./th[@scope='row']")) == 1
    for piece in tree.xpath("//td/*[contains(@class, 'pc ')]"):
        assert words(piece)
    legend = words(tree.xpath("//table[@class='codes']")[0])
    for name in ("sickness_paid", "sickness_unpaid"):
        assert table()["time"][name][language].lower() in legend.lower()


def test_who_was_absent_when_is_one_row_a_worker_and_one_column_a_day() -> None:
    late = days("2025-01", {}, within=range(13, 32))
    tree = report(ill(), slip(late, person=1), slip(days("2025-01", {}), person=2))
    [shown] = tree.xpath("//table[@class='who-when']")
    assert len(shown.xpath("./thead/tr/th")) == 1 + 31
    rows = {words(row.xpath("./th")[0]): row.xpath("./td") for row in shown.xpath("./tbody/tr")}
    assert len(rows) == 3
    assert {len(cells) for cells in rows.values()} == {31}
    first, second, third = rows.values()
    assert [day for day, each in enumerate(first, 1) if words(each)] == list(range(8, 14))
    assert [day for day, each in enumerate(second, 1) if words(each)] == list(range(1, 13))
    assert words(second[0]) == "× niet in dienst"
    assert not any(map(words, third))
    below = words(shown.getparent().getnext())
    assert "Z ziekte, gewaarborgd loon" in below and "× niet in dienst" in below


def test_a_month_in_which_all_worked_has_no_calendar() -> None:
    tree = report(slip(days("2025-01", {})), sample.payslip(1))
    assert not tree.xpath("//table[@class='weeks' or @class='who-when']")


def test_hostile_words_of_a_payslip_stay_words_in_the_calendar() -> None:
    found = ill()
    hostile = "<script>alert(1)</script>"
    found["absences"][0]["kinds"]["sickness"] = dict.fromkeys(LANGUAGES, hostile)
    found["absences"][0]["flags"]["is_paid_day"] = dict.fromkeys(LANGUAGES, hostile)
    found["contracts"].append(found["contracts"][0] | {"number": 2, "function": hostile})
    found["contracts"][0]["calendar"][7]["codes"][0]["code"] = hostile
    tree = report(found)
    assert len(tree.xpath("//script")) == 1
    assert hostile in words(tree)


# --- a day in words ------------------------------------------------------------------------------
def test_a_day_says_its_codes_and_what_was_asked_of_it() -> None:
    [told] = day_told(ill(), "2025-01-10", "en")
    assert told["name"] == "Friday 10 January"
    assert [(one["code"], one["time"]) for one in told["codes"]] == [
        ("sickness_unpaid", "7.60 hours")
    ]
    assert told["keys"] == ["is_paid_day[2]"]
    assert told["why"] == [
        "Relapse of the illness of 2 January to 4 January 2025, which used 3 days; day 6 of guaranteed pay.",
        "No exception applies to this day: it has the ordinary code of this absence.",
    ]
    assert told["not_so"] == ["Dag met gewaarborgd loon"]
    assert told["own"]["declared"].startswith("Working-time code 50 of the declaration; not paid")
    assert day_told(ill(), "2025-02-01", "en") == []


def test_of_several_questions_the_one_that_holds_stands_first() -> None:
    """Whether Wednesday the 8th is a public holiday was asked before, and is not so."""
    found = ill()
    facts = found["absences"][0]["explanation"]["facts"]
    facts["is_public_day[0]"] = facts["is_paid_day[2]"] | {"name": "Feestdag", "uses": []}
    found["absences"][0]["asked"][0] = ["is_public_day", "is_paid_day"]
    found["absences"][0]["flags"]["is_public_day"] = dict.fromkeys(LANGUAGES, "Feestdag")
    [told] = day_told(found, "2025-01-08", "nl")
    assert told["keys"] == ["is_paid_day[0]", "is_public_day[0]"]
    assert told["why"][-1] == "Reden: Dag met gewaarborgd loon."
    assert (told["decides"], told["not_so"]) == ("is_paid_day[0]", ["Feestdag"])
    [home] = report(found).xpath("//details[@id='s1c1-2025-01-08']")
    steps = [words(step) for step in home.xpath("./div/div/details/summary")]
    assert steps == ["Dag met gewaarborgd loon ja", "Feestdag nee"]


def test_hours_of_a_line_name_it() -> None:
    codes = {15: [code("worked"), overtime("2.00")]}
    [told] = day_told(slip(days("2025-01", codes)), "2025-01-15", "de")
    assert told["codes"][1]["declared"].endswith("bezahlt mit der Zeile „Lijn overtime_50“.")


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2025-01-04", "Not a day of the schedule."),
        ("2025-01-06", "No absence in the records"),
        ("2025-01-27", "There was no contract on that day."),
    ],
)
def test_a_day_without_absence_says_so(day: str, why: str) -> None:
    [told] = day_told(slip(days("2025-01", {}, within=range(1, 20))), day, "en")
    assert told["why"][0].startswith(why)


def test_the_days_of_absence_are_all_days_of_it() -> None:
    found = days_of_absence(ill(), "nl")
    assert [one["day"][-2:] for one in found] == ["08", "09", "10", "11", "12", "13"]
    assert [one["own"] is None for one in found] == [False, False, False, True, True, False]
