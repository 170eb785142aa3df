"""The life of a mandate: draft, signed, notified, in force, ended, the duty to inform, closed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from officium.findings import BadInput
from officium.language import LANGUAGES
from officium.law import Quarter
from officium.representation import (
    Act,
    Group,
    Mandate,
    MandateRefused,
    Operator,
    OperatorKind,
    State,
)

from .people import (
    BAKERY,
    BUREAU,
    COLLECTING,
    MERIDIAAN,
    WORKSHOP,
    day,
    drafted,
    happens,
    notified,
    running,
    signed,
)

ENDS = ("revoked", "end_notified")
UNTIL_JUNE = running(last_day=day("2025-06-30"))


def refused(code: str, *, article: str = "") -> Any:
    """The refusal that is expected: its code, and the article that it cites."""
    return pytest.raises(
        MandateRefused, match=article.replace(".", r"\.") or None, check=code_is(code)
    )


def code_is(code: str) -> Any:
    return lambda error: error.code == code


def test_a_whole_life_day_by_day() -> None:
    mandate = happens(drafted(BUREAU), "signed", "2024-11-20", WORKSHOP)
    mandate = happens(mandate, "signed", "2024-11-22")
    mandate = happens(mandate, "notified", "2024-12-02")
    mandate = happens(mandate, "revoked", "2025-08-11", WORKSHOP, "2025-09-30")
    mandate = happens(mandate, "end_notified", "2025-08-13", last="2025-09-30")
    mandate = happens(mandate, "taken_over", "2025-09-15", MERIDIAAN.enterprise_number)
    assert {text: mandate.state(day(text)) for text in (
        "2024-11-19", "2024-11-20", "2024-11-22", "2024-12-02", "2024-12-31", "2025-01-01",
        "2025-08-11", "2025-08-13", "2025-09-30", "2025-10-01", "2028-10-31", "2028-11-01",
    )} == {
        "2024-11-19": State.DRAFT,
        "2024-11-20": State.SIGNED_BY_ONE,
        "2024-11-22": State.SIGNED_BY_BOTH,
        "2024-12-02": State.NOTIFIED,
        "2024-12-31": State.NOTIFIED,
        "2025-01-01": State.ACTIVE,
        "2025-08-11": State.ACTIVE,
        "2025-08-13": State.END_NOTIFIED,
        "2025-09-30": State.END_NOTIFIED,
        "2025-10-01": State.INFORMATION_DUTY,
        # The third quarter of 2025 is paid by 31 October 2025, and prescribed three years later.
        "2028-10-31": State.INFORMATION_DUTY,
        "2028-11-01": State.CLOSED,
    }  # fmt: skip


def test_without_a_new_mandatary_nobody_is_informed() -> None:
    mandate = happens(running(), "renounced", "2025-03-03", last="2025-03-31")
    assert mandate.state(day("2025-04-01")) is State.ENDED
    assert mandate.state(day("2028-04-30")) is State.ENDED
    assert mandate.state(day("2028-05-01")) is State.CLOSED


def test_an_end_agreed_at_the_start_needs_no_further_step() -> None:
    mandate = running(last_day=day("2025-06-30"))
    assert mandate.state(day("2025-06-30")) is State.ACTIVE
    assert mandate.state(day("2025-07-01")) is State.ENDED


def test_a_tax_mandate_ends_without_quarters_to_inform_on() -> None:
    mandate = running(BUREAU, tasks=[Act.DECLARE_WITHHOLDING_TAX], group=Group.TAX)
    mandate = happens(mandate, "renounced", "2025-03-03", last="2025-03-31")
    assert mandate.state(day("2039-01-01")) is State.ENDED


def test_a_tax_mandate_runs_from_its_registration_where_that_is_later() -> None:
    mandate = drafted(BUREAU, tasks=[Act.DECLARE_TAX_SHEETS], group=Group.TAX)
    mandate = notified(mandate, "2025-02-10")
    assert mandate.state(day("2025-02-09")) is State.DRAFT
    assert mandate.state(day("2025-02-10")) is State.ACTIVE


def test_before_it_begins_it_is_withdrawn_for_good() -> None:
    mandate = happens(running(), "revoked", "2024-12-20", WORKSHOP)
    assert mandate.state(day("2024-12-19")) is State.NOTIFIED
    assert mandate.state(day("2024-12-20")) is State.CLOSED
    assert mandate.state(day("2025-01-01")) is State.CLOSED
    with refused("not_now"):
        happens(mandate, "notified", "2024-12-21")


def test_it_starts_and_ends_with_a_quarter() -> None:
    with refused("start_inside_quarter", article="art. 31quater par. 3") as start:
        drafted(first="2025-02-01")
    assert "1 April 2025" in start.value.remedy("en")
    with refused("end_inside_quarter", article="art. 31quater par. 3"):
        drafted(last_day=day("2025-06-29"))
    with refused("end_inside_quarter") as end:
        happens(running(), "revoked", "2025-02-10", WORKSHOP, "2025-02-28")
    assert "31 maart 2025" in end.value.remedy("nl")


def test_it_is_notified_before_it_begins() -> None:
    mandate = signed(drafted(), "2024-12-02")
    assert happens(mandate, "notified", "2024-12-31").state(day("2025-01-01")) is State.ACTIVE
    with refused("notified_late", article="Act 29-06-1981 art. 31quater par. 2 al. 1"):
        happens(mandate, "notified", "2025-01-01")


@pytest.mark.parametrize("what", ["signed", "notified", "revoked", "end_notified"])
def test_a_third_party_does_nothing(what: str) -> None:
    mandate = running() if what in ENDS else drafted()
    mandate = signed(mandate, "2024-12-02") if what == "notified" else mandate
    with refused("third_party"):
        happens(mandate, what, "2025-02-10", BAKERY, "2025-03-31" if what in ENDS else "")


def test_each_ends_it_in_its_own_name() -> None:
    with refused("third_party"):
        happens(running(), "revoked", "2025-02-10", MERIDIAAN.enterprise_number, "2025-03-31")
    with refused("third_party"):
        happens(running(), "renounced", "2025-02-10", WORKSHOP, "2025-03-31")


@pytest.mark.parametrize(
    ("lived", "what", "on", "by", "last", "code"),
    [
        (drafted(), "notified", "2024-12-02", "", "", "not_now"),
        (drafted(), "end_notified", "2024-12-02", "", "2025-03-31", "not_now"),
        (drafted(), "prescription_interrupted", "2025-03-02", BAKERY, "", "not_now"),
        (signed(drafted(), "2024-12-02"), "signed", "2024-12-03", "", "", "not_now"),
        (happens(drafted(), "signed", "2024-12-02"), "signed", "2024-12-03", "", "", "signed_twice"),
        (running(), "notified", "2024-12-03", "", "", "not_now"),
        (running(), "renounced", "2024-12-01", "", "", "not_in_order_of_days"),
        (running(), "renounced", "2024-12-09", "", "2025-03-31", "withdrawn_without_last_day"),
        (running(), "renounced", "2025-02-10", "", "", "last_day_missing"),
        (running(), "renounced", "2025-04-10", "", "2025-03-31", "end_in_the_past"),
        (running(), "taken_over", "2025-04-10", BAKERY, "", "not_now"),
        (running(), "fraud_found", "2025-04-10", BAKERY, "2025-06-30", "last_day_of_no_end"),
        (UNTIL_JUNE, "renounced", "2025-04-10", "", "2025-09-30", "end_after_agreed"),
        (UNTIL_JUNE, "renounced", "2025-07-01", "", "", "not_now"),
        (UNTIL_JUNE, "taken_over", "2025-06-10", WORKSHOP, "", "taken_over_by_itself"),
    ],
)  # fmt: skip
def test_steps_out_of_order_are_refused(
    lived: Mandate, what: str, on: str, by: str, last: str, code: str
) -> None:
    with refused(code):
        happens(lived, what, on, by, last)


def test_an_end_is_told_once_and_as_it_is() -> None:
    ended = happens(running(), "revoked", "2025-02-10", WORKSHOP, "2025-03-31")
    with refused("another_last_day"):
        happens(ended, "end_notified", "2025-02-11", last="2025-06-30")
    with refused("ended_already"):
        happens(ended, "renounced", "2025-02-11", last="2025-06-30")
    told = happens(ended, "end_notified", "2025-04-02", last="2025-03-31")
    with refused("ended_already"):
        happens(told, "end_notified", "2025-04-03", last="2025-03-31")
    taken = happens(told, "taken_over", "2025-04-03", BUREAU.enterprise_number)
    with refused("taken_over_already"):
        happens(taken, "taken_over", "2025-04-04", BUREAU.enterprise_number)


def test_interruption_and_fraud_lengthen_the_duty() -> None:
    ended = happens(running(), "renounced", "2025-03-03", last="2025-03-31")
    ended = happens(ended, "taken_over", "2025-03-10", BUREAU.enterprise_number)
    letter = happens(ended, "prescription_interrupted", "2027-01-15", BAKERY)
    assert letter.state(day("2028-05-01")) is State.INFORMATION_DUTY
    assert letter.state(day("2030-01-15")) is State.INFORMATION_DUTY
    assert letter.state(day("2030-01-16")) is State.CLOSED
    fraud = happens(ended, "fraud_found", "2028-06-01", BAKERY)
    assert fraud.state(day("2028-05-31")) is State.CLOSED
    assert fraud.state(day("2035-04-30")) is State.INFORMATION_DUTY
    assert fraud.state(day("2035-05-01")) is State.CLOSED


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"tasks": frozenset()}, "no_task"),
        ({"tasks": frozenset({Act.CONSULT})}, "task_of_another_group"),
        ({"tasks": frozenset({Act.DECLARE_TAX_SHEETS})}, "task_of_another_group"),
        ({"tasks": frozenset(COLLECTING), "receiver": BUREAU}, "collection_uncertified"),
        ({"tasks": frozenset(COLLECTING), "begins": Quarter(2019, 1)}, "collection_uncertified"),
        ({"receiver": Operator(OperatorKind.EMPLOYER, "Bakery", BAKERY)}, "receiver_is_employer"),
        ({"employer": MERIDIAAN.enterprise_number, "giver": MERIDIAAN.enterprise_number}, "own_mandate"),
        ({"giver": BUREAU.enterprise_number}, "giver_unknown"),
        ({"delegated_from": "M000"}, "giver_unknown"),
        ({"begins": Quarter(2009, 4)}, "not_held"),
        ({"ends": Quarter(2024, 4)}, "ends_before_it_begins"),
        ({"kept_by_former": frozenset({Quarter(2025, 1)})}, "kept_is_not_past"),
    ],
)  # fmt: skip
def test_no_mandate_holds_what_the_law_does_not_let_it_hold(
    change: dict[str, Any], code: str
) -> None:
    sound = drafted()
    fields = {name: getattr(sound, name) for name in Mandate.__dataclass_fields__}
    with refused(code):
        Mandate(**{**fields, **change})


def test_a_refusal_speaks_four_languages() -> None:
    with refused("notified_late") as caught:
        happens(signed(drafted(), "2024-12-02"), "notified", "2025-01-15")
    refusal = caught.value
    assert refusal.standing == "official"
    assert str(refusal).startswith("M001: A mandate is notified before it begins")
    assert len({refusal.text(language) for language in LANGUAGES}) == 4
    assert "15 janvier 2025" in refusal.text("fr")
    assert refusal.remedy("de").startswith("Erstellen Sie ein Mandat ab einem nächsten Quartal")


def test_a_document_reads_back_without_loss() -> None:
    mandate = happens(
        running(kept_by_former=[Quarter(2024, 4)]), "renounced", "2025-03-03", last="2025-03-31"
    )
    document = json.loads(json.dumps(mandate.as_json()))
    assert Mandate.from_json(document) == mandate


def test_a_document_with_an_impossible_life_is_refused() -> None:
    document = running().as_json()
    document["events"].reverse()
    with pytest.raises(BadInput):
        Mandate.from_json(document)
    for broken in ({}, [], None, {**running().as_json(), "group": "all"}, {"key": "M001"}):
        with pytest.raises(BadInput, match="is no mandate as it is written"):
            Mandate.from_json(broken)
