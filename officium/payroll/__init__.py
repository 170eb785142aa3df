"""From records to payslips and to the occupation lines of a quarter; no law is decided here."""

from officium.payroll.certificate import certificates
from officium.payroll.cost import WorkerCost, cost_of_quarter, cost_so_far
from officium.payroll.departure_remarks import remarks_on_departures
from officium.payroll.employer_quarter import (
    EmployerQuarter,
    account_alone,
    close_quarter,
    people_alone,
    shares_the_ceiling,
    year_alone,
)
from officium.payroll.facts import WorkerMonth
from officium.payroll.folder import read_folder, write_folder
from officium.payroll.holiday_remarks import remarks_on_holidays
from officium.payroll.individual_account import individual_account, line_name
from officium.payroll.month import PaidMonth, pay_month
from officium.payroll.no_work_remarks import remarks_on_days_without_work
from officium.payroll.notice import (
    GivenNotice,
    NoticePeriod,
    given_notice,
    notice_period,
    read_notice,
)
from officium.payroll.notice_remarks import remarks_on_notices
from officium.payroll.overtime_remarks import remarks_on_overtime
from officium.payroll.pay_kinds.net import FREE, LIMITED, PAID_BEFORE
from officium.payroll.payslip import employer_of, payslip
from officium.payroll.public_holiday_remarks import remarks_on_public_holidays
from officium.payroll.quarter import OccupationLine, WorkerLine, WorkerQuarter
from officium.payroll.records import Contract, Employer, PayItem, Records, Worker
from officium.payroll.remarks import remarks_on
from officium.payroll.rest_remarks import remarks_on_rest

__all__ = [
    "FREE",
    "LIMITED",
    "PAID_BEFORE",
    "Contract",
    "Employer",
    "EmployerQuarter",
    "GivenNotice",
    "NoticePeriod",
    "OccupationLine",
    "PaidMonth",
    "PayItem",
    "Records",
    "Worker",
    "WorkerCost",
    "WorkerLine",
    "WorkerMonth",
    "WorkerQuarter",
    "account_alone",
    "certificates",
    "close_quarter",
    "cost_of_quarter",
    "cost_so_far",
    "employer_of",
    "given_notice",
    "individual_account",
    "line_name",
    "notice_period",
    "pay_month",
    "payslip",
    "people_alone",
    "read_folder",
    "read_notice",
    "remarks_on",
    "remarks_on_days_without_work",
    "remarks_on_departures",
    "remarks_on_holidays",
    "remarks_on_notices",
    "remarks_on_overtime",
    "remarks_on_public_holidays",
    "remarks_on_rest",
    "shares_the_ceiling",
    "write_folder",
    "year_alone",
]
