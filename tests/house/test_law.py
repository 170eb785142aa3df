"""A rule says the law and nothing else, names its source, and is spoken in four languages."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from officium import law
from officium.law import shelf_names

from .source import PACKAGE, modules, place, tree

LANGUAGES = ("nl", "fr", "de", "en")
UNSAYABLE = (ast.If, ast.IfExp, ast.BoolOp, ast.Div, ast.FloorDiv, ast.Pow, ast.comprehension)
UNSAYABLE += (ast.For, ast.While, ast.Try, ast.Lambda, ast.Assert, ast.Eq, ast.NotEq, ast.In)


def decoration(function: ast.FunctionDef) -> ast.Call | None:
    """`@rule(...)` or `@fact.since(...)`, where the function is a rule."""
    for mark in function.decorator_list:
        called = mark.func if isinstance(mark, ast.Call) else mark
        is_rule = isinstance(called, ast.Name) and called.id == "rule"
        is_version = isinstance(called, ast.Attribute) and called.attr == "since"
        if is_rule or is_version:
            assert isinstance(mark, ast.Call), (
                f"{function.name}: write @rule(since=..., source=...)"
            )
            return mark
    return None


def rules() -> Iterator[tuple[Path, ast.FunctionDef, ast.Call]]:
    for path in modules("law"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef) and (mark := decoration(node)) is not None:
                yield path, node, mark


def glossaries() -> Iterator[tuple[Path, dict[str, dict[str, object]]]]:
    for path in sorted((PACKAGE / "law").rglob("glossary.toml")):
        yield path, tomllib.loads(path.read_text(encoding="utf-8"))


def test_a_rule_branches_loops_and_divides_only_with_the_words_of_the_law() -> None:
    found = [
        f"{place(path, node)}: {rule.name}: {type(node).__name__}"
        for path, rule, _ in rules()
        for node in ast.walk(rule)
        if isinstance(node, UNSAYABLE)
        or (isinstance(node, ast.Constant) and isinstance(node.value, float))
    ]
    assert found == []


def test_every_rule_names_its_source_and_says_what_it_is() -> None:
    """That the source is not empty, the engine checks when the shelf is loaded."""
    silent = [
        f"{place(path, rule)}: {rule.name}"
        for path, rule, mark in rules()
        if "source" not in {word.arg for word in mark.keywords} or not ast.get_docstring(rule)
    ]
    assert silent == []


def test_every_fact_is_named_in_four_languages() -> None:
    unnamed = [
        f"{place(path)}: {fact} has no {language}"
        for path, facts in glossaries()
        for fact, entry in facts.items()
        for language in LANGUAGES
        if not str(entry.get(language, "")).strip()
    ]
    assert unnamed == []


def test_every_code_has_a_label_in_four_languages() -> None:
    """But for the list of employer categories, in which the number is the official word."""
    unnamed = [
        f"{place(path)}: {fact} {code} has no {language}"
        for path, facts in glossaries()
        for fact, entry in facts.items()
        if fact != "employer_class"
        for code in cast(list[str], entry.get("codes", ()))
        for language in LANGUAGES
        if not cast(Any, entry).get("labels", {}).get(code, {}).get(language, "").strip()
    ]
    assert unnamed == []


def test_every_figure_is_named_as_a_word_not_as_an_identifier() -> None:
    """That none is missing, the engine checks when the shelf is read."""
    odd = [
        f"{place(path)}: {figure} is {name!r} in {language}"
        for path in sorted((PACKAGE / "law").glob("*/*.toml"))
        for figure, names in tomllib.loads(path.read_text(encoding="utf-8"))
        .get("names", {})
        .items()
        for language, name in names.items()
        if "_" in name or name != name.strip() or name[0].islower()
    ]
    assert odd == []


def test_one_name_has_one_meaning_in_the_whole_house() -> None:
    places: dict[str, list[str]] = {}
    for path, facts in glossaries():
        for fact in facts:
            places.setdefault(fact, []).append(place(path))
    assert {fact: where for fact, where in places.items() if len(where) > 1} == {}


def test_no_folder_of_shelves_hides_a_name_of_the_room() -> None:
    """A folder that is imported becomes an attribute of the package, and would take the name over."""
    folders = {name.split("/")[0] for name in shelf_names()}
    assert not folders & set(law.__all__)
