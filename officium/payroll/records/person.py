"""The worker: one natural person, with the family situation that the tax depends on."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Literal

from pydantic import Field, model_validator

from officium.law import Month
from officium.payroll.records.attachment import Attachment, ChildrenForm, OtherIncome
from officium.payroll.records.base import Record
from officium.payroll.records.contract import Contract
from officium.payroll.records.employer import Address, Language
from officium.payroll.records.holidays import HolidayYear
from officium.payroll.records.values import (
    Cents,
    Country,
    Day,
    Iban,
    Inss,
    StaffNumber,
    Text,
)

CivilStatus = Literal["single", "married", "legal_cohabitant", "widowed", "divorced", "separated"]
SpouseIncome = Literal["none", "small_income", "small_pension", "full"]
COUPLES = ("married", "legal_cohabitant")
PARTS = (
    ("disabled_dependent_children", "dependent_children"),
    ("disabled_dependents_in_need_of_care", "dependents_in_need_of_care"),
    ("disabled_other_dependents", "other_dependents"),
)


class Family(Record):
    """The family situation for withholding tax, from a day until the next one."""

    since: Day = Field(description="first day of this situation")
    civil_status: CivilStatus = Field(description="civil status")
    spouse_income: SpouseIncome | None = Field(
        default=None,
        description="professional income of the spouse or legal cohabitant: none; small_income or "
        "small_pension (below the limits of the withholding tables); full. Needed for a couple, "
        "left out otherwise",
    )
    has_disabled_spouse: bool = Field(default=False, description="whether the spouse is disabled")
    is_disabled: bool = Field(default=False, description="whether the worker is disabled")
    is_single_parent: bool = Field(
        default=False,
        description="whether the worker is not in a couple and has dependent children",
    )
    dependent_children: int = Field(
        default=0, ge=0, le=30, description="dependent children, the disabled ones included"
    )
    disabled_dependent_children: int = Field(
        default=0, ge=0, le=30, description="those of them who are disabled"
    )
    dependents_in_need_of_care: int = Field(
        default=0,
        ge=0,
        le=30,
        description="dependent parents in need of care, of 66 or more (65 until 2024)",
    )
    disabled_dependents_in_need_of_care: int = Field(
        default=0, ge=0, le=30, description="those of them who are disabled"
    )
    elderly_dependents: int = Field(
        default=0,
        ge=0,
        le=30,
        description="until 2024: dependent in 2020 already, and 65 on 1 January 2021",
    )
    other_dependents: int = Field(
        default=0, ge=0, le=30, description="dependent persons who are none of the above"
    )
    disabled_other_dependents: int = Field(
        default=0, ge=0, le=30, description="those of them who are disabled"
    )

    @model_validator(mode="after")
    def _sound(self) -> Family:
        if self.is_couple and self.spouse_income is None:
            raise ValueError(
                "spouse_income is missing: none, small_income, small_pension or full is expected"
            )
        if not self.is_couple and (self.spouse_income is not None or self.has_disabled_spouse):
            raise ValueError(f"speaks of a spouse, and civil_status is {self.civil_status}")
        for part, whole in PARTS:
            if getattr(self, part) > getattr(self, whole):
                raise ValueError(f"{part} is more than {whole}")
        if self.is_single_parent and (self.is_couple or not self.dependent_children):
            raise ValueError("is_single_parent needs dependent children and no spouse")
        return self

    @property
    def is_couple(self) -> bool:
        """Whether there is a spouse or legal cohabitant."""
        return self.civil_status in COUPLES


class SecondAccount(Record):
    """An account that gets a fixed part of each wage; the rest goes to the first account."""

    iban: Iban = Field(description="the second account")
    amount: Cents = Field(gt=0, description="what it gets of each wage, in euro")


class Worker(Record):
    """One person who works or worked for an employer of the folder."""

    staff_number: StaffNumber = Field(
        description="number in the staff register: capital letters, digits and hyphens"
    )
    inss: Inss = Field(description="social security identification number, eleven digits")
    name: Text = Field(description="surname")
    first_name: Text = Field(description="first name")
    birth_date: Day = Field(description="day of birth")
    sex: Literal["M", "F"] = Field(description="M or F, as in the national register")
    nationality: Country = Field(description="nationality, two capital letters (ISO 3166)")
    language: Language = Field(description="language of the worker's documents")
    is_resident: bool = Field(default=True, description="whether the worker is a tax resident")
    address: Address = Field(description="home address")
    payment_method: Literal["transfer", "circular_cheque"] = Field(
        default="transfer",
        description="how the wage is paid: transfer to iban, or circular_cheque for who has no account",
    )
    iban: Iban | None = Field(
        default=None, description="account on which the wage is paid; needed for a transfer"
    )
    second_account: SecondAccount | None = Field(
        default=None, description="account on which the worker wishes a part of each wage"
    )
    families: tuple[Family, ...] = Field(min_length=1, description="family situations by day")
    contracts: tuple[Contract, ...] = Field(min_length=1, description="contracts of the worker")
    holiday_years: tuple[HolidayYear, ...] = Field(
        default=(), description="rights to annual holidays by year, of white-collar workers"
    )
    attachments: tuple[Attachment, ...] = Field(
        default=(), max_length=30, description="notices of creditors on the pay"
    )
    children_forms: tuple[ChildrenForm, ...] = Field(
        default=(),
        max_length=30,
        description="declarations of dependent children, which lower what creditors take",
    )
    other_incomes: tuple[OtherIncome, ...] = Field(
        default=(), description="replacement income that counts together with the pay for creditors"
    )

    @model_validator(mode="after")
    def _sound(self) -> Worker:
        if self.payment_method == "transfer" and self.iban is None:
            raise ValueError(
                "iban is missing: without an account, say payment_method circular_cheque"
            )
        if self.payment_method == "circular_cheque" and (self.iban or self.second_account):
            raise ValueError("a wage paid by circular_cheque goes to no account: leave iban out")
        days = [family.since for family in self.families]
        if any(later <= earlier for earlier, later in pairwise(days)):
            raise ValueError(
                "families are not in the order of their days, each later than the other"
            )
        if days[0] > min(contract.begins for contract in self.contracts):
            raise ValueError(f"families begin on {days[0]}, after the first contract")
        numbers = [contract.number for contract in self.contracts]
        for at, contract in enumerate(self.contracts):
            if contract.number in numbers[:at]:
                raise ValueError(f"contract {contract.number} appears twice")
            for other in self.contracts[:at]:
                if _same_work(contract, other) and _overlap(contract, other):
                    raise ValueError(
                        f"contracts {other.number} and {contract.number} are for the same work and "
                        "overlap; the first must end before the second begins"
                    )
        return self

    @model_validator(mode="after")
    def _holidays_of_its_contracts(self) -> Worker:
        statuses = {contract.number: contract.status for contract in self.contracts}
        seen: set[tuple[int, int]] = set()
        for holidays in self.holiday_years:
            key = (holidays.year, holidays.contract)
            if holidays.contract not in statuses:
                raise ValueError(
                    f"holidays of {holidays.year} are of contract {holidays.contract}, which is none "
                    "of the worker's"
                )
            if statuses[holidays.contract] != "white_collar":
                raise ValueError(
                    f"holidays of {holidays.year} are of contract {holidays.contract}, which is no "
                    "white-collar one: the holiday fund keeps those of manual workers"
                )
            if key in seen:
                raise ValueError(
                    f"holidays of {holidays.year} appear twice for contract {holidays.contract}"
                )
            seen.add(key)
        return self

    @model_validator(mode="after")
    def _attachments_at_its_employers(self) -> Worker:
        employers = {contract.employer for contract in self.contracts}
        told = [notice.employer for notice in self.attachments]
        told += [form.employer for form in self.children_forms]
        for number in told:
            if number not in employers:
                raise ValueError(
                    f"a notice went to employer {number}, with whom there is no contract"
                )
        numbers = [notice.number for notice in self.attachments]
        for at, notice in enumerate(self.attachments):
            if notice.number in numbers[:at]:
                raise ValueError(f"attachment {notice.number} appears twice")
            if notice.kind == "debt_settlement" and any(
                other.kind == notice.kind
                and other.employer == notice.employer
                and notice.holds_on(max(notice.begins, other.begins))
                and other.holds_on(max(notice.begins, other.begins))
                for other in self.attachments[:at]
            ):
                raise ValueError(
                    "two debt settlements at once: the first one must be lifted before"
                )
        for employer in employers:
            days = [form.received for form in self.children_forms if form.employer == employer]
            if any(later <= earlier for earlier, later in pairwise(days)):
                raise ValueError("children_forms are not in the order of their days")
        return self

    def family_on(self, day: date) -> Family:
        """The family situation on a day, from the first one on."""
        return [family for family in self.families if family.since <= day][-1]

    def contracts_at(self, enterprise_number: str, month: Month) -> tuple[Contract, ...]:
        """The contracts with an employer that have a day in a month."""
        return tuple(
            contract
            for contract in self.contracts
            if contract.employer == enterprise_number and contract.runs_in(month.first, month.last)
        )


def _same_work(one: Contract, other: Contract) -> bool:
    """Contracts in different committees or statuses may run at once, as two occupations."""
    return (one.employer, one.joint_committee, one.status) == (
        other.employer,
        other.joint_committee,
        other.status,
    )


def _overlap(one: Contract, other: Contract) -> bool:
    return one.runs_in(other.begins, other.ends or date.max)
