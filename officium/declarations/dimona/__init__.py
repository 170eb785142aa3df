"""The immediate declaration of employment (Dimona)."""

from officium.declarations.dimona.messages import (
    SCHEMAS,
    DimonaWorker,
    EmployerId,
    dimona_cancel,
    dimona_in,
    dimona_out,
    dimona_update,
)
from officium.declarations.form import FormHead

__all__ = [
    "SCHEMAS",
    "DimonaWorker",
    "EmployerId",
    "FormHead",
    "dimona_cancel",
    "dimona_in",
    "dimona_out",
    "dimona_update",
]
