"""Who may do what for whom, on which day: yes, or no with article and remedy."""

from __future__ import annotations

from typing import Any

import pytest

from officium.findings import BadInput
from officium.language import LANGUAGES
from officium.law import Quarter
from officium.representation import (
    Act,
    Answer,
    Group,
    Mandate,
    Means,
    Operator,
    OperatorKind,
    may,
)

from .people import (
    BAKERY,
    BUREAU,
    COLLECTING,
    COUNTER,
    MERIDIAAN,
    WORKSHOP,
    day,
    drafted,
    happens,
    running,
    signed,
)

ITSELF = Operator(OperatorKind.EMPLOYER, "Cargovelo Atelier", WORKSHOP)


def asked(
    actor: Operator,
    act: Act,
    *mandates: Mandate,
    on: str = "2025-02-14",
    employer: str = WORKSHOP,
    **more: Any,
) -> Answer:
    return may(actor, act, employer, day(on), mandates, **more)


def test_a_mandatary_declares_and_the_article_is_told() -> None:
    answer = asked(BUREAU, Act.DECLARE_DMFA, running(BUREAU))
    assert answer.allowed
    assert answer.as_json("en") == {
        "allowed": True,
        "act": "declare_dmfa",
        "employer": WORKSHOP,
        "actor": BUREAU.enterprise_number,
        "on": "2025-02-14",
        "quarter": "2025Q1",
        "reason": "mandated",
        "text": "Yes: on 14 February 2025 Bureau Noord may declare a DmfA for 0765432146, by mandate M001.",
        "article": "Act 29-06-1981 art. 31ter par. 2, 1°; Act 27-06-1969 art. 21",
        "standing": "official",
        "remedy": None,
        "mandate": "M001",
    }


@pytest.mark.parametrize(
    ("mandate", "on", "reason"),
    [
        (drafted(BUREAU), "2025-02-14", "not_signed"),
        (happens(drafted(BUREAU), "signed", "2024-12-02"), "2025-02-14", "not_signed"),
        (signed(drafted(BUREAU), "2024-12-02"), "2025-02-14", "not_notified"),
        (running(BUREAU), "2024-12-31", "not_yet_active"),
        (running(BUREAU, last_day=day("2025-03-31")), "2025-04-01", "ended"),
        (running(BUREAU, tasks=[Act.DECLARE_DIMONA]), "2025-02-14", "task_not_given"),
        (
            running(BUREAU, tasks=[Act.DECLARE_TAX_SHEETS], group=Group.TAX),
            "2025-02-14",
            "group_not_covered",
        ),
        (running(COUNTER), "2025-02-14", "no_mandate"),
    ],
)
def test_no_mandate_that_covers_the_day_no_act(mandate: Mandate, on: str, reason: str) -> None:
    answer = asked(BUREAU, Act.DECLARE_DMFA, mandate, on=on)
    assert (answer.allowed, answer.reason_code) == (False, reason)
    assert "art. 31" in answer.article
    assert answer.remedy("en")


def test_the_nearest_mandate_is_told() -> None:
    over = running(BUREAU, last_day=day("2025-03-31"))
    coming = running(BUREAU, key="M002", first="2025-07-01")
    answer = asked(BUREAU, Act.DECLARE_DMFA, over, coming, on="2025-05-02")
    assert (answer.reason_code, answer.mandate_key) == ("not_yet_active", "M002")


def test_a_mandate_of_dmfa_gives_no_right_to_the_unemployment_risk() -> None:
    answer = asked(MERIDIAAN, Act.DECLARE_UNEMPLOYMENT_RISK, running())
    assert answer.reason_code == "group_not_covered"
    unemployment = running(
        key="M002", group=Group.DRS_UNEMPLOYMENT, tasks=[Act.DECLARE_UNEMPLOYMENT_RISK]
    )
    assert asked(MERIDIAAN, Act.DECLARE_UNEMPLOYMENT_RISK, running(), unemployment).allowed


def test_pay_is_computed_where_any_mandate_gives_the_task() -> None:
    tax = running(group=Group.TAX, tasks=[Act.DECLARE_TAX_SHEETS, Act.COMPUTE_PAY])
    assert asked(MERIDIAAN, Act.COMPUTE_PAY, tax).allowed
    bare = running(group=Group.TAX, tasks=[Act.DECLARE_TAX_SHEETS])
    assert asked(MERIDIAAN, Act.COMPUTE_PAY, bare).reason_code == "task_not_given"


@pytest.mark.parametrize("act", [act for act in Act if act is not Act.COLLECT_CONTRIBUTIONS])
def test_an_employer_always_acts_for_itself(act: Act) -> None:
    assert asked(ITSELF, act, running()).reason_code == "own_affairs"


def test_nobody_collects_from_itself() -> None:
    answer = asked(ITSELF, Act.COLLECT_CONTRIBUTIONS, means=Means.BANK_TRANSFER)
    assert (answer.allowed, answer.reason_code) == (False, "collects_from_itself")


def test_an_employer_acts_for_no_other() -> None:
    answer = asked(ITSELF, Act.DECLARE_DMFA, employer=BAKERY)
    assert answer.reason_code == "employer_for_another"


