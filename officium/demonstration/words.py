"""What invented people are called, where they live and what they do: chosen by counting, never by chance."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("nl", "fr", "de", "en")


@cache
def held(name: str) -> dict[str, Any]:
    """A document of this room, such as `words`."""
    return tomllib.loads(
        files("officium.demonstration").joinpath(f"{name}.toml").read_text("utf-8")
    )


def word(language: str, kind: str, at: int) -> str:
    """One of the words of a kind, by its place; places beyond the last begin again."""
    words: list[str] = held("words")[language][kind]
    return words[at % len(words)]


def phrase(language: str, kind: str) -> str:
    """The one phrase of a kind, such as the name of a premium."""
    text: str = held("words")[language][kind]
    return text


def full_name(language: str, sex: str, serial: int) -> tuple[str, str]:
    """Surname and first name: no two of two hundred people who follow each other have the same."""
    kind = "women" if sex == "F" else "men"
    surnames = len(held("words")[language]["surnames"])
    return word(language, "surnames", serial), word(language, kind, serial // surnames + serial)


def home(language: str, serial: int) -> dict[str, str]:
    """The address of a person."""
    postcode, _, town = word(language, "towns", serial).partition(" ")
    return {
        "street": word(language, "streets", serial // 2),
        "number": str(1 + serial * 17 % 180),
        "postcode": postcode,
        "town": town,
    }
