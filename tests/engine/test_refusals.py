"""Everything that the binder and the door refuse, each in one clear line that says where."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from officium.engine import (
    Family,
    LawBook,
    LawError,
    Row,
    Sheet,
    allocate,
    any_of,
    at_least_zero,
    count_of,
    days_between,
    fact,
    figure,
    higher_of,
    highest_of,
    lower_of,
    pick,
    quotient,
    ratio,
    rounded,
    rule,
    slice_of,
    total_of,
    where,
    years_between,
)
from officium.engine.columns import Batch, Program

from .small import DAY, HEAD, bind, land, one

FACTS = {
    "result": "cents room",
    "pay": "cents room",
    "hours": "hours room",
    "days": "days room 1..31",
    "status": "code room white,blue,green",
    "is_old": "flag room",
    "born": "date room",
    "thing_pay": "cents thing",
    "house_pay": "cents house",
    "above_zero": "cents room 1..100",
}
FIGURES = (
    one('"0.1307"', "rate")
    + one('"100 EUR"', "amount")
    + one('{ white = "1", blue = "2" }', "factors")
    + one('[{ above = "0 EUR", base = "1 EUR" }]', "scale")
    + one('[{ at_least = "1 hours", base = "1 EUR" }]', "hour_scale")
)


def refused(formula: Callable[..., Any], **how: Any) -> LawError:
    """The refusal of a rule for `result` with this formula; it names the rule's own place."""
    formula.__name__, formula.__doc__ = "result", "A formula that cannot stand."
    with pytest.raises(LawError) as refusal:
        bind(FACTS, rule(since="2024-01-01", source="s")(formula), figures=FIGURES, **how)
    assert refusal.value.where.startswith("engine.test_refusals.result (line "), refusal.value
    assert "\n" not in str(refusal.value)
    return refusal.value


def _if(pay):
    return pay if pay > 0 else 0


def _local_helper(pay):
    return helper_that_is_not_there(pay)  # noqa: F821


