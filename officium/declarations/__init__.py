"""What the authorities receive: messages written, read and checked from one element table.

`read` and `check` take any message from anybody; `write` gives its bytes. A DmfA is built from the
nouns of `officium.declarations.dmfa`, a Dimona from those of `officium.declarations.dimona`.
"""

from officium.declarations.checker import Examination, check, examine
from officium.declarations.content import as_json
from officium.declarations.message import Document, Kind, read
from officium.declarations.node import Node
from officium.declarations.quarter import Quarter
from officium.declarations.writer import write

__all__ = [
    "Document",
    "Examination",
    "Kind",
    "Node",
    "Quarter",
    "as_json",
    "check",
    "examine",
    "read",
    "write",
]
