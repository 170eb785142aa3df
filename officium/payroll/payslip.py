"""The payslip: a month's results as lines, in the order of the paper.

Items and their order are those of the royal decree of 27 September 1966, art. 2. Nothing is computed
here: every amount is a fact of the law, and each line names it, so that it opens into its explanation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from officium.engine import explain, weakest
from officium.language import LANGUAGES, plain
from officium.payroll.attachment_lines import attachments_told, creditor_label
from officium.payroll.calendar import absences_told, calendar_of, lines_of_time
from officium.payroll.day import WORKED
from officium.payroll.holidays import holidays_told
from officium.payroll.line_words import name_of_basic_pay, shown_at_the_end, sums_below
from officium.payroll.month import WANT, PaidMonth
from officium.payroll.nested import nested
from officium.payroll.overtime import is_above_schedule
from officium.payroll.pay_kinds import PAY_KINDS, working_time
from officium.payroll.records import Address, Employer, PayItem, Terms, Worker
from officium.payroll.timesheet import Part, Timesheet

# Item, fact, sign, whether it is a total, and whether it is left out where it is nothing.
_PER_CONTRACT = (
    ("7a", "pay_for_work", "+", False, False),
    ("7a", "public_holiday_pay", "+", False, True),
    ("7c", "gross_pay", "=", True, False),
    ("7c", "pay_beside_gross", "+", True, True),
    ("7c", "total_gross", "=", True, True),
    ("8", "employee_contribution_due", "-", False, False),
    ("8", "employment_bonus", "+", False, True),
    ("8", "employee_contribution", "=", True, False),
    ("8", "contributions_beside_gross", "-", False, True),
)
_PER_PERSON = (
    ("10", "taxable_pay", "=", True, False),
    ("10", "exceptional_taxable_total", "=", True, True),
    ("11", "withholding_tax_on_scale", "-", False, False),
    ("11", "fiscal_employment_bonus_credited", "+", False, True),
    ("11", "overtime_relief_credited", "+", False, True),
    ("11", "withholding_tax", "=", True, False),
    ("11", "exceptional_tax", "-", False, True),
    ("11", "own_tax", "-", False, True),
    ("11", "replacement_income_tax", "-", False, True),
    ("13", "net_granted", "=", True, False),
    ("14", "taxable_benefits", "-", False, True),
    ("14", "special_contribution", "-", False, True),
)
_CLAIMS = (("14", "earlier_claims", "-", False), ("14", "claims_left", "+", False))
# What a line of an item shows, where that is not its whole amount as pay.
_SHOWN = {"12": ("item_exempt", "+"), "14": ("item_deduction", "-")}
RELAUNCH = ("relaunch_overtime",)
_ORDER = ("7a", "7b", "7c", "8", "9", "10", "11", "12", "13", "14", "15")


def payslip(paid: PaidMonth, language: str) -> dict[str, Any]:
    """The payslip of a worker's month as a document; explained in a language.

    `provisional`: it rests on a figure that is only recalled, or on a period that nobody reviewed.
    """
    month, worker, family = paid.of, paid.of.worker, paid.family
    standing, named = weakest(paid.entries())
    books = (family.book, *(of.family.book for of in paid.absences))
    unreviewed = sorted({said for book in books for said in book.unreviewed})
    provisional = standing == "recalled" or bool(unreviewed)
    return {
        "employer": employer_of(month.employer),
        "worker": worker_of(worker),
        "month": str(month.month),
        "period": {"from": month.month.first.isoformat(), "to": month.month.last.isoformat()},
        "paid_on": month.paid_on.isoformat(),
        "contracts": [_contract(paid, sheet) for sheet in month.timesheets],
        "lines": lines(paid),
        "meal_vouchers": _meal_vouchers(paid),
        "attachments": attachments_told(paid),
        "paid_to": _paid_to(paid),
        "results": _results(paid),
        "absences": [absences_told(of, language) for of in paid.absences],
        "holidays": [holidays_told(account, language) for account in paid.holidays],
        "provisional": provisional,
        "standing": standing,
        "weakest": named,
        "not_reviewed": unreviewed,
        "fingerprint": family.book.fingerprint,
        "question": {
            "on": month.month.first.isoformat(),
            "paid": month.paid_on.isoformat(),
            "want": list(WANT),
            "provisional": provisional,
            "rows": nested(month.row),
        },
        "explanation": explain(family, WANT, language),
    }


def lines(paid: PaidMonth) -> list[dict[str, Any]]:
    """The lines of the payslip, each naming the fact that it shows; a premium bears its own name."""
    found: list[dict[str, Any]] = []
    earlier = _earlier_parts(paid)
    for row, sheet in enumerate(paid.of.timesheets):
        found += earlier[row]
        found += [
            _line(paid, *entry[:4], row, sheet)
            for entry in _PER_CONTRACT
            if not entry[4] or paid.cents(entry[1], row)
            if entry[1] != "total_gross" or paid.cents("pay_beside_gross", row)
        ]
    found += [
        _line(paid, *entry[:4], 0, None)
        for entry in _PER_PERSON
        if not entry[4] or paid.cents(entry[1])
    ]
    found += _items(paid)
    found += [_line(paid, *entry, 0, None) for entry in _CLAIMS if paid.cents(entry[1])]
    found += [
        _line(paid, "14", "attachment_amount", "-", False, row, None)
        | {"label": creditor_label(paid, one)}
        for row, one in enumerate(paid.of.attached)
        if paid.cents("attachment_amount", row)
    ]
    net = "net_pay" if paid.cents("net_pay") >= 0 else "net_payable"
    found.append(_line(paid, "15", net, "=", True, 0, None))
    found.sort(key=lambda line: _ORDER.index(line["item"]))
    return list(sums_below(found, paid))


def _earlier_parts(paid: PaidMonth) -> list[list[dict[str, Any]]]:
    """What the parts of the month before a change of terms are worth, by contract.

    The law has them in one family: those of the first contract, then those of the next one.
    """
    found: list[list[dict[str, Any]]] = []
    row = 0
    for sheet in paid.of.timesheets:
        own: list[dict[str, Any]] = []
        for part in sheet.parts[:-1]:
            for fact in ("earlier_pay", "earlier_public_holiday_pay"):
                if paid.cents(fact, row) or fact == "earlier_pay":
                    line = _line(paid, "7a", fact, "+", False, row, None)
                    line |= {"contract": sheet.contract.number}
                    own.append(line | _quantity(part, fact.removeprefix("earlier_")))
            row += 1
        found.append(own)
    return found


def _items(paid: PaidMonth) -> Iterator[dict[str, Any]]:
    """The lines of pay: what was recorded of them, and what the law made of it."""
    labels = paid.family.book.country.facts["item_kind"].labels
    for row, item in enumerate(paid.of.items):
        kind = PAY_KINDS[item.kind]
        name = item.description
        label = dict.fromkeys(LANGUAGES, name) if name else dict(labels[item.kind])
        if item.kind in RELAUNCH:
            yield from _relaunch_hours(paid, row, label)
            continue
        # Of what is free within limits, the part that is pay after all stands with the pay.
        liable = paid.cents("item_liable_pay", row) if kind.item == "12" else 0
        if liable:
            yield _line(paid, "7a", "item_liable_pay", "+", False, row, None) | {"label": label}
        fact, sign = _SHOWN.get(kind.item, ("item_amount", "+"))
        line = _line(paid, kind.item, fact, sign, False, row, None) | {"label": label}
        line |= {"contract": item.contract}
        # Of several quantities the line shows that of time.
        for unit in ("months", "units", "days", "hours"):
            quantity = getattr(item, unit)
            if item.kind == "meal_voucher_share" and unit == "units":
                quantity = paid.cents("item_units", row)
            if quantity is not None:
                line |= {"quantity": plain(quantity, 2), "unit": unit}
        line |= shown_at_the_end(paid, row, item)
        if item.price is not None:
            line |= {"rate": plain(item.price, 4)}
        elif item.share is not None and item.hours is not None:
            line |= {"rate": _wage_of_an_hour(paid, item), "share": plain(item.share, 4)}
        elif item.kind in working_time.KINDS:
            line |= {"wage": _wage_of_an_hour(paid, item)}
        if not liable or paid.cents("item_exempt", row):
            yield line
        if paid.cents("item_in_kind", row):
            yield _line(paid, "14", "item_in_kind", "-", False, row, None) | {"label": label}


def _wage_of_an_hour(paid: PaidMonth, item: PayItem) -> str:
    contracts = [sheet.contract.number for sheet in paid.of.timesheets]
    return plain(paid.cents("normal_hourly_wage", contracts.index(item.contract)), 4)


def _relaunch_hours(
    paid: PaidMonth, row: int, label: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    """Relaunch hours: those within the year's maximum are exempt, those beyond it are pay."""
    item = paid.of.items[row]
    exempt = paid.cents("relaunch_exempt_hours", row)
    parts = (
        ("7a", "relaunch_pay_beyond_maximum", (item.hours or 0) - exempt),
        ("12", "relaunch_exempt_pay", exempt),
    )
    for place, fact, hours in parts:
        if hours:
            yield _line(paid, place, fact, "+", False, row, None) | {
                "label": label,
                "quantity": plain(hours, 2),
                "unit": "hours",
                "rate": _wage_of_an_hour(paid, item),
            }