WRITING: dict[str, tuple[Callable[..., Any], str, str]] = {
    "if": (_if, "writing", "may not say if"),
    "and": (
        lambda pay, hours: where((pay > 0) and (hours > 0), 0, 0),
        "writing",
        "may not say if, and, or",
    ),
    "or": (
        lambda is_old, pay: where(is_old or pay > 0, 0, 0),
        "writing",
        "may not say if, and, or",
    ),
    "not": (lambda is_old: where(not is_old, 0, 0), "writing", "may not say if, and, or, not"),
    "==": (lambda status, pay: where(status == "white", pay, 0), "writing", "== is not asked"),
    "!=": (lambda status, pay: where(status != "white", pay, 0), "writing", "!= is not asked"),
    "in": (lambda status, pay: where("white" in status, pay, 0), "writing", "`in` is not asked"),
    "in a text": (lambda status: where(status in "white", 0, 0), "writing", "cannot be read"),
    "builtin max": (lambda pay: max(pay, 0), "writing", "higher_of"),
    "builtin min": (lambda pay: min(pay, 0), "writing", "lower_of"),
    "builtin sum": (lambda thing_pay: sum(thing_pay), "writing", "total_of"),
    "builtin abs": (lambda pay: abs(pay), "writing", "abs is not a word"),
    "builtin round": (lambda pay: round(pay, 2), "writing", "rounded(x, places"),
    "float()": (lambda pay: float(pay), "writing", "never a float"),
    "int()": (lambda pay: int(pay), "writing", "read before there are numbers"),
    "a float": (lambda pay: pay * 0.5, "writing", "0.5 is not a term"),
    "a flag literal": (lambda pay: where(True, pay, 0), "writing", "True is not a term"),
    "/": (lambda pay: pay / 2, "writing", "would lose cents"),
    "//": (lambda pay: pay // 2, "writing", "would lose cents"),
    "/ from the left": (lambda pay: 2 / pay, "writing", "would lose cents"),
    "%": (lambda pay: pay % 2, "writing", "would lose cents"),
    "**": (lambda pay: pay**2, "writing", "not a word of the law"),
    "chained <": (lambda pay: where(0 < pay < 5, pay, 0), "writing", "a < b < c"),
    "no return": (lambda pay: None, "writing", "None is not a term"),
    "a text that is no number": (lambda pay: pay + "five", "writing", "'five' is not a number"),
    "a fraction asked by if": (
        lambda days, pay: pay if ratio(days, 3) else 0,
        "writing",
        "may not",
    ),
    "fractions asked by ==": (
        lambda days, pay: where(ratio(days, 3) == ratio(1, 2), pay, 0),
        "writing",
        "== is not asked",
    ),
    "a table asked by in": (lambda factors: "white" in factors, "writing", "`in` is not asked"),
    "a helper": (_local_helper, "writing", "helper_that_is_not_there"),
    "a word without facts": (lambda pay: rounded(5), "writing", "at least one fact"),
    "an unknown way of rounding": (
        lambda pay: rounded(pay * "0.5", how="bankers"),
        "writing",
        "'bankers' is not one of half_away",
    ),
    "an unknown birthday": (
        lambda born: years_between(born, born, birthday="29 February"),
        "writing",
        "birthday is",
    ),
    "an unknown code": (lambda status, pay: where(status.is_("red"), pay, 0), "writing", "'red'"),
    "an unknown column": (lambda pay, scale: slice_of(pay, scale).top, "writing", "no column top"),
    "no scale": (lambda pay, rate: slice_of(pay, rate).base, "writing", "asks a scale"),
    "EUR + days": (lambda pay, days: pay + days, "units", "EUR and day"),
    "EUR < hours": (lambda pay, hours: where(pay < hours, pay, 0), "units", "EUR and hour"),
    "EUR or hours": (lambda pay, hours: lower_of(pay, hours), "units", "EUR and hour"),
    "EUR where hours": (lambda is_old, pay, hours: where(is_old, pay, hours), "units", "where"),
    "EUR x hours": (lambda pay, hours: rounded(pay * hours), "units", "EUR*hour"),
    "hours for EUR": (lambda hours: hours, "units", "result is in EUR, its formula in hour"),
    "a plain number for EUR": (lambda pay: 5, "units", "formula in no unit"),
    "a flag for EUR": (lambda pay: pay > 0, "units", "its formula a flag"),
    "a flag added": (lambda pay, is_old: pay + is_old, "units", "a number and a flag"),
    "a flag multiplied": (lambda pay, is_old: pay * is_old, "units", "not for a flag"),
    "a code compared": (lambda status, pay: where(status < status, pay, 0), "units", ".is_()"),
    "a number as condition": (lambda pay: where(pay, pay, 0), "units", "condition first"),
    "& of numbers": (lambda pay: where(pay & pay, pay, 0), "units", "join conditions"),
    "a code of a number": (lambda pay: where(pay.is_("white"), pay, 0), "units", "asked of a code"),
    "days of numbers": (lambda pay, born: days_between(born, pay), "units", "two days"),
    "another unit for none": (
        lambda pay, days: quotient(pay, days, if_none=pay),
        "units",
        "if_none has another unit",
    ),
    "another unit for no row": (
        lambda thing_pay, hours: highest_of(thing_pay, if_none=hours),
        "units",
        "if_none has another unit",
    ),
    "a scale of another unit": (
        lambda pay, hour_scale: slice_of(pay, hour_scale).base,
        "units",
        "another unit",
    ),
    "still exact": (lambda pay, rate: pay * rate, "exact", "result is still exact (6 decimals)"),
    "a fraction as result": (lambda days, pay: pay * ratio(days, 3), "exact", "exact fraction"),
    "a fraction added": (lambda days, pay: ratio(days, 3) + pay, "exact", "exact fraction"),
    "if_none too fine": (
        lambda pay, above_zero: quotient(pay, above_zero, if_none="0.001"),
        "exact",
        "more than 2 decimals",
    ),
    "no row too fine": (
        lambda thing_pay: highest_of(thing_pay, if_none="0.001 EUR"),
        "exact",
        "more than 2 decimals",
    ),
    "below without a group word": (lambda thing_pay: thing_pay, "grain", "write total_of"),
    "below, mixed in": (lambda pay, thing_pay: pay + thing_pay, "grain", "write total_of"),
    "a total of its own grain": (lambda pay: total_of(pay), "grain", "asks rows below room"),
    "a total of what is above": (lambda house_pay: total_of(house_pay), "grain", "rows below room"),
    "a count of amounts": (lambda thing_pay: count_of(thing_pay), "units", "asks a flag"),
    "any of amounts": (lambda thing_pay: any_of(thing_pay), "units", "asks a flag"),
    "no row, but of the things": (
        lambda thing_pay: highest_of(thing_pay, if_none=thing_pay),
        "grain",
        "not above room",
    ),
    "a share of its own grain": (lambda pay, hours: allocate(pay, hours), "grain", "row above"),
    "a share of what is below": (
        lambda thing_pay, hours: allocate(thing_pay, hours),
        "grain",
        "row",
    ),
    "a weight of what is below": (
        lambda house_pay, thing_pay: allocate(house_pay, at_least_zero(thing_pay)),
        "grain",
        "a weight is of thing",
    ),
    "a weight below zero": (lambda house_pay, pay: allocate(house_pay, pay), "range", "below zero"),
    "a weight that is a flag": (
        lambda house_pay, is_old: allocate(house_pay, is_old),
        "units",
        "w",
    ),
    "a divisor that may be zero": (lambda pay, hours: quotient(pay, hours), "range", "if_none"),
    "a divisor below zero": (lambda pay: quotient(pay, pay, if_none=0), "range", "zero or less"),
    "a fraction of zero": (lambda pay, hours: rounded(pay * ratio(pay, hours)), "range", "zero"),
    "a written fraction of zero": (lambda pay: rounded(pay * ratio(1, 0)), "range", "above zero"),
    "below the first slice": (lambda pay, scale: slice_of(pay, scale).base, "range", "first row"),
    "a code left open": (lambda status, factors: pick(status, factors), "silence", "green"),
    "a pick of no code": (lambda pay, factors: pick(pay, factors), "silence", "no code here"),
    "a typing error": (lambda payy: payy, "unknown_fact", "neither a fact nor a figure; did you"),
    "a figure's typing error": (lambda pay, ratee: pay, "unknown_fact", "did you mean rate"),
    "itself": (lambda result: result, "circle", "result -> result"),
}


@pytest.mark.parametrize("name", WRITING)
def test_the_binder_refuses(name: str) -> None:
    formula, code, says = WRITING[name]
    refusal = refused(formula)
    assert refusal.code == code, refusal
    assert says in refusal.message, refusal


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
    assert "engine.test_refusals.second (line" in str(refusal.value)


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
    assert refusal.message.count("engine.test_refusals.result (line") == 2


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
    from .toyland import shelf

    home = land(FACTS, _rule("result", lambda amount: amount))
    paid = shelf("tax", HEAD.replace('"on"', '"paid"') + FIGURES, ())
    from officium.engine import country

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


# --- at the door, and on the rows ----------------------------------------------------------------
ROOM = {"pay": "1.00", "status": "white", "is_old": False, "born": date(2000, 2, 29)}


def _at_the_door(row: Row, *rules: Any, **how: Any) -> LawError:
    book = bind(FACTS, *rules, **how)
    with pytest.raises(LawError) as refusal:
        Sheet(book, row, "Ann")
    with pytest.raises(LawError) as in_batch:
        Batch.of(book, [row])
    assert in_batch.value.message == refusal.value.message
    assert refusal.value.where.startswith("Ann")
    return refusal.value


@pytest.mark.parametrize(
    ("name", "value", "code", "says"),
    [
        (
            "pay",
            "1 000 000.01",
            "range",
            "pay: 1 000 000.01 lies outside -1000000.00 to 1000000.00",
        ),
        ("pay", "-1 000 000.01", "range", "lies outside"),
        ("pay", "1.001", "range", "has more than 2 decimals"),
        ("pay", "1 hours", "units", "'1 hours' is not in EUR"),
        ("pay", "much", "writing", "'much' is not a number"),
        ("pay", True, "range", "True is not a cents"),
        ("status", "red", "range", "'red' is not one of white, blue, green"),
        ("status", 1, "range", "1 is not a code"),
        ("is_old", "maybe", "range", "'maybe' is not a flag"),
        ("born", "29/02/2000", "range", "is not a date like 2025-01-31"),
    ],
)
def test_the_door_refuses_what_is_not_of_the_kind(name, value, code, says) -> None:
    first = _rule(
        "result",
        lambda pay, status, is_old, born: where(
            is_old & status.is_("white") & (born <= born), pay, 0
        ),
    )
    refusal = _at_the_door(Row({**ROOM, name: value}), first)
    assert refusal.code == code
    assert says in refusal.message


def test_the_range_includes_its_ends() -> None:
    book = bind(FACTS, _rule("result", lambda pay: pay))
    for pay in (-100_000_000, 100_000_000):
        assert Family(book, Sheet(book, Row({"pay": pay}))).fact("result") == pay


def test_an_absent_fact_is_named_with_who_needs_it_and_what_is_near() -> None:
    refusal = _at_the_door(Row({"payy": 1}), _rule("result", lambda pay: pay))
    assert refusal.code == "missing_fact"
    assert refusal.message == (
        "pay is needed by engine.test_refusals.result "
        f"({refusal.message.split('(')[1].split(')')[0]}), and not given for row 0 of room; "
        "did you mean payy?"
    )


def test_too_many_children_are_refused_at_both_doors() -> None:
    book = bind(FACTS, _rule("result", lambda thing_pay: total_of(thing_pay)))
    rows = [Row({}, {"thing": tuple(Row({"thing_pay": 1}) for _ in range(n))}) for n in (10, 11)]
    assert Family(book, Sheet(book, rows[0])).fact("result") == 10
    with pytest.raises(LawError, match="11 rows of thing, at most 10 are allowed"):
        Sheet(book, rows[1])
    batch = Batch.of(book, rows[:1])
    wide = Batch(1, {"thing": batch.offsets["thing"] + [0, 1]}, batch.columns)
    with pytest.raises(LawError, match="more than 10 rows of thing under one row"):
        Program(book).run(wide)


def test_rows_in_the_wrong_place_are_refused() -> None:
    book = bind(FACTS, _rule("house_pay", lambda pay: total_of(pay)), want="house_pay")
    for grain, says in (("thing", "do not stand under house"), ("rom", "did you mean room?")):
        with pytest.raises(LawError, match=says):
            Sheet(book, Row({}, {grain: (Row({"pay": 1}),)}))


SCOPED = {"white": ("white",), "blue": ("blue", "white")}


@pytest.mark.parametrize(
    ("status", "code", "says"),
    [("green", "silence", "no text"), ("white", "conflict", "more than one text")],
)
def test_a_row_with_no_way_or_two_ways_is_refused(status: str, code: str, says: str) -> None:
    rules = [_rule("result", lambda pay: pay, scope={"status": SCOPED[key]}) for key in SCOPED]
    book = bind(FACTS, *rules)
    rows = [Row({"pay": 1, "status": "blue"}), Row({"pay": 1, "status": status})]
    with pytest.raises(LawError, match=f"{says} of the law establishes result on row 0") as one:
        Family(book, Sheet(book, rows[1]))
    with pytest.raises(LawError, match=f"{says} of the law establishes result on row 1") as many:
        Program(book).run(Batch.of(book, rows))
    assert one.value.code == many.value.code == code


def test_a_result_outside_its_range_is_refused_on_its_row() -> None:
    book = bind(FACTS, _rule("above_zero", lambda pay: pay), want="above_zero")
    for pay in (99, 10_001):
        with pytest.raises(LawError, match=r"above_zero .*outside") as refusal:
            Family(book, Sheet(book, Row({"pay": pay}), "Ann"))
        assert refusal.value.code == "range"
        with pytest.raises(
            LawError, match=r"above_zero is .* on row 1 of room, outside 1.00 to 100"
        ):
            Program(book).run(Batch.of(book, [Row({"pay": 100}), Row({"pay": pay})]), block=1)


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
    from officium.engine import Grain, GrainTree

    tree = GrainTree((Grain("house"), Grain("room", "house", 5), Grain("garden", "house", 5)))
    facts = {"pay": "cents room", "fruit": "cents garden", "result": "cents room"}
    with pytest.raises(LawError, match="fruit is of garden, which room does not see") as refusal:
        LawBook(
            land(facts, _rule("result", lambda pay, fruit: pay), tree=tree), want=["result"], on=DAY
        )
    assert refusal.value.code == "grain"


def test_a_figure_is_read_exactly_or_not_at_all() -> None:
    for raw in ({"from": "2024-01-01", "value": "1"}, {"value": "1"}):
        with pytest.raises(LawError, match="needs `from`, a date"):
            figure("amount", [raw], "shelf", {})


def test_higher_of_two_flags_is_no_amount() -> None:
    assert refused(lambda is_old: higher_of(is_old, is_old)).code == "units"
