"""Payments: what the ledger owes becomes transfers, and transfers a file for the bank."""

from .latin import latin
from .sepa import Debtor, PaymentFile, payment_file
from .transfer import Payee, Transfer, transfers

__all__ = [
    "Debtor",
    "Payee",
    "PaymentFile",
    "Transfer",
    "latin",
    "payment_file",
    "transfers",
]
