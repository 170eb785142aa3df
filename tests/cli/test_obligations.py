"""`officium obligations`: what is due, as text and as JSON."""

from __future__ import annotations

import pytest

from .conftest import WORKSHOP, Speak

LIST = ("obligations", "list", WORKSHOP, "--from", "2025-07-01", "--to", "2025-07-31")
KEYS = {
    *("id", "key", "name", "period", "subject", "due", "performer_due", "performer", "who_may"),
    *("authority", "legal_basis", "sanction", "standing", "due_standing", "state", "note"),
}


def test_what_is_due_as_json(officium: Speak) -> None:
    listed = officium(*LIST, "--performer", "certified", "--json").json
    assert all(one.keys() >= KEYS for one in listed)
    dmfa = next(one for one in listed if one["id"] == "dmfa" and one["period"] == "2025Q2")
    assert (dmfa["due"], dmfa["performer_due"]) == ("2025-07-31", "2025-08-21")
    assert dmfa["employer"] == "Cargovelo Atelier"
    assert dmfa["sanction"]["level"] == 3
    own = next(one for one in listed if one["id"] == "css_third_party_funds_report")
    assert (own["employer"], own["due"]) == (None, None)


def test_states_are_told_on_the_day_that_is_asked(officium: Speak) -> None:
    states = [
        {
            one["key"]: (one["state"], one["late_days"])
            for one in officium(*LIST, *on, "--json").json
        }
        for on in ((), ("--today", "2025-08-02"))
    ]
    assert states[0]["dmfa:2025Q2:"] == ("ready", 0)
    assert states[1]["dmfa:2025Q2:"] == ("late", 2)


def test_as_text_in_four_languages(officium: Speak) -> None:
    words = {"nl": "klaar", "fr": "prêt", "de": "bereit", "en": "ready"}
    for language, ready in words.items():
        said = officium(*LIST, "--in", language)
        assert said.status == 0
        assert f"2025Q2 [{ready}] (dmfa)" in said.out


def test_one_duty_and_one_that_is_gone(officium: Speak) -> None:
    shown = officium("obligations", "show", "dmfa", "--in", "en").out.splitlines()
    assert shown[0] == "Quarterly multifunctional declaration (DmfA) (dmfa)"
    assert "  Social Criminal Code art. 223 par. 1: level 3" in shown
    gone = officium("obligations", "show", "child_benefit_fund", "--in", "en").out
    assert "since the regional systems (2019-2020) the employer joins none" in gone
    told = officium("obligations", "show", "child_benefit_fund", "--json").json
    assert told["abolished"]["since"] == "2019-01-01"
    assert told["comes"] == told["who_may"] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("obligations", "show", "dmfas"), "'dmfas' is no duty; did you mean dmfa"),
        (
            ("obligations", "list", WORKSHOP, "--from", "2025-07-01", "--to", "2025-06-01"),
            "is before",
        ),
    ],
)
def test_a_wrong_question_is_refused(
    officium: Speak, arguments: tuple[str, ...], message: str
) -> None:
    assert message in officium(*arguments).refusal
