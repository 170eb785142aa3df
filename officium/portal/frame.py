"""What every page shows round its content: the operator, the rail, the languages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from officium.language import LANGUAGES
from officium.office.clock import today
from officium.office.models import Operator
from officium.office.rights import Right
from officium.office.tongue import language
from officium.portal.rail import account, address, rail


def frame(request: HttpRequest) -> dict[str, Any]:
    """Values for `base.html`."""
    told: dict[str, Any] = {
        "operator": Operator.objects.first(),
        "today": today(),
        "language": language(),
        "languages": LANGUAGES,
        "rights": getattr(request, "rights", None),
    }
    if request.user.is_authenticated:
        told["rail"] = rail(request)
        told["account"] = account()
        if request.rights.somewhere(Right.READ_EMPLOYER):
            told["search_url"] = address("search")
    return told
