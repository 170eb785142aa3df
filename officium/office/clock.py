"""The office's clock: the only place that asks what day it is."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.utils import timezone

from officium.office.models import Operator


def now() -> datetime:
    """The present moment, with its microseconds; in a practice office the hour of its practice day."""
    moment = datetime.now(tz=UTC)
    practice = _practice_day()
    if practice is None:
        return moment
    return datetime.combine(practice, moment.timetz())


def today() -> date:
    """Today in Belgium; in a practice office its practice day."""
    return _practice_day() or timezone.localdate()


def _practice_day() -> date | None:
    return Operator.objects.values_list("practice_day", flat=True).first()


def moment() -> datetime:
    """What the machine's clock says, also in a practice office: for pauses and signatures on the wire."""
    return datetime.now(tz=UTC)
