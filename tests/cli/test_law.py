"""`officium law`: what stands in the law book, for a person and for a program."""

from __future__ import annotations

import pytest

from officium.law import belgium, shelf_names

from .conftest import Speak

BONUS = "social_security/employment_bonus"


def test_list_names_every_shelf_with_what_it_holds(officium: Speak) -> None:
    shelves = officium("law", "list", "--json").json
    assert [shelf["shelf"] for shelf in shelves] == list(shelf_names())
    bonus = next(shelf for shelf in shelves if shelf["shelf"] == BONUS)
    assert bonus["titles"]["nl"] == "Werkbonus"
    assert bonus["clock"] == "on"
    assert (bonus["reviewed_from"], bonus["reviewed_until"]) == ("2022-01-01", "2025-12-31")
    assert bonus["rules"] > 10 and bonus["figures"] >= 6 and bonus["examples"] > 0
    text = officium("law", "list", "--in", "nl").out
    assert f"{BONUS}  Werkbonus\n" in text
    assert text.count("; nagekeken van 20") == len(shelves)


def test_facts_prints_the_whole_glossary(officium: Speak) -> None:
    facts = {fact["name"]: fact for fact in officium("law", "facts", "--json").json}
    assert facts.keys() == belgium().facts.keys()
    gross = facts["gross_pay"]
    assert (gross["kind"], gross["unit"], gross["decimals"]) == ("cents", "EUR", 2)
    assert gross["grain"] == ["contract-month"]
    assert gross["established"] and gross["contract"]
    assert gross["names"] == {
        "nl": "Brutoloon",
        "fr": "Rémunération brute",
        "de": "Bruttolohn",
        "en": "Gross pay",
    }
    assert facts["bonus_days_paid"]["default"] == "bonus_days_possible"
    assert facts["spouse_income"]["codes"] == ["none", "small_income", "small_pension", "full"]
    assert not facts["spouse_income"]["established"]
    assert facts["ordinary_contribution"]["zone"] == "00085"
    text = officium("law", "facts", "--in", "fr").out
    assert "gross_pay  Rémunération brute\n" in text


def test_show_a_rule_with_its_texts_its_needs_and_its_users(officium: Speak) -> None:
    told = officium("law", "show", "fiscal_employment_bonus", "--json").json
    assert told["fact"]["name"] == "fiscal_employment_bonus"
    (rule,) = told["rules"]
    first, second = rule["versions"]
    assert (first["since"], first["until"]) == ("2022-01-01", "2024-03-31")
    assert (second["since"], second["until"]) == ("2024-04-01", None)
    assert second["name"] == "fiscal_employment_bonus_in_two_parts"
    assert second["source"].startswith("ITC 92 art. 289ter/1")
    assert second["formula"][-1] == "return low_wages + very_low_wages"
    needs = {need.get("fact") or need["figure"] for need in second["needs"]}
    assert needs == {
        "employment_bonus_a",
        "employment_bonus_b",
        "fiscal_bonus_rate_a",
        "fiscal_bonus_rate_b",
    }
    assert told["users"]
    for user in told["users"]:
        rules = officium("law", "show", user, "--json").json["rules"]
        versions = [version for rule in rules for version in rule["versions"]]
        assert any(
            need.get("fact") == "fiscal_employment_bonus"
            for version in versions
            for need in version["needs"]
        )


def test_show_on_a_day_tells_only_what_is_in_force(officium: Speak) -> None:
    told = officium("law", "show", "fiscal_employment_bonus", "--on", "2023-07-01", "--json").json
    (version,) = told["rules"][0]["versions"]
    assert version["name"] == "fiscal_employment_bonus"
    (rate,) = version["needs"][1]["values"]
    assert rate["value"] == "0.3314"
    text = officium("law", "show", "employment_bonus_b_full_month", "--on", "2023-07-01").out
    assert "no text of the law on 2023-07-01" in text


def test_show_a_figure_with_its_history_without_a_gap(officium: Speak) -> None:
    told = officium("law", "show", "bonus_a_scale", "--json").json
    assert (told["figure"], told["shelf"]) == ("bonus_a_scale", BONUS)
    assert told["users"] == ["employment_bonus_a_full_month"]
    starts = [entry["from"] for entry in told["history"]]
    assert starts == sorted(starts)
    july = next(entry for entry in told["history"] if entry["from"] == "2023-07-01")
    assert july["value"][1]["base"] == "262.16 EUR"
    assert july["value"][1]["slope"] == "0.2579"
    assert july["standing"] == "secondary" and july["source"]
    assert july["until"] == "2023-10-31"
    (only,) = officium("law", "show", "bonus_a_scale", "--on", "2023-08-15", "--json").json[
        "history"
    ]
    assert only == july


@pytest.mark.parametrize("name", sorted({*belgium().facts, *belgium().figures}))
def test_everything_can_be_shown(officium: Speak, name: str) -> None:
    assert officium("law", "show", name, "--in", "de").out.startswith(f"{name}  ")


