"""The payslip on paper: A4, in the language of the worker, in the order of the royal decree.

Items 1 to 15 and their order: royal decree of 27 September 1966, art. 2; number and amount of meal
vouchers: royal decree of 28 November 1969, art. 19bis par. 2, 7°; duty to hand it over: Act of
12 April 1965, art. 15. The data reach the page as JSON and are never part of its source.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from officium.documents import wording
from officium.documents.attachments import attachments_said
from officium.documents.calendar import is_worth_a_picture, letters, picture
from officium.documents.labels import Labels
from officium.documents.line_detail import detail
from officium.documents.pdf import printed
from officium.engine import STANDINGS

_TAKEN_OFF = ("8", "11", "14")
Told = Mapping[str, Any]
# The columns of the calendar's legend, after the letter.
LEGEND = ("calendar.time", "calendar.service", "calendar.basic", "account.days", "account.hours")
SECTIONS = (("due", "7"), ("social_security", "8"), ("tax", "9"), ("net", "12"))


def payslip_pdf(payslip: Mapping[str, Any]) -> bytes:
    """The payslip as a tagged PDF (PDF/UA-1 and PDF/A-2a) whose date is the day of payment.

    The page is in `worker.language`. Raises `BadInput` where a text holds a sign that no font of
    the page can print.
    """
    return printed(
        "payslip",
        page_data(payslip),
        payslip["paid_on"],
        what="payslip",
        where=f"payslip {number(payslip)}",
    )


def number(payslip: Mapping[str, Any]) -> str:
    """What a worker quotes when asking about a payslip: staff number and month."""
    return f"{payslip['worker']['staff_number']}-{payslip['month']}"


def page_data(payslip: Mapping[str, Any]) -> dict[str, Any]:
    """Everything the page prints, in the words of the worker's language."""
    say = Labels(payslip["worker"]["language"])
    employer = payslip["employer"]
    paid_on = wording.day(payslip["paid_on"], say.language)
    lines = payslip["lines"]
    payable = next((line for line in lines if line["item"] == "15"), None)
    return {
        "language": say.language,
        "title": f"{say('payslip.title')}, {wording.month(payslip['month'], say.language)}",
        "author": employer["name"],
        "basis": say("payslip.basis"),
        "warning": say("payslip.provisional") if payslip.get("provisional") else "",
        "marks": [
            say("payslip.number", number=number(payslip)),
            say("payslip.paid_on", day=paid_on),
        ],
        "parties": [_employer(employer, say), _worker(payslip, say)],
        "work": _work(payslip, say),
        "sections": [
            {
                "title": say(f"payslip.{title}"),
                "unit": "" if place else "EUR",
                "lines": [_of_contract(line, payslip["contracts"], say) for line in members],
            }
            for place, (title, members) in enumerate(sections(lines))
        ],
        "payable": payable
        and {
            "item": "15",
            "label": say("payslip.payable", label=payable["label"][say.language]),
            "amount": wording.amount(payable["amount"], say.language),
        },
        "below": _below(payslip, paid_on, say),
        "calendar": {
            "heads": [say(head) for head in LEGEND],
            "months": _calendars(payslip, say),
        },
        "foot": _foot(payslip, say),
        "page": say("payslip.page", page="{page}", pages="{pages}"),
    }


def calendar_title(contract: Told, payslip: Told, say: Labels) -> str:
    """The heading of a contract's calendar: the month, and the work where there are several."""
    title = say("calendar.title", month=wording.month(payslip["month"], say.language))
    works = _works(payslip["contracts"])
    return (
        say("calendar.of_work", title=title, work=works[contract["number"]])
        if len(works) > 1
        else title
    )


def _calendars(payslip: Told, say: Labels) -> list[dict[str, Any]]:
    """The calendar of each contract whose month has something other than work."""
    shown = [one for one in payslip["contracts"] if is_worth_a_picture(one)]
    letter = letters(shown, say)
    return [
        {"title": calendar_title(one, payslip, say), **picture(one, letter, say)} for one in shown
    ]


def standings(payslip: Mapping[str, Any]) -> list[str]:
    """The standings of all figures by which a payslip was computed, the official text first."""
    facts = (payslip.get("explanation") or {"facts": {}})["facts"].values()
    found = {figure["standing"] for told in facts for figure in told.get("figures") or ()}
    return sorted(found, key=lambda one: (one in STANDINGS and STANDINGS.index(one), one))


def sections(lines: list[Any]) -> list[tuple[str, list[Any]]]:
    """The lines under their headings, in the order of the decree; item 15 stands apart."""
    groups: dict[str, list[Any]] = {title: [] for title, _ in SECTIONS}
    for line in lines:
        item = int("".join(sign for sign in line["item"] if sign.isdigit()))
        if item < 15:
            title = next(title for title, first in reversed(SECTIONS) if item >= int(first))
            groups[title].append(line)
    return [(title, members) for title, members in groups.items() if members]


