"""Sentences, amounts, days and states in templates; in the language of the request."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from officium.language import long_date, month_name, number
from officium.office.tongue import language
from officium.portal.states import LOOKS, name_of
from officium.portal.words import word as _word

register = template.Library()


@register.simple_tag
def word(name: str, **gaps: object) -> str:
    """A sentence of the portal: `{% word "month.approve" month=month %}`."""
    return _word(name, **gaps)


@register.simple_tag
def icon(shape: str) -> SafeString:
    """A shape of `icons.svg`; what it means stands beside it in words."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>',
        static("portal/icons.svg"),
        shape,
    )


@register.inclusion_tag("portal/parts/chip.html")
def chip(state: str, kind: str = "") -> dict[str, str]:
    """A state as shape, word and colour: `{% chip declaration.state "declaration" %}`."""
    shape, tone = LOOKS[state]
    return {"shape": shape, "tone": tone, "name": name_of(state, kind)}


@register.filter
def whole(value: int) -> str:
    """A count in the language of the page: `4.186`."""
    return number(value, 0, language())


@register.filter
def cents(value: int | None) -> str:
    """An amount in the language of the page; `·` where there is none."""
    return "·" if value is None else number(value, 2, language())


@register.filter
def signed(value: int | None) -> str:
    """A difference: plus is written too."""
    return cents(value) if value is None or value <= 0 else f"+{cents(value)}"


@register.filter
def day(value: date | datetime | None) -> str:
    """A day in full."""
    if value is None:
        return "·"
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return long_date(value, language())


@register.filter
def short_day(value: date | None) -> str:
    """A day in a table: `24 jun`."""
    if value is None:
        return "·"
    name = month_name(value.month, language())
    return f"{value.day} {name if len(name) < 5 else name[:3]}"


@register.filter
def month(value: str) -> str:
    """`2025-06` as people say it."""
    return f"{month_name(int(value[5:7]), language())} {value[:4]}"
