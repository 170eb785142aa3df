"""The individual accounts of a year: for each worker the document of the royal decree of 8 August 1980."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from officium.documents import individual_account_pdf
from officium.findings import BadInput, Finding, Severity
from officium.job.deadlines import copy_of_account
from officium.job.ground import Ground
from officium.job.months import Progress, paid_months
from officium.job.output import as_json_file, sealed
from officium.job.wording import finding, say
from officium.language import plain
from officium.law import Month
from officium.payroll import (
    Employer,
    PaidMonth,
    Records,
    WorkerMonth,
    account_lacks,
    employer_of,
    individual_account,
    payslip,
    read_folder,
)

Files = dict[str, bytes]
_AFFILIATIONS = {
    "accident_insurance": Severity.WARNING,
    "holiday_fund": Severity.WARNING,
    "family_allowance_fund": Severity.INFO,
}


def run_year(
    folder: Path,
    year: int,
    *,
    until: Month | None = None,
    staff_numbers: Sequence[str] = (),
    provisional: bool = False,
    language: str | None = None,
    progress: Progress = lambda _: None,
) -> tuple[Files, dict[str, Any]]:
    """The individual accounts of a year by relative path, and a report of them.

    `until`: the last month that is computed, by default December; `staff_numbers`: whose accounts, by
    default everybody's; `language` that of the findings, by default the employer's. Several employers
    have a folder each, by enterprise number. Raises BadInput.
    """
    records = read_folder(folder)
    _known(records, staff_numbers, folder)
    last = until or Month(year, 12)
    months = tuple(Month(year, number) for number in range(1, last.number + 1))
    files: Files = {}
    told: dict[str, Any] = {"year": str(year), "until": str(last), "employers": [], "findings": []}
    for employer in records.employers:
        place = f"{employer.enterprise_number}/" if len(records.employers) > 1 else ""
        own = _of_employer(records, employer, months, staff_numbers, provisional, progress, place)
        if own:
            files |= own[0]
            told["employers"].append(own[1])
            missing = _missing(employer, own[2], language or employer.language)
            told["findings"] += [one.as_json() for one in missing]
    if not files:
        raise BadInput(
            f"nobody works from {months[0]} to {last}: is it the right year?",
            code="nobody",
            where=str(folder),
        )
    return sealed(files, told), told


def _known(records: Records, staff_numbers: Sequence[str], folder: Path) -> None:
    known = [worker.staff_number for worker in records.workers]
    unknown = [number for number in staff_numbers if number not in known]
    if unknown:
        raise BadInput(
            f"nobody has staff number {unknown[0]}; known are {', '.join(known[:12])}",
            code="unknown_worker",
            where=str(folder),
        )


def _of_employer(
    records: Records,
    employer: Employer,
    months: Sequence[Month],
    staff_numbers: Sequence[str],
    provisional: bool,
    progress: Progress,
    place: str,
) -> tuple[Files, dict[str, Any], list[Sequence[PaidMonth]]] | None:
    years: dict[str, list[PaidMonth]] = {}
    for _, paid in paid_months(records, employer, months, progress):
        for one in paid:
            if not staff_numbers or one.of.worker.staff_number in staff_numbers:
                years.setdefault(one.of.worker.staff_number, []).append(one)
    if not years:
        return None
    ground = Ground.of((one for own in years.values() for one in own), None)
    if not provisional:
        ground.refuse_provisional(f"{employer.name}, {months[0].year}")
    files: Files = {}
    accounts = []
    for number, own in sorted(years.items()):
        progress(number)
        language = own[-1].of.worker.language
        account = individual_account(own, [payslip(one, language) for one in own])
        path = f"{place}accounts/{months[0].year}/{number}"
        files[f"{path}.json"] = as_json_file(account)
        files[f"{path}.pdf"] = individual_account_pdf(account)
        accounts.append(
            {
                "staff_number": number,
                "name": f"{own[-1].of.worker.name}, {own[-1].of.worker.first_name}",
                "file": f"{path}.json",
                "pdf": f"{path}.pdf",
                "copy_due": copy_of_account(months[0].year, _left_on(own[-1].of)).isoformat(),
                "amounts": account["total"]["amounts"],
            }
        )
    sums = {
        name: plain(sum(int(one["amounts"][name].replace(".", "")) for one in accounts), 2)
        for name in accounts[0]["amounts"]
    }
    told = {
        "employer": employer_of(employer),
        **ground.as_json(),
        "accounts": accounts,
        "control_sums": {"accounts": str(len(accounts)), **sums},
    }
    return files, told, list(years.values())


def _left_on(of: WorkerMonth) -> date | None:
    """The last day at the employer of who left in the year; None: still at work at its end."""
    ends = [
        contract.ends
        for contract in of.worker.contracts
        if contract.employer == of.employer.enterprise_number and contract.begins <= of.month.last
    ]
    left = max(day or date.max for day in ends)
    return left if left.year == of.month.year else None


def _missing(
    employer: Employer, years: Iterable[Sequence[PaidMonth]], language: str
) -> Iterator[Finding]:
    """What the decree wants of the employer and the records lack (art. 14)."""
    for name in account_lacks(employer, chain.from_iterable(years)):
        values = {"who": employer.name, "what": say(name, language), "field": name}
        yield finding(
            _AFFILIATIONS[name],
            "account_lacks",
            language,
            values,
            employer.origin.file,
            employer.origin.line,
        )
