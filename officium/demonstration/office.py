"""The practice office that acts for the invented employers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from officium.demonstration.numbers import enterprise_number
from officium.demonstration.words import held


@dataclass(frozen=True, slots=True)
class InventedOperator:
    """The mandatary of the practice office.

    `kind` is `certified`: with the number and the day of the ministerial decree that a certified office
    prints on its documents (Royal Decree of 28 November 1969, art. 48 par. 1, 7°); both are invented.
    """

    name: str
    legal_form: str
    kind: str
    enterprise_number: str
    certification_number: str
    decree_date: date
    language: str
    email: str
    practice: tuple[tuple[str, str], ...]

    def full_name(self, language: str) -> str:
        """The name as it is shown, which says that it is a practice office; nl, fr, de or en."""
        return f"{self.name} {self.legal_form}, {dict(self.practice)[language]}"


def invented_operator() -> InventedOperator:
    """Meridiaan, the office that acts for the invented employers."""
    told = held("office")["operator"]
    return InventedOperator(
        name=told["name"],
        legal_form=told["legal_form"],
        kind=told["kind"],
        enterprise_number=enterprise_number(told["serial"]),
        certification_number=told["certification_number"],
        decree_date=told["decree_date"],
        language=told["language"],
        email=told["email"],
        practice=tuple(told["practice"].items()),
    )