def _of_contract(
    line: Mapping[str, Any], contracts: list[Mapping[str, Any]], say: Labels
) -> dict[str, Any]:
    """One line as printed; where there are several contracts it names the work that it is for."""
    told = line_data(line, say)
    works = _works(contracts)
    if len(works) > 1 and line.get("contract") in works:
        told["label"] += f" · {works[line['contract']]}"
    return told


def _works(contracts: list[Told]) -> dict[int, str]:
    """What the contracts of the month are called: their functions, else their numbers."""
    return {one["number"]: one.get("function") or str(one["number"]) for one in contracts}


def line_data(line: Mapping[str, Any], say: Labels) -> dict[str, Any]:
    """One line as printed.

    Pay that is due bears no sign; what is added or taken off does, and so do the totals of what is
    taken off.
    """
    sign = line["sign"]
    if line["item"].startswith("7"):
        sign = "="
    elif sign == "=" and line["item"] in _TAKEN_OFF:
        sign = "-"
    return {
        "item": line["item"],
        "label": wording.capital(line["label"][say.language]),
        "detail": detail(line, say),
        "amount": wording.signed(line["amount"], sign, say.language),
        "strong": bool(line.get("strong")),
    }


def _employer(employer: Mapping[str, Any], say: Labels) -> dict[str, Any]:
    numbers = [
        say(
            "payslip.enterprise_number",
            number=wording.enterprise_number(employer["enterprise_number"]),
        )
    ]
    if employer.get("nsso_number"):
        numbers.append(say("payslip.nsso_number", number=employer["nsso_number"]))
    return {
        "item": "1",
        "heading": say("payslip.employer"),
        "name": employer["name"],
        "address": wording.address(employer.get("address")),
        "details": [" · ".join(numbers)],
    }


def _worker(payslip: Mapping[str, Any], say: Labels) -> dict[str, Any]:
    worker = payslip["worker"]
    details = [say("payslip.staff_number", number=worker["staff_number"])]
    roles = [role(contract, say) for contract in payslip["contracts"]]
    return {
        "item": "2, 3",
        "heading": say("payslip.worker"),
        "name": f"{worker['name']} {worker['first_name'][:1]}.",
        "address": wording.address(worker.get("address")),
        "details": details + list(dict.fromkeys(roles)),
    }


def role(contract: Mapping[str, Any], say: Labels) -> str:
    """What someone is here: status, committee, function."""
    parts = [say.known("status", contract["status"])]
    if contract.get("joint_committee"):
        parts.append(say("payslip.committee", number=contract["joint_committee"]))
    if contract.get("function"):
        parts.append(contract["function"])
    return " · ".join(parts)


def _work(payslip: Mapping[str, Any], say: Labels) -> dict[str, Any]:
    heads = (("4", "period"), ("5", "work"), ("", "schedule"), ("6", "basic_pay"))
    return {
        "heads": [{"item": item, "text": say(f"payslip.{head}")} for item, head in heads],
        "rows": [_contract(contract, payslip, say) for contract in payslip["contracts"]],
    }


def _contract(contract: Told, payslip: Told, say: Labels) -> list[list[dict[str, Any]]]:
    """The cells of a contract: each some texts below each other, the smaller ones `quiet`."""
    language = say.language
    first = max(payslip["period"]["from"], contract.get("from") or "")
    last = min(payslip["period"]["to"], contract.get("to") or "9999-12-31")
    work = [
        wording.quantity(contract[key], unit, say)
        for key, unit in (("days_worked", "days"), ("hours_worked", "hours"))
        if contract.get(key) is not None
    ]
    period = say(
        "payslip.from_to",
        first=_start(first, last, language),
        last=wording.day(last, language),
    )
    return [
        [_text(period)],
        [_text(", ".join(work)), *_absences(contract, say)],
        [*_measure(contract, say), *_by_part(contract, _schedule, say)],
        _by_part(contract, _basic_pay, say),
    ]


def _text(words: str, *, quiet: bool = False) -> dict[str, Any]:
    return {"text": words, "quiet": quiet}


def _absences(contract: Told, say: Labels) -> list[dict[str, Any]]:
    """Days not worked by why."""
    found = []
    for absence in contract.get("absences", ()):
        time = wording.quantity(absence["days"], "days", say)
        name = wording.capital(say.known("time", absence["code"]))
        found.append(_text(say("payslip.absence", name=name, time=time), quiet=True))
    return found


