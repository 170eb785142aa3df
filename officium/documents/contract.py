"""The written contract between an employer and its mandatary, with its annex on personal data.

Act of 29 June 1981, art. 31quater par. 1 and 5; Regulation (EU) 2016/679, art. 28. It says what the
mandates say, and the terms that the parties agree; a provider's says that it may not collect.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schwifty import IBAN
from schwifty.exceptions import SchwiftyException

from officium.documents.clauses import Clauses
from officium.documents.parties import Parties
from officium.documents.pdf import printed
from officium.documents.proxy import articles, quarter
from officium.findings import BadInput
from officium.language import long_date, number
from officium.representation import Act, Group, OperatorKind


class FeeUnit(StrEnum):
    """What a price is asked for."""

    OPENING = "opening"
    CLOSING = "closing"
    EMPLOYER_MONTH = "employer_month"
    WORKER_MONTH = "worker_month"
    PAYSLIP = "payslip"
    DIMONA = "dimona"
    SOCIAL_RISK = "social_risk"
    HOUR = "hour"


@dataclass(frozen=True, slots=True)
class Fee:
    """A price: its unit, whole cents without VAT, and the VAT in whole percent."""

    unit: FeeUnit
    cents: int
    vat_percent: int


@dataclass(frozen=True, slots=True)
class ContractTerms:
    """What the parties agree beside the law.

    `data_days`: working days before the pay day by which the month is delivered; `notice_months`: before
    the end of a quarter; `account`: the IBAN to which contributions are paid, where they are collected;
    `subprocessors`: who else processes personal data, by name.
    """

    fees: tuple[Fee, ...]
    payment_days: int
    data_days: int
    notice_months: int
    account: str | None = None
    subprocessors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RepresentationContract:
    """A contract that can be made: parties, mandates and terms, on a day.

    Raises `BadInput` for a price or term below nought, and for an account that is missing, out of place
    or none.
    """

    parties: Parties
    terms: ContractTerms
    made: date

    def __post_init__(self) -> None:
        terms = self.terms
        amounts = [amount for fee in terms.fees for amount in (fee.cents, fee.vat_percent)]
        if min(*amounts, terms.payment_days, terms.data_days, terms.notice_months, 0) < 0:
            raise BadInput("holds a price or a term below nought", code="below_nought")
        if self.collects != (terms.account is not None):
            raise BadInput(
                "names an account for contributions exactly where the mandate gives their collection",
                code="account",
                where="account",
            )
        if terms.account is not None:
            try:
                IBAN(terms.account)
            except SchwiftyException as problem:
                raise BadInput(
                    f"{terms.account[:40]!r} is no IBAN: its check digits or its length are wrong",
                    code="account",
                    where="account",
                ) from problem

    @property
    def tasks(self) -> frozenset[Act]:
        """Everything that is given."""
        return frozenset(act for mandate in self.parties.mandates for act in mandate.tasks)

    @property
    def collects(self) -> bool:
        """Whether contributions go through the mandatary."""
        return Act.COLLECT_CONTRIBUTIONS in self.tasks


def contract_pdf(contract: RepresentationContract, language: str) -> bytes:
    """The contract with its annex in a language; the same contract gives the same bytes.

    What comes back signed is held against these bytes, with the fields of `SIGNATURE_BOXES`, by
    `officium.signatures.check_signed`. Raises `BadInput` for a language that is none of ours.
    """
    say, shared = Clauses("contract", language), Clauses("proxy", language)
    annex = Clauses("contract_annex", language)
    terms, parties = contract.terms, contract.parties
    operator = parties.operator
    gaps = {
        "mandatary": parties.mandatary.name,
        "number": operator.certification_number or "",
        "decree": long_date(operator.decree_date, language) if operator.decree_date else "",
        "left": ", ".join(act.name_in(language) for act in _left(contract)),
        "account": IBAN(terms.account).formatted if terms.account else "",
        "payment_days": str(terms.payment_days),
        "notice": shared.labels.counted("unit.months", terms.notice_months),
        "kept": ", ".join(
            quarter(one, say)
            for one in sorted({one for held in parties.mandates for one in held.kept_by_former})
        ),
    }
    tables = {
        "tasks": {
            "heads": [say("task"), say("group"), say("begins"), say("ends")],
            "widths": ["1fr", "48mm", "30mm", "30mm"],
            "right": [],
            "rows": list(_tasks(contract, say)),
        },
        "fees": {
            "heads": [say("service"), say("price"), say("vat")],
            "widths": ["1fr", "30mm", "20mm"],
            "right": [1, 2],
            "rows": [
                [
                    say.service(fee.unit),
                    number(fee.cents, 2, language),
                    f"{fee.vat_percent}\u00a0%",
                ]
                for fee in terms.fees
            ],
        },
        "data": {
            "heads": [say("what"), say("by_when")],
            "widths": ["1fr", "62mm"],
            "right": [],
            "rows": say.rows(data_days=str(terms.data_days)),
        },
    }
    processing = {
        "heads": [say("item"), say("said")],
        "widths": ["42mm", "1fr"],
        "right": [],
        "rows": annex.rows(subprocessors=", ".join(terms.subprocessors) or say("none")),
    }
    page = {
        "language": language,
        "title": say("title"),
        "author": parties.mandatary.name,
        "header": operator.header(language),
        "basis": say("basis"),
        "parties": parties.told(shared, ("employer", "mandatary")),
        "parts": [
            {"title": "", "articles": articles(say, tables, frozenset(_holds(contract)), **gaps)},
            {"title": say("annex"), "articles": articles(annex, {"processing": processing})},
        ],
        "made": shared("made", day=long_date(contract.made, language)),
        "frames": parties.frames(shared),
        "page": say.labels("payslip.page", page="{page}", pages="{pages}"),
    }
    where = ", ".join(mandate.key for mandate in parties.mandates)
    return printed("agreement", page, contract.made.isoformat(), what="contract", where=where)


def _holds(contract: RepresentationContract) -> Iterator[str]:
    """What is so of a contract: the clauses ask for it."""
    mandates = contract.parties.mandates
    groups = {mandate.group for mandate in mandates}
    is_certified = contract.parties.operator.kind is OperatorKind.CERTIFIED
    yield "certified" if is_certified else "provider"
    yield "collection" if contract.collects else "no_collection"
    yield "kept" if any(mandate.kept_by_former for mandate in mandates) else "nothing_kept"
    if Group.TAX in groups:
        yield "tax"
    if Group.DMFA_DIMONA in groups and Group.DRS_UNEMPLOYMENT not in groups:
        yield "no_unemployment"
    if _left(contract):
        yield "some_left"
    if any(mandate.ends is None for mandate in mandates):
        yield "open_end"
    if any(mandate.ends is not None for mandate in mandates):
        yield "fixed_end"


def _left(contract: RepresentationContract) -> list[Act]:
    """The acts that stay with the employer; of contributions an article of its own speaks."""
    return [
        act
        for act in Act
        if act not in contract.tasks and act is not Act.CONSULT and not act.only_certified
    ]


def _tasks(contract: RepresentationContract, say: Clauses) -> Iterator[list[str]]:
    for mandate in contract.parties.mandates:
        for act in Act:
            if act in mandate.tasks:
                yield [
                    act.name_in(say.language),
                    mandate.group.name_in(say.language),
                    quarter(mandate.begins, say),
                    quarter(mandate.ends, say) or say("open"),
                ]
