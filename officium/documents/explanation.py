"""An explanation laid out for a page: every computed fact has one home, all else links to it.

The lines of a document come first; under a line stand the facts that it uses and that have no home
yet; what lies deeper follows as steps of their own. So a page shows two levels and repeats nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Step:
    """One computed fact as shown: its home on the page, what is told about it, the steps inside."""

    anchor: str
    told: Mapping[str, Any]
    inner: list[Step] = field(default_factory=list)


class Explanation:
    """The facts of one explanation, each computed one placed under `prefix` exactly once."""

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        prefix: str,
        lines: Iterable[str] = (),
        elsewhere: Callable[[str], str] | None = None,
    ) -> None:
        """Place the facts named by `lines`, then what they use, then the rest in its own order.

        `elsewhere`: the address of a page of its own for each fact of the rest; else all stand here.
        """
        self.language: str | None = data["language"] if data else None
        self._facts: Mapping[str, Any] = data["facts"] if data else {}
        self._anchors = {
            key: f"{prefix}-{place}"
            for place, (key, told) in enumerate(self._facts.items(), start=1)
            if not told.get("given")
        }
        self.of_line = {
            key: Step(self._anchors[key], self._facts[key]) for key in lines if key in self._anchors
        }
        homeless = {key: None for key in self._anchors if key not in self.of_line}
        for step in self.of_line.values():
            for used in dict.fromkeys(step.told.get("uses", ())):
                if used in homeless:
                    del homeless[used]
                    step.inner.append(Step(self._anchors[used], self._facts[used]))
        self._elsewhere = {key: elsewhere(key) for key in homeless} if elsewhere else {}
        self.deeper = [Step(self._anchors[key], self._facts[key]) for key in homeless]

    def anchor(self, key: str | None) -> str | None:
        """Where a computed fact lives on the page; None for what is given or not told."""
        return self._anchors.get(key) if key else None

    def address(self, key: str | None) -> str | None:
        """Where a computed fact opens: on this page, or on its own."""
        if not key or key not in self._anchors:
            return None
        return self._elsewhere.get(key) or f"#{self._anchors[key]}"

    def find(self, fact: str) -> str | None:
        """Where a fact lives when it has one row only."""
        rows = [key for key in self._anchors if key == fact or key.startswith(f"{fact}[")]
        return self._anchors[rows[0]] if len(rows) == 1 else None

    def rows(self, fact: str) -> list[tuple[str, Mapping[str, Any]]]:
        """Every row of a fact with its key."""
        return [(key, told) for key, told in self._facts.items() if key.partition("[")[0] == fact]

    def told(self, key: str) -> Mapping[str, Any] | None:
        """What the explanation tells about a fact, given or computed."""
        return self._facts.get(key)
