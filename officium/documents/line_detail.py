"""What stands between the name and the amount of a line of a payslip."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from officium.documents import wording
from officium.documents.labels import Labels

Told = Mapping[str, Any]


def detail(line: Told, say: Labels) -> str:
    """How the amount of a line came about: quantity and rate, base and percentage, or a period."""
    parts = []
    if line.get("weeks") is not None:
        parts.append(_weeks(line, say))
    elif line.get("quantity") is not None:
        parts.append(wording.quantity(line["quantity"], line.get("unit"), say))
    if line.get("rate") is not None:
        # A wage of an hour has four decimals; other prices show those that they have, two at least.
        hourly = line.get("unit") == "hours"
        rate = line["rate"] if hourly else wording.price(line["rate"])
        parts.append(wording.amount(rate, say.language))
    if line.get("share") is not None:
        parts.append(wording.percent(line["share"], say.language))
    if line.get("percent") is not None:
        base = wording.amount(line["base"], say.language)
        if line.get("of_days") is not None:
            left, whole = (wording.trimmed(line[n], say.language) for n in ("quantity", "of_days"))
            parts = [f"{left}/{whole}"]
        parts = [base, wording.percent(line["percent"], say.language), *parts]
    if line.get("yearly_pay") is not None:
        yearly = wording.amount(line["yearly_pay"], say.language)
        return ", ".join([*parts, say("payslip.per_year", amount=yearly)])
    if line.get("wage") is not None:
        # With a surcharge that the name of the line tells: no product of two numbers.
        parts.append(say("payslip.wage_of_hour", wage=wording.amount(line["wage"], say.language)))
        return ", ".join(parts)
    return " × ".join(parts)


def _weeks(line: Told, say: Labels) -> str:
    """The period of notice pay: its weeks, and the days beyond them where there are any."""
    counted = ((line["weeks"], "weeks"), (line["days_beyond"], "days"))
    told = [wording.quantity(value, unit, say) for value, unit in counted]
    has_days = wording.cents(line["days_beyond"])
    return ", ".join(told if has_days else told[:1])
