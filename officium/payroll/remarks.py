"""What looks wrong in a month's records, and what of it is not computed: for a person to judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from stdnum.be import bis, nn
from stdnum.exceptions import ValidationError

from officium.findings import Finding, Severity
from officium.language import plain
from officium.payroll.facts import WorkerMonth
from officium.payroll.records import Origin


def remarks_on(months: Iterable[WorkerMonth]) -> Iterator[Finding]:
    """The remarks on the months of people, each with the place of the record."""
    for month in months:
        born = _birth_date(month.worker.inss)
        if born is not None and born != month.worker.birth_date:
            yield _remark(
                "birth_date",
                f"{month.worker.staff_number} was born on {month.worker.birth_date} and the INSS "
                f"says {born}: one of them is probably wrong",
                month.worker.origin,
            )
        for sheet in month.timesheets:
            if sheet.extra_hours:
                yield _remark(
                    "extra_hours",
                    f"{month.worker.staff_number} worked {plain(sheet.extra_hours, 2)} hours above "
                    f"the schedule in {month.month}: they are paid at the plain wage; a supplement "
                    "for overtime is not computed, and is added as a premium",
                    sheet.contract.origin,
                )
        if nn.is_valid(month.worker.inss) and nn.get_gender(month.worker.inss) != month.worker.sex:
            yield _remark(
                "sex",
                f"{month.worker.staff_number} is recorded as {month.worker.sex} and the INSS says "
                "otherwise",
                month.worker.origin,
            )


def _remark(rule: str, message: str, origin: Origin) -> Finding:
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
