"""The open exchange format: a folder of plain text that holds all records of employers."""

from officium.payroll.folder.reader import (
    PAY_COLUMNS,
    TIME_COLUMNS,
    Opening,
    read_folder,
    refusal,
)
from officium.payroll.folder.writer import folder_texts, write_folder

__all__ = [
    "PAY_COLUMNS",
    "TIME_COLUMNS",
    "Opening",
    "folder_texts",
    "read_folder",
    "refusal",
    "write_folder",
]
