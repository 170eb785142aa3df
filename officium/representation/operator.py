"""Who runs an office: an employer for itself, a social service provider, or a certified secretariat.

Act of 29 June 1981, art. 31ter par. 2; Act of 27 June 1969, art. 27; Royal Decree of 28 November 1969,
art. 48 par. 1, 7°. The name "social secretariat" belongs to the certified: Social Criminal Code,
art. 217, 2°.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from stdnum.be import vat
from stdnum.exceptions import ValidationError

from officium.findings import BadInput
from officium.language import long_date
from officium.representation.catalogue import table


class OperatorKind(StrEnum):
    """What an operator is in the law."""

    EMPLOYER = "employer"
    PROVIDER = "provider"
    CERTIFIED = "certified"


@dataclass(frozen=True, slots=True)
class Operator:
    """Who acts: its kind, name and enterprise number; of a certified secretariat its certification.

    Raises BadInput for a number that is none, and for a certification that is missing or out of place.
    """

    kind: OperatorKind
    name: str
    enterprise_number: str
    certification_number: str | None = None
    decree_date: date | None = None

    def __post_init__(self) -> None:
        if not self.name or self.name != self.name.strip():
            raise BadInput("is empty, or begins or ends with a space", code="name", where="name")
        checked_number(self.enterprise_number)
        certification = (self.certification_number, self.decree_date)
        if self.kind is not OperatorKind.CERTIFIED:
            if certification != (None, None):
                raise BadInput(
                    f"an operator of kind {self.kind} has no certification: leave out "
                    "certification_number and decree_date, or say that it is certified",
                    code="certification",
                    where=self.name,
                )
        elif None in certification:
            raise BadInput(
                "a certified social secretariat has a certification_number and a decree_date: they "
                "stand on each of its documents (RD 28-11-1969 art. 48 par. 1, 7°)",
                code="certification",
                where=self.name,
            )
        elif not re.fullmatch(r"\d{3,4}", self.certification_number or "", re.ASCII):
            raise BadInput(
                f"certification_number {self.certification_number!r} is no number of three or four "
                'digits, such as "999"',
                code="certification",
                where=self.name,
            )

    def is_certified(self, on: date) -> bool:
        """Whether it is a certified social secretariat on a day."""
        return self.decree_date is not None and self.decree_date <= on

    def title(self, language: str) -> str:
        """What the operator may call itself: the protected title for a certified one only."""
        words = str(table("wording")["title"][self.kind][language])
        return words.format(number=self.certification_number)

    def header(self, language: str) -> str:
        """The line that stands on its documents: of a certified one with all that art. 48 asks."""
        words = str(table("wording")["header"][self.kind][language])
        decree = long_date(self.decree_date, language) if self.decree_date else ""
        return words.format(
            name=self.name,
            title=self.title(language),
            number=self.certification_number,
            decree=decree,
        )

    def as_json(self) -> dict[str, Any]:
        """The operator as programs read it; what it does not have is left out."""
        told: dict[str, Any] = {
            "kind": str(self.kind),
            "name": self.name,
            "enterprise_number": self.enterprise_number,
        }
        if self.certification_number is not None and self.decree_date is not None:
            told["certification_number"] = self.certification_number
            told["decree_date"] = self.decree_date.isoformat()
        return told


def checked_number(text: str) -> str:
    """An enterprise number: ten digits, the last two of which check it; BadInput otherwise."""
    try:
        digits = str(vat.validate(text))
    except ValidationError:
        digits = ""
    if len(digits) != 10 or digits != text:
        raise BadInput(
            f"{text[:20]!r} is no enterprise number: ten digits, the last two of which check it",
            code="enterprise_number",
        )
    return digits
