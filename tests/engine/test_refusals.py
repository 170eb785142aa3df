"""Everything that the binder and the door refuse, each in one clear line that says where."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from officium.engine import (
    LawError,
    allocate,
    any_of,
    at_least_zero,
    count_of,
    days_between,
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

from .small import bind, one

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


def test_higher_of_two_flags_is_no_amount() -> None:
    assert refused(lambda is_old: higher_of(is_old, is_old)).code == "units"
