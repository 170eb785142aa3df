"""How employers and workers are found: by a part of a name, or the beginning of a number."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django.db.models import Q, QuerySet

from officium.office.models import Employer, Worker

# Signs with which people write numbers: `0765.432.146`, `84.05.17-214.08`, `BE 0765 432 146`.
_NUMBER = re.compile(r"(?:BE)?[\d .\-/]+", re.IGNORECASE)
_SHORTEST = 3


def sought(text: str) -> str:
    """Lower case without accents, so that `Lefevre` finds `Lefèvre`."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in apart if not unicodedata.combining(sign)).split())


def digits_of(text: str) -> str:
    """The digits of what looks like a number; empty for anything else, or for less than three."""
    digits = re.sub(r"\D", "", text)
    return digits if len(digits) >= _SHORTEST and _NUMBER.fullmatch(text.strip()) else ""


def _begins(column: str, digits: str) -> Q:
    """A column of digits that begins so; said as a range, for which an index serves."""
    return Q(**{f"{column}__gte": digits, f"{column}__lte": digits.ljust(11, "9")})


def employers_found(rows: QuerySet[Employer], text: str) -> QuerySet[Employer]:
    """Those of the rows with this in their name, enterprise number or NSSO number, or a worker's INSS."""
    digits = digits_of(text)
    if not digits:
        return rows.filter(sought__contains=sought(text))
    holders = Worker.objects.filter(_begins("inss", digits)).values("employer")
    return rows.filter(
        _begins("enterprise_number", digits) | _begins("nsso_number", digits) | Q(pk__in=holders)
    )


def workers_found(employers: QuerySet[Any], text: str) -> QuerySet[Worker]:
    """The workers of these employers with this in their name, or an INSS that begins so."""
    digits = digits_of(text)
    rows = Worker.objects.filter(employer__in=employers).select_related("employer")
    if digits:
        return rows.filter(_begins("inss", digits))
    return rows.filter(sought__contains=sought(text))
