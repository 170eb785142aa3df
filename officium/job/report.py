"""The report of a period as one document: what was computed, must be sent, must be paid, looks wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from officium.engine import explain
from officium.findings import Finding
from officium.job import deadlines
from officium.job.cost import cost_explained, cost_told
from officium.job.ground import Ground
from officium.job.hires import DimonaMessage
from officium.job.leavers import Papers
from officium.job.period import Period
from officium.job.wages import PaidOut
from officium.job.wording import say
from officium.language import plain
from officium.law import belgium
from officium.payroll import (
    Employer,
    EmployerQuarter,
    PaidMonth,
    WorkerCost,
    account_alone,
    employer_of,
    people_alone,
    year_alone,
)

COLUMNS = (
    "gross_pay",
    "employee_contribution",
    "withholding_tax",
    "special_contribution",
    "creditors",
    "net_pay",
)
_COUNTED = {
    "gross_pay": ("total_gross",),
    "employee_contribution": ("employee_contribution", "contributions_beside_gross"),
    "withholding_tax": ("tax_withheld",),
    "creditors": ("attachment_amount",),
}
# Lines of the account with the NSSO: code of the declaration, fact, and where that fact stands.
_LINES = (
    ("495 / 015", "ordinary_contribution", "record"),
    ("809", "closure_fund_basic_contribution", "record"),
    ("810", "closure_fund_special_contribution", "record"),
    ("859", "temporary_unemployment_contribution", "record"),
    ("255", "industrial_accident_special_contribution", "record"),
    ("256", "asbestos_contribution", "record"),
    ("855", "contribution_1_60", "record"),
    ("831", "sector_fund_contribution", "record"),
    ("856", "quarter_special_contribution", "person"),
    ("870", "double_holiday_contribution", "employer"),
    ("888", "results_bonus_contribution", "record"),
    ("", "purchasing_power_contribution", "record"),
    ("812", "compensation_contribution", "record"),
    ("861", "profit_premium_contribution", "employer"),
    ("3000", "structural_reduction", "occupation"),
    ("0001", "quarter_employment_bonus", "person"),
)
_REDUCTIONS = ("structural_reduction", "quarter_employment_bonus")
_PERSON = (*(fact for _, fact, of in _LINES if of != "employer"), "net_owed")


@dataclass(frozen=True)
class Computed:
    """Everything of one employer's period, before it is told."""

    employer: Employer
    period: Period
    months: Mapping[str, Sequence[PaidMonth]]
    payments: Mapping[str, Sequence[PaidOut]]
    quarter: EmployerQuarter | None
    dimonas: Sequence[tuple[DimonaMessage, str, int]]
    dmfa: tuple[str, int] | None
    findings: Sequence[Finding]
    ground: Ground
    certificates: Mapping[str, PaidMonth]
    papers: Sequence[Papers]
    cost: Sequence[WorkerCost] | None


def report(of: Computed, language: str) -> dict[str, Any]:
    """The report as a JSON document; amounts are texts, explanations in the language asked for."""
    people, explanations = _people(of, language)
    sums = _control_sums(of)
    return {
        "employer": employer_of(of.employer),
        "period": str(of.period),
        **of.ground.as_json(),
        "fingerprint": _fingerprint(of),
        "months": [_month(of, name) for name in of.months],
        "to_send": _in_order(_to_send(of), of),
        "to_pay": _in_order(_to_pay(of, language), of),
        "leavers": [papers.as_json() for papers in of.papers],
        "nsso": _nsso(of.quarter) if of.quarter else None,
        "people": people,
        "cost": cost_told(of.cost, of.period) if of.cost is not None else None,
        "control_sums": sums,
        "names": _names(of, sums, language),
        "findings": [finding.as_json() for finding in of.findings],
        "explanations": explanations | cost_explained(of.cost or (), language),
    }


def _fingerprint(of: Computed) -> str:
    books = [month[0].family.book for month in of.months.values() if month]
    if of.quarter:
        books.append(of.quarter.family.book)
    return "-".join(dict.fromkeys(book.fingerprint for book in books))


def _amounts(paid: PaidMonth) -> dict[str, int]:
    """The columns of a payslip, with the pay, contributions and tax of what is treated apart."""
    return {column: sum(map(paid.total, _COUNTED.get(column, (column,)))) for column in COLUMNS}


