"""What looks wrong on payslips although it can be computed: few remarks, and sure ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from officium.findings import Finding, Severity
from officium.job.wording import finding
from officium.language import month_name, number
from officium.payroll import PaidMonth, remarks_on


def remarks(paid: Sequence[PaidMonth], language: str) -> list[Finding]:
    """Each remark once, however many months it holds for: payslips first, then their records."""
    found = [*_on_payslips(paid, language), *remarks_on((one.of for one in paid), language)]
    return list(dict.fromkeys(found))


def _on_payslips(paid: Sequence[PaidMonth], language: str) -> Iterator[Finding]:
    for one in paid:
        net = one.cents("net_pay")
        place = f"payslips/{one.of.month}/{one.of.worker.staff_number}.json"
        said = {
            "who": f"{one.of.worker.name}, {one.of.worker.first_name}",
            "month": f"{month_name(one.of.month.number, language)} {one.of.month.year}",
        }
        if net < 0:
            values = said | {"amount": f"{number(net, 2, language)} EUR"}
            yield finding(Severity.ERROR, "negative_net_pay", language, values, place)
        elif not one.total("gross_pay"):
            yield finding(Severity.INFO, "no_pay", language, said, place)
