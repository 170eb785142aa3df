"""One employer's period: compute, declare, book, tell. Everything is made in memory."""

from __future__ import annotations

from itertools import chain
from typing import Any

from officium.declarations import check, write
from officium.documents import payslip_pdf, report_html
from officium.findings import BadInput, Finding, Severity
from officium.job.accounts import book_quarter, book_year, debt_to_nsso
from officium.job.claims import training_claims
from officium.job.declare import dmfa_message
from officium.job.ground import Ground
from officium.job.hires import dimona_messages
from officium.job.leavers import holiday_certificates, papers_of_leavers, somebody_leaves
from officium.job.months import Progress, paid_months
from officium.job.output import as_json_file
from officium.job.period import Period, morning
from officium.job.remarks import remarks, undeclarable
from officium.job.report import Computed, report
from officium.job.wages import PaidOut, book_month
from officium.job.wording import finding
from officium.language import plain
from officium.law import belgium
from officium.ledger import Entry, ledger_text
from officium.payroll import (
    Employer,
    EmployerQuarter,
    PaidMonth,
    Records,
    WorkerCost,
    close_quarter,
    cost_of_quarter,
    cost_so_far,
    payslip,
)

Files = dict[str, bytes]


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
    leaving = somebody_leaves(records, employer, period)
    wanted = period.year_so_far if leaving else period.quarter_so_far
    year = dict(paid_months(records, employer, wanted, progress))
    so_far = {str(month): year[str(month)] for month in period.quarter_so_far}
    months = {str(month): so_far[str(month)] for month in period.months}
    paid = list(chain.from_iterable(months.values()))
    if not paid:
        return None
    quarter = _quarter(employer, period, paid)
    ground = Ground.of(paid, quarter)
    if not provisional:
        ground.refuse_provisional(f"{employer.name}, {period}")
    files: Files = {}
    findings = remarks(records, paid, language)
    entries: tuple[Entry, ...] = ()
    payments: dict[str, tuple[PaidOut, ...]] = {}
    for name, of_month in months.items():
        payments[name] = ()
        if of_month:
            booked = book_month(entries, employer, of_month)
            entries, payments[name] = booked.entries, booked.paid_out
            files |= {one.file: one.content for one in booked.paid_out}
    files |= training_claims(paid)
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
    attested, given = holiday_certificates(records, paid)
    made, papers = papers_of_leavers(records, year if leaving else {}, period)
    files |= attested | made
    cost, unknown = _cost(employer, period, quarter, list(chain(*so_far.values())), language)
    findings += unknown
    computed = Computed(
        employer,
        period,
        months,
        payments,
        quarter,
        dimonas,
        declared,
        findings,
        ground,
        given,
        papers,
        cost,
    )
    told = report(computed, language)
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


def _quarter(employer: Employer, period: Period, paid: list[PaidMonth]) -> EmployerQuarter | None:
    if period.quarter is None:
        return None
    return close_quarter(employer, period.quarter, paid, country=belgium(), provisional=True)


def _cost(
    employer: Employer,
    period: Period,
    quarter: EmployerQuarter | None,
    so_far: list[PaidMonth],
    language: str,
) -> tuple[list[WorkerCost] | None, list[Finding]]:
    """What people cost; of a month before its quarter is closed: on its months up to now, if at all."""
    if quarter:
        return cost_of_quarter(quarter, so_far), []
    try:
        quarter_of = period.months[0].quarter
        return cost_so_far(employer, quarter_of, so_far, country=belgium()), []
    except BadInput as refusal:
        # A month can be paid although its quarter cannot be computed yet.
        why = finding(
            Severity.INFO,
            "cost_unknown",
            language,
            {"why": refusal.message},
            employer.origin.file,
            employer.origin.line,
        )
        return None, [why]


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
