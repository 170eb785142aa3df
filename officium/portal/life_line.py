"""The mandates of an employer as a picture: a bar a mandate, over the quarters round today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from officium.law import Quarter
from officium.office.tongue import language
from officium.portal.states import LOOKS, name_of
from officium.representation import Mandate

_BEFORE, _AFTER, _WIDTH = 8, 4, 60


def life_line(held: Sequence[Mandate], day: date) -> dict[str, Any] | None:
    """Quarters, bars and the place of today, in units of the picture; None where there is no mandate."""
    if not held:
        return None
    this = Quarter(day.year, (day.month + 2) // 3)
    first = max(this.before(_BEFORE), min(one.begins for one in held))
    quarters = []
    while (quarter := first.before(-len(quarters))) <= this.before(-_AFTER):
        quarters.append(quarter)
    places = {quarter: number * _WIDTH for number, quarter in enumerate(quarters)}
    end = len(quarters) * _WIDTH
    bars = []
    for number, one in enumerate(sorted(held, key=lambda mandate: (mandate.begins, mandate.key))):
        last = one.last_day(day)
        last_quarter = Quarter(last.year, (last.month + 2) // 3) if last else None
        start = places.get(one.begins, 0 if one.begins < first else end)
        stop = (
            places[last_quarter] + _WIDTH
            if last_quarter in places
            else (0 if last_quarter and last_quarter < first else end)
        )
        state = str(one.state(day))
        bars.append(
            {
                "x": start,
                "y": 26 + number * 34,
                "text_y": 44 + number * 34,
                "width": max(stop - start, 4),
                "tone": LOOKS[state].tone,
                "name": f"{one.group.name_in(language())} · {one.receiver.name} · {name_of(state)}",
            }
        )
    return {
        "width": end,
        "height": 34 + len(bars) * 34,
        "quarters": [{"x": place, "name": str(quarter)} for quarter, place in places.items()],
        "bars": bars,
        "today": places[this] + (day - this.first).days * _WIDTH // 92,
    }
