"""Payments: what the ledger owes becomes transfers and cheques, and these a file for the bank."""

from .cheque import Cheque, ChequeList, cheque_list
from .latin import latin
from .sepa import Debtor, PaymentFile, payment_file
from .transfer import Payee, Transfer, transfers

__all__ = [
    "Cheque",
    "ChequeList",
    "Debtor",
    "Payee",
    "PaymentFile",
    "Transfer",
    "cheque_list",
    "latin",
    "payment_file",
    "transfers",
]
