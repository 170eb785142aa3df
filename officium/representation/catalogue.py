"""Groups of applications, acts and means: what the catalogue beside this file says of each."""

from __future__ import annotations

import tomllib
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from officium.findings import BadInput

# Mandates of social security as they are now: Act 30-12-2009 (I), art. 49 to 51.
HELD_FROM = date(2010, 1, 1)


class Group(StrEnum):
    """A group of applications, the object of a mandate."""

    DMFA_DIMONA = "dmfa_dimona"
    DRS_UNEMPLOYMENT = "drs_unemployment"
    DRS_INCAPACITY = "drs_incapacity"
    DRS_ACCIDENT = "drs_accident"
    TAX = "tax"

    @property
    def is_exclusive(self) -> bool:
        """Whether an employer has one mandatary at a time in it."""
        return bool(_entry("groups", self)["is_exclusive"])

    @property
    def has_information_duty(self) -> bool:
        """Whether it is of social security: the former mandatary owes information, quarters count."""
        return bool(_entry("groups", self)["has_information_duty"])

    @property
    def standing(self) -> str:
        """How it is known whether the group is exclusive."""
        return str(_entry("groups", self)["standing"])

    def name_in(self, language: str) -> str:
        """The name that people read."""
        return str(_entry("groups", self)[language])


class Act(StrEnum):
    """What a mandatary may do for an employer; all but `consult` can be tasks of a mandate."""

    DECLARE_DIMONA = "declare_dimona"
    DECLARE_DMFA = "declare_dmfa"
    DECLARE_UNEMPLOYMENT_RISK = "declare_unemployment_risk"
    DECLARE_INCAPACITY_RISK = "declare_incapacity_risk"
    DECLARE_ACCIDENT_RISK = "declare_accident_risk"
    DECLARE_WITHHOLDING_TAX = "declare_withholding_tax"
    DECLARE_TAX_SHEETS = "declare_tax_sheets"
    COLLECT_CONTRIBUTIONS = "collect_contributions"
    PAY_ON_CONTRIBUTIONS = "pay_on_contributions"
    COMPUTE_PAY = "compute_pay"
    CONSULT = "consult"

    @property
    def groups(self) -> frozenset[Group]:
        """The groups of which a mandate can hold the act."""
        return frozenset(map(Group, _entry("acts", self)["groups"]))

    @property
    def only_certified(self) -> bool:
        """Whether it is reserved to certified social secretariats."""
        return bool(_entry("acts", self).get("only_certified", False))

    @property
    def is_technical(self) -> bool:
        """Whether it is a transaction of a quarter, which a former mandatary may keep."""
        return bool(_entry("acts", self).get("is_technical", False))

    @property
    def source(self) -> str:
        """The article that the act rests on."""
        return str(_entry("acts", self)["source"])

    @property
    def standing(self) -> str:
        """How the article is known."""
        return str(_entry("acts", self)["standing"])

    def name_in(self, language: str) -> str:
        """What is done, as people read it."""
        return str(_entry("acts", self)[language])


class Means(StrEnum):
    """How contributions reach who collects them."""

    BANK_TRANSFER = "bank_transfer"
    DIRECT_DEBIT = "direct_debit"
    CARD = "card"
    CHEQUE = "cheque"
    CASH = "cash"

    @property
    def is_accepted(self) -> bool:
        """Whether contributions may be collected so."""
        return bool(_entry("means", self)["is_accepted"])

    @property
    def standing(self) -> str:
        """How it is known."""
        return str(_entry("means", self)["standing"])

    def name_in(self, language: str) -> str:
        """The name that people read."""
        return str(_entry("means", self)[language])


def term(name: str, day: date) -> dict[str, Any]:
    """The version of a term of the law in force on a day; BadInput before the first."""
    versions = [entry for entry in entries(name) if entry["from"] <= day]
    if not versions:
        first = entries(name)[0]["from"]
        raise BadInput(f"{name} is not held before {first}: {day} was asked", code="not_held")
    return versions[-1]


def entries(name: str) -> list[dict[str, Any]]:
    """All versions of a term, in the order of their first days."""
    found: list[dict[str, Any]] = table("catalogue")[name]
    return found


def _entry(kind: str, code: str) -> dict[str, Any]:
    found: dict[str, Any] = table("catalogue")[kind][code]
    return found


@cache
def table(name: str) -> dict[str, Any]:
    """One of the TOML files beside this one."""
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))
