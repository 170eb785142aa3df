"""The language of whoever is being answered: of the request, else English (command line, tasks)."""

from __future__ import annotations

from django.utils.translation import get_language

from officium.language import LANGUAGES


def language() -> str:
    """One of the four."""
    code = (get_language() or "en")[:2]
    return code if code in LANGUAGES else "en"
