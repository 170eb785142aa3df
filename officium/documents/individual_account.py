"""The individual account on paper: A4 across, the year by month and quarter, in the worker's language.

Contents: royal decree of 8 August 1980, art. 14 to 16. Nothing is computed here: every sum stands in
the account already. The data reach the page as JSON and are never part of its source.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from officium.documents import wording
from officium.documents.labels import Labels
from officium.documents.payslip import line_data, sections
from officium.documents.pdf import printed
from officium.language import month_name
from officium.payroll import line_name

_AFFILIATIONS = (
    "holiday_fund",
    "accident_insurance",
    "family_allowance_fund",
    "social_secretariat",
)
# The items of art. 16 par. 1 that the sums of the account answer.
_SUMMARY = (
    ("7a", "contribution_base"),
    ("7c", "capped_pay"),
    ("7d", "worker_contribution"),
    ("7d", "special_contribution"),
    ("7e", "taxed_without_contributions"),
    ("7f", "taxable_pay"),
    ("7g", "withholding_tax"),
    ("7h", "net_granted"),
    ("7i", "pay_in_kind"),
    ("7j", "deductions"),
    ("7k", "net_pay"),
    ("8", "exempt_pay"),
    ("", "meal_vouchers"),
)
# Left out of the summary of who has none.
_WHERE_ANY = ("meal_vouchers",)
_COUNTS = (("2", "worked"), ("3", "counted"), ("4", "not_counted"))
Told = Mapping[str, Any]


def individual_account_pdf(account: Told) -> bytes:
    """The account as a tagged PDF (PDF/UA-1 and PDF/A-2a) whose date is the last day of payment.

    Raises `BadInput` where a text holds a sign that no font of the page can print.
    """
    number = f"{account['worker']['staff_number']}-{account['year']}"
    return printed(
        "individual_account",
        page_data(account),
        account["months"][-1]["paid_on"],
        what="account",
        where=f"account {number}",
    )


def page_data(account: Told) -> dict[str, Any]:
    """Everything the page prints, in the words of the worker's language."""
    say = Labels(account["worker"]["language"])
    first, last = account["months"][0]["month"], account["months"][-1]["month"]
    columns = _columns(account)
    return {
        "language": say.language,
        "title": f"{say('account.title')} {account['year']}",
        "author": account["employer"]["name"],
        "basis": say("account.basis"),
        "warning": say("payslip.provisional") if account["provisional"] else "",
        "marks": [
            say("account.number", number=f"{account['worker']['staff_number']}-{account['year']}"),
            say(
                "account.months",
                first=wording.month(first, say.language),
                last=wording.month(last, say.language),
            ),
        ],
        "parties": [_employer(account["employer"], say), _worker(account["worker"], say)],
        "terms": _terms(account["worker"]["contracts"], say),
        "heads": [_head(column, say) for column in columns],
        "sums": ["month" not in column for column in columns],
        "sections": [
            *_time(columns, account, say),
            *_lines(columns, account, say),
            _summary(columns, say),
        ],
        "foot": [
            say("account.keep"),
            say("payslip.computed", fingerprint=account["fingerprint"][:16]),
        ],
        "page": say("payslip.page", page="{page}", pages="{pages}"),
    }


def _columns(account: Told) -> list[Told]:
    """The months, each quarter after its last month, and the year."""
    found: list[Told] = []
    for quarter in account["quarters"]:
        inside = [one for one in account["months"] if one["quarter"] == quarter["quarter"]]
        found += [*inside, quarter]
    return [*found, account["total"] | {"year": account["year"]}]


def _head(column: Told, say: Labels) -> str:
    if "month" in column:
        return month_name(int(column["month"][-2:]), say.language)
    if "year" in column:
        return str(column["year"])
    return say("account.quarter", n=column["quarter"][-1])


def _employer(employer: Told, say: Labels) -> dict[str, Any]:
    details = [
        say(
            "payslip.enterprise_number",
            number=wording.enterprise_number(employer["enterprise_number"]),
        ),
        say("payslip.nsso_number", number=employer["nsso_number"]),
        say("account.committees", numbers=", ".join(employer["joint_committees"])),
    ]
    if employer["trading_name"]:
        details.insert(0, say("account.trading_name", name=employer["trading_name"]))
    details += [
        say(f"account.{name}", **employer[name]) for name in _AFFILIATIONS if employer[name]
    ]
    return {
        "heading": say("payslip.employer"),
        "name": employer["name"],
        "address": wording.address(employer["address"]),
        "details": details,
    }


def _worker(worker: Told, say: Labels) -> dict[str, Any]:
    born = say("account.born", day=wording.day(worker["birth_date"], say.language))
    return {
        "heading": say("payslip.worker"),
        "name": f"{worker['name']} {worker['first_name']}",
        "address": wording.address(worker["address"]),
        "details": [
            " · ".join((born, say(f"account.sex_{worker['sex']}"))),
            f"{say('payslip.inss', number=worker['inss'])} · "
            + say("payslip.staff_number", number=worker["staff_number"]),
            *(
                say(
                    "account.family",
                    day=wording.day(family["since"], say.language),
                    status=say.known("civil_status", family["civil_status"]),
                    dependents=str(family["dependents"]),
                )
                for family in worker["families"]
            ),
        ],
    }