def test_show_does_not_know_a_name_and_says_which_are_near(officium: Speak) -> None:
    assert officium("law", "show", "employment_bonsu").refusal.startswith(
        "employment_bonsu is neither a fact nor a figure; did you mean employment_bonus"
    )
    told = officium("law", "show", "zzz", "--json")
    assert told.status == 2
    assert told.json["error"]["code"] == "unknown_fact"


def test_diff_tells_what_changed_between_two_days(officium: Speak) -> None:
    told = officium("law", "diff", "2024-03-31", "2024-04-01", "--json").json
    assert (told["from"], told["to"]) == ("2024-03-31", "2024-04-01")
    rules = {rule["fact"]: rule for rule in told["rules"]}
    assert rules["fiscal_employment_bonus"]["old"]["name"] == "fiscal_employment_bonus"
    assert rules["fiscal_employment_bonus"]["new"]["name"] == "fiscal_employment_bonus_in_two_parts"
    assert rules["employment_bonus_b_full_month"]["old"] is None
    figures = {figure["figure"]: figure for figure in told["figures"]}
    assert figures["fiscal_bonus_rate_b"]["old"] is None
    assert figures["fiscal_bonus_rate_b"]["new"]["value"] == "0.5254"
    assert figures["bonus_a_scale"]["old"]["value"] != figures["bonus_a_scale"]["new"]["value"]
    text = officium("law", "diff", "2024-03-31", "2024-04-01").out
    assert "    + fiscal_employment_bonus_in_two_parts: A share of each part" in text


def test_diff_of_a_day_with_itself_is_nothing(officium: Speak) -> None:
    said = officium("law", "diff", "2025-01-01", "2025-01-01", "--in", "nl")
    assert said.out == "niets verschilt\n"
    told = officium("law", "diff", "2025-01-01", "2025-01-01", "--json").json
    assert told["figures"] == told["rules"] == []


def test_diff_backwards_is_the_same_the_other_way_round(officium: Speak) -> None:
    days = ("2022-03-31", "2024-04-01")
    there = officium("law", "diff", *days, "--json").json
    back = officium("law", "diff", *reversed(days), "--json").json
    for kind in ("figures", "rules"):
        assert there[kind] == [one | {"old": one["new"], "new": one["old"]} for one in back[kind]]
        assert there[kind]


def test_audit_counts_every_needed_figure_of_every_quarter(officium: Speak) -> None:
    told = officium("law", "audit", "--json").json
    quarters = {row["quarter"] for row in told["coverage"]}
    assert len(quarters) == 20
    assert len(told["coverage"]) == 20 * len(shelf_names())
    bonus = {row["quarter"]: row for row in told["coverage"] if row["shelf"] == BONUS}
    assert bonus["2025Q1"]["reviewed"] and not bonus["2026Q1"]["reviewed"]
    # Before April 2024 there was no part B, so its scales were not needed.
    grades = ("official", "secondary", "derived", "recalled", "unknown", "missing")
    needed = {quarter: sum(row[grade] for grade in grades) for quarter, row in bonus.items()}
    assert needed["2025Q1"] == needed["2024Q1"] + 2
    weak = {(w["figure"], w["standing"]): w["quarters"] for w in told["weakest"]}
    assert weak["care_amount", "recalled"] == ["2023Q1", "2023Q2", "2023Q3", "2023Q4"]
    standings = [w["standing"] for w in told["weakest"]]
    assert standings == sorted(standings, key=grades.index, reverse=True)


def test_audit_of_one_quarter_in_words(officium: Speak) -> None:
    text = officium("law", "audit", "--from", "2023Q1", "--to", "2023Q4", "--in", "nl").out
    assert text.splitlines()[0].split() == [
        *("kwartaal", "plank", "officieel", "secundaire", "bron", "afgeleid", "niet", "nagelezen"),
        *("onbekend", "ontbreekt"),
    ]
    assert "    care_amount: niet nagelezen (2023Q1-2023Q4)\n" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show",), "Missing argument 'NAME'"),
        (("show", "gross_pay", "--on", "yesterday"), "'yesterday' is not a day like 2025-01-31"),
        (("diff", "2025-01-01"), "Missing argument 'DAY2'"),
        (("diff", "2025-01-01", "2025-02-30"), "'2025-02-30' is not a day like 2025-01-31"),
        (("audit", "--from", "2025"), "'2025' is not a quarter like 2025Q1"),
        (("audit", "--from", "2026Q1", "--to", "2025Q4"), "2026Q1 comes after --to 2025Q4"),
        (("audit", "--to", "0000Q1"), "'0000Q1' is not a quarter like 2025Q1"),
        (("lists",), "No such command 'lists'"),
    ],
)
def test_wrong_use_is_one_line_or_one_document(
    officium: Speak, arguments: tuple[str, ...], message: str
) -> None:
    assert message in officium("law", *arguments).refusal
    refused = officium("law", *arguments, "--json")
    assert refused.status == 2
    assert message in refused.json["error"]["message"]
    assert refused.json["error"]["code"] == "usage"
