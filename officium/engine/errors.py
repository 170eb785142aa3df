"""How the engine refuses: one clear line, said on the author's desk or at the door."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from officium.findings import BadInput


class LawError(BadInput):
    """A rule, figure or fact that cannot be used as it stands.

    `code` is one of: unknown_fact, missing_fact, missing_figure, not_reviewed, conflict, silence,
    overflow, units, exact, circle, range, grain, writing.
    """


def near(name: str, known: Iterable[str]) -> str:
    """The nearest known names, as the end of a message; empty where nothing is near."""
    names = difflib.get_close_matches(name, list(known), n=3, cutoff=0.6)
    return f"; did you mean {' or '.join(names)}?" if names else ""
