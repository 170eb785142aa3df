"""What creditors may take of a worker's pay: their notices, the children declared, other income."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from officium.payroll.records.base import Record
from officium.payroll.records.values import (
    Cents,
    Day,
    EnterpriseNumber,
    Iban,
    Line,
    StructuredCommunication,
    Text,
)

AttachmentKind = Literal[
    "maintenance", "delegation", "debt_settlement", "assignment", "tax_notice", "seizure"
]
# A sum that is paid each month, and all pay: neither needs a claim that ends.
WITHOUT_LIMITS = ("maintenance", "delegation")
GREATEST_CLAIM = 99_999_999


class Attachment(Record):
    """One creditor's notice on the pay of a worker, as the employer received it."""

    number: int = Field(
        ge=1,
        le=99,
        description="number of the attachment, unique for the worker and never used again",
    )
    employer: EnterpriseNumber = Field(description="enterprise number of the employer who got it")
    kind: AttachmentKind = Field(
        description="maintenance (seizure or assignment for it) and delegation (a judge lets the "
        "spouse or a creditor of maintenance receive pay): without limits, before all others; "
        "debt_settlement: all pay goes to the mediator; assignment; tax_notice; seizure"
    )
    creditor: Text = Field(
        description="who is paid: the creditor, or the bailiff or mediator who receives for others"
    )
    iban: Iban = Field(description="account on which the creditor is paid")
    reference: StructuredCommunication | None = Field(
        default=None, description="structured communication of the payments; else message"
    )
    message: Line | None = Field(
        default=None, description="free communication of the payments, such as the file number"
    )
    notified: Day = Field(
        description="day of the notice, by which ranks are decided: service of the seizure, receipt of "
        "the tax notice, filing of the assignment with the central file of notices"
    )
    executable: Day | None = Field(
        default=None,
        description="of an assignment: day on which the creditor's decision to execute it was "
        "received, after the ten days for opposition (act of 12 April 1965, art. 28); nothing is "
        "taken before",
    )
    is_privileged: bool = Field(
        default=False,
        description="of a seizure: whether the creditor invokes a privilege; a tax notice has one",
    )
    amount: Cents | None = Field(
        default=None,
        gt=0,
        le=GREATEST_CLAIM,
        description="the whole claim with interest and costs; needed unless all pay or a sum each "
        "month is asked",
    )
    monthly: Cents | None = Field(
        default=None,
        gt=0,
        le=GREATEST_CLAIM,
        description="what may be taken each month at most; needed for maintenance and delegation "
        "without amount",
    )
    paid: Cents | None = Field(
        default=None,
        ge=0,
        le=GREATEST_CLAIM,
        description="what this employer paid of the amount up to and including paid_until, where the "
        "computed months of the year do not hold it",
    )
    paid_until: Day | None = Field(
        default=None, description="last day of the month up to which paid holds"
    )
    lifted: Day | None = Field(
        default=None, description="day on which its end was notified: from then on nothing is taken"
    )
    is_held: bool = Field(
        default=False,
        description="whether what is taken is kept and not paid yet (conservatory seizure, dispute)",
    )

    @property
    def begins(self) -> date:
        """The first day on which something may be taken."""
        return self.executable or self.notified

    def holds_on(self, day: date) -> bool:
        """Whether something may be taken of what is paid on a day."""
        return self.begins <= day and (self.lifted is None or day < self.lifted)

    @model_validator(mode="after")
    def _is_paid_somehow(self) -> Attachment:
        if (self.reference is None) == (self.message is None):
            raise ValueError("needs a reference or a message for its payments, and not both")
        if self.kind == "debt_settlement":
            if self.amount or self.monthly:
                raise ValueError("all pay goes to the mediator: leave amount and monthly out")
        elif self.kind in WITHOUT_LIMITS:
            if not (self.amount or self.monthly):
                raise ValueError(f"{self.kind} needs amount or monthly, or both")
        elif not self.amount:
            raise ValueError(f"{self.kind} needs amount: what is claimed in all")
        return self

    @model_validator(mode="after")
    def _of_its_kind(self) -> Attachment:
        if (self.kind == "assignment") != (self.executable is not None):
            raise ValueError(
                "an assignment, and nothing else, needs executable: the day on which it may be executed"
            )
        if self.executable and self.executable < self.notified:
            raise ValueError(f"executable {self.executable} is before notified {self.notified}")
        if self.is_privileged and self.kind != "seizure":
            raise ValueError(
                "is_privileged is said of a seizure; the rank of others is their kind's"
            )
        return self

    @model_validator(mode="after")
    def _balance(self) -> Attachment:
        if (self.paid is None) != (self.paid_until is None):
            raise ValueError("paid and paid_until belong together")
        if self.paid is not None and self.amount is None:
            raise ValueError("paid is a part of amount, which is missing")
        if self.paid is not None and self.amount is not None and self.paid > self.amount:
            raise ValueError("paid is more than amount")
        if self.paid_until and not _ends_a_month(self.paid_until):
            raise ValueError(f"paid_until {self.paid_until} is not the last day of a month")
        return self


class ChildrenForm(Record):
    """The worker's declaration of dependent children to an employer (Judicial Code art. 1409ter)."""

    employer: EnterpriseNumber = Field(description="enterprise number of the employer who got it")
    received: Day = Field(description="day on which the employer received it")
    children: int = Field(
        ge=0, le=30, description="dependent children from then on, by the form and its proofs"
    )


class OtherIncome(Record):
    """Replacement income beside the pay, counted together with it (Judicial Code art. 1411)."""

    since: Day = Field(description="first day of payment on which it counts")
    until: Day | None = Field(default=None, description="last day of payment on which it counts")
    amount: Cents = Field(
        gt=0, le=GREATEST_CLAIM, description="net income of a month, after contributions and tax"
    )
    taken: Cents = Field(
        ge=0, le=GREATEST_CLAIM, description="what who pays that income takes of it for creditors"
    )
    told_by: Text = Field(
        description="who told the amounts: the bailiff, the judge, the other payer"
    )

    def counts_on(self, day: date) -> bool:
        """Whether it is counted with what is paid on a day."""
        return self.since <= day and (self.until is None or day <= self.until)

    @model_validator(mode="after")
    def _sound(self) -> OtherIncome:
        if self.taken > self.amount:
            raise ValueError("taken is more than amount")
        if self.until and self.until < self.since:
            raise ValueError(f"until {self.until} is before since {self.since}")
        return self


def _ends_a_month(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).day == 1
