"""The individual account: a worker's year at an employer, by pay period, quarter and year.

Its contents are those of the royal decree of 8 August 1980 on social documents, art. 14 to 16. It is
made of the payslips alone: what they gained a line for stands here too, and nothing is computed but
sums. Amounts are texts with two decimals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from officium.engine import weaker
from officium.language import plain
from officium.law import Month
from officium.payroll.month import PaidMonth
from officium.payroll.overtime import is_above_schedule
from officium.payroll.payslip import basic_pay, employer_of, worker_of
from officium.payroll.records import Affiliation, Contract, Employer, Family, Terms, Worker
from officium.payroll.timesheet import COUNTED_AS_WORK, Time

# What the decree asks in figures, and the facts of which it is the sum.
AMOUNTS: dict[str, tuple[str, ...]] = {
    "contribution_base": ("monthly_contribution_base", "item_double_holiday_base"),
    # No pay of a worker is capped: the ceiling of July 2025 spares the employer's contributions only.
    "capped_pay": (),
    "worker_contribution": ("employee_contribution", "contributions_beside_gross"),
    "special_contribution": ("special_contribution",),
    "taxed_without_contributions": ("taxable_benefits", "taxed_pay_beside"),
    "taxable_pay": ("taxable_pay", "exceptional_taxable_total", "replacement_income"),
    "withholding_tax": ("tax_withheld",),
    "net_granted": ("net_granted",),
    "pay_in_kind": ("pay_in_kind",),
    "deductions": ("deductions", "attachments_total"),
    "net_pay": ("net_pay",),
    "exempt_pay": ("exempt_pay",),
    # Asked by RD 28-11-1969 art. 19bis par. 2, 3°; their number stands on the worker's share.
    "meal_vouchers": ("meal_voucher_employer_part",),
}
# Of these the decree asks sums by quarter (art. 16 par. 2); by year all are given (par. 3).
BY_QUARTER = ("contribution_base", "capped_pay", "worker_contribution")
# Absence that is neither counted as work nor assimilated to it in the declaration (annex 8).
_NOT_COUNTED = (0, 30)
AFFILIATIONS = ("accident_insurance", "holiday_fund", "family_allowance_fund")
GROSS, TOTAL = "gross_pay", "total_gross"
_LINE = ("item", "fact", "label", "sign", "strong")


def individual_account(
    paid: Sequence[PaidMonth], payslips: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """The account of a worker's year from its months and their payslips, in the order of the months.

    At least one month is needed; all are of one year, one worker and one employer.
    """
    last = paid[-1].of
    months = [_month(one, slip) for one, slip in zip(paid, payslips, strict=True)]
    _name_total_gross(months)
    standing = str(payslips[0]["standing"])
    for slip in payslips[1:]:
        standing = weaker(standing, slip["standing"])
    return {
        "employer": _employer(last.employer),
        "worker": _worker(last.worker, last.employer, last.month.year),
        "year": str(last.month.year),
        "months": months,
        "quarters": [
            {"quarter": name, **_sums(inside, BY_QUARTER)} for name, inside in _quarters(months)
        ],
        "total": _sums(months, tuple(AMOUNTS)),
        "provisional": any(slip["provisional"] for slip in payslips),
        "standing": standing,
        "not_reviewed": list(
            dict.fromkeys(told for slip in payslips for told in slip["not_reviewed"])
        ),
        "fingerprint": "-".join(dict.fromkeys(slip["fingerprint"] for slip in payslips)),
    }


def account_lacks(employer: Employer, paid: Iterable[PaidMonth]) -> tuple[str, ...]:
    """The affiliations of an employer that the decree wants (art. 14) and the records lack."""
    manual = any(
        sheet.contract.status == "blue_collar" for one in paid for sheet in one.of.timesheets
    )
    return tuple(
        name
        for name in AFFILIATIONS
        if getattr(employer, name) is None and (manual or name != "holiday_fund")
    )


def _month(paid: PaidMonth, slip: Mapping[str, Any]) -> dict[str, Any]:
    times = [_time(time) for sheet in paid.of.timesheets for time in sheet.times]
    return {
        "month": slip["month"],
        "period": slip["period"],
        "quarter": str(paid.of.month.quarter),
        "paid_on": slip["paid_on"],
        "contracts": slip["contracts"],
        "time": _times(times),
        "lines": [
            {name: value for name, value in line.items() if name != "key"} for line in slip["lines"]
        ],
        "amounts": {name: plain(paid.sum_of(facts), 2) for name, facts in AMOUNTS.items()},
    }


def _name_total_gross(months: Sequence[Mapping[str, Any]]) -> None:
    """Give every month the line of total gross where one has it, so that the year's sum is of all.

    A payslip leaves it out where it is no other than gross pay.
    """
    named = next((line for of in months for line in of["lines"] if line["fact"] == TOTAL), None)
    if named is None:
        return
    for month in months:
        lines = month["lines"]
        have = {line["contract"] for line in lines if line["fact"] == TOTAL}
        for line in [one for one in lines if one["fact"] == GROSS and one["contract"] not in have]:
            total = {**named, "contract": line["contract"], "amount": line["amount"]}
            lines.insert(lines.index(line) + 1, total)


def _time(time: Time) -> dict[str, Any]:
    return {
        "code": time.code,
        "service": time.service,
        "counts": _counts(time),
        "days": plain(time.days, 2),
        "hours": plain(time.hours, 2),
    }


def _counts(time: Time) -> str:
    """Whether the time was worked, counted or assimilated, or neither (art. 16 par. 1, 2° to 4°)."""
    if time.code == "worked" or is_above_schedule(time.code):
        return "worked"
    if time.service in COUNTED_AS_WORK or time.service not in _NOT_COUNTED:
        return "counted"
    return "not_counted"


def _times(times: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Time by code, in the order in which the codes are met."""
    found: dict[tuple[str, int, str], list[Mapping[str, Any]]] = {}
    for time in times:
        found.setdefault((time["code"], time["service"], time["counts"]), []).append(time)
    return [
        {
            "code": code,
            "service": service,
            "counts": counts,
            "days": _added(time["days"] for time in own),
            "hours": _added(time["hours"] for time in own),
        }
        for (code, service, counts), own in found.items()
    ]


