"""Obligations as the portal names them."""

from __future__ import annotations

from officium.obligations import duty
from officium.office.tongue import language


def due_name(name: str) -> str:
    """The name of an obligation in the language of the page."""
    return duty(name).names[language()]
