"""What people do in the portal, programs do by the API; where they cannot, it is said why."""

from __future__ import annotations

import tomllib
from pathlib import Path

from django.test import Client
from django.urls import reverse
from portal.test_routes import OURS

from officium.api.problems import wording
from officium.language import LANGUAGES
from officium.office.refusals import wording as refusals

from .rules import RULES

TABLE = tomllib.loads(Path(__file__).with_name("parity.toml").read_text("utf-8"))


def test_every_page_has_its_route_or_a_reason() -> None:
    pages = {route.name for route in OURS}
    assert pages | {"api_docs"} == TABLE["routes"].keys() | TABLE["none"].keys()
    assert all(reason.strip() for reason in TABLE["none"].values())
    assert not TABLE["routes"].keys() & TABLE["none"].keys()


def test_every_route_has_its_page_or_a_reason() -> None:
    named = {route for routes in TABLE["routes"].values() for route in routes}
    assert named | TABLE["programs_only"].keys() == RULES.keys()
    assert not named & TABLE["programs_only"].keys()


def test_what_is_said_is_said_in_four_languages() -> None:
    for texts in (*wording().values(), *refusals().values()):
        assert tuple(texts) == LANGUAGES
        assert len({text.count("{") for text in texts.values()}) == 1


def test_the_page_of_the_description_names_every_route(db: None) -> None:
    answer = Client().get(reverse("api_docs"), headers={"Accept-Language": "fr"})
    page = answer.content.decode()
    assert '<html lang="fr">' in page
    for route in RULES:
        method, path = route.split(" ")
        assert f"{method.upper()} /api/v1{path}" in page
    assert "<script" not in page
    assert " style=" not in page
    assert "https://" not in page
