"""From records to payslips and to the occupation lines of a quarter; no law is decided here."""

from officium.payroll.absence_kinds import ABSENCE_KINDS
from officium.payroll.absence_remarks import remarks_on_absences
from officium.payroll.absences.day import absence_on
from officium.payroll.attachment_remarks import remarks_on_attachments
from officium.payroll.certificate import certificates
from officium.payroll.cost import WorkerCost, cost_of_quarter, cost_so_far
from officium.payroll.day import CAREER_BREAK, PUBLIC_HOLIDAY, WORKED
from officium.payroll.departure_remarks import remarks_on_departures
from officium.payroll.employer_quarter import (
    EmployerQuarter,
    account_alone,
    close_quarter,
    people_alone,
    shares_the_ceiling,
    year_alone,
)
from officium.payroll.facts import WorkerMonth, pay_day
from officium.payroll.folder import (
    ABSENCE_COLUMNS,
    PAY_COLUMNS,
    folder_texts,
    mistakes_in,
    read_folder,
    read_tables,
    write_folder,
)
from officium.payroll.holiday_remarks import remarks_on_holidays
from officium.payroll.indemnity_remarks import remarks_on_indemnities
from officium.payroll.individual_account import account_lacks, individual_account, line_name
from officium.payroll.leave_remarks import remarks_on_leave
from officium.payroll.leaving.holiday_fund import told_to_the_fund
from officium.payroll.leaving.leaver import Leaver, leavers
from officium.payroll.leaving.tax_sheet import tax_sheets
from officium.payroll.leaving.unemployment import not_due, notice_of, unemployment_certificate
from officium.payroll.leaving.work_certificate import work_certificate
from officium.payroll.month import PaidMonth, pay_month
from officium.payroll.no_work_remarks import remarks_on_days_without_work
from officium.payroll.notice import (
    GivenNotice,
    NoticePeriod,
    given_notice,
    gives_outplacement,
    notice_period,
    read_notice,
)
from officium.payroll.notice_remarks import remarks_on_notices
from officium.payroll.occupation import OccupationLine
from officium.payroll.overtime import OF_PART_TIMERS
from officium.payroll.overtime_remarks import remarks_on_overtime
from officium.payroll.pay_kinds import PAY_KINDS
from officium.payroll.pay_kinds.net import FREE, LIMITED, PAID_BEFORE
from officium.payroll.payslip import employer_of, payslip
from officium.payroll.public_holiday_remarks import remarks_on_public_holidays
from officium.payroll.quarter import WorkerLine, WorkerQuarter
from officium.payroll.records import (
    FROM_A_FILE,
    Absence,
    Contract,
    Employer,
    OpeningBalance,
    Origin,
    PayItem,
    RecordedMandate,
    Records,
    Terms,
    TimeEntry,
    Worker,
)
from officium.payroll.remarks import remarks_on
from officium.payroll.rest_remarks import remarks_on_rest
from officium.payroll.suspensions import absences_not_held
from officium.payroll.time_codes import TIME_CODES, time_names
from officium.payroll.time_codes.work import ABSENT
from officium.payroll.timesheet import holidays_recorded
from officium.payroll.training import TrainingMonth, remarks_on_training, training_of

__all__ = [
    "ABSENCE_COLUMNS",
    "ABSENCE_KINDS",
    "ABSENT",
    "CAREER_BREAK",
    "FREE",
    "FROM_A_FILE",
    "LIMITED",
    "OF_PART_TIMERS",
    "PAID_BEFORE",
    "PAY_COLUMNS",
    "PAY_KINDS",
    "PUBLIC_HOLIDAY",
    "TIME_CODES",
    "WORKED",
    "Absence",
    "Contract",
    "Employer",
    "EmployerQuarter",
    "GivenNotice",
    "Leaver",
    "NoticePeriod",
    "OccupationLine",
    "OpeningBalance",
    "Origin",
    "PaidMonth",
    "PayItem",
    "RecordedMandate",
    "Records",
    "Terms",
    "TimeEntry",
    "TrainingMonth",
    "Worker",
    "WorkerCost",
    "WorkerLine",
    "WorkerMonth",
    "WorkerQuarter",
    "absence_on",
    "absences_not_held",
    "account_alone",
    "account_lacks",
    "certificates",
    "close_quarter",
    "cost_of_quarter",
    "cost_so_far",
    "employer_of",
    "folder_texts",
    "given_notice",
    "gives_outplacement",
    "holidays_recorded",
    "individual_account",
    "leavers",
    "line_name",
    "mistakes_in",
    "not_due",
    "notice_of",
    "notice_period",
    "pay_day",
    "pay_month",
    "payslip",
    "people_alone",
    "read_folder",
    "read_notice",
    "read_tables",
    "remarks_on",
    "remarks_on_absences",
    "remarks_on_attachments",
    "remarks_on_days_without_work",
    "remarks_on_departures",
    "remarks_on_holidays",
    "remarks_on_indemnities",
    "remarks_on_leave",
    "remarks_on_notices",
    "remarks_on_overtime",
    "remarks_on_public_holidays",
    "remarks_on_rest",
    "remarks_on_training",
    "shares_the_ceiling",
    "tax_sheets",
    "time_names",
    "told_to_the_fund",
    "training_of",
    "unemployment_certificate",
    "work_certificate",
    "write_folder",
    "year_alone",
]
