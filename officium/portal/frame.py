"""What every page shows round its content: the operator, the rail, the languages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from officium.language import LANGUAGES
from officium.office.clock import today
from officium.office.models import Operator
from officium.office.tongue import language


def frame(request: HttpRequest) -> dict[str, Any]:
    """Values for `base.html`."""
    return {
        "operator": Operator.objects.first(),
        "today": today(),
        "language": language(),
        "languages": LANGUAGES,
        "rights": getattr(request, "rights", None),
    }