def _quarters(months: Sequence[dict[str, Any]]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for name in dict.fromkeys(month["quarter"] for month in months):
        yield name, [month for month in months if month["quarter"] == name]


def _sums(months: Sequence[Mapping[str, Any]], names: Sequence[str]) -> dict[str, Any]:
    return {
        "time": _times(time for month in months for time in month["time"]),
        "lines": _lines(months),
        "amounts": {name: _added(month["amounts"][name] for month in months) for name in names},
    }


def _lines(months: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The lines of all payslips, those of one name added up: by item, its total after its parts."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for month in months:
        for line in month["lines"]:
            found.setdefault(line_name(line), []).append(line)
    kept = [
        {name: own[0][name] for name in _LINE} | {"amount": _added(line["amount"] for line in own)}
        for own in found.values()
    ]
    return sorted(kept, key=_place)


def _place(line: Mapping[str, Any]) -> tuple[int, str, bool]:
    digits = "".join(filter(str.isdigit, line["item"]))
    return int(digits), line["item"].removeprefix(digits), line["strong"]


def line_name(line: Mapping[str, Any]) -> str:
    """What makes two lines of different months the same line of the year."""
    return f"{line['item']} {line['fact']} {line['sign']} {line['label']['nl']}"


def _added(amounts: Iterable[str]) -> str:
    return plain(sum(int(amount.replace(".", "")) for amount in amounts), 2)


def _employer(employer: Employer) -> dict[str, Any]:
    return {
        **employer_of(employer),
        "trading_name": employer.trading_name,
        "holiday_fund": _affiliation(employer.holiday_fund),
        "accident_insurance": _affiliation(employer.accident_insurance),
        "family_allowance_fund": _affiliation(employer.family_allowance_fund),
        "social_secretariat": _affiliation(employer.social_secretariat),
        "secretariat_number": employer.secretariat_number,
        "joint_committees": [committee.number for committee in employer.committees],
    }


def _affiliation(to: Affiliation | None) -> dict[str, str] | None:
    return None if to is None else {"name": to.name, "number": to.number}


def _worker(worker: Worker, employer: Employer, year: int) -> dict[str, Any]:
    first, last = Month(year, 1).first, Month(year, 12).last
    begun = [family for family in worker.families if family.since <= last]
    before = [family for family in begun if family.since <= first]
    families = [*before[-1:], *(family for family in begun if family.since > first)]
    return {
        **worker_of(worker),
        "birth_date": worker.birth_date.isoformat(),
        "sex": worker.sex,
        "families": [_family(family) for family in families],
        "contracts": [
            _contract(contract)
            for contract in worker.contracts
            if contract.employer == employer.enterprise_number and contract.runs_in(first, last)
        ],
    }


def _family(family: Family) -> dict[str, Any]:
    return {
        "since": family.since.isoformat(),
        "civil_status": family.civil_status,
        "dependents": family.dependent_children
        + family.dependents_in_need_of_care
        + family.elderly_dependents
        + family.other_dependents,
    }


def _contract(contract: Contract) -> dict[str, Any]:
    return {
        "number": contract.number,
        "from": contract.begins.isoformat(),
        "to": contract.ends.isoformat() if contract.ends else None,
        "nature": "fixed_term" if contract.end_reason == "end_of_term" else "indefinite",
        "status": contract.status,
        "joint_committee": contract.joint_committee,
        "establishment": contract.establishment,
        "terms": [_terms(terms) for terms in contract.terms],
    }


def _terms(terms: Terms) -> dict[str, Any]:
    pay, unit = basic_pay(terms)
    if terms.agreed_net is not None:
        pay, unit = plain(terms.agreed_net, 2), "month_net"
    return {
        "since": terms.since.isoformat(),
        "function": terms.function,
        "hours_per_week": plain(terms.hours_per_week, 2),
        "full_time_hours": plain(terms.full_time_hours, 2),
        "basic_pay": pay,
        "basic_pay_unit": unit,
    }
