"""What a person prefers: their language, and whether single keys act."""

from __future__ import annotations

from officium.findings import BadInput
from officium.language import LANGUAGES
from officium.office.models import User


def prefer(user: User, *, language: str, single_key_shortcuts: bool) -> User:
    """Store a person's own preferences; nobody else is concerned, so nothing goes to the audit trail."""
    if language not in LANGUAGES:
        raise BadInput(f"one of {', '.join(LANGUAGES)} is expected", code="unknown_language")
    user.language, user.single_key_shortcuts = language, single_key_shortcuts
    user.save(update_fields=["language", "single_key_shortcuts"])
    return user
