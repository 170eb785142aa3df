"""Obligations as the portal names them."""

from __future__ import annotations

from officium import obligations
from officium.office.tongue import language


def due_name(name: str) -> str:
    """The name of an obligation in the language of the page."""
    named = getattr(obligations, "duty", None)
    return named(name).names[language()] if named else name.replace("_", " ")
