"""The employer: who it is to the authorities, to its bank and to its people."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from officium.payroll.records.base import Record
from officium.payroll.records.values import (
    Activity,
    Bic,
    Cents,
    Country,
    Day,
    EmployerClass,
    EnterpriseNumber,
    EstablishmentNumber,
    Headcount,
    Iban,
    JointCommittee,
    NssoNumber,
    Quarter,
    SecretariatNumber,
    Text,
)

Language = Literal["nl", "fr", "de", "en"]


class Address(Record):
    """A postal address."""

    street: Text = Field(description="street name")
    number: Text = Field(description="house number")
    box: Text | None = Field(default=None, description="box number, where there is one")
    postcode: Text = Field(description="postal code")
    town: Text = Field(description="municipality")
    country: Country = Field(default="BE", description="country, two capital letters (ISO 3166)")


class Committee(Record):
    """A joint committee the employer belongs to, and the NSSO category of its workers there."""

    number: JointCommittee = Field(
        description="number of the joint committee, such as 200 or 140.03"
    )
    employer_class: EmployerClass = Field(
        description="NSSO employer category of these workers, three digits, such as 010 or 000"
    )
    structural_category: Literal["1", "2", "3", "3_without_moderation"] = Field(
        description="category of the structural reduction: 2 for social Maribel employers, 3 or "
        "3_without_moderation for sheltered workshops, 1 for all others"
    )
    has_third_party_year_end_premium: bool = Field(
        default=False, description="whether a fund, not the employer, pays the year-end premium"
    )


class Affiliation(Record):
    """A body that the employer is affiliated to, and the employer's number there."""

    name: Text = Field(description="name of the body")
    number: Text = Field(description="number of the affiliation, or of the policy")


class YearlyHeadcount(Record):
    """The average number of workers that decides on the contributions of one year."""

    year: int = Field(ge=2000, le=2099, description="the year whose contributions depend on it")
    average: Headcount = Field(
        description="mean of the workers at the end of the quarters of the reference period "
        "(fourth quarter of the year before last to third quarter of last year), over the quarters "
        "with a declaration, at two decimals"
    )


class QuarterlyContributions(Record):
    """What the employer owed the NSSO for an earlier quarter: the advances rest on it."""

    quarter: Quarter = Field(description="the quarter, such as 2024Q1")
    amount: Cents = Field(description="net amount owed for that quarter, in euro")


class YearlyManualPay(Record):
    """What was declared for manual workers in a year: the holiday contribution of the next one."""

    year: int = Field(ge=2000, le=2099, description="the year of the declarations")
    amount: Cents = Field(
        description="pay declared for manual workers whose holidays a fund pays, at 100 %, in euro"
    )


class ReplacementDay(Record):
    """The day that replaces a public holiday on a Sunday or a day on which nobody works."""

    holiday: Day = Field(description="the public holiday")
    day: Day = Field(
        description="the working day granted instead; the holiday itself, where it is a usual "
        "working day of the enterprise"
    )


class EstablishmentRegion(Record):
    """Where an establishment is: its region gives back educational leave, and has rules of its own."""

    number: EstablishmentNumber = Field(
        description="number of the establishment unit, as in the contracts"
    )
    region: Literal["flanders", "wallonia", "brussels", "german_speaking_community"] = Field(
        description="region, or the German-speaking Community"
    )