def test_a_certified_secretariat_collects_by_bank_transfer_with_a_mandate() -> None:
    mandate = running(tasks=COLLECTING)
    paid = asked(MERIDIAAN, Act.COLLECT_CONTRIBUTIONS, mandate, means=Means.BANK_TRANSFER)
    assert paid.allowed
    assert paid.article == "Act 27-06-1969 art. 27 par. 2 al. 5"
    assert asked(MERIDIAAN, Act.PAY_ON_CONTRIBUTIONS, mandate).allowed
    before = asked(
        MERIDIAAN, Act.COLLECT_CONTRIBUTIONS, mandate, on="2024-12-31", means=Means.BANK_TRANSFER
    )
    assert before.reason_code == "not_yet_active"


@pytest.mark.parametrize("means", [means for means in Means if means is not Means.BANK_TRANSFER])
def test_by_other_means_nobody_collects(means: Means) -> None:
    answer = asked(MERIDIAAN, Act.COLLECT_CONTRIBUTIONS, running(tasks=COLLECTING), means=means)
    assert (answer.allowed, answer.reason_code) == (False, "means_refused")
    # The law names no means: that cash is none is its text, the rest is not decided by any text found.
    assert answer.standing == ("official" if means is Means.CASH else "recalled")
    assert means.name_in("en") in answer.text("en")


@pytest.mark.parametrize("act", [Act.COLLECT_CONTRIBUTIONS, Act.PAY_ON_CONTRIBUTIONS])
def test_a_provider_neither_collects_nor_pays_on(act: Act) -> None:
    answer = asked(BUREAU, act, running(BUREAU))
    assert (answer.allowed, answer.reason_code) == (False, "not_certified")
    assert "Social Criminal Code art. 220/1/1" in answer.article
    before = asked(BUREAU, act, running(BUREAU), on="2024-06-30")
    assert before.article == "Act 27-06-1969 art. 27 par. 2 al. 5 and 6"


def test_a_secretariat_does_not_collect_before_its_certification() -> None:
    young = Operator(
        OperatorKind.CERTIFIED, "Jong", BUREAU.enterprise_number, "998", day("2025-06-02")
    )
    answer = asked(young, Act.PAY_ON_CONTRIBUTIONS, running(young), on="2025-06-01")
    assert answer.reason_code == "not_certified"


def test_the_means_are_asked_of_who_may_collect_and_of_nobody_else() -> None:
    with pytest.raises(BadInput, match="say by what means: bank_transfer"):
        asked(MERIDIAAN, Act.COLLECT_CONTRIBUTIONS, running(tasks=COLLECTING))
    assert asked(BUREAU, Act.COLLECT_CONTRIBUTIONS).reason_code == "not_certified"
    with pytest.raises(BadInput, match="means are of collecting only"):
        asked(MERIDIAAN, Act.DECLARE_DMFA, running(), means=Means.BANK_TRANSFER)


def test_a_former_mandatary_consults_its_own_quarters_as_long_as_it_has_to_inform() -> None:
    over = happens(running(BUREAU), "revoked", "2025-05-12", WORKSHOP, "2025-06-30")
    alone = asked(BUREAU, Act.CONSULT, over, on="2025-07-01", quarter=Quarter(2025, 1))
    assert alone.reason_code == "ended"
    over = happens(over, "taken_over", "2025-06-02", MERIDIAAN.enterprise_number)
    reasons = {
        (on, str(quarter)): asked(BUREAU, Act.CONSULT, over, on=on, quarter=quarter).reason_code
        for on, quarter in (
            ("2025-06-30", Quarter(2025, 3)),
            ("2025-07-01", Quarter(2025, 1)),
            ("2025-07-01", Quarter(2025, 3)),
            ("2028-04-30", Quarter(2025, 1)),
            ("2028-05-01", Quarter(2025, 1)),
            ("2028-05-01", Quarter(2025, 2)),
        )
    }
    assert reasons == {
        ("2025-06-30", "2025Q3"): "mandated",
        ("2025-07-01", "2025Q1"): "information_duty",
        ("2025-07-01", "2025Q3"): "not_its_quarter",
        ("2028-04-30", "2025Q1"): "information_duty",
        ("2028-05-01", "2025Q1"): "quarter_prescribed",
        ("2028-05-01", "2025Q2"): "information_duty",
    }
    assert asked(BUREAU, Act.DECLARE_DMFA, over, on="2025-07-01").reason_code == "ended"


def test_the_law_is_held_from_2010() -> None:
    with pytest.raises(BadInput, match="held from 2010-01-01"):
        asked(MERIDIAAN, Act.DECLARE_DMFA, on="2009-12-31")
    with pytest.raises(BadInput, match="no enterprise number"):
        asked(MERIDIAAN, Act.DECLARE_DMFA, employer="123")


def test_a_no_speaks_four_languages() -> None:
    answer = asked(BUREAU, Act.COLLECT_CONTRIBUTIONS, means=Means.BANK_TRANSFER)
    assert answer.text("fr") == (
        "Non : Bureau Noord n’est pas agréé le 14 février 2025 ; sans agrément, il est interdit de "
        "percevoir des cotisations."
    )
    assert len({answer.text(language) for language in LANGUAGES}) == 4
    assert len({answer.remedy(language) for language in LANGUAGES}) == 4
