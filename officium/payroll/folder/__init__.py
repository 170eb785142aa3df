"""The open exchange format: a folder of plain text that holds all records of employers."""

from officium.payroll.folder.reader import read_folder, refusal
from officium.payroll.folder.writer import folder_texts, write_folder

__all__ = ["folder_texts", "read_folder", "refusal", "write_folder"]
