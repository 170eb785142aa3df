"""What an employer fills in for a month: a workbook, or a table for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from officium.intake.grammar import as_typed
from officium.intake.layout import Plan, Value, plan
from officium.intake.lines import COLUMNS_OF, PARTS
from officium.intake.sheet_writer import workbook
from officium.intake.who import guarded
from officium.law import Month
from officium.payroll import Employer, Records

TemplateKind = Literal["xlsx", "csv"]
COLUMNS = tuple(
    dict.fromkeys(name for part in PARTS for name in COLUMNS_OF[part] if name != "code")
)


def template(
    records: Records, employer: Employer, month: Month, kind: TemplateKind, language: str
) -> bytes:
    """The file for a month, filled in as the records have it; the same records give the same bytes.

    `xlsx` is a workbook for people, in the language: a row a contract and a column a day, lines of pay,
    absences, the words that may be typed. `csv` is one line a day of a contract, a line of pay or an
    absence, with semicolons, as UTF-8 with its mark.
    """
    of = plan(records, employer, month, language)
    return workbook(of) if kind == "xlsx" else _table(of)


def _table(of: Plan) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, delimiter=";", lineterminator="\r\n", restval="")
    writer.writeheader()
    for part, names, values in _lines(of):
        line = dict(zip(names, (_plain(value, of.language) for value in values), strict=True))
        writer.writerow({"part": part, **line})
    return text.getvalue().encode("utf-8-sig")


def _lines(of: Plan) -> Iterator[tuple[str, Sequence[str], Sequence[Value]]]:
    who = COLUMNS_OF["time"][1:4]
    for one in of.people:
        for day in sorted(one.days):
            values = (one.key[0], guarded(one.name), one.key[1], day, of.time_of(one, day))
            yield "time", (*who, "day", "time"), values
    for part in ("pay", "absences"):
        for line in of.lines(part):
            yield part, COLUMNS_OF[part][1:], line


def _plain(value: Value, language: str) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return as_typed(str(value), language)
    return "" if value is None else str(value)
