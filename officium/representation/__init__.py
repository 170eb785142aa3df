"""Who acts for whom: operators, mandates and their life, and whether an act is allowed on a day.

Pure: mandates are documents (`as_json`, `from_json`), events are added by `step`, and `may` answers before
anything is computed for sending, sent or collected. The law is cited in every answer and refusal.
"""

from officium.representation.catalogue import HELD_FROM, Act, Group, Means
from officium.representation.life import step
from officium.representation.mandate import Event, Happening, Mandate, State, draft
from officium.representation.operator import Operator, OperatorKind
from officium.representation.permission import Answer, may
from officium.representation.prescription import contributions_due, prescribed_after
from officium.representation.refusal import MandateRefused
from officium.representation.remarks import remarks_on_mandates
from officium.representation.transfer import (
    Conflict,
    Duty,
    Transfer,
    conflicts,
    delegation,
    duties_of,
    transfer,
)

__all__ = [
    "HELD_FROM",
    "Act",
    "Answer",
    "Conflict",
    "Duty",
    "Event",
    "Group",
    "Happening",
    "Mandate",
    "MandateRefused",
    "Means",
    "Operator",
    "OperatorKind",
    "State",
    "Transfer",
    "conflicts",
    "contributions_due",
    "delegation",
    "draft",
    "duties_of",
    "may",
    "prescribed_after",
    "remarks_on_mandates",
    "step",
    "transfer",
]
