"""The Dimona messages of who begins or ends, and what stands in their way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from officium.declarations import FormHead, Node, dimona, edition, quarter_code
from officium.findings import Finding, Severity
from officium.job.period import Period, morning
from officium.job.wording import finding
from officium.language import long_date
from officium.law import Month
from officium.payroll import Contract, Employer, Records, Worker

# The committees that Dimona tells apart; all others are XXX (zone 00046 of the Dimona glossary).
DIMONA_COMMITTEES = ("124", "140", "144", "145", "149", "302", "320", "322")


@dataclass(frozen=True, slots=True)
class DimonaMessage:
    """A message that a contract needs: its kind (`dimona_in`, `dimona_out`), whose, and for which day."""

    kind: str
    worker: Worker
    contract: Contract
    day: date
    message: Node

    @property
    def file(self) -> str:
        """Where the message is laid down."""
        kind = self.kind.replace("_", "-")
        return f"declarations/{kind}-{self.worker.staff_number}-{self.contract.number}.xml"


def dimona_messages(
    records: Records, employer: Employer, period: Period, language: str
) -> tuple[list[DimonaMessage], list[Finding]]:
    """The messages for who begins or ends by the end of the period and is not declared yet.

    A hire of before the period that bears no Dimona number is declared too, and told: it is late, or
    its number was not recorded. A departure needs the number of its period.
    """
    first, last = period.months[0].first, period.months[-1].last
    messages: list[DimonaMessage] = []
    remarks: list[Finding] = []
    for worker, contract in _contracts(records, employer):
        declared = contract.dimona_period is not None
        if not declared and contract.begins <= last and contract.runs_in(first, date.max):
            messages.append(_in(worker, contract, employer))
            if contract.begins < first:
                remarks.append(
                    _remark("dimona_in_late", worker, contract, contract.begins, language)
                )
        ends = contract.ends
        if ends is None or not first <= ends <= last or contract.dimona_end == ends:
            continue
        if contract.dimona_period is not None:
            head = _head("OUT", worker, contract, ends)
            out = dimona.dimona_out(contract.dimona_period, ends, head)
            messages.append(DimonaMessage("dimona_out", worker, contract, ends, out))
        elif not _is_of_fixed_term(contract):
            remarks.append(_remark("dimona_period_unknown", worker, contract, ends, language))
    return messages, remarks


def _contracts(records: Records, employer: Employer) -> Iterator[tuple[Worker, Contract]]:
    for worker in records.workers:
        for contract in worker.contracts:
            if contract.employer == employer.enterprise_number:
                yield worker, contract


def _in(worker: Worker, contract: Contract, employer: Employer) -> DimonaMessage:
    committee = contract.joint_committee.split(".")[0]
    known = committee in DIMONA_COMMITTEES and contract.worker_type != "OTH"
    message = dimona.dimona_in(
        dimona.DimonaWorker(worker.inss, contract.worker_type, committee if known else "XXX"),
        dimona.EmployerId(employer.nsso_number, employer.enterprise_number),
        contract.begins,
        _head("IN", worker, contract, contract.begins - timedelta(days=1)),
        end=contract.ends if _is_of_fixed_term(contract) else None,
    )
    return DimonaMessage("dimona_in", worker, contract, contract.begins, message)


def _is_of_fixed_term(contract: Contract) -> bool:
    """A term that is known from the start is declared with it; a later end by an OUT."""
    return contract.end_reason == "end_of_term"


def _head(kind: str, worker: Worker, contract: Contract, day: date) -> FormHead:
    # The reference comes back with the answer; it holds twenty signs, and staff numbers may be longer.
    schema = edition(dimona.SCHEMAS, quarter_code(Month.of(day).quarter))
    return FormHead(morning(day), schema, f"{kind}-{worker.inss}-{contract.number}")


def _remark(rule: str, worker: Worker, contract: Contract, day: date, language: str) -> Finding:
    return finding(
        Severity.WARNING,
        rule,
        language,
        {"who": f"{worker.name}, {worker.first_name}", "day": long_date(day, language)},
        contract.origin.file,
        contract.origin.line,
    )
