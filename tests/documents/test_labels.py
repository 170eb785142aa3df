"""Every word of the documents exists in all four languages, is used, and has the same places."""

from __future__ import annotations

import re
from pathlib import Path

from officium.documents.labels import Labels, table
from officium.language import LANGUAGES
from officium.payroll.individual_account import AMOUNTS
from officium.payroll.records import TIME_CODES

ROOM = Path(__file__).resolve().parents[2] / "officium" / "documents"
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted([*ROOM.glob("*.py"), *ROOM.glob("templates/*.html")])
)
PLACE = re.compile(r"\{\w+\}")
# Sections whose labels are looked up by a code of the data.
BY_CODE = {"status", "standing", "severity", "send", "pay", "amount", "weekday", "unit"}
BY_CODE |= {"civil_status", "time", "basic"}


def labels() -> list[tuple[str, str, dict[str, str]]]:
    return [
        (section, label, words)
        for section, members in table().items()
        for label, words in members.items()
    ]


def test_every_label_speaks_the_four_languages_and_only_those() -> None:
    for section, label, words in labels():
        assert sorted(words) == sorted(LANGUAGES), f"{section}.{label}"
        assert all(each.strip() for each in words.values()), f"{section}.{label}"


def test_every_label_has_the_same_places_in_every_language() -> None:
    for section, label, words in labels():
        places = {tuple(sorted(PLACE.findall(each))) for each in words.values()}
        assert len(places) == 1, f"{section}.{label}"


def test_every_label_is_used_by_a_document() -> None:
    dynamic = {"due", "social_security", "tax", "net", "period", "work", "schedule", "basic_pay"}
    dynamic |= {
        "per_hour",
        "per_month",
        "per_month_net",
        "per_day",
        "per_piece",
        "contributions",
        "reductions",
    }
    # Of the individual account: bodies, natures, sexes, kinds of time and sums, by their code.
    dynamic |= {"holiday_fund", "accident_insurance", "family_allowance_fund", "social_secretariat"}
    dynamic |= {"indefinite", "fixed_term", "sex_M", "sex_F", "worked", "counted", "not_counted"}
    dynamic |= {"days", "hours", *AMOUNTS}
    for section, label, _ in labels():
        if section in BY_CODE or label in dynamic:
            continue
        name = f"{section}.{re.sub('_(one|many)$', '', label)}"
        assert name in SOURCES, f"{name} is printed nowhere"


def test_every_label_that_a_document_asks_for_exists() -> None:
    asked = re.findall(r"""say\(\s*["'](\w+)\.(\w+)["'](?!\s*~)""", SOURCES)
    asked += [(s, f"{k}_one") for s, k in re.findall(r'say\.counted\("(\w+)\.(\w+)"', SOURCES)]
    assert len(asked) > 80
    for section, label in asked:
        assert label in table()[section], f"{section}.{label}"


def test_french_keeps_its_high_signs_with_the_word_before_them() -> None:
    for section, label, words in labels():
        assert not re.search(r"[^\u202f][:;?!]", words["fr"]), f"{section}.{label}"


def test_french_counts_nought_as_one() -> None:
    assert Labels("fr").counted("report.payslips", 0) == "0 fiche de paie"
    assert Labels("nl").counted("report.payslips", 0) == "0 loonbrieven"
    assert Labels("en").counted("report.payslips", 1) == "1 payslip"


def test_every_code_of_time_has_a_name_for_the_individual_account() -> None:
    assert set(TIME_CODES) == set(table()["time"])
