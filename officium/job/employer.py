"""One employer's period: compute, declare, book, tell. Everything is made in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from officium.declarations import check, write
from officium.documents import payslip_pdf, report_html
from officium.findings import BadInput, Finding, Severity
from officium.job.accounts import book_quarter, book_year, debt_to_nsso
from officium.job.declare import dmfa_message
from officium.job.ground import Ground
from officium.job.hires import dimona_messages
from officium.job.output import as_json_file
from officium.job.period import Period, morning
from officium.job.remarks import remarks, undeclarable
from officium.job.report import Computed, report
from officium.job.wages import PaidOut, book_month
from officium.language import plain
from officium.law import Month, belgium
from officium.ledger import Entry, ledger_text
from officium.payroll import (
    Employer,
    EmployerQuarter,
    PaidMonth,
    Records,
    certificates,
    close_quarter,
    pay_month,
    payslip,
)

Files = dict[str, bytes]
Progress = Callable[[str], None]


def run_employer(
    records: Records,
    employer: Employer,
    period: Period,
    *,
    provisional: bool,
    language: str,
    progress: Progress,
) -> tuple[Files, dict[str, Any]] | None:
    """The documents of an employer's period by path, and its report; None where nobody works.

    Raises BadInput.
    """
    months = dict(_months(records, employer, period, progress))
    paid = list(chain.from_iterable(months.values()))
    if not paid:
        return None
    quarter = _quarter(employer, period, paid)
    ground = Ground.of(paid, quarter)
    if not provisional:
        ground.refuse_provisional(f"{employer.name}, {period}")
    files: Files = {}
    findings = remarks(paid, language)
    entries: tuple[Entry, ...] = ()
    payments: dict[str, tuple[PaidOut, ...]] = {}
    for name, of_month in months.items():
        payments[name] = ()
        if of_month:
            booked = book_month(entries, employer, of_month)
            entries, payments[name] = booked.entries, booked.paid_out
            files |= {one.file: one.content for one in booked.paid_out}
    # The wages of the last month may be paid after the quarter's end.
    closed = max(period.closed, *(morning(one.of.paid_on) for one in paid))
    declared = None
    blocked = undeclarable(quarter, language) if quarter else []
    findings += blocked
    if quarter and not blocked:
        progress("dmfa")
        declaration, message = dmfa_message(quarter, period.closed)
        _same_debt(declaration.net_owed, quarter)
        entries = book_quarter(entries, quarter, paid, declaration.net_owed, closed)
        _same_ledger(entries, declaration.net_owed, quarter)
        name = f"declarations/dmfa-{quarter.quarter}.xml"
        files[name] = write(message)
        found = _checked(name, files[name], language)
        declared = name, len(found)
        findings += found
    if quarter:
        entries = book_year(entries, quarter, closed)
    messages, late = dimona_messages(records, employer, period, language)
    findings += late
    dimonas = []
    for dimona in messages:
        files[dimona.file] = write(dimona.message)
        found = _checked(dimona.file, files[dimona.file], language)
        dimonas.append((dimona, dimona.file, len(found)))
        findings += found
    files["ledger/ledger.beancount"] = ledger_text(
        entries, book="employer", title=f"{employer.name} {period}", language=language
    ).encode()
    given = {}
    for one in paid:
        for certificate in certificates(records, one):
            name = f"{one.of.worker.staff_number}-{certificate['contract']}"
            path = f"certificates/{one.of.month}/{name}-{certificate['service_year']}.json"
            files[path] = as_json_file(certificate)
            given[path] = one
    told = report(
        Computed(
            employer, period, months, payments, quarter, dimonas, declared, findings, ground, given
        ),
        language,
    )
    shown = []
    for one in paid:
        progress(f"payslips {one.of.month}")
        own = payslip(one, one.of.worker.language)
        path = f"payslips/{one.of.month}/{one.of.worker.staff_number}"
        files[f"{path}.json"] = as_json_file(own)
        files[f"{path}.pdf"] = payslip_pdf(own)
        shown.append(own if one.of.worker.language == language else payslip(one, language))
    progress("report")
    files["report.html"] = report_html(told, shown, language).encode()
    return files, told


def _months(
    records: Records, employer: Employer, period: Period, progress: Progress
) -> Iterator[tuple[str, tuple[PaidMonth, ...]]]:
    """The months of the period; those of the year before them are computed for what they hand on."""
    country = belgium()
    earlier: dict[str, PaidMonth] = {}
    wanted = period.months
    month = Month(wanted[0].year, 1)
    while month <= wanted[-1]:
        if month in wanted:
            progress(str(month))
        # What is not settled is refused in one list when all is computed, not month by month.
        paid = pay_month(records, employer, month, earlier, country=country, provisional=True)
        earlier |= {one.of.worker.staff_number: one for one in paid}
        if month in wanted:
            yield str(month), paid
        month = month.next


def _quarter(employer: Employer, period: Period, paid: list[PaidMonth]) -> EmployerQuarter | None:
    if period.quarter is None:
        return None
    return close_quarter(employer, period.quarter, paid, country=belgium(), provisional=True)


def _checked(name: str, xml: bytes, language: str) -> list[Finding]:
    """What our own check finds in a declaration; its notes are for who writes declarations by hand."""
    # One remark about a code stands for every line that bears the code.
    found = {(one.rule, one.message): one for one in reversed(check(xml, language=language))}
    return [
        Finding(one.severity, one.rule, one.message, f"{name} {one.path}", one.line, one.anomaly)
        for one in reversed(found.values())
        if one.severity != Severity.INFO
    ]


def _same_debt(declared: int, quarter: EmployerQuarter) -> None:
    computed = quarter.cents("employer_net_owed")
    if declared != computed:
        raise BadInput(
            f"the declaration owes {plain(declared, 2)}, the law computes {plain(computed, 2)}: a line of "
            "the quarter is not declared",
            code="declaration_differs",
            where=f"{quarter.employer.name}, {quarter.quarter}",
        )


def _same_ledger(entries: tuple[Entry, ...], declared: int, quarter: EmployerQuarter) -> None:
    booked = debt_to_nsso(entries, str(quarter.quarter))
    if booked != declared:
        raise BadInput(
            f"the ledger owes {plain(booked, 2)}, the declaration {plain(declared, 2)}",
            code="ledger_differs",
            where=f"{quarter.employer.name}, {quarter.quarter}",
        )
