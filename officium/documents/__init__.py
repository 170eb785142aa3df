"""Documents that people read: payslip, individual account and the papers of the end, and the report.

All are pure renderings of what was computed elsewhere: no clock, no network, same input, same
bytes. They take the documents of `officium run` as mappings (amounts are texts with two decimals,
dates are ISO), tolerate absent optional keys, and decide no law.
"""

from officium.documents.day import day_told, days_of_absence
from officium.documents.employers import employers_html
from officium.documents.individual_account import individual_account_pdf
from officium.documents.leaving import (
    holiday_certificate_pdf,
    holiday_fund_pdf,
    tax_sheet_pdf,
    unemployment_certificate_pdf,
    work_certificate_pdf,
)
from officium.documents.payslip import payslip_pdf
from officium.documents.payslip_page import fact_html, payslip_html
from officium.documents.report import report_html

__all__ = [
    "day_told",
    "days_of_absence",
    "employers_html",
    "fact_html",
    "holiday_certificate_pdf",
    "holiday_fund_pdf",
    "individual_account_pdf",
    "payslip_html",
    "payslip_pdf",
    "report_html",
    "tax_sheet_pdf",
    "unemployment_certificate_pdf",
    "work_certificate_pdf",
]