def _month(of: Computed, name: str) -> dict[str, Any]:
    paid = of.months[name]
    slips = [
        {
            "file": f"payslips/{name}/{one.of.worker.staff_number}.json",
            "pdf": f"payslips/{name}/{one.of.worker.staff_number}.pdf",
            "staff_number": one.of.worker.staff_number,
            "name": f"{one.of.worker.name}, {one.of.worker.first_name}",
            **{column: plain(cents, 2) for column, cents in _amounts(one).items()},
        }
        for one in paid
    ]
    payments = [
        {
            "what": file.what,
            "file": file.file,
            "count": file.count,
            "total": plain(file.cents, 2),
            "on": file.on.isoformat(),
        }
        for file in of.payments[name]
    ]
    totals = {column: plain(sum(_amounts(one)[column] for one in paid), 2) for column in COLUMNS}
    return {
        "month": name,
        "payslips": slips,
        "totals": totals,
        "payment": next((told for told in payments if told["what"] == "wages"), None),
        "payments": payments,
    }


def _to_send(of: Computed) -> list[dict[str, Any]]:
    due = {"dimona_in": deadlines.dimona_in, "dimona_out": deadlines.dimona_out}
    sent = [
        {
            "what": one.kind,
            "who": f"{one.worker.name}, {one.worker.first_name}",
            "file": file,
            "due": due[one.kind](one.day).isoformat(),
            "findings": count,
        }
        for one, file, count in of.dimonas
    ]
    sent += [
        {
            "what": "holiday_certificate",
            "who": f"{one.of.worker.name}, {one.of.worker.first_name}",
            "file": file,
            "due": deadlines.holiday_certificate(one.of.paid_on).isoformat(),
            "findings": 0,
        }
        for file, one in of.certificates.items()
    ]
    sent += [duty for papers in of.papers for duty in _papers_due(papers)]
    if of.dmfa and of.quarter:
        sent.append(
            {
                "what": "dmfa",
                "who": of.employer.name,
                "file": of.dmfa[0],
                "due": deadlines.end_of_next_month(of.quarter.quarter).isoformat(),
                "findings": of.dmfa[1],
            }
        )
    return sent


def _papers_due(papers: Papers) -> Iterator[dict[str, Any]]:
    """What the worker gets on leaving; what the C4 and the account still lack counts as remarks."""
    worker, ends = papers.leaver.worker, papers.leaver.ends
    due = {
        "work_certificate": (deadlines.work_certificate(ends), 0),
        "unemployment_certificate": (deadlines.unemployment_certificate(ends), papers.missing),
        "individual_account": (
            deadlines.copy_of_account(ends.year, ends),
            len(papers.account_lacks),
        ),
    }
    for kind, (day, remarks) in due.items():
        if kind in papers.files:
            yield {
                "what": kind,
                "who": f"{worker.name}, {worker.first_name}",
                "file": papers.files[kind][-1],
                "due": day.isoformat(),
                "findings": remarks,
            }


def _in_order(duties: list[dict[str, Any]], of: Computed) -> list[dict[str, Any]]:
    """By the day on which they are due; `late`: that day lies before the whole period."""
    first = of.period.months[0].first.isoformat()
    told = [{**duty, "late": duty["due"] < first} for duty in duties]
    return sorted(told, key=lambda duty: (duty["due"], duty.get("file", "")))


