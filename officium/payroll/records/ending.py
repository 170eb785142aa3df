"""What makes the pay of a year on which an indemnity at the end rests, beside the pay itself."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from officium.payroll.records.base import Record
from officium.payroll.records.values import Cents, Pay

PayReduction = Literal["none", "adapted_work", "parental_leave", "career_interruption", "lasting"]


class YearlyPay(Record):
    """The pay of a year as it stood at the end (act of 3 July 1978, art. 39), beside the basic pay."""

    variable_pay: Cents = Field(
        default=0,
        ge=0,
        description="commissions and other variable pay of the twelve months before the end",
    )
    variable_months: int = Field(
        default=12, ge=1, le=12, description="the months in service of these twelve"
    )
    premiums: Cents = Field(
        default=0, ge=0, description="year-end premium and other fixed premiums of a year"
    )
    taxed_benefits: Cents = Field(
        default=0,
        ge=0,
        description="benefits of a year that are taxed: car, phone, internet, at their value for the "
        "worker",
    )
    untaxed_benefits: Cents = Field(
        default=0,
        ge=0,
        description="benefits of a year that are not taxed: the employer's premiums for group and "
        "hospital insurance, its part of meal vouchers",
    )
    reduction: PayReduction = Field(
        default="none",
        description="why less was worked at the end: adapted_work (agreed on with the employer), "
        "parental_leave, career_interruption (time credit and other thematic leaves, not for an "
        "unlimited time), lasting (any other)",
    )
    monthly_pay_before_reduction: Pay | None = Field(
        default=None,
        description="pay of a complete month without the reduction, needed where it counts",
    )

    @model_validator(mode="after")
    def _tells_the_pay(self) -> YearlyPay:
        counts = self.reduction in ("adapted_work", "parental_leave", "career_interruption")
        if counts != (self.monthly_pay_before_reduction is not None):
            raise ValueError(
                f"has the reduction {self.reduction} and "
                + ("no" if counts else "a")
                + " monthly_pay_before_reduction: it stands with adapted_work, parental_leave and "
                "career_interruption, and only with them"
            )
        return self