def _terms(contracts: Sequence[Told], say: Labels) -> dict[str, Any]:
    heads = [
        say("account.since"),
        say("account.nature"),
        say("account.function"),
        say("payslip.schedule"),
        say("payslip.basic_pay"),
        say("account.place"),
    ]
    rows = []
    for contract in contracts:
        nature = [
            say("account.contract", number=str(contract["number"])),
            say.known("status", contract["status"]),
            say("payslip.committee", number=contract["joint_committee"]),
            say(f"account.{contract['nature']}"),
        ]
        if contract["to"]:
            nature.append(say("account.until", day=wording.day(contract["to"], say.language)))
        for terms in contract["terms"]:
            hours = wording.trimmed(terms["hours_per_week"], say.language)
            full = wording.trimmed(terms["full_time_hours"], say.language)
            pay = wording.amount(terms["basic_pay"], say.language)
            rows.append(
                [
                    wording.day(terms["since"], say.language),
                    " · ".join(nature),
                    terms["function"],
                    say("payslip.per_week_of", hours=hours, full=full),
                    say(f"payslip.per_{terms['basic_pay_unit']}", amount=pay),
                    contract["establishment"],
                ]
            )
    return {"heads": heads, "rows": rows}


def _row(item: str, label: str, cells: list[str], *, strong: bool = False) -> dict[str, Any]:
    return {"item": item, "label": label, "cells": cells, "strong": strong}


def _time(columns: Sequence[Told], account: Told, say: Labels) -> list[dict[str, Any]]:
    """Days, then hours, of each code; the item is that of art. 16 par. 1."""
    return [
        {
            "title": say(f"account.{unit}"),
            "rows": [
                _row(
                    item,
                    _reason(time["code"], counts, say),
                    [_of_time(column, time, unit, say) for column in columns],
                )
                for item, counts in _COUNTS
                for time in account["total"]["time"]
                if time["counts"] == counts
                # Overtime on a day of the schedule is hours and no day.
                if time[unit] != "0.00"
            ],
        }
        for unit in ("days", "hours")
    ]


def _reason(code: str, counts: str, say: Labels) -> str:
    """Why the time was not worked, and whether it counts; of work, only that it is work."""
    name = wording.capital(say.known("time", code))
    return name if counts == "worked" else f"{name}, {say(f'account.{counts}')}"


def _of_time(column: Told, time: Told, unit: str, say: Labels) -> str:
    for own in column["time"]:
        if (own["code"], own["service"]) == (time["code"], time["service"]):
            return wording.trimmed(own[unit], say.language)
    return ""


def _lines(columns: Sequence[Told], account: Told, say: Labels) -> list[dict[str, Any]]:
    """The lines of the payslips under their headings, the net amount to pay with them."""
    found: list[dict[str, Any]] = []
    for title, members in sections(account["total"]["lines"]):
        rows = []
        for line in members:
            rows.append(_line(columns, line, say))
            if any(own.get("quantity") for column in columns for own in _same(column, line)):
                rows.append(_quantities(columns, line, say))
        found.append({"title": say(f"payslip.{title}"), "rows": rows})
    payable = [line for line in account["total"]["lines"] if line["item"] == "15"]
    if found and payable:
        found[-1]["rows"] += [_line(columns, line, say) for line in payable]
    return found


def _name(line: Told, say: Labels) -> str:
    return wording.capital(line["label"][say.language])


def _line(columns: Sequence[Told], line: Told, say: Labels) -> dict[str, Any]:
    cells = [
        " + ".join(line_data(own, say)["amount"] for own in _same(column, line))
        for column in columns
    ]
    return _row(line["item"], _name(line, say), cells, strong=line["strong"])


def _quantities(columns: Sequence[Told], line: Told, say: Labels) -> dict[str, Any]:
    cells = [
        " + ".join(
            wording.trimmed(own["quantity"], say.language)
            for own in _same(column, line)
            if own.get("quantity")
        )
        for column in columns
    ]
    return _row("", say("account.quantity", label=_name(line, say)), cells)


def _same(column: Told, line: Told) -> list[Told]:
    """The line of that name in a month, a quarter or the year; one for each contract that has it."""
    return [own for own in column["lines"] if line_name(own) == line_name(line)]


def _summary(columns: Sequence[Told], say: Labels) -> dict[str, Any]:
    rows = []
    for item, name in _SUMMARY:
        amounts = {column["amounts"].get(name, "0.00") for column in columns}
        if name in _WHERE_ANY and amounts == {"0.00"}:
            continue
        cells = [
            wording.amount(column["amounts"][name], say.language)
            if name in column["amounts"]
            else ""
            for column in columns
        ]
        rows.append(_row(item, say(f"account.{name}"), cells))
    return {"title": say("account.summary"), "rows": rows}
