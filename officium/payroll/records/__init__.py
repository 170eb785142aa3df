"""The one model of employers and people: frozen, dated, and knowing where it was read."""

from officium.payroll.records.absence import Absence
from officium.payroll.records.attachment import Attachment, ChildrenForm, OtherIncome
from officium.payroll.records.base import Origin, Record
from officium.payroll.records.between import Broken, BrokenRecords, mistakes_between
from officium.payroll.records.contract import Contract, Terms
from officium.payroll.records.employer import (
    Address,
    Affiliation,
    Committee,
    Employer,
    QuarterlyContributions,
    ReplacementDay,
    YearlyHeadcount,
    YearlyManualPay,
)
from officium.payroll.records.ending import YearlyPay
from officium.payroll.records.holidays import HolidayYear
from officium.payroll.records.mandate import RecordedMandate
from officium.payroll.records.month import (
    CarriedFact,
    OpeningBalance,
    PayItem,
    TimeCodeName,
    TimeEntry,
)
from officium.payroll.records.notice import Notice, SeriousCause, Suspension
from officium.payroll.records.person import Family, SecondAccount, Worker
from officium.payroll.records.records import Records
from officium.payroll.records.schedule import AverageWeek, Week
from officium.payroll.records.values import FROM_A_FILE
from officium.payroll.time_codes import TIME_CODES, TimeCode

__all__ = [
    "FROM_A_FILE",
    "TIME_CODES",
    "Absence",
    "Address",
    "Affiliation",
    "Attachment",
    "AverageWeek",
    "Broken",
    "BrokenRecords",
    "CarriedFact",
    "ChildrenForm",
    "Committee",
    "Contract",
    "Employer",
    "Family",
    "HolidayYear",
    "Notice",
    "OpeningBalance",
    "Origin",
    "OtherIncome",
    "PayItem",
    "QuarterlyContributions",
    "Record",
    "RecordedMandate",
    "Records",
    "ReplacementDay",
    "SecondAccount",
    "SeriousCause",
    "Suspension",
    "Terms",
    "TimeCode",
    "TimeCodeName",
    "TimeEntry",
    "Week",
    "Worker",
    "YearlyHeadcount",
    "YearlyManualPay",
    "YearlyPay",
    "mistakes_between",
]
