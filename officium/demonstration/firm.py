"""The twelve invented employers: what is told of them, and their record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from officium.demonstration.numbers import (
    enterprise_number,
    establishment_number,
    iban,
    nsso_number,
)
from officium.demonstration.office import invented_operator
from officium.demonstration.words import held
from officium.payroll import Employer

QUARTERS = ("2024Q1", "2024Q2", "2024Q3", "2024Q4", "2025Q1", "2025Q2")
# Accounts of employers stand apart from those of people and creditors.
_FIRST_ACCOUNT = 5_000_000
_MANUAL_PAY_OF_ONE = 30_100_00
# 1 November 2025 is a Saturday.
_ALL_SAINTS = {"holiday": date(2025, 11, 1), "day": date(2025, 11, 10)}

# Those that came from another mandatary at New Year 2025, by serial.
CAME = (5, 8, 12)

Delivered = Literal["all", "part", "nothing"]


@dataclass(frozen=True, slots=True)
class Firm:
    """One invented employer, by its serial in the office; the fields are those of `firms.toml`.

    `first` is the serial in the office of its first worker.
    """

    serial: int
    first: int
    name: str
    legal_form: str
    mark: str
    domain: str
    language: str
    street: str
    town: str
    region: str
    nace: str
    size: int
    manual: int
    headcount: str
    withholding_period: str
    pay_day: str
    october: Delivered
    earlier: tuple[str, ...]
    voucher: bool = False

    @property
    def enterprise_number(self) -> str:
        """Its number, with which its folder is found."""
        return enterprise_number(self.serial)

    @property
    def establishment(self) -> str:
        """The number of its one unit of establishment."""
        return establishment_number(self.serial)

    def staff_number(self, index: int) -> str:
        """The number of one of its workers in its staff register."""
        return f"{self.mark}{index + 1:03d}"

    def is_manual(self, index: int) -> bool:
        """Whether a worker is a manual one; the first is always a clerk."""
        return index > 0 and index % 4 < self.manual

    def again(self, serial: int, first: int, size: int) -> Firm:
        """The same employer once more, under another number and name and of another size."""
        return replace(
            self,
            serial=serial,
            first=first,
            size=size,
            name=f"{self.name} {serial}",
            headcount=f"{size}.00",
        )


@cache
def firms() -> tuple[Firm, ...]:
    """The twelve, from the smallest to the largest."""
    found: list[Firm] = []
    first = 0
    for serial, told in enumerate(held("firms")["firms"], 1):
        earlier = tuple(told["earlier"])
        found.append(Firm(**{**told, "serial": serial, "first": first, "earlier": earlier}))
        first += told["size"]
    return tuple(found)


def employer_of(firm: Firm) -> Employer:
    """The record of an employer: clerks of joint committee 200, and manual workers of 100."""
    operator = invented_operator()
    postcode, _, town = firm.town.partition(" ")
    manual_workers = sum(map(firm.is_manual, range(firm.size)))
    committee = {"employer_class": "010", "structural_category": "1"}
    committees = ({"number": "200", **committee}, {"number": "100", **committee})
    pay = ({"year": 2024, "amount": manual_workers * _MANUAL_PAY_OF_ONE},)
    earlier = zip(QUARTERS, firm.earlier, strict=True)
    return Employer.model_validate(
        {
            "name": firm.name,
            "legal_form": firm.legal_form,
            "enterprise_number": firm.enterprise_number,
            "nsso_number": nsso_number(firm.serial),
            "language": firm.language,
            "address": {
                "street": firm.street,
                "number": str(3 + firm.serial * 7 % 90),
                "postcode": postcode,
                "town": town,
            },
            "iban": iban(_FIRST_ACCOUNT + firm.serial),
            "nace": firm.nace,
            "is_commercial": True,
            "secretariat_number": operator.certification_number,
            "social_secretariat": {
                "name": operator.full_name(firm.language),
                "number": f"P{firm.serial:05d}",
            },
            "withholding_period": firm.withholding_period,
            "pay_day": firm.pay_day,
            "committees": committees if manual_workers else committees[:1],
            "headcounts": ({"year": 2025, "average": firm.headcount},),
            "contributions": tuple(
                {"quarter": quarter, "amount": amount} for quarter, amount in earlier
            ),
            "manual_pay": pay if manual_workers else (),
            "replacement_days": (_ALL_SAINTS,),
            "establishment_regions": ({"number": firm.establishment, "region": firm.region},),
        }
    )
