"""One contract's month as a form: a cell a day, filled in as the records have it, and read as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from officium.intake.codes import Meaning, short_words, word_of
from officium.intake.grammar import hours_text, written
from officium.intake.lines import CONTRACT, DAY, PART, STAFF, TIME
from officium.intake.roster import in_service
from officium.law import Month, belgium
from officium.payroll import Employer, Records, time_names


@dataclass(frozen=True)
class FormDay:
    """A day of the contract: what its cell holds, the hours of the schedule as text (empty: none).

    `is_expected`: something must be told of it.
    """

    day: date
    text: str
    scheduled: str
    is_expected: bool


@dataclass(frozen=True)
class Form:
    """The days of a contract in a month, and whose it is."""

    staff_number: str
    contract: int
    name: str
    days: tuple[FormDay, ...]


def forms(
    records: Records, employer: Employer, month: Month, language: str
) -> dict[tuple[str, int], Form]:
    """The form of each contract in service in the month, by staff number and contract."""
    return {
        one.key: Form(
            *one.key,
            one.name,
            tuple(
                FormDay(
                    day,
                    written(one.recorded(day), language),
                    hours_text(one.scheduled(day), language) if one.scheduled(day) else "",
                    one.is_expected(day),
                )
                for day in sorted(one.days)
            ),
        )
        for one in in_service(records, employer, month)
    }


def form_table(form: Form, cells: Mapping[date, str]) -> bytes:
    """What was typed into the days of a form, as the table that `read_delivery` reads.

    Only days of the form are taken; a day without text is told as an empty cell.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow((PART, STAFF, CONTRACT, DAY, TIME))
    for one in form.days:
        if one.day in cells:
            typed = " ".join(cells[one.day].split())
            writer.writerow((TIME, form.staff_number, form.contract, one.day.isoformat(), typed))
    return text.getvalue().encode("utf-8-sig")


def words(language: str) -> tuple[tuple[str, str], ...]:
    """What may be typed into a cell beside hours: the short word and what it means."""
    kinds = belgium().facts["absence_kind"].labels
    names = dict(time_names())
    told = [(Meaning(code=code), names[code][language]) for code in short_words()["time"]]
    told += [(Meaning(absence=kind), kinds[kind][language]) for kind in short_words()["absence"]]
    return tuple((word_of(meaning, language), name) for meaning, name in told)
