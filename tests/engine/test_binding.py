"""What a book, a country and the door of the machine refuse, in one clear line that says where."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from officium.engine import (
    Family,
    Grain,
    GrainTree,
    LawBook,
    LawError,
    Row,
    Sheet,
    country,
    fact,
    figure,
    rule,
)
from officium.language import LANGUAGES

from .small import DAY, HEAD, bind, land, one
from .test_refusals import FACTS, FIGURES
from .toyland import shelf


def _rule(name: str, formula: Callable[..., Any], **how: Any) -> Any:
    formula.__name__, formula.__doc__ = name, "A rule."
    return rule(**{"since": "2024-01-01", "source": "s", **how})(formula)


def _error(**what: Any) -> LawError:
    with pytest.raises(LawError) as refusal:
        bind(FACTS, *what.pop("rules", ()), **{"figures": FIGURES, **what})
    assert "\n" not in str(refusal.value)
    return refusal.value


def test_a_circle_is_named_round_its_whole_way() -> None:
    rules = (
        _rule("result", lambda pay: pay),
        _rule("pay", lambda above_zero: above_zero),
        _rule("above_zero", lambda pay: pay),
    )
    refusal = _error(rules=rules)
    assert (refusal.code, refusal.message) == ("circle", "a circle: pay -> above_zero -> pay")


def test_a_wanted_fact_that_is_not_there_is_named_with_its_neighbours() -> None:
    refusal = _error(want="resultt")
    assert refusal.code == "unknown_fact"
    assert str(refusal) == (
        "the question: resultt is not a fact of the glossary; did you mean result?"
    )


@pytest.mark.parametrize(
    ("versions", "says"),
    [
        (("2024-01-01", "2024-06-30"), ("2024-08-01", None)),
        (("2024-01-01", "2024-06-30"), ("2024-06-30", None)),
        (("2024-01-01", None), ("2024-01-01", None)),
        (("2024-06-01", None), ("2024-01-01", None)),
    ],
)
def test_a_gap_or_an_overlap_of_versions_is_refused(versions, says) -> None:
    (since, until), (later, _) = versions, says
    first = _rule("result", lambda pay: pay, since=since, until=until)

    def second(pay):
        """A later text."""
        return pay

    with pytest.raises(LawError, match="a gap or an overlap") as refusal:
        first.since(later, source="s")(second)
    assert refusal.value.code == "conflict"
    assert "engine.test_binding.second (line" in str(refusal.value)


def test_versions_that_meet_are_taken_each_on_its_day() -> None:
    first = _rule("result", lambda pay: pay, until="2024-06-30")
    second = lambda house_pay: house_pay  # noqa: E731
    second.__name__, second.__doc__ = "result_of_the_house", "A later text."
    first.since("2024-07-01", source="s")(second)
    for day, needs in ((date(2024, 6, 30), "pay"), (date(2024, 7, 1), "house_pay")):
        book = bind(FACTS, first, on=day)
        assert [bound.fact.name for bound in book.leaves] == [needs]


@pytest.mark.parametrize(
    ("how", "code", "says"),
    [
        ({"since": "2024-13-01"}, "writing", "is not a day like"),
        ({"until": "2023-01-01"}, "conflict", "before it begins"),
        ({"source": " "}, "writing", "states its source"),
        ({"when": "is_old"}, "writing", "come together"),
        ({"otherwise": 0}, "writing", "come together"),
    ],
)
def test_a_rule_that_does_not_declare_itself_is_refused(how, code, says) -> None:
    with pytest.raises(LawError, match=says) as refusal:
        _rule("result", lambda pay: pay, **how)
    assert refusal.value.code == code


def test_two_texts_on_one_day_are_refused_by_both_their_places() -> None:
    rules = (_rule("result", lambda pay: pay), _rule("result", lambda above_zero: above_zero))
    refusal = _error(rules=rules)
    assert refusal.code == "conflict"
    assert refusal.message.count("engine.test_binding.result (line") == 2


def test_a_text_beside_a_scoped_text_is_refused() -> None:
    rules = (
        _rule("result", lambda pay: pay),
        _rule("result", lambda pay: pay, scope={"status": "white"}),
    )
    assert _error(rules=rules).code == "conflict"


def test_no_text_on_that_day_is_refused() -> None:
    refusal = _error(rules=[_rule("result", lambda pay: pay, until="2024-12-31")])
    assert refusal.code == "silence"
    assert refusal.message == "no text of the law establishes result on 2025-06-30"


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2026, 1, 1)])
def test_a_year_that_was_not_reviewed_is_refused_unless_provisional(day: date) -> None:
    rules = [_rule("result", lambda pay, amount: amount, since="2020-01-01")]
    early = FIGURES.replace("2024-01-01", "2020-01-01")
    refusal = _error(rules=rules, on=day, figures=early)
    assert refusal.code == "not_reviewed"
    assert "shelf was reviewed from 2024-01-01 to 2025-12-31, not on" in refusal.message
    assert bind(FACTS, *rules, figures=early, on=day, provisional=True).unreviewed


@pytest.mark.parametrize(
    ("figures", "code", "says"),
    [
        (one('"1 EUR"', "amount", "2025-07-01"), "missing_figure", "has no value on 2025-06-30"),
        (
            one('"1 EUR"', "amount", until="2025-05-31"),
            "missing_figure",
            "the last one held until 2025-05-31",
        ),
        (
            '[[amount]]\nfrom = 2024-01-01\nunknown = "no document found"',
            "missing_figure",
            "is not known on 2025-06-30: no document found",
        ),
        (one('"1 EUR"', "amount") * 2, "conflict", "has two values from 2024-01-01"),
        (
            one('"1 EUR"', "amount", published="2024-02-01") * 2,
            "conflict",
            "has two values from 2024-01-01",
        ),
        (one('"1 euro"', "amount"), "units", "'euro' is not a unit"),
        (one('"1,5 EUR"', "amount"), "writing", "'1,5 EUR' is not a number"),
        (one("1.5", "amount"), "writing", "write a figure as text"),
        (one('[{ from = "0 EUR" }]', "amount"), "writing", "first column of a scale"),
        (
            one('[{ above = "2 EUR" }, { above = "1 EUR" }]', "amount"),
            "writing",
            "the rows of a scale rise",
        ),
        (
            one('[{ above = "2 EUR" }, { above = "3 hours" }]', "amount"),
            "units",
            "column above has two units",
        ),
        (one('"1 EUR"', "amount", remark='"x"'), "writing", "unknown key remark"),
        ("[[amount]]\nfrom = 2024-01-01", "writing", "needs `value`, or `unknown`"),
        (one('"1 EUR"', "amount").replace("official", "true"), "writing", "standing"),
        (one('"1 EUR"', "pay"), "conflict", "the name pay has two meanings"),
    ],
)
def test_a_figure_that_cannot_be_relied_on_is_refused(figures: str, code: str, says: str) -> None:
    refusal = _error(rules=[_rule("result", lambda amount: amount)], figures=figures)
    assert refusal.code == code
    assert says in refusal.message
    assert "shelf" in refusal.where


def test_a_figure_published_twice_is_the_later_that_was_known() -> None:
    figures = one('"1 EUR"', "amount", published="2024-02-01") + one(
        '"2 EUR"', "amount", published="2024-03-01"
    )
    for known, value in ((date(2024, 2, 29), 100), (date(2024, 3, 1), 200), (None, 200)):
        book = bind(FACTS, _rule("result", lambda amount: amount), figures=figures, known=known)
        assert Family(book, Sheet(book, Row({}))).fact("result") == value
    refusal = _error(
        rules=[_rule("result", lambda amount: amount)], figures=figures, known=date(2024, 1, 1)
    )
    assert refusal.code == "missing_figure"


def test_a_rule_may_not_use_a_figure_of_the_other_clock() -> None:

    home = land(FACTS, _rule("result", lambda amount: amount))
    paid = shelf("tax", HEAD.replace('"on"', '"paid"') + FIGURES, ())

    both = country(home.grains, home.facts, [*home.shelves, paid], home.clocks)
    with pytest.raises(LawError, match="amount follows the clock paid, the rule the clock on"):
        LawBook(both, want=["result"], on=DAY)


def test_a_condition_of_what_lies_below_is_no_condition() -> None:
    rules = [_rule("house_pay", lambda: 0, scope={"status": "white"})]
    refusal = _error(rules=rules, want="house_pay")
    assert refusal.code == "grain"
    assert "a condition of room is not one of house" in refusal.message


def test_otherwise_is_a_value_of_the_fact() -> None:
    for otherwise, says in (("1 hours", "in EUR"), ("0.001 EUR", "still exact")):
        rules = [_rule("result", lambda pay: pay, when="is_old", otherwise=otherwise)]
        assert says in _error(rules=rules).message
    book = bind(FACTS, _rule("result", lambda pay: pay, when="is_old", otherwise="1.5 EUR"))
    row = Row({"pay": 7, "is_old": False})
    assert Family(book, Sheet(book, row)).fact("result") == 150


# --- glossary and country ------------------------------------------------------------------------
def test_a_glossary_entry_says_what_it_needs() -> None:
    whole = {"kind": "cents", "grain": "room", "en": "a", "nl": "b", "fr": "c", "de": "d"}
    for change, says in (
        ({"kind": "money"}, "'money' is not one of cents"),
        ({"nl": ""}, "needs nl"),
        ({"colour": "red"}, "unknown key colour"),
        ({"codes": ["a"]}, "codes belong to a fact of kind code"),
        ({"kind": "code"}, "codes belong to a fact of kind code"),
    ):
        with pytest.raises(LawError, match=says) as refusal:
            fact("pay", {**whole, **change}, "glossary.toml")
        assert refusal.value.where == "glossary.toml [pay]"


def test_a_country_refuses_what_it_cannot_place() -> None:
    with pytest.raises(LawError, match="establishes no fact of the glossary"):
        land({"pay": "cents room"}, _rule("nothing", lambda pay: pay))
    with pytest.raises(LawError, match="pay: unknown grain attic"):
        land({"pay": "cents attic"})
    with pytest.raises(LawError, match="clock 'moon' is not one of on, paid"):
        land({"pay": "cents room"}, head=HEAD.replace('"on"', '"moon"'))


def test_facts_of_two_branches_do_not_meet() -> None:

    tree = GrainTree((Grain("house"), Grain("room", "house", 5), Grain("garden", "house", 5)))
    facts = {"pay": "cents room", "fruit": "cents garden", "result": "cents room"}
    with pytest.raises(LawError, match="fruit is of garden, which room does not see") as refusal:
        LawBook(
            land(facts, _rule("result", lambda pay, fruit: pay), tree=tree), want=["result"], on=DAY
        )
    assert refusal.value.code == "grain"


def test_a_figure_is_read_exactly_or_not_at_all() -> None:
    names = {"amount": dict.fromkeys(LANGUAGES, "amount")}
    for raw in ({"from": "2024-01-01", "value": "1"}, {"value": "1"}):
        with pytest.raises(LawError, match="needs `from`, a date"):
            figure("amount", [raw], "shelf", {}, names, {})


def test_a_figure_or_a_column_that_nobody_named_is_refused() -> None:
    entry = {"from": date(2024, 1, 1), "source": "s", "standing": "official"}
    names = {"amount": dict.fromkeys(LANGUAGES, "x")}
    half = {"amount": names["amount"] | {"de": ""}}
    with pytest.raises(LawError, match=r"the figure amount has no name in de$") as refusal:
        figure("amount", [entry | {"value": "1"}], "shelf", {}, half, {})
    assert refusal.value.where == "shelf.toml [names]"
    row = {"at_least": "0", "base": "1"}
    columns = {"at_least": dict.fromkeys(LANGUAGES, "from")}
    with pytest.raises(
        LawError, match=r"the column base has no name in nl, fr, de, en$"
    ) as refusal:
        figure("amount", [entry | {"value": [row]}], "shelf", {}, names, columns)
    assert refusal.value.where == "shelf.toml [[amount]]"


def test_a_label_is_of_a_code_and_in_every_language() -> None:
    raw = {"kind": "code", "grain": "room", "codes": ["a", "b"]}
    raw |= dict.fromkeys(LANGUAGES, "Letter")
    full = dict.fromkeys(LANGUAGES, "the first")
    letter = fact("letter", raw | {"labels": {"a": full}}, "g.toml")
    assert [letter.label(code, "fr") for code in letter.codes] == ["the first", "b"]
    with pytest.raises(LawError, match="a label for c, which is no code"):
        fact("letter", raw | {"labels": {"c": full}}, "g.toml")
    with pytest.raises(LawError, match=r"the code b has no name in nl$"):
        fact("letter", raw | {"labels": {"b": full | {"nl": ""}}}, "g.toml")
