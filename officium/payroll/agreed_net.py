"""Terms that agree on a net pay: the monthly pay of which a complete month leaves that net.

The gross pay is found for every month anew, by the family, the law and the bonus of that month. It is
the pay of a complete month, as if the terms held on all of it: absences then lower it as they do any
monthly pay, and lines of pay come on top of it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from officium.engine import Country, Family, LawBook, Row, Sheet
from officium.findings import BadInput
from officium.law import Least, Month, least_given
from officium.payroll.facts import months_of_workers, pay_day
from officium.payroll.records import Contract, Employer, Records, Terms, Worker
from officium.payroll.timesheet import spans

# What is agreed is the net of the wage: claims and meal vouchers come off it, and change no gross pay.
_NET = "net_before_deductions"


def with_agreed_nets(
    records: Records,
    employer: Employer,
    month: Month,
    earlier: Mapping[str, Mapping[str, int]],
    *,
    country: Country,
) -> tuple[Records, dict[str, Least]]:
    """The records with a monthly pay wherever a net was agreed for the month, and what was found.

    `earlier` as for `months_of_workers`; what was found is by staff number: the gross pay and the net
    that a complete month leaves of it. Raises BadInput where somebody has another contract with the
    employer in the month: the tax is one, and the agreement cannot say whose part it is; or other
    terms in it.
    """
    if not any(_agreed(worker, employer, month) for worker in records.workers):
        return records, {}
    book = LawBook(
        country,
        want=(_NET,),
        on=month.first,
        paid=pay_day(employer, month),
        provisional=True,
    )
    found: dict[str, Least] = {}
    workers = []
    for worker in records.workers:
        for terms in _agreed(worker, employer, month):
            found[worker.staff_number] = gross_of_complete_month(
                records, employer, worker, terms, month, earlier, book
            )
            worker = _with_pay(worker, employer, month, terms, found[worker.staff_number].given)
        workers.append(worker)
    return dataclasses.replace(records, workers=tuple(workers)), found


def _agreed(worker: Worker, employer: Employer, month: Month) -> list[Terms]:
    """The terms of the month that agree on a net, in the order of their days."""
    return [
        terms
        for contract in worker.contracts_at(employer.enterprise_number, month)
        for terms, _, _ in spans(contract, month)
        if terms.agreed_net is not None
    ]


def _with_pay(worker: Worker, employer: Employer, month: Month, agreed: Terms, pay: int) -> Worker:
    (contract,) = worker.contracts_at(employer.enterprise_number, month)
    paid = agreed.model_copy(update={"monthly_pay": pay})
    terms = tuple(paid if one is agreed else one for one in contract.terms)
    return _with(worker, contract, contract.model_copy(update={"terms": terms}))


def gross_of_complete_month(
    records: Records,
    employer: Employer,
    worker: Worker,
    terms: Terms,
    month: Month,
    earlier: Mapping[str, Mapping[str, int]],
    book: LawBook,
) -> Least:
    """The least monthly pay that leaves the agreed net in a complete month without lines of pay."""
    contracts = worker.contracts_at(employer.enterprise_number, month)
    if len(contracts) > 1:
        raise BadInput(
            f"{worker.staff_number} has {len(contracts)} contracts in {month} and a net is agreed for "
            "one: record the gross pay of each",
            code="agreed_net",
            where=str(contracts[0].origin),
        )
    (contract,) = contracts
    begins = min(contract.begins, month.first)
    whole = contract.model_copy(
        update={
            "begins": begins,
            "ends": None,
            "end_reason": None,
            "terms": (terms.model_copy(update={"since": begins, "monthly_pay": 1}),),
        }
    )
    alone = Records(
        records.employers,
        (_with(worker, contract, whole),),
        opening=records.opening,
    )
    (complete,) = months_of_workers(alone, employer, month, earlier)
    (of_contract,) = complete.row.children["contract-month"]

    def net_of(pay: int) -> int:
        facts = {**of_contract.facts, "monthly_pay": pay}
        row = Row(complete.row.facts, {"contract-month": (Row(facts, of_contract.children),)})
        return Family(book, Sheet(book, row, f"{worker.staff_number}, {month}")).fact(_NET)

    try:
        return least_given(net_of, terms.agreed_net or 0, complete.paid_on)
    except BadInput as refusal:
        raise BadInput(refusal.message, code=refusal.code, where=str(terms.origin)) from refusal


def _with(worker: Worker, contract: Contract, other: Contract) -> Worker:
    """The worker with another contract in the place of one."""
    contracts = tuple(other if one is contract else one for one in worker.contracts)
    return worker.model_copy(update={"contracts": contracts})
