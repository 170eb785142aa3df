"""Reads a formula as an explanation writes it, and works it out: so brackets are proved, not looked at."""

from __future__ import annotations

import re
from fractions import Fraction

_TOKEN = re.compile(
    r"\s*(the higher of|the lower of|the highest of|and|[\d,]*\d(?:\.\d+)?(?:\u00a0%)?"
    r"|, below zero: 0|[()+×/;−])"
)
_WORDS = {"the higher of": max, "the lower of": min, "the highest of": max}


class Unreadable(Exception):
    """The formula holds more than numbers, signs, brackets and the lower and higher of two."""


def worked_out(formula: str) -> Fraction:
    """The value of an English formula."""
    tokens, at = [], 0
    while at < len(formula):
        match = _TOKEN.match(formula, at)
        if not match:
            raise Unreadable(formula)
        tokens.append(match[1])
        at = match.end()
    value, rest = _sum(tokens)
    if rest:
        raise Unreadable(formula)
    return value


def _sum(tokens: list[str]) -> tuple[Fraction, list[str]]:
    if tokens and tokens[0] in _WORDS:
        choose = _WORDS[tokens[0]]
        value, rest = _sum(tokens[1:])
        while rest and rest[0] in ("and", ";"):
            other, rest = _sum(rest[1:])
            value = choose(value, other)
        return value, rest
    value, rest = _product(tokens)
    while rest and rest[0] in "+−":
        other, after = _product(rest[1:])
        value, rest = (value + other if rest[0] == "+" else value - other), after
    if rest and rest[0] == ", below zero: 0":
        assert value < 0, "said where nothing goes below zero"
        value, rest = Fraction(0), rest[1:]
    return value, rest


def _product(tokens: list[str]) -> tuple[Fraction, list[str]]:
    value, rest = _atom(tokens)
    while rest and rest[0] in "×/":
        other, after = _atom(rest[1:])
        value, rest = (value * other if rest[0] == "×" else value / other), after
    return value, rest


def _atom(tokens: list[str]) -> tuple[Fraction, list[str]]:
    first, rest = tokens[0], tokens[1:]
    if first == "(":
        value, rest = _sum(rest)
        assert rest[0] == ")", tokens
        return value, rest[1:]
    if first == "−":
        assert rest[0][0].isdigit(), tokens
        return -_number(rest[0]), rest[1:]
    if not first[0].isdigit():
        raise Unreadable(first)
    return _number(first), rest


def _number(text: str) -> Fraction:
    written = text.replace(",", "")
    if written.endswith("\u00a0%"):
        return Fraction(written[:-2]) / 100
    return Fraction(written)
