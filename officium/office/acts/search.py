"""How names are searched for."""

from __future__ import annotations

import unicodedata


def sought(text: str) -> str:
    """Lower case without accents, so that `Lefevre` finds `Lefèvre`."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in apart if not unicodedata.combining(sign)).split())
