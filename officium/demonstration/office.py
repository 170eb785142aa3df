"""The practice office that acts for the invented employers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Operator:
    name: str
    certification_number: str

OPERATOR = Operator("Meridiaan vzw", "999")
