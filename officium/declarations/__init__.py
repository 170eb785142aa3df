"""What the authorities receive: messages written, read and checked from one element table.

`read` and `check` take any message from anybody; `write` gives its bytes. A DmfA is built from the
nouns of `dmfa` by `dmfa.dmfa_original`, a Dimona by the functions of `dimona`.
"""

from officium.declarations import dimona, dmfa
from officium.declarations.checker import Examination, check, examine
from officium.declarations.codes import code_list
from officium.declarations.content import as_json
from officium.declarations.form import FormHead, edition
from officium.declarations.message import Document, Kind, read
from officium.declarations.node import Node
from officium.declarations.quarter import quarter_code
from officium.declarations.writer import write

__all__ = [
    "Document",
    "Examination",
    "FormHead",
    "Kind",
    "Node",
    "as_json",
    "check",
    "code_list",
    "dimona",
    "dmfa",
    "edition",
    "examine",
    "quarter_code",
    "read",
    "write",
]