def _to_pay(of: Computed, language: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for files in of.payments.values():
        for file in files:
            who = "creditors" if file.what == "attachments" else "payees"
            payees = f"{who}_one" if file.workers == 1 else f"{who}_many"
            told = say(payees, language, count=file.workers)
            found.append(_due(file.what, told, file.on.isoformat(), file.cents, note=file.file))
    found += _tax(of, language)
    if of.quarter:
        quarter = of.quarter
        for number, fact in enumerate(("first_advance", "second_advance", "third_advance"), 1):
            if quarter.cents(fact):
                day = deadlines.advance(quarter.quarter, number).isoformat()
                found.append(_due("nsso_advance", say("nsso", language), day, quarter.cents(fact)))
        day = deadlines.end_of_next_month(quarter.quarter).isoformat()
        balance = quarter.cents("nsso_balance")
        note = say("credit", language) if balance < 0 else None
        found.append(_due("nsso_balance", say("nsso", language), day, balance, note=note))
        if quarter.cents("yearly_holiday_contribution"):
            day = deadlines.yearly_holiday_contribution(quarter.quarter).isoformat()
            owed = quarter.cents("yearly_holiday_contribution")
            note = say("credit", language) if owed < 0 else None
            found.append(_due("holiday_debit_note", say("nsso", language), day, owed, note=note))
    return found


def _tax(of: Computed, language: str) -> list[dict[str, Any]]:
    """Withholding tax to pay over, and the tax on profit premiums, by the day of their returns."""
    due: dict[tuple[str, str], int] = {}
    for paid in of.months.values():
        for one in paid:
            day = deadlines.withholding_tax(one.of.paid_on, of.employer.withholding_period)
            key = ("withholding_tax", day.isoformat())
            own = one.cents("own_tax")
            owed = one.cents("tax_withheld") - own - one.cents("overtime_payment_exemption")
            due[key] = due.get(key, 0) + owed
            key = ("profit_premium_tax", deadlines.profit_premium_tax(one.of.paid_on).isoformat())
            due[key] = due.get(key, 0) + own
    return [
        _due(what, say("tax_office", language), day, cents)
        for (what, day), cents in due.items()
        if cents
    ]


def _due(what: str, payee: str, day: str, cents: int, note: str | None = None) -> dict[str, Any]:
    return {
        "what": what,
        "payee": payee,
        "due": day,
        "amount": plain(cents, 2),
        "reference": None,
        "note": note,
    }


def _nsso(quarter: EmployerQuarter) -> dict[str, Any]:
    totals = {fact: quarter.total(fact) for _, fact, _ in _LINES}
    reductions = sum(totals[fact] for fact in _REDUCTIONS)
    facts = quarter.family.book.country.facts
    return {
        "contributions": plain(sum(totals.values()) - reductions, 2),
        "reductions": plain(reductions, 2),
        "net_owed": plain(quarter.cents("employer_net_owed"), 2),
        "advances": [
            {
                "number": number,
                "due": deadlines.advance(quarter.quarter, number).isoformat(),
                "amount": plain(quarter.cents(fact), 2),
            }
            for number, fact in enumerate(("first_advance", "second_advance", "third_advance"), 1)
            if quarter.cents(fact)
        ],
        "balance": plain(quarter.cents("nsso_balance"), 2),
        "lines": [
            {
                "code": code,
                "label": dict(facts[fact].names),
                "amount": plain(-totals[fact] if fact in _REDUCTIONS else totals[fact], 2),
                "fact": fact,
            }
            for code, fact, _ in _LINES
            if totals[fact]
        ],
    }


def _people(of: Computed, language: str) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Each person's quarter, walked alone, with its explanation; under `nsso` that of the account."""
    if of.quarter is None:
        return [], {}
    people = []
    explanations = {"nsso": explain(account_alone(of.quarter), ("nsso_balance",), language)}
    if of.quarter.cents("yearly_holiday_contribution"):
        owed = ("yearly_holiday_contribution",)
        explanations["year"] = explain(year_alone(of.quarter), owed, language)
    for person, alone in zip(of.quarter.people, people_alone(of.quarter), strict=True):
        told = explain(alone, ("net_owed", *_PERSON), language)
        # A person with two worker lines has a fact on each: `ordinary_contribution[1]`.
        shown = {
            key: fact["value"]
            for key, fact in told["facts"].items()
            if fact["fact"] in _PERSON and fact["value"] != "0.00"
        }
        staff_number = person.worker.staff_number
        explanations[staff_number] = told
        people.append(
            {
                "staff_number": staff_number,
                "name": f"{person.worker.name}, {person.worker.first_name}",
                "quarter": shown,
            }
        )
    return people, explanations


def _control_sums(of: Computed) -> dict[str, str]:
    """Sums by which two reports, or a report and its files, are compared."""
    paid = [one for month in of.months.values() for one in month]
    sums = {column: plain(sum(_amounts(one)[column] for one in paid), 2) for column in COLUMNS}
    # What creditors get is summed from their files.
    del sums["creditors"]
    to_creditors = [
        file.cents for files in of.payments.values() for file in files if file.what == "attachments"
    ]
    transferred = sum(file.cents for files in of.payments.values() for file in files)
    transferred -= sum(to_creditors)
    told = {"payslips": str(len(paid)), **sums, "wages_paid": plain(transferred, 2)}
    if to_creditors:
        told["creditors_paid"] = plain(sum(to_creditors), 2)
    if of.quarter:
        told["net_owed"] = plain(of.quarter.cents("employer_net_owed"), 2)
    return told


def _names(of: Computed, sums: Mapping[str, str], language: str) -> dict[str, str]:
    """What the control sums and the figures that are not official are called by the law, or by us."""
    country = belgium()
    named = {key: say(key, language) for key in sums if key not in country.facts}
    named |= {key: country.facts[key].names[language] for key in sums if key in country.facts}
    return named | {
        figure["figure"]: country.figures[figure["figure"]][1].names[language]
        for figure in of.ground.not_official
    }
