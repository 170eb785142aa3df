"""Documents that people read: payslip, individual account, papers of the end, contract and proxy, report.

All are pure renderings of what was computed elsewhere: no clock, no network, same input, same
bytes. They take the documents of `officium run` as mappings (amounts are texts with two decimals,
dates are ISO), tolerate absent optional keys, and decide no law.
"""

from officium.documents.contract import (
    ContractTerms,
    Fee,
    FeeUnit,
    RepresentationContract,
    contract_pdf,
)
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
from officium.documents.parties import SIGNATURE_BOXES, Parties, Party, Signatory
from officium.documents.payslip import payslip_pdf
from officium.documents.payslip_page import fact_html, payslip_html
from officium.documents.proxy import proxy_pdf
from officium.documents.report import report_html

__all__ = [
    "SIGNATURE_BOXES",
    "ContractTerms",
    "Fee",
    "FeeUnit",
    "Parties",
    "Party",
    "RepresentationContract",
    "Signatory",
    "contract_pdf",
    "day_told",
    "days_of_absence",
    "employers_html",
    "fact_html",
    "holiday_certificate_pdf",
    "holiday_fund_pdf",
    "individual_account_pdf",
    "payslip_html",
    "payslip_pdf",
    "proxy_pdf",
    "report_html",
    "tax_sheet_pdf",
    "unemployment_certificate_pdf",
    "work_certificate_pdf",
]
