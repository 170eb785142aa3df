"""The ledger: every cent that is owed or paid, moved by a document, sealed in the order recorded.

It knows nothing of payroll or law: plain amounts come in, balances and text go out.
"""

from .balance import balances, owed
from .booking import (
    Flows,
    book_bank_line,
    book_cheques,
    book_declaration,
    book_order,
    book_payslip,
    claims_account,
    creditor_account,
    nsso_account,
    quarter_of,
    wages_account,
    withholding_tax_account,
)
from .chart import Account, account, chart
from .entry import BEGINNING, Booking, Entry, broken_at, record, reversal
from .move import Move, moved
from .text import ledger_text
from .yearly import book_yearly_holidays, yearly_holidays_account

__all__ = [
    "BEGINNING",
    "Account",
    "Booking",
    "Entry",
    "Flows",
    "Move",
    "account",
    "balances",
    "book_bank_line",
    "book_cheques",
    "book_declaration",
    "book_order",
    "book_payslip",
    "book_yearly_holidays",
    "broken_at",
    "chart",
    "claims_account",
    "creditor_account",
    "ledger_text",
    "moved",
    "nsso_account",
    "owed",
    "quarter_of",
    "record",
    "reversal",
    "wages_account",
    "withholding_tax_account",
    "yearly_holidays_account",
]
