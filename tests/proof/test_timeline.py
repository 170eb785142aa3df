"""The timeline reads back as it was written, stands in order, and speaks four languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from officium.findings import BadInput
from officium.language import LANGUAGES
from officium.proof import (
    Timeline,
    canonical,
    happenings,
    parsed,
    read_timeline,
    timeline_bytes,
    timeline_rows,
)

from .story import bakery_pack

TIMELINE = bakery_pack().timeline


def test_a_timeline_reads_back_as_it_was_written() -> None:
    assert read_timeline(timeline_bytes(TIMELINE)) == TIMELINE


def test_rows_stand_by_the_day_that_counts_then_by_the_moment_recorded() -> None:
    first, second = TIMELINE.events
    late = replace(second, valid_on=first.valid_on)
    rows = timeline_rows(Timeline((late, second, first), ()), "fr")
    assert [row.what for row in rows] == [
        "Données fournies : 2025-03",
        "Déclaration envoyée : DmfA 2025Q1",
        "Déclaration envoyée : DmfA 2025Q1",
    ]
    assert (rows[0].party, rows[0].file) == ("employeur", "supplied/2025-01/time.csv")
    assert rows[2].valid_on == date(2025, 5, 5)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_event_is_told_with_its_particular(language: str) -> None:
    for what in happenings():
        event = replace(TIMELINE.events[0], what=what, about="2025Q3")
        (row,) = timeline_rows(Timeline((event,), ()), language)
        assert row.what.endswith(": 2025Q3")


def test_an_event_without_words_is_refused() -> None:
    with pytest.raises(BadInput) as refused:
        Timeline((replace(TIMELINE.events[0], what="coffee_made"),), ())
    assert (refused.value.code, refused.value.where) == ("unknown_event", "coffee_made")


def test_a_timeline_longer_than_anybody_reads_is_refused() -> None:
    with pytest.raises(BadInput, match="at most"):
        Timeline(TIMELINE.events * 5001, ())


@pytest.mark.parametrize(
    ("part", "field", "value"),
    [
        ("events", "party", "neighbour"),
        ("events", "party", None),
        ("events", "party", ["bank"]),
        ("events", "valid_on", "2025-13-01"),
        ("events", "recorded", "2025-01-01"),
        ("events", "about", ""),
        ("events", "file", 7),
        ("steps", "key", "two words"),
        ("steps", "due", None),
        ("steps", "done", 20250405),
        ("steps", "waited_for", "nobody"),
        ("steps", "more", 1),
    ],
)
def test_a_part_in_another_form_is_refused(part: str, field: str, value: object) -> None:
    document = parsed(timeline_bytes(TIMELINE))
    document[part][0][field] = value
    with pytest.raises(BadInput):
        read_timeline(canonical(document))


@pytest.mark.parametrize(
    "change", [{"version": 2}, {"format": "x"}, {"events": {}}, {"steps": None}, {"more": 1}]
)
def test_another_document_is_refused(change: dict[str, object]) -> None:
    document = parsed(timeline_bytes(TIMELINE))
    with pytest.raises(BadInput):
        read_timeline(canonical({**document, **change}))
