"""Two contracts: with a certified secretariat that collects, and with a provider that may not."""

from __future__ import annotations

from datetime import date

from officium.documents import (
    ContractTerms,
    Fee,
    FeeUnit,
    Parties,
    Party,
    RepresentationContract,
    Signatory,
)
from officium.law import Quarter
from officium.representation import Act, Group, Mandate, Operator, OperatorKind, draft

MADE = date(2025, 3, 3)
CERTIFIED = Operator(OperatorKind.CERTIFIED, "Meridiaan", "0999000129", "999", date(2019, 5, 14))
PROVIDER = Operator(OperatorKind.PROVIDER, "Loonkantoor Zuid", "0999000129")
EMPLOYER = Party(
    "Grünwald & Söhne SRL",
    "0733190435",
    "Rue de l’Étuve 7/2, 4700 Eupen",
    (Signatory("Zoë Peeters", "zaakvoerder", "85061730839"),),
    nsso_number="188888875",
)
TERMS = ContractTerms(
    fees=(
        Fee(FeeUnit.OPENING, 12500, 21),
        Fee(FeeUnit.EMPLOYER_MONTH, 1500, 21),
        Fee(FeeUnit.PAYSLIP, 1425, 21),
        Fee(FeeUnit.SOCIAL_RISK, 2250, 21),
        Fee(FeeUnit.HOUR, 123450, 21),
    ),
    payment_days=30,
    data_days=5,
    notice_months=3,
)


def mandate(operator: Operator, group: Group, *tasks: Act) -> Mandate:
    key = f"0733190435-{group}-2025Q2"
    return draft(key, "0733190435", operator, group, tasks, date(2025, 4, 1))


def parties(operator: Operator, *mandates: Mandate) -> Parties:
    mandatary = Party(
        operator.name,
        operator.enterprise_number,
        "Voorbeeldkaai 12, 2000 Antwerpen",
        (Signatory("Ahmed Claes", "directeur", "72020290081"),),
    )
    return Parties(EMPLOYER, mandatary, mandates)


def certified() -> RepresentationContract:
    """Dimona, DmfA, pay and contributions; taxes; until the end of 2027 for incapacity."""
    mandates = (
        mandate(
            CERTIFIED,
            Group.DMFA_DIMONA,
            Act.DECLARE_DIMONA,
            Act.DECLARE_DMFA,
            Act.COMPUTE_PAY,
            Act.COLLECT_CONTRIBUTIONS,
            Act.PAY_ON_CONTRIBUTIONS,
        ),
        draft(
            "0733190435-drs_incapacity-2025Q2",
            "0733190435",
            CERTIFIED,
            Group.DRS_INCAPACITY,
            (Act.DECLARE_INCAPACITY_RISK,),
            date(2025, 4, 1),
            last_day=Quarter(2027, 4).last,
        ),
        mandate(CERTIFIED, Group.TAX, Act.DECLARE_WITHHOLDING_TAX, Act.DECLARE_TAX_SHEETS),
    )
    terms = ContractTerms(
        TERMS.fees, 30, 5, 3, account="BE68539007547034", subprocessors=("Serverhuis NV",)
    )
    return RepresentationContract(parties(CERTIFIED, *mandates), terms, MADE)


def provider() -> RepresentationContract:
    """Dimona and DmfA only."""
    held = mandate(PROVIDER, Group.DMFA_DIMONA, Act.DECLARE_DIMONA, Act.DECLARE_DMFA)
    return RepresentationContract(parties(PROVIDER, held), TERMS, MADE)
