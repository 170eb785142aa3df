"""From the nouns to the tree of a DmfA original; the element table orders and writes it."""

from __future__ import annotations

from collections.abc import Mapping

from officium.declarations.dmfa.declaration import (
    Contribution,
    Declaration,
    Deduction,
    NaturalPerson,
    Occupation,
    StudentWork,
    UnrelatedContribution,
    WorkerRecord,
)
from officium.declarations.element import Written, table
from officium.declarations.form import FormHead, message
from officium.declarations.node import Node
from officium.declarations.quarter import Quarter, quarter_code
from officium.findings import BadInput

# The editions of the schema that were read, and against which the messages are tested.
SCHEMAS = ("20211", "20223", "20224", "20231")


def dmfa_original(declaration: Declaration, head: FormHead) -> Node:
    """The message of one employer's quarter, to be written by `write`.

    Raises `BadInput` where the deductions exceed the contributions: the NSSO takes no such form.
    """
    if declaration.net_owed < 0:
        raise BadInput(
            f"deductions of {declaration.deducted} cents exceed contributions of"
            f" {declaration.contributed}: a declaration cannot owe less than nothing",
            code="negative_net_amount",
            where=f"{declaration.nsso_number or declaration.company_id} {quarter_code(declaration.quarter)}",
        )
    content = _build(
        "EmployerDeclaration",
        {
            "Quarter": quarter_code(declaration.quarter),
            "NOSSRegistrationNbr": declaration.nsso_number or 0,
            "Trusteeship": int(declaration.is_in_trusteeship),
            "CompanyID": declaration.company_id or 0,
            "NetOwedAmount": declaration.net_owed,
            "HolidayStartingDate": declaration.holiday_start,
            "NaturalPerson": [
                _person(person, number, declaration.quarter)
                for number, person in enumerate(declaration.people, start=1)
            ],
            "CompanyVehicle": [
                _build(
                    "CompanyVehicle", {"CompanyVehicleSequenceNbr": number, "LicensePlate": plate}
                )
                for number, plate in enumerate(declaration.plates, start=1)
            ],
            "ContributionUnrelatedToNP": [_unrelated(line) for line in declaration.unrelated],
        },
    )
    return message(table("dmfa"), "DMFA", head, content)


def _build(name: str, values: Mapping[str, Written | Node | list[Node] | None]) -> Node:
    return table("dmfa").build(name, values)


def _person(person: NaturalPerson, number: int, quarter: Quarter) -> Node:
    return _build(
        "NaturalPerson",
        {
            "NaturalPersonSequenceNbr": number,
            "INSS": person.inss,
            "NaturalPersonUserReference": person.reference,
            "WorkerRecord": [_record(record, quarter) for record in person.records],
        },
    )


def _record(record: WorkerRecord, quarter: Quarter) -> Node:
    return _build(
        "WorkerRecord",
        {
            "EmployerClass": record.employer_class,
            "WorkerCode": record.worker_code,
            "NOSSQuarterStartingDate": record.start or quarter.first,
            "NOSSQuarterEndingDate": record.end or quarter.last,
            "Border": int(record.is_frontier_worker),
            "Occupation": [
                _occupation(occupation, number)
                for number, occupation in enumerate(record.occupations, start=1)
            ],
            "WorkerContribution": [_contribution(line) for line in record.contributions],
            "WorkerDeduction": [_deduction("WorkerDeduction", line) for line in record.deductions],
            "StudentContribution": _student(record.student) if record.student else None,
        },
    )


def _occupation(occupation: Occupation, number: int) -> Node:
    return _build(
        "Occupation",
        {
            "OccupationSequenceNbr": number,
            "OccupationStartingDate": occupation.start,
            "OccupationEndingDate": occupation.end,
            "JointCommissionNbr": occupation.joint_committee,
            "WorkingDaysSystem": occupation.days_per_week,
            "ContractType": int(occupation.is_part_time),
            "RefMeanWorkingHours": occupation.reference_hours,
            "WorkerStatus": occupation.worker_status,
            "MeanWorkingHours": occupation.mean_hours,
            "ReorganisationMeasure": occupation.reorganisation_measure,
            "Retired": int(occupation.is_retired),
            "RemunMethod": occupation.pay_method,
            "OccupationUserReference": occupation.reference,
            "DaysJustification": occupation.days_justification,
            "LocalUnitID": occupation.establishment,
            "OccupationInformations": _informations(occupation),
            "Service": [
                _build(
                    "Service",
                    {
                        "ServiceSequenceNbr": position,
                        "ServiceCode": service.code,
                        "ServiceNbrDays": service.days,
                        "ServiceNbrHours": service.hours,
                    },
                )
                for position, service in enumerate(occupation.services, start=1)
            ],
            "Remun": [
                _build(
                    "Remun",
                    {
                        "RemunSequenceNbr": position,
                        "RemunCode": pay.code,
                        "BonusPaymentFrequency": pay.frequency,
                        "RemunAmount": pay.cents,
                    },
                )
                for position, pay in enumerate(occupation.remunerations, start=1)
            ],
            "OccupationDeduction": [
                _deduction("OccupationDeduction", line) for line in occupation.deductions
            ],
        },
    )


def _informations(occupation: Occupation) -> Node | None:
    if not occupation.flemish_training_hours:
        return None
    hours = occupation.flemish_training_hours
    return _build("OccupationInformations", {"FlemishTrainingHolidayHoursNbr": hours})


def _contribution(line: Contribution) -> Node:
    return _build(
        "WorkerContribution",
        {
            "ContributionWorkerCode": line.code,
            "ContributionType": line.type,
            "ContributionCalculationBasis": line.base,
            "ContributionAmount": line.cents,
        },
    )


def _deduction(name: str, line: Deduction) -> Node:
    return _build(
        name,
        {
            "DeductionCode": line.code,
            "DeductionCalculationBasis": line.base,
            "DeductionAmount": line.cents,
            "DeductionRightStartingDate": line.right_since,
        },
    )


def _student(student: StudentWork) -> Node:
    return _build(
        "StudentContribution",
        {
            "StudentRemunAmount": student.pay,
            "StudentContributionAmount": student.cents,
            "StudentHoursNbr": student.hours,
            "LocalUnitID": student.establishment,
        },
    )


def _unrelated(line: UnrelatedContribution) -> Node:
    return _build(
        "ContributionUnrelatedToNP",
        {
            "UnrelatedEmployerClass": line.employer_class,
            "UnrelatedWorkerCode": line.code,
            "UnrelatedCalculationBasis": line.base,
            "UnrelatedAmount": line.cents,
        },
    )
