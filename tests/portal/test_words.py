"""Every sentence of the portal stands in four languages, is used, and has the same gaps in each."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from officium.language import LANGUAGES
from officium.office.models import Declaration, PayMonth
from officium.portal.rail import ACCOUNT, GROUPS
from officium.portal.states import LOOKS
from officium.portal.tabs import TABS
from officium.portal.words import wording
from officium.representation import State

PORTAL = Path(__file__).parents[2] / "officium" / "portal"
TEMPLATES = sorted(PORTAL.rglob("*.html"))
SOURCES = [*TEMPLATES, *sorted(PORTAL.rglob("*.py"))]
IN_TEMPLATE = re.compile(r"{% word ['\"]([a-z_.0-9]+)['\"]")
IN_PYTHON = re.compile(r"\bword\(\s*\"([a-z_.0-9]+)\"")
# Names that are put together: the list that each is made from stands in the program.
MADE = {
    *(f"place.{place.route}" for group in (*GROUPS, ACCOUNT) for place in group),
    *(f"tab.{tab.route}" for tab in TABS),
    *(f"state.{state}" for state in LOOKS),
}
BEGINNINGS = re.compile(r"f['\"]([a-z_]+\.[a-z_]*)\{")


def asked() -> dict[str, str]:
    """Each name that a template or a view asks for, and where."""
    found = {}
    for path in SOURCES:
        text = path.read_text("utf-8")
        for name in (IN_TEMPLATE if path.suffix == ".html" else IN_PYTHON).findall(text):
            found[name] = path.name
    return found


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("name", sorted(wording()))
def test_a_sentence_stands_in_four_languages_with_the_same_gaps(name: str) -> None:
    texts = wording()[name]
    assert tuple(texts) == LANGUAGES
    assert all(text.strip() == text and text for text in texts.values())
    assert len({frozenset(gaps(text)) for text in texts.values()}) == 1


def test_what_is_asked_for_is_there() -> None:
    assert {name: where for name, where in asked().items() if name not in wording()} == {}
    assert wording().keys() >= MADE


def test_no_sentence_is_unused() -> None:
    made = {
        start for path in SOURCES for start in BEGINNINGS.findall(path.read_text("utf-8")) if start
    }
    unused = [
        name
        for name in wording()
        if name not in asked() and name not in MADE and not name.startswith(tuple(made))
    ]
    assert unused == []


def test_every_state_of_the_office_has_a_look_and_a_word() -> None:
    states = {*PayMonth.State.values, *Declaration.State.values, *map(str, State)}
    assert states <= LOOKS.keys()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_bears_no_style_and_no_script_of_its_own(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", text)
