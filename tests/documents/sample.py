"""One small employer, invented, in the shapes that the documents are made from."""

from .sample_payslips import line, payslip, payslips
from .sample_pieces import PEOPLE, figure
from .sample_report import report

__all__ = ["PEOPLE", "figure", "line", "payslip", "payslips", "report"]
