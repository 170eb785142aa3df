"""Sentences, amounts, days and states in templates; in the language of the request."""

from __future__ import annotations

import re
from datetime import date, datetime

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from officium.language import cents_of, long_date, month_name, number
from officium.office.models import Employer
from officium.office.rights import Right
from officium.office.tongue import language
from officium.portal import numbers
from officium.portal.states import LOOKS, name_of
from officium.portal.words import word as _word

register = template.Library()


@register.simple_tag
def word(name: str, /, **gaps: object) -> str:
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
def iso_day(value: str) -> str:
    """A day of a document, written `2025-02-28`, in full."""
    return long_date(date.fromisoformat(value), language())


@register.filter
def decimal(value: str) -> str:
    """A number of a document, written `20.00`, in the language of the page."""
    return cents(cents_of(value))


@register.filter
def short_day(value: date | None) -> str:
    """A day in a table: `24 jun`."""
    if value is None:
        return "·"
    name = month_name(value.month, language())
    return f"{value.day} {name if len(name) < 5 else name[:3]}"


@register.filter
def moment(value: datetime) -> str:
    """A day with its time: `24 juni 2026, 16.08`."""
    local = timezone.localtime(value)
    hour = local.strftime(
        "%H h %M" if language() == "fr" else "%H.%M" if language() == "nl" else "%H:%M"
    )
    return f"{long_date(local.date(), language())}, {hour}"


@register.filter
def weekday(value: date) -> str:
    """A day in full with its day of the week, as a sentence begins."""
    told = within_weekday(value)
    return told[0].upper() + told[1:]


@register.filter
def within_weekday(value: date) -> str:
    """The same inside a sentence: small in Dutch and French."""
    return f"{_word(f'day.{value.isoweekday()}')} {long_date(value, language())}"


@register.filter
def weekday_short(value: date) -> str:
    """A day of a month that is named elsewhere: `Ma 3`."""
    return f"{_word(f'day.{value.isoweekday()}')[:2].capitalize()} {value.day}"


@register.filter
def quarter(value: object) -> str:
    """A quarter as people of the trade write it: `2026/2`; in English `2026Q2`."""
    text = str(value)
    return text if language() == "en" else text.replace("Q", "/")


@register.filter
def period(value: str) -> str:
    """`2025-10` and `2025Q3` as people say them; another text as it is."""
    if re.fullmatch(r"\d{4}-\d\d", value):
        return month(value)
    return quarter(value) if re.fullmatch(r"\d{4}Q\d", value) else value


@register.filter
def state_name(state: str) -> str:
    """The word of a state, without its shape."""
    return name_of(state)


@register.filter
def enterprise_number(digits: str) -> str:
    """`0765.432.146`."""
    return numbers.enterprise_number(digits)


@register.filter
def nsso_number(digits: str) -> str:
    """`1599999-47`."""
    return numbers.nsso_number(digits)


@register.simple_tag(takes_context=True)
def allowed(context: template.Context, right: str, employer: Employer | None = None) -> bool:
    """Whether the person may do this: `{% allowed "change_records" employer as may_change %}`."""
    return context["rights"].allows(Right(right), employer)


@register.filter
def month(value: str) -> str:
    """`2025-06` as people say it."""
    return f"{month_name(int(value[5:7]), language())} {value[:4]}"


@register.filter
def month_only(value: str) -> str:
    """The name of a month of the same year: `2025-06` is `juni`."""
    return month_name(int(value[5:7]), language()) if value else ""


@register.filter
def taken(value: int | None) -> str:
    """What is taken off, with its sign: `−983,50`."""
    return signed(None if value is None else -value)