def _line(
    paid: PaidMonth,
    item: str,
    fact: str,
    sign: str,
    strong: bool,
    row: int,
    sheet: Timesheet | None,
) -> dict[str, Any]:
    amount = paid.cents(fact, row)
    line: dict[str, Any] = {
        "item": item,
        "key": paid.key(fact, row),
        "fact": fact,
        "label": dict(paid.family.book.country.facts[fact].names),
        "quantity": None,
        "unit": None,
        "rate": None,
        "amount": plain(amount, 2),
        "sign": sign,
        "strong": strong,
        "contract": None,
    }
    if sheet is None:
        return line
    part = sheet.parts[-1]
    named = name_of_basic_pay(part) if fact == "pay_for_work" else {}
    return line | named | {"contract": sheet.contract.number} | _quantity(part, fact)


def _quantity(part: Part, fact: str) -> dict[str, str]:
    """Hours or days of a line of basic pay and the wage of one; nothing for who is paid by the month."""
    terms = part.terms
    holiday = fact == "public_holiday_pay"
    if fact not in ("pay", "pay_for_work", "public_holiday_pay"):
        return {}
    if terms.hourly_wage is not None:
        lost = part.public_holiday_hours
        hours = lost if holiday else part.paid_hours - lost
        return {"quantity": plain(hours, 2), "unit": "hours", "rate": plain(terms.hourly_wage, 4)}
    if terms.daily_wage is not None:
        lost = part.public_holiday_days
        days = lost if holiday else part.paid_days - lost
        return {"quantity": plain(days, 2), "unit": "days", "rate": plain(terms.daily_wage, 2)}
    return {}