class Employer(Record):
    """One employer."""

    name: Text = Field(description="name of the enterprise")
    legal_form: Text = Field(description="legal form, such as SRL, BV or SA")
    enterprise_number: EnterpriseNumber = Field(
        description="enterprise number, ten digits (Crossroads Bank for Enterprises)"
    )
    nsso_number: NssoNumber = Field(description="NSSO registration number, nine digits")
    trading_name: Text | None = Field(
        default=None, description="name under which the public knows the enterprise, where another"
    )
    language: Language = Field(description="language of the employer's own documents")
    address: Address = Field(description="registered address")
    iban: Iban = Field(description="account from which wages and debts are paid")
    bic: Bic | None = Field(default=None, description="BIC of that account")
    nace: Activity = Field(description="main activity, five digits (NACE-BEL)")
    is_commercial: bool = Field(
        description="whether the purpose is industrial or commercial (closure fund)"
    )
    secretariat_number: SecretariatNumber | None = Field(
        default=None,
        description="number of the recognised social secretariat, where there is one",
    )
    holiday_fund: Affiliation | None = Field(
        default=None,
        description="national office or special fund that pays manual workers their holidays, on the "
        "individual account (Royal Decree of 8 August 1980, art. 14)",
    )
    accident_insurance: Affiliation | None = Field(
        default=None,
        description="insurer against accidents at work and number of the policy, on the individual "
        "account",
    )
    family_allowance_fund: Affiliation | None = Field(
        default=None, description="family allowance fund, on the individual account where given"
    )
    social_secretariat: Affiliation | None = Field(
        default=None,
        description="recognised social secretariat and number of the affiliation, on the individual "
        "account where given",
    )
    withholding_period: Literal["month", "quarter"] = Field(
        description="how often withholding tax is paid to the tax office"
    )
    pay_day: Literal["last_working_day_of_the_month", "fourth_working_day_after_the_month"] = Field(
        description="when wages are paid; the fourth working day after the month is the latest "
        "day (Act of 12 April 1965, art. 9)"
    )
    committees: tuple[Committee, ...] = Field(
        min_length=1, description="joint committees of the employer"
    )
    headcounts: tuple[YearlyHeadcount, ...] = Field(
        min_length=1, description="average number of workers by year"
    )
    contributions: tuple[QuarterlyContributions, ...] = Field(
        default=(), description="net amounts of earlier quarters, on which the advances rest"
    )
    manual_pay: tuple[YearlyManualPay, ...] = Field(
        default=(),
        description="pay of manual workers by year, on which the yearly holiday contribution rests",
    )
    replacement_days: tuple[ReplacementDay, ...] = Field(
        default=(), description="replacement days of public holidays"
    )
    establishment_regions: tuple[EstablishmentRegion, ...] = Field(
        default=(),
        description="regions of establishments, needed where educational leave is recorded",
    )

    @model_validator(mode="after")
    def _once_each(self) -> Employer:
        for name, keys in (
            ("committees", [entry.number for entry in self.committees]),
            ("headcounts", [str(entry.year) for entry in self.headcounts]),
            ("contributions", [entry.quarter for entry in self.contributions]),
            ("manual_pay", [str(entry.year) for entry in self.manual_pay]),
            ("replacement_days", [str(entry.holiday) for entry in self.replacement_days]),
            ("establishment_regions", [entry.number for entry in self.establishment_regions]),
        ):
            for key in keys:
                if keys.count(key) > 1:
                    raise ValueError(f"{name} name {key} twice; once is expected")
        return self

    def committee(self, number: str) -> Committee | None:
        """The joint committee with a number; None: not one of the employer's."""
        return {entry.number: entry for entry in self.committees}.get(number)

    def headcount_of(self, year: int) -> int | None:
        """The average number of workers (hundredths) for the contributions of a year."""
        return {entry.year: entry.average for entry in self.headcounts}.get(year)

    def contributions_of(self, quarter: str) -> int | None:
        """The net amount (cents) recorded for an earlier quarter; None: not recorded."""
        return {entry.quarter: entry.amount for entry in self.contributions}.get(quarter)

    def manual_pay_of(self, year: int) -> int | None:
        """The pay (cents) of manual workers recorded for a year; None: not recorded."""
        return {entry.year: entry.amount for entry in self.manual_pay}.get(year)

    def replacement_of(self, holiday: date) -> date | None:
        """The day recorded instead of a public holiday; None: nothing is recorded."""
        return {entry.holiday: entry.day for entry in self.replacement_days}.get(holiday)

    def region_of(self, establishment: str) -> str | None:
        """The region of an establishment; None: not recorded."""
        return {one.number: one.region for one in self.establishment_regions}.get(establishment)
