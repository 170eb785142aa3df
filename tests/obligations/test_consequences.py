"""What late or wrong costs, as an officer would tell it to an employer."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from officium.engine import LawError
from officium.findings import BadInput
from officium.language import LANGUAGES
from officium.obligations import (
    GROUNDS,
    Breach,
    Consequence,
    Debtor,
    Kind,
    Sanction,
    consequences,
    duty,
    say_of_cost,
)

TODAY = date(2025, 12, 1)
BALANCE = duty("nsso_balance").sanction


def late_balance(done: date | None = date(2025, 6, 20), **more: Any) -> Breach:
    """12 000 euro of the first quarter of 2025, due on 30 April."""
    given: dict[str, Any] = {"unpaid": 12_000_00, "workers": 5, **more}
    return Breach(due=date(2025, 4, 30), done=done, counted_until=TODAY, **given)


def by_kind(lines: tuple[Consequence, ...]) -> dict[Kind, tuple[int | None, int | None]]:
    return {line.kind: (line.low, line.high) for line in lines}


def of_kind(kind: Kind, lines: tuple[Consequence, ...]) -> Consequence:
    (line,) = (line for line in lines if line.kind is kind)
    return line


def test_paid_on_the_last_day_costs_nothing() -> None:
    assert consequences(BALANCE, late_balance(date(2025, 4, 30))) == ()


def test_a_balance_fifty_one_days_late() -> None:
    lines = consequences(BALANCE, late_balance())
    assert by_kind(lines) == {
        Kind.SURCHARGE: (1_200_00, 1_200_00),
        Kind.INTEREST: (117_37, 117_37),
        Kind.ADMINISTRATIVE_FINE: (4_000_00, 40_000_00),
        Kind.CRIMINAL_FINE: (8_000_00, 80_000_00),
    }
    assert [line.owed_by for line in lines] == [Debtor.EMPLOYER] * 2 + [Debtor.OFFENDER] * 2
    assert "art. 218, 1°" in of_kind(Kind.CRIMINAL_FINE, lines).basis
    assert of_kind(Kind.SURCHARGE, lines).standing == "official"
    assert of_kind(Kind.INTEREST, lines).standing == "derived"


def test_a_balance_that_is_not_paid_yet_is_counted_until_today() -> None:
    today = of_kind(Kind.INTEREST, consequences(BALANCE, late_balance(None)))
    then = of_kind(Kind.INTEREST, consequences(BALANCE, late_balance(TODAY)))
    assert (today.high, today.asked) == (then.high, then.asked)
    # 215 days from 30 April: 840 x 215 / 365 = 494.79.
    assert today.high == 494_79


def test_who_usually_pays_in_time_may_be_forgiven_in_the_second_month() -> None:
    breach = late_balance(date(2025, 5, 31), grounds=frozenset({"pays_usually_in_time"}))
    surcharge, interest = consequences(BALANCE, breach)[:2]
    assert (surcharge.low, surcharge.high) == (0, 1_200_00)
    assert (interest.low, interest.high) == (0, 71_34)
    way = surcharge.waivers[0]
    assert (way.fact, way.percent, way.is_open) == (
        "is_waiver_for_early_payment_open",
        "100",
        True,
    )
    assert "art. 55 par. 1" in way.basis


def test_exceptional_circumstances_leave_half_and_three_quarters() -> None:
    grounds = frozenset({"are_circumstances_exceptional", "are_all_contributions_paid"})
    surcharge, interest = consequences(BALANCE, late_balance(grounds=grounds))[:2]
    # 117.37 less a quarter: 29.34.
    assert (surcharge.low, interest.low) == (600_00, 88_03)
    opened = {
        way.fact: way.percent for way in (*surcharge.waivers, *interest.waivers) if way.is_open
    }
    assert opened == {"is_waiver_for_circumstances_open": "25"}
    assert [way.percent for way in surcharge.waivers if way.is_open] == ["50"]


def test_every_ground_is_a_fact_that_opens_or_closes_something() -> None:
    assert {g for g in GROUNDS if g.startswith(("harms", "is_excluded"))} == {
        "harms_regular_financing",
        "is_excluded_from_waivers",
    }
    everything = frozenset(GROUNDS) - {"harms_regular_financing", "is_excluded_from_waivers"}
    open_to_all = late_balance(date(2025, 5, 31), grounds=everything)
    (surcharge, *_) = consequences(BALANCE, open_to_all)
    assert all(way.is_open for way in surcharge.waivers)
    excluded = late_balance(date(2025, 5, 31), grounds=everything | {"is_excluded_from_waivers"})
    (surcharge, *_) = consequences(BALANCE, excluded)
    assert not any(way.is_open for way in surcharge.waivers)
    assert surcharge.low == surcharge.high == 1_200_00


def test_advances_missed_cost_a_lump_sum_by_bracket() -> None:
    missed = Breach(
        due=date(2025, 3, 5), done=None, counted_until=TODAY, declared=30_000_00, workers=1
    )
    assert missed.quarter.first == date(2025, 1, 1)
    line = of_kind(Kind.LUMP_SUM, consequences(duty("nsso_provision").sanction, missed))
    assert (line.low, line.high, line.unknown) == (247_89, 247_89, "")


def test_of_unknown_contributions_the_least_and_the_most_bracket_are_told() -> None:
    missed = Breach(due=date(2025, 3, 5), done=None, counted_until=TODAY)
    line = of_kind(Kind.LUMP_SUM, consequences(duty("nsso_provision").sanction, missed))
    assert (line.low, line.high) == (123_95, 12_394_68)
    assert line.unknown == "contributions_not_known"


def test_a_late_declaration_and_one_that_the_nsso_made() -> None:
    never = Breach(
        due=date(2025, 4, 30), done=None, counted_until=TODAY, declared=20_000_00, lines_made=7
    )
    lines = consequences(duty("dmfa").sanction, never)
    assert [(line.fact, line.high) for line in lines if line.kind is Kind.LUMP_SUM] == [
        ("late_declaration_lump_sum", 495_79),
        ("own_motion_lump_sum", 78_00),
    ]


def test_a_declaration_in_time_that_the_nsso_corrects_costs_no_fine_for_lateness() -> None:
    corrected = Breach(
        due=date(2025, 4, 30), done=date(2025, 4, 20), counted_until=TODAY, lines_made=3
    )
    (line,) = consequences(duty("dmfa").sanction, corrected)
    assert (line.fact, line.low, line.high) == ("own_motion_lump_sum", 62_00, 62_00)


def test_a_late_declaration_of_unknown_contributions_has_no_upper_limit() -> None:
    late = Breach(due=date(2025, 4, 30), done=date(2025, 5, 2), counted_until=TODAY)
    line = of_kind(Kind.LUMP_SUM, consequences(duty("dmfa").sanction, late))
    assert (line.low, line.high, line.unknown) == (495_79, None, "contributions_not_known")


def test_a_deliberate_breach_raises_the_level_where_the_article_says_so() -> None:
    late = Breach(
        due=date(2026, 4, 30), done=None, counted_until=date(2026, 6, 1), is_deliberate=True
    )
    lines = consequences(duty("dmfa").sanction, late, provisional=True)
    # Level 4, and no higher minimum beside it: 300 to 3 500, times 10.
    assert of_kind(Kind.ADMINISTRATIVE_FINE, lines).low == 3_000_00
    assert of_kind(Kind.ADMINISTRATIVE_FINE, lines).high == 35_000_00


def test_a_deliberate_breach_of_level_4_has_half_of_the_maximum_as_its_least() -> None:
    missing = Breach(
        due=date(2026, 4, 30), done=None, counted_until=date(2026, 6, 1), is_deliberate=True
    )
    lines = consequences(duty("dimona_in").sanction, missing, provisional=True)
    assert of_kind(Kind.ADMINISTRATIVE_FINE, lines).low == 17_500_00
    assert of_kind(Kind.CRIMINAL_FINE, lines).low == 35_000_00


def test_work_without_dimona_costs_at_least_the_minimum_for_each_worker() -> None:
    missing = Breach(due=date(2024, 7, 10), done=None, counted_until=TODAY, workers=3)
    line = of_kind(Kind.SOLIDARITY_CONTRIBUTION, consequences(duty("dimona_in").sanction, missing))
    assert (line.low, line.high, line.unknown) == (10_392_03, None, "minimum_only")
    assert line.standing == "secondary"


def test_an_amount_that_no_document_gives_is_told_not_invented() -> None:
    missing = Breach(due=date(2025, 7, 10), done=None, counted_until=TODAY)
    line = of_kind(Kind.SOLIDARITY_CONTRIBUTION, consequences(duty("dimona_in").sanction, missing))
    assert (line.low, line.high, line.standing) == (None, None, "unknown")
    assert "solidarity_minimum is not known" in line.unknown
    assert line.explanation("en") is None


def test_what_is_only_remembered_of_a_legal_person_is_told_on_request() -> None:
    missing = Breach(due=date(2025, 7, 10), done=None, counted_until=TODAY, is_legal_person=True)
    line = of_kind(Kind.CRIMINAL_FINE, consequences(duty("dimona_in").sanction, missing))
    assert (line.low, line.high) == (None, None)
    line = of_kind(
        Kind.CRIMINAL_FINE, consequences(duty("dimona_in").sanction, missing, provisional=True)
    )
    assert (line.low, line.high, line.standing) == (24_000_00, 576_000_00, "recalled")


def test_a_secretariat_that_keeps_the_money_owes_the_interest_itself() -> None:
    kept = Breach(
        due=date(2025, 5, 21), done=date(2025, 5, 22), counted_until=TODAY, unpaid=100_000_00
    )
    (line,) = consequences(duty("css_transfer_balance").sanction, kept)
    assert (line.high, line.owed_by) == (68_49, Debtor.CERTIFIED)


def test_a_mandatary_in_default_is_told_beside_the_employer() -> None:
    lines = consequences(BALANCE, late_balance(has_mandatary=True))
    assert lines[0].owed_by is Debtor.EMPLOYER
    assert (lines[-1].key, lines[-1].owed_by, lines[-1].basis) == (
        "mandatary_lump_sum",
        Debtor.MANDATARY,
        "L 27-06-1969 art. 30",
    )


def test_before_the_levels_that_are_held_no_fine_is_told_as_an_amount() -> None:
    early = Breach(due=date(2024, 4, 30), done=date(2024, 5, 2), counted_until=TODAY, unpaid=100_00)
    lines = consequences(BALANCE, early)
    assert [line.kind for line in lines] == [Kind.SURCHARGE, Kind.INTEREST, Kind.OTHER]
    assert (lines[-1].key, lines[-1].low) == ("level_not_held", None)
    held = Breach(due=date(2024, 6, 30), done=None, counted_until=TODAY, unpaid=100_00)
    assert Kind.CRIMINAL_FINE in by_kind(consequences(BALANCE, held))


def test_a_civil_consequence_without_amounts_keeps_its_key() -> None:
    late = late_balance()
    (line,) = consequences(Sanction("official", civil="condition_of_certification"), late)
    assert (line.kind, line.key, line.high) == (Kind.OTHER, "condition_of_certification", None)
    assert consequences(Sanction("official"), late) == ()


def test_a_level_1_breach_has_no_criminal_fine() -> None:
    (line,) = consequences(Sanction("official", scc="201", level=1), late_balance())
    assert (line.kind, line.low, line.high) == (Kind.ADMINISTRATIVE_FINE, 80_00, 800_00)


def test_a_period_that_nobody_reviewed_is_refused_unless_provisional() -> None:
    late = Breach(due=date(2026, 4, 30), done=date(2026, 5, 2), counted_until=TODAY, unpaid=100_00)
    with pytest.raises(LawError, match="reviewed") as refused:
        consequences(BALANCE, late)
    assert refused.value.code == "not_reviewed"
    assert consequences(BALANCE, late, provisional=True)[0].unreviewed


def test_the_quarter_is_that_of_the_month_before_unless_it_is_told() -> None:
    assert str(late_balance().quarter) == "2025Q1"
    assert str(Breach(due=date(2025, 2, 5), done=None, counted_until=TODAY).quarter) == "2025Q1"
    assert str(Breach(due=date(2025, 1, 5), done=None, counted_until=TODAY).quarter) == "2024Q4"
    other = late_balance().quarter.before(2)
    assert late_balance(of=other).quarter == other


def test_the_explanation_of_a_line_speaks_every_language() -> None:
    interest = of_kind(Kind.INTEREST, consequences(BALANCE, late_balance()))
    names = set()
    for language in LANGUAGES:
        told = interest.explanation(language)
        assert told is not None
        root = told["facts"][told["root"]]
        assert root["value"] == "117.37"
        names.add(root["name"])
    assert len(names) == len(LANGUAGES)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"grounds": frozenset({"asks_nicely"})}, "asks_nicely is no ground"),
        ({"workers": 0}, "one worker or more"),
        ({"unpaid": -1}, "not below zero"),
    ],
)
def test_a_breach_that_cannot_be_is_refused(words: dict[str, Any], said: str) -> None:
    with pytest.raises(BadInput, match=said):
        late_balance(**words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_and_debtor_has_a_name(language: str) -> None:
    for section, words in (("kind", Kind), ("debtor", Debtor)):
        for word in words:
            assert say_of_cost(section, word, language).strip()