def _meal_vouchers(paid: PaidMonth) -> dict[str, str] | None:
    """Their number and their amount without the worker's share (RD 28-11-1969 art. 19bis par. 2, 7°)."""
    number = paid.total("meal_vouchers")
    if not number:
        return None
    return {
        "number": plain(number, 2),
        "amount": plain(paid.total("meal_voucher_employer_part"), 2),
    }


def _paid_to(paid: PaidMonth) -> list[dict[str, str | None]]:
    """To which accounts the net amount goes; `iban` is None for a circular cheque."""
    worker, net = paid.of.worker, paid.cents("net_payable")
    second = worker.second_account
    apart = sorted((0, second.amount, net))[1] if second else 0
    parts = [(worker.iban, net - apart), (second.iban if second else None, apart)]
    return [{"iban": iban, "amount": plain(cents, 2)} for iban, cents in parts if cents]


def _contract(paid: PaidMonth, sheet: Timesheet) -> dict[str, Any]:
    contract, terms = sheet.contract, sheet.terms
    absences = next((of for of in paid.absences if of.contract.number == contract.number), None)
    pay, unit = basic_pay(terms)
    worked = [time for time in sheet.times if time.code == WORKED]
    calendar = calendar_of(sheet, absences)
    labels = paid.family.book.country.facts["item_kind"].labels
    return {
        "number": contract.number,
        "joint_committee": contract.joint_committee,
        "status": contract.status,
        "function": terms.function,
        "from": contract.begins.isoformat(),
        "to": contract.ends.isoformat() if contract.ends else None,
        "hours_per_week": plain(terms.hours_per_week, 2),
        "full_time_hours": plain(terms.full_time_hours, 2),
        "basic_pay": pay,
        "basic_pay_unit": unit,
        "measure": _measure(paid, terms),
        "parts": [_part(part) for part in sheet.parts],
        "days_worked": plain(sum(time.days for time in worked), 2),
        "hours_worked": plain(sum(time.hours for time in worked), 2),
        "absences": [
            {"code": time.code, "days": plain(time.days, 2), "hours": plain(time.hours, 2)}
            for time in sheet.times
            if time.code != WORKED and not is_above_schedule(time.code)
        ],
        "calendar": calendar,
        "lines_of_time": lines_of_time(calendar, labels),
    }


