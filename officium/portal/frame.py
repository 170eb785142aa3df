"""What every page shows round its content: the operator, the rail, the languages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from officium.language import LANGUAGES
from officium.office.clock import today
from officium.office.models import Operator
from officium.office.rights import Right
from officium.office.tongue import language
from officium.portal.addresses import address
from officium.portal.holdups import Waiting
from officium.portal.rail import account, rail


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
        sees = request.rights.somewhere(Right.READ_EMPLOYER)
        held = Waiting.of(request.rights, told["today"]).count() if sees else 0
        told["rail"] = rail(request, held)
        told["account"] = account()
        if sees:
            told["search_url"] = address("search")
    return told