def _measure(contract: Told, say: Labels) -> list[dict[str, Any]]:
    """By which right the career is reduced, and by how much where that is one of so many parts."""
    if not contract.get("measure"):
        return []
    name = wording.capital(contract["measure"][say.language])
    full = wording.cents(contract["full_time_hours"])
    free = full - wording.cents(contract["hours_per_week"])
    if free and full % free == 0 and full > free:
        name = say("payslip.measure", name=name, part=f"1/{full // free}")
    return [_text(name)]


def _schedule(terms: Told, say: Labels) -> str:
    hours = wording.trimmed(terms["hours_per_week"], say.language)
    full = wording.trimmed(terms["full_time_hours"], say.language)
    if hours == full:
        return say("payslip.per_week", hours=hours)
    return say("payslip.per_week_of", hours=hours, full=full)


def _basic_pay(terms: Told, say: Labels) -> str:
    amount = wording.amount(terms["basic_pay"], say.language)
    return say(f"payslip.per_{terms['basic_pay_unit']}", amount=amount)


def _by_part(
    contract: Told, words: Callable[[Told, Labels], str], say: Labels
) -> list[dict[str, Any]]:
    """What the terms say; where it changed inside the month, each with its days."""
    spans: list[tuple[str, Told, Told]] = []
    for part in contract.get("parts", (contract,)):
        told = words(part, say)
        if spans and spans[-1][0] == told:
            spans[-1] = (told, spans[-1][1], part)
        else:
            spans.append((told, part, part))
    if len(spans) == 1:
        return [_text(spans[0][0])]
    found = []
    for place, (told, begin, end) in enumerate(spans):
        first = wording.day_of_month(begin["from"], say.language)
        last = wording.day_of_month(end["to"], say.language)
        if place == 0:
            days = say("payslip.until_day", last=last)
        elif place == len(spans) - 1:
            days = say("payslip.since_day", first=first)
        else:
            days = say("payslip.from_to", first=first.split(" ")[0], last=last)
        found += [_text(told), _text(days, quiet=True)]
    return found


def _start(first: str, last: str, language: str) -> str:
    """The day without month and year where the last day, in full beside it, says them."""
    in_full = wording.day(first, language)
    return in_full.split(" ")[0] if first[:7] == last[:7] else in_full


def _below(payslip: Mapping[str, Any], paid_on: str, say: Labels) -> list[str]:
    """What stands below the net amount: how it is paid, the meal vouchers, the holidays."""
    told = [_payment(payslip, paid_on, say)]
    if vouchers := payslip.get("meal_vouchers"):
        number = wording.trimmed(vouchers["number"], say.language)
        amount = wording.amount(vouchers["amount"], say.language)
        told.append(say("payslip.meal_vouchers", n=number, amount=amount))
    told += attachments_said(payslip, say)
    told += [
        _holidays(account, payslip["contracts"], say) for account in payslip.get("holidays", ())
    ]
    return [line for line in told if line]


def _holidays(account: Told, contracts: list[Told], say: Labels) -> str:
    """The balance of holidays of one contract, named where there are several."""
    found = account["results"]
    told = say(
        "payslip.holidays",
        year=str(account["year"]),
        right=wording.quantity(found["holiday_days_right"], "days", say),
        used=wording.trimmed(found["holiday_days_used"], say.language),
        left=wording.trimmed(found["holiday_days_left"], say.language),
    )
    works = _works(contracts)
    return f"{works[account['contract']]} · {told}" if len(works) > 1 else told


def _payment(payslip: Mapping[str, Any], paid_on: str, say: Labels) -> str:
    iban = payslip["worker"].get("iban")
    parts = payslip.get("paid_to", [{"iban": iban, "amount": ""}] if iban else None)
    if parts is None:
        return ""
    if not parts:
        return say("payslip.nothing_paid")
    accounts = [part["iban"] and wording.shortened_account(part["iban"]) for part in parts]
    if None in accounts:
        return say("payslip.cheque", day=paid_on)
    if len(parts) == 1:
        return say("payslip.account", account=accounts[0], day=paid_on)
    told = [
        say(
            "payslip.account_part",
            amount=wording.amount(part["amount"], say.language),
            account=account,
        )
        for part, account in zip(parts, accounts, strict=True)
    ]
    return say("payslip.accounts", parts=", ".join(told), day=paid_on)


def _foot(payslip: Mapping[str, Any], say: Labels) -> list[str]:
    origin = []
    if payslip.get("fingerprint"):
        origin.append(say("payslip.computed", fingerprint=payslip["fingerprint"][:16]))
    if sources := standings(payslip):
        named = ", ".join(say.known("standing", source) for source in sources)
        origin.append(say("payslip.rests_on", standings=named))
    origin.append(say("payslip.keep"))
    return [say("payslip.explain", number=number(payslip)), " ".join(origin)]