def _measure(paid: PaidMonth, terms: Terms) -> dict[str, str] | None:
    """The right by which the career is reduced or interrupted, by language."""
    labels = paid.family.book.country.facts["career_measure"].labels
    return dict(labels[terms.measure]) if terms.measure else None


def _part(part: Part) -> dict[str, str]:
    """Some days of the month with their terms: one part, or more where terms changed inside it."""
    pay, unit = basic_pay(part.terms)
    return {
        "from": part.first.isoformat(),
        "to": part.last.isoformat(),
        "hours_per_week": plain(part.terms.hours_per_week, 2),
        "full_time_hours": plain(part.terms.full_time_hours, 2),
        "basic_pay": pay,
        "basic_pay_unit": unit,
    }


def basic_pay(terms: Terms) -> tuple[str, str]:
    """The basic pay and what it is for: an hour, a day, a month, or only pieces."""
    if terms.hourly_wage is not None:
        return plain(terms.hourly_wage, 4), "hour"
    if terms.daily_wage is not None:
        return plain(terms.daily_wage, 2), "day"
    if terms.monthly_pay is None and terms.agreed_net is not None:
        return plain(terms.agreed_net, 2), "month_net"
    return plain(terms.monthly_pay or 0, 2), "piece" if terms.is_paid_by_piece else "month"


def _results(paid: PaidMonth) -> dict[str, Any]:
    """Every established fact: one value, or a list where the family has several rows."""
    book, found = paid.family.book, {}
    for bound in book.order:
        rows = paid.family.rows(bound.key)
        if bound.ways and rows:
            values = [bound.fact.text(paid.family.at((bound.key, row))) for row in range(rows)]
            found[bound.fact.name] = values[0] if rows == 1 else values
    return found


def employer_of(employer: Employer) -> dict[str, Any]:
    """The employer as documents name it."""
    return {
        "name": f"{employer.name} {employer.legal_form}",
        "enterprise_number": employer.enterprise_number,
        "nsso_number": employer.nsso_number,
        "address": _address(employer.address),
        "language": employer.language,
    }


def worker_of(worker: Worker) -> dict[str, Any]:
    """The worker as documents name him or her."""
    return {
        "staff_number": worker.staff_number,
        "name": worker.name,
        "first_name": worker.first_name,
        "inss": worker.inss,
        "address": _address(worker.address),
        "language": worker.language,
        "iban": worker.iban,
    }


def _address(address: Address) -> Mapping[str, str | None]:
    return {
        "street": address.street,
        "number": address.number,
        "box": address.box,
        "postcode": address.postcode,
        "town": address.town,
        "country": address.country,
    }
