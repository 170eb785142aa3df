"""A mandate as it is recorded: the document of `officium.representation`, with the place of each field."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, model_validator

from officium.findings import BadInput
from officium.payroll.records.base import Record
from officium.payroll.records.values import (
    Day,
    EnterpriseNumber,
    Key,
    Quarter,
    SecretariatNumber,
    Text,
)
from officium.representation import Act, Group, Happening, Mandate, OperatorKind

if TYPE_CHECKING:
    KindName = str
    GroupName = str
    TaskName = str
    HappeningName = str
else:
    KindName = Literal[tuple(str(kind) for kind in OperatorKind if kind != OperatorKind.EMPLOYER)]
    GroupName = Literal[tuple(map(str, Group))]
    TaskName = Literal[tuple(str(act) for act in Act if act != Act.CONSULT)]
    HappeningName = Literal[tuple(map(str, Happening))]


class Mandatary(Record):
    """Who received the mandate."""

    kind: KindName = Field(
        description="provider: a social service provider; certified: a certified social secretariat"
    )
    name: Text = Field(description="name of the mandatary")
    enterprise_number: EnterpriseNumber = Field(description="its enterprise number, ten digits")
    certification_number: SecretariatNumber | None = Field(
        default=None, description="number of its certification, of a certified one only"
    )
    decree_date: Day | None = Field(
        default=None, description="date of the ministerial decree, of a certified one only"
    )


class MandateEvent(Record):
    """What happened to the mandate, in the order of the days."""

    what: HappeningName = Field(
        description="revoked is by the giver, renounced by the mandatary; end_notified tells the NSSO; "
        "taken_over names the next mandatary"
    )
    day: Day = Field(description="the day on which it is valid")
    by: EnterpriseNumber = Field(description="enterprise number of who did it")
    last_day: Day | None = Field(
        default=None,
        description="of an end: the last day of the mandate, a quarter's last; left out where it is "
        "withdrawn before it begins",
    )


class RecordedMandate(Record):
    """A mandate of an employer, for one group of applications."""

    key: Key = Field(description="name of the mandate, for good")
    employer: EnterpriseNumber = Field(description="the employer who is represented")
    giver: EnterpriseNumber | None = Field(
        default=None,
        description="of a delegation: the mandatary who gives it; left out: the employer",
    )
    delegated_from: Key | None = Field(
        default=None, description="of a delegation: the mandate of its giver"
    )
    group: GroupName = Field(description="group of applications")
    tasks: tuple[TaskName, ...] = Field(
        min_length=1, description="what the mandatary may do; consulting goes without saying"
    )
    begins: Quarter = Field(description="first quarter")
    ends: Quarter | None = Field(
        default=None, description="last quarter, where one was agreed at the start"
    )
    kept_by_former: tuple[Quarter, ...] = Field(
        default=(),
        description="quarters whose transactions the contract leaves to the former mandatary (Act of "
        "29 June 1981, art. 31quater par. 5)",
    )
    receiver: Mandatary = Field(description="the mandatary")
    events: tuple[MandateEvent, ...] = Field(
        default=(), description="what happened to it, in the order of the days"
    )

    @model_validator(mode="after")
    def _as_the_law_allows(self) -> RecordedMandate:
        for name in ("tasks", "kept_by_former"):
            listed = getattr(self, name)
            if len(set(listed)) < len(listed):
                raise ValueError(f"{name} names something twice")
        try:
            _ = self.mandate
        except BadInput as refusal:
            raise ValueError(refusal.message) from refusal
        return self

    @property
    def mandate(self) -> Mandate:
        """The mandate, to be asked."""
        document: dict[str, Any] = self.model_dump(mode="json")
        document["giver"] = self.giver or self.employer
        return Mandate.from_json(document)

    @classmethod
    def of(cls, mandate: Mandate) -> RecordedMandate:
        """The record of a mandate."""
        document = mandate.as_json()
        if mandate.giver == mandate.employer:
            del document["giver"]
        return cls.model_validate_json(json.dumps(document))
