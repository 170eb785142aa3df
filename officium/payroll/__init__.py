"""From records to payslips and to the occupation lines of a quarter; no law is decided here."""

from officium.payroll.certificate import certificates
from officium.payroll.departure_remarks import remarks_on_departures
from officium.payroll.employer_quarter import (
    EmployerQuarter,
    account_alone,
    close_quarter,
    people_alone,
    shares_the_ceiling,
    year_alone,
)
from officium.payroll.folder import read_folder, write_folder
from officium.payroll.holiday_remarks import remarks_on_holidays
from officium.payroll.month import PaidMonth, pay_month
from officium.payroll.pay_kinds.net import FREE, LIMITED, PAID_BEFORE
from officium.payroll.payslip import employer_of, payslip
from officium.payroll.quarter import OccupationLine, WorkerLine, WorkerQuarter
from officium.payroll.records import Contract, Employer, PayItem, Records, Worker
from officium.payroll.remarks import remarks_on

__all__ = [
    "FREE",
    "LIMITED",
    "PAID_BEFORE",
    "Contract",
    "Employer",
    "EmployerQuarter",
    "OccupationLine",
    "PaidMonth",
    "PayItem",
    "Records",
    "Worker",
    "WorkerLine",
    "WorkerQuarter",
    "account_alone",
    "certificates",
    "close_quarter",
    "employer_of",
    "pay_month",
    "payslip",
    "people_alone",
    "read_folder",
    "remarks_on",
    "remarks_on_departures",
    "remarks_on_holidays",
    "shares_the_ceiling",
    "write_folder",
    "year_alone",
]
