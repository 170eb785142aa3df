"""Every sentence is said somewhere, in four languages, and every heading means one column."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import officium.intake
from officium.intake.wording import every, table
from officium.language import LANGUAGES
from officium.payroll import ABSENCE_COLUMNS, PAY_COLUMNS

SOURCE = "\n".join(
    path.read_text("utf-8") for path in sorted(Path(officium.intake.__file__).parent.glob("*.py"))
)


def test_every_finding_has_its_rule_and_every_rule_its_sentence() -> None:
    raised = set(re.findall(r'(?:Wrong|told|_left_out)\(\s*"([a-z_0-9]+)"', SOURCE))
    chosen = set(re.findall(r'"([a-z_0-9]+)" (?:if|else) |else "([a-z_0-9]+)"', SOURCE))
    names = {name for pair in chosen for name in pair if name}
    sentences = table()["finding"].keys()
    assert raised <= sentences
    assert sentences <= raised | names


def test_all_words_stand_in_four_languages_with_the_same_gaps() -> None:
    for section, entries in table().items():
        for name, words in entries.items():
            assert tuple(words) == LANGUAGES, (section, name)
            gaps = {
                language: {gap for _, gap, _, _ in Formatter().parse(text) if gap}
                for language, text in words.items()
            }
            assert len(set(map(frozenset, gaps.values()))) == 1, (section, name)


def test_a_heading_means_one_column_and_every_column_has_a_heading() -> None:
    columns = table()["column"]
    meant: dict[str, set[str]] = {}
    for name in columns:
        for word in {name, *every("column", name)}:
            meant.setdefault(word, set()).add(name)
    assert {word: names for word, names in meant.items() if len(names) > 1} == {}
    assert {*PAY_COLUMNS, *ABSENCE_COLUMNS} <= columns.keys()
