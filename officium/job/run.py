"""One folder, one period: compute, declare, book, tell. Everything is made in memory, then laid down."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from officium.declarations import check, write
from officium.documents import payslip_pdf, report_html
from officium.findings import BadInput, Finding, Severity
from officium.job.accounts import book_month, book_quarter, debt_to_nsso
from officium.job.declare import dimona_messages, dmfa_message
from officium.job.period import Period
from officium.job.report import Computed, report
from officium.language import plain
from officium.law import Month, belgium
from officium.ledger import Entry, ledger_text
from officium.payments import PaymentFile
from officium.payroll import (
    Employer,
    EmployerQuarter,
    PaidMonth,
    Records,
    close_quarter,
    pay_month,
    payslip,
    read_folder,
)

Files = dict[str, bytes]
Progress = Callable[[str], None]


def run_folder(
    folder: Path,
    period: Period,
    *,
    provisional: bool = False,
    language: str | None = None,
    progress: Progress = lambda _: None,
) -> tuple[Files, dict[str, Any]]:
    """All documents of a period by relative path, and the report.

    `language` is that of the report; by default the employer's. A folder with several employers gets a
    subfolder for each, by enterprise number, and a report that names them. Raises BadInput.
    """
    records = read_folder(folder)
    if len(records.employers) == 1:
        return _employer(records, records.employers[0], period, provisional, language, progress)
    files: Files = {}
    told = []
    for employer in records.employers:
        own, of_employer = _employer(records, employer, period, provisional, language, progress)
        files |= {f"{employer.enterprise_number}/{name}": content for name, content in own.items()}
        told.append(of_employer)
    whole = {
        "period": str(period),
        "employers": [
            {
                "employer": one["employer"],
                "report": f"{one['employer']['enterprise_number']}/report.json",
                "control_sums": one["control_sums"],
            }
            for one in told
        ],
        "findings": [finding for one in told for finding in one["findings"]],
    }
    files["report.json"] = _json(whole)
    return files, whole


def _employer(
    records: Records,
    employer: Employer,
    period: Period,
    provisional: bool,
    language: str | None,
    progress: Progress,
) -> tuple[Files, dict[str, Any]]:
    spoken = language or employer.language
    months = dict(_months(records, employer, period, provisional, progress))
    if not any(months.values()):
        raise BadInput(
            f"nobody works for {employer.name} in {period}: is it the right period?",
            code="nobody",
            where=str(employer.origin),
        )
    quarter = _quarter(employer, period, months, provisional)
    _refuse_recalled(months, quarter, provisional)
    files: Files = {}
    findings: list[Finding] = []
    entries: tuple[Entry, ...] = ()
    payments: dict[str, PaymentFile | None] = {}
    for name, paid in months.items():
        payments[name] = None
        if paid:
            booked = book_month(entries, employer, paid, period.moment)
            entries, payments[name] = booked.entries, booked.payment
            findings.extend(_of_people(paid))
        payment = payments[name]
        if payment:
            files[f"payments/{name}-wages.xml"] = payment.xml
    declared = None
    if quarter:
        progress("dmfa")
        declaration, message = dmfa_message(quarter, period.moment)
        _same_debt(declaration.net_owed, quarter)
        paid_months = [one for month in months.values() for one in month]
        entries = book_quarter(entries, quarter, paid_months, declaration.net_owed, period.moment)
        _same_ledger(entries, declaration.net_owed, quarter)
        declared = _declare(
            files, findings, f"declarations/dmfa-{quarter.quarter}.xml", write(message)
        )
    messages, remarks = dimona_messages(records, employer, period)
    findings.extend(remarks)
    dimonas = []
    for one in messages:
        kind = one.kind.replace("_", "-")
        name = f"declarations/{kind}-{one.worker.staff_number}-{one.contract.number}.xml"
        dimonas.append((one, *_declare(files, findings, name, write(one.message))))
    files["ledger/ledger.beancount"] = ledger_text(
        entries, book="employer", title=f"{employer.name} {period}", language=spoken
    ).encode()
    computed = Computed(
        employer, period, months, payments, quarter, dimonas, declared, findings, provisional
    )
    told = report(computed, spoken)
    _write_payslips(files, months, provisional, progress)
    progress("report")
    shown = [payslip(one, spoken, provisional) for paid in months.values() for one in paid]
    files["report.html"] = report_html(told, shown, spoken).encode()
    files["report.json"] = _json(told)
    return files, told


def _months(
    records: Records, employer: Employer, period: Period, provisional: bool, progress: Progress
) -> Iterator[tuple[str, tuple[PaidMonth, ...]]]:
    """The months of the period; those of the year before them are computed for what they hand on."""
    country = belgium()
    earlier: dict[str, PaidMonth] = {}
    wanted = period.months
    month = _first_month(records, wanted[0])
    while month <= wanted[-1]:
        if month.number == 1:
            earlier = {}
        if month in wanted:
            progress(str(month))
        paid = pay_month(
            records, employer, month, earlier, country=country, provisional=provisional
        )
        earlier |= {one.of.worker.staff_number: one for one in paid}
        if month in wanted:
            yield str(month), paid
        month = month.next


def _first_month(records: Records, wanted: Month) -> Month:
    """January of the year, or the month after the opening balances of the year, where there are any."""
    days = [one.as_of for one in records.opening if one.as_of.year == wanted.year]
    days = [day for day in days if day < wanted.first]
    return Month.of(max(days) + timedelta(days=1)) if days else Month(wanted.year, 1)


def _quarter(
    employer: Employer,
    period: Period,
    months: dict[str, tuple[PaidMonth, ...]],
    provisional: bool,
) -> EmployerQuarter | None:
    if period.quarter is None:
        return None
    paid = [one for month in months.values() for one in month]
    return close_quarter(employer, period.quarter, paid, country=belgium(), provisional=provisional)


def _refuse_recalled(
    months: dict[str, tuple[PaidMonth, ...]], quarter: EmployerQuarter | None, provisional: bool
) -> None:
    entries = {n: e for month in months.values() for one in month for n, e in one.entries().items()}
    if quarter:
        entries |= quarter.entries()
    recalled = sorted(name for name, entry in entries.items() if entry.standing == "recalled")
    if recalled and not provisional:
        raise BadInput(
            f"rests on figures that are only recalled ({', '.join(recalled)}): "
            "run with --provisional to go on",
            code="recalled",
        )


def _of_people(paid: tuple[PaidMonth, ...]) -> Iterator[Finding]:
    """What looks wrong on a payslip although it can be computed."""
    for one in paid:
        net = one.cents("net_pay")
        if net < 0:
            yield Finding(
                Severity.ERROR,
                "negative_net_pay",
                f"{one.of.worker.name}, {one.of.worker.first_name}: the net pay of {one.of.month} is "
                f"{plain(net, 2)}; nothing is paid, settle what was taken back in a later month",
                f"payslips/{one.of.month}/{one.of.worker.staff_number}.json",
            )


def _declare(files: Files, findings: list[Finding], name: str, xml: bytes) -> tuple[str, int]:
    """Lay a declaration down with the findings of our own check; the path, and how many they are."""
    # One remark about a code stands for every line that bears the code.
    found = {(one.rule, one.message): one for one in reversed(check(xml))}
    findings.extend(
        Finding(one.severity, one.rule, one.message, f"{name} {one.path}", one.line, one.anomaly)
        for one in reversed(found.values())
    )
    files[name] = xml
    return name, len(found)


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


def _write_payslips(
    files: Files,
    months: dict[str, tuple[PaidMonth, ...]],
    provisional: bool,
    progress: Progress,
) -> None:
    for name, paid in months.items():
        progress(f"payslips {name}")
        for one in paid:
            document = payslip(one, one.of.worker.language, provisional)
            path = f"payslips/{name}/{one.of.worker.staff_number}"
            files[f"{path}.json"] = _json(document)
            files[f"{path}.pdf"] = payslip_pdf(document)


def _json(document: Any) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
