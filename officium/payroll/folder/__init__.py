"""The open exchange format: a folder of plain text that holds all records of employers."""

from officium.payroll.folder.messages import MOST_MISTAKES_OF_A_FILE
from officium.payroll.folder.reader import (
    MOST_SHOWN,
    Mandates,
    Opening,
    mistakes_in,
    read_folder,
    read_tables,
    refusal,
)
from officium.payroll.folder.tables import ABSENCE_COLUMNS, PAY_COLUMNS, TIME_COLUMNS
from officium.payroll.folder.writer import folder_texts, write_folder

__all__ = [
    "ABSENCE_COLUMNS",
    "MOST_MISTAKES_OF_A_FILE",
    "MOST_SHOWN",
    "PAY_COLUMNS",
    "TIME_COLUMNS",
    "Mandates",
    "Opening",
    "folder_texts",
    "mistakes_in",
    "read_folder",
    "read_tables",
    "refusal",
    "write_folder",
]
