"""The office's clock: the only place that asks what day it is."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.utils import timezone

from officium.office.models import Operator


def now() -> datetime:
    """The present moment, with its microseconds."""
    return datetime.now(tz=UTC)


def today() -> date:
    """Today in Belgium; in a practice office its practice day."""
    practice = Operator.objects.values_list("practice_day", flat=True).first()
    return practice or timezone.localdate()
