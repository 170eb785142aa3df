"""The papers of the end: a folder for each contract that ends in the period, made with its last wages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from officium.documents import (
    holiday_certificate_pdf,
    holiday_fund_pdf,
    individual_account_pdf,
    tax_sheet_pdf,
    unemployment_certificate_pdf,
    work_certificate_pdf,
)
from officium.job.output import as_json_file
from officium.job.period import Period
from officium.payroll import (
    Contract,
    Employer,
    Leaver,
    PaidMonth,
    Records,
    account_lacks,
    certificates,
    individual_account,
    leavers,
    not_due,
    notice_of,
    payslip,
    tax_sheets,
    told_to_the_fund,
    unemployment_certificate,
    work_certificate,
)

# Only information in `officium account`: no paper of the end waits for it.
_NOT_ASKED = ("family_allowance_fund",)
Files = dict[str, bytes]
Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of one contract: where each lies, what is not made and why, and what is missing.

    `files` is by kind of paper, those of several years in their order; `missing` counts what a person
    still has to fill in for the C4; `account_lacks` names the fields of the employer that the individual
    account lacks.
    """

    leaver: Leaver
    files: Mapping[str, tuple[str, ...]]
    not_made: Mapping[str, str]
    missing: int
    account_lacks: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The papers as the report tells them."""
        worker, contract = self.leaver.worker, self.leaver.contract
        return {
            "staff_number": worker.staff_number,
            "name": f"{worker.name}, {worker.first_name}",
            "contract": contract.number,
            "ends": self.leaver.ends.isoformat(),
            "end_reason": contract.end_reason,
            "files": {kind: list(files) for kind, files in self.files.items()},
            "not_made": dict(self.not_made),
            "missing": self.missing,
            "account_lacks": list(self.account_lacks),
        }


def somebody_leaves(records: Records, employer: Employer, period: Period) -> bool:
    """Whether a contract of the employer ends in the period: its year is then computed as a whole."""
    first, last = period.months[0].first, period.months[-1].last
    return any(
        contract.ends and first <= contract.ends <= last
        for worker in records.workers
        for contract in worker.contracts
        if contract.employer == employer.enterprise_number
    )


def papers_of_leavers(
    records: Records, year: Mapping[str, Sequence[PaidMonth]], period: Period
) -> tuple[Files, list[Papers]]:
    """The papers of everybody whose contract ends in the period, by path. Raises BadInput."""
    files: Files = {}
    found = []
    for leaver in leavers(year.values(), period.months[0].first, period.months[-1].last):
        made, papers = _papers(records, leaver)
        files |= made
        found.append(papers)
    return files, found


def holiday_certificates(
    records: Records, paid: Sequence[PaidMonth]
) -> tuple[Files, dict[str, PaidMonth]]:
    """The certificates of white-collar workers, and whose month each is of.

    They lie with the other papers of the end; where the contract goes on, by month.
    """
    files: Files = {}
    given = {}
    for one in paid:
        contracts = {sheet.contract.number: sheet.contract for sheet in one.of.timesheets}
        for certificate in certificates(records, one):
            contract = contracts[certificate["contract"]]
            year = certificate["service_year"]
            path = f"certificates/{one.of.month}/{_number(one, contract)}-{year}"
            if contract.ends and contract.ends <= one.of.month.last:
                path = f"{_folder(one, contract)}/holiday_certificate-{year}"
            files[f"{path}.json"] = as_json_file(certificate)
            files[f"{path}.pdf"] = holiday_certificate_pdf(certificate)
            given[f"{path}.pdf"] = one
    return files, given


def _number(one: PaidMonth, contract: Contract) -> str:
    return f"{one.of.worker.staff_number}-{contract.number}"


def _folder(one: PaidMonth, contract: Contract) -> str:
    return f"leavers/{_number(one, contract)}"


def _papers(records: Records, leaver: Leaver) -> tuple[Files, Papers]:
    folder = _folder(leaver.year[-1], leaver.contract)
    files: Files = {}
    named: dict[str, tuple[str, ...]] = {}
    not_made: dict[str, str] = {}

    def lay(kind: str, name: str, told: Told, printed: Callable[[Told], bytes]) -> None:
        path = f"{folder}/{name}"
        files[f"{path}.json"] = as_json_file(told)
        files[f"{path}.pdf"] = printed(told)
        named[kind] = (*named.get(kind, ()), f"{path}.json", f"{path}.pdf")

    lay("work_certificate", "work_certificate", work_certificate(leaver), work_certificate_pdf)
    missing = 0
    reason = not_due(leaver)
    if reason:
        not_made["unemployment_certificate"] = reason
    else:
        told = unemployment_certificate(leaver, notice_of(records, leaver))
        missing = len(told["missing"])
        lay("unemployment_certificate", "c4", told, unemployment_certificate_pdf)
    fund = told_to_the_fund(leaver)
    if fund:
        lay("holiday_fund", "holiday_fund", fund, holiday_fund_pdf)
    lacks: tuple[str, ...] = ()
    if leaver.leaves_the_employer:
        lacks = tuple(
            name for name in account_lacks(leaver.employer, leaver.year) if name not in _NOT_ASKED
        )
        for kind, name, told, printed in _of_the_year(leaver):
            lay(kind, name, told, printed)
    else:
        not_made |= dict.fromkeys(("individual_account", "tax_sheet"), "stays")
    return files, Papers(leaver, named, not_made, missing, lacks)


def _of_the_year(
    leaver: Leaver,
) -> Iterator[tuple[str, str, dict[str, Any], Callable[[Told], bytes]]]:
    """The account and the tax sheets: of all that the worker was paid in the year."""
    slips = [payslip(one, leaver.worker.language) for one in leaver.year]
    account = individual_account(leaver.year, slips)
    yield "individual_account", "individual_account", account, individual_account_pdf
    for sheet in tax_sheets(leaver, slips):
        yield "tax_sheet", f"281.10-{sheet['income_year']}", sheet, tax_sheet_pdf
