"""What looks wrong in a month's records, and what of it is not computed: for a person to judge."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from stdnum.be import bis, nn
from stdnum.exceptions import ValidationError

from officium.findings import Finding, Severity
from officium.language import long_date, month_name, number
from officium.payroll.facts import WorkerMonth
from officium.payroll.records import Origin

_FILE = Path(__file__).with_suffix(".toml")


@cache
def table() -> dict[str, dict[str, str]]:
    """Rule -> language -> words."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def remarks_on(months: Iterable[WorkerMonth], language: str) -> Iterator[Finding]:
    """The remarks on the months of people, each with the place of the record."""
    for month in months:
        worker = month.worker
        born = _birth_date(worker.inss)
        if born is not None and born != worker.birth_date:
            values = {
                "recorded": long_date(worker.birth_date, language),
                "inss": long_date(born, language),
            }
            place = worker.origin.of("birth_date")
            yield _remark("inss_birth_date", language, month, place, values)
        for sheet in month.timesheets:
            if sheet.extra_hours:
                values = {
                    "month": f"{month_name(month.month.number, language)} {month.month.year}",
                    "hours": number(sheet.extra_hours, 2, language),
                }
                yield _remark(
                    "hours_above_schedule", language, month, sheet.contract.origin, values
                )
        if nn.is_valid(worker.inss) and nn.get_gender(worker.inss) != worker.sex:
            values = {"recorded": table()[f"word_{worker.sex}"][language]}
            yield _remark("inss_sex", language, month, worker.origin.of("sex"), values)


def _remark(
    rule: str, language: str, month: WorkerMonth, origin: Origin, values: Mapping[str, str]
) -> Finding:
    message = table()[rule][language].format(number=month.worker.staff_number, **values)
    return Finding(Severity.WARNING, rule, message, origin.file, origin.line)


def _birth_date(inss: str) -> date | None:
    """The day of birth inside an INSS; None where it does not hold one."""
    for kind in (nn, bis):
        try:
            found: date | None = kind.get_birth_date(kind.validate(inss))
        except ValidationError:
            continue
        return found
    return None
