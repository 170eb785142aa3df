"""The two parties of a mandate on paper: who they are, who signs for them, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from officium.documents import wording
from officium.documents.clauses import Clauses
from officium.findings import BadInput
from officium.representation import Mandate, Operator

# Role -> left, bottom, right, top in points on the last page: the frames that `agreement.typ` draws.
SIGNATURE_BOXES: Mapping[str, tuple[int, int, int, int]] = {
    "employer": (51, 68, 286, 125),
    "mandatary": (309, 68, 544, 125),
}


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs for a party: name, capacity in the words of the document, national number (digits)."""

    name: str
    position: str
    national_number: str


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a mandate; the address is one line. Any one of the signatories binds it."""

    name: str
    enterprise_number: str
    address: str
    signatories: tuple[Signatory, ...]
    nsso_number: str | None = None


@dataclass(frozen=True, slots=True)
class Parties:
    """An employer and its mandatary, with the mandates that both sign, one for each group.

    Raises `BadInput` where a mandate is of others, is a delegation, or nobody signs for a party.
    """

    employer: Party
    mandatary: Party
    mandates: tuple[Mandate, ...]

    def __post_init__(self) -> None:
        if not self.mandates:
            raise BadInput("holds no mandate: there is nothing to sign", code="no_mandate")
        for mandate in self.mandates:
            self._check(mandate)
        groups = [mandate.group for mandate in self.mandates]
        if len(set(groups)) < len(groups):
            raise BadInput("holds two mandates of one group: sign them apart", code="group_twice")
        if len({mandate.receiver for mandate in self.mandates}) > 1:
            raise BadInput(
                "holds mandates to one receiver under two descriptions: sign them apart",
                code="other_receiver",
            )
        for party in (self.employer, self.mandatary):
            if not party.signatories:
                raise BadInput(
                    "has nobody who signs: name at least one person",
                    code="no_signatory",
                    where=party.name,
                )

    def _check(self, mandate: Mandate) -> None:
        if mandate.delegated_from is not None:
            raise BadInput(
                "is a delegation: it is given in the service Mahis, between mandataries",
                code="delegation",
                where=mandate.key,
            )
        named = (self.mandatary.name, self.mandatary.enterprise_number)
        receiver = (mandate.receiver.name, mandate.receiver.enterprise_number)
        if mandate.employer != self.employer.enterprise_number or receiver != named:
            raise BadInput(
                "is a mandate of other parties: name the employer and the mandatary of the mandate",
                code="other_parties",
                where=mandate.key,
            )

    @property
    def operator(self) -> Operator:
        """The mandatary as the law knows it."""
        return self.mandates[0].receiver

    @property
    def expected(self) -> dict[str, tuple[str, ...]]:
        """Role -> the numbers of which one must sign: persons, or the seal of the organisation."""
        return {
            role: (*(one.national_number for one in party.signatories), party.enterprise_number)
            for role, party in self._by_role()
        }

    def told(self, say: Clauses, roles: Sequence[str]) -> list[dict[str, Any]]:
        """Both parties as the head of a page shows them; `roles` are the labels of employer, mandatary."""
        told = []
        for role, (_, party) in zip(roles, self._by_role(), strict=True):
            number = wording.enterprise_number(party.enterprise_number)
            details = [say.labels("payslip.enterprise_number", number=number)]
            if party.nsso_number:
                details.append(say.labels("payslip.nsso_number", number=party.nsso_number))
            told.append(
                {
                    "heading": say(role),
                    "name": party.name,
                    "address": party.address,
                    "details": details,
                }
            )
        return told

    def frames(self, say: Clauses) -> list[dict[str, Any]]:
        """The two places to sign, at the foot of the last page."""
        return [
            {
                "heading": say(role),
                "name": party.name,
                "people": [
                    say("represented", name=one.name, position=one.position)
                    for one in party.signatories
                ],
                "sign": say("sign"),
            }
            for role, party in self._by_role()
        ]

    def signatories(self) -> list[tuple[Party, Signatory]]:
        """Everybody who can sign, with the party."""
        return [(party, one) for _, party in self._by_role() for one in party.signatories]

    def _by_role(self) -> tuple[tuple[str, Party], ...]:
        return (("employer", self.employer), ("mandatary", self.mandatary))
