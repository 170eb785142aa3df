"""What looks wrong on payslips although it can be computed: few remarks, and sure ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from officium.declarations import code_list, quarter_code
from officium.findings import Finding, Severity
from officium.job.wording import finding
from officium.language import elided, month_name, number
from officium.law import Least
from officium.payroll import (
    EmployerQuarter,
    PaidMonth,
    Records,
    remarks_on,
    remarks_on_absences,
    remarks_on_attachments,
    remarks_on_days_without_work,
    remarks_on_departures,
    remarks_on_holidays,
    remarks_on_indemnities,
    remarks_on_leave,
    remarks_on_notices,
    remarks_on_overtime,
    remarks_on_public_holidays,
    remarks_on_rest,
    remarks_on_training,
    shares_the_ceiling,
)

# The contributions of no person, by the code of their line in the declaration.
_OF_NO_PERSON = {"870": "double_holiday_contribution", "861": "profit_premium_contribution"}

# Above the wage limit nothing is due on the first days of the year.
MAY_BE_NOTHING = ("additional_unemployment_supplement",)
# A second line of these in a month is a slip, or shares a limit that each line takes for itself.
ONCE_A_MONTH = frozenset(
    {
        *("overtime_50", "overtime_100", "overtime_20", "overtime_50_rest", "overtime_100_rest"),
        *("voluntary_overtime", "voluntary_overtime_100", "relaunch_overtime"),
        *("additional_hours", "additional_hours_50"),
        *("double_holiday_pay", "year_end_premium_by_months"),
        *("gift", "honour_gift", "marriage_gift", "retirement_gift"),
        *("guaranteed_second_week", "guaranteed_supplement"),
        *("departure_holiday_pay_current", "departure_holiday_pay_previous"),
        *("departure_holiday_bonus_current", "departure_holiday_bonus_previous"),
        *("departure_holiday_supplement_current", "departure_holiday_supplement_previous"),
    }
)


def remarks(records: Records, paid: Sequence[PaidMonth], language: str) -> list[Finding]:
    """Each remark once, however many months it holds for: payslips first, then their records."""
    found = [
        *_on_payslips(paid, language),
        *_unknown_committees(paid, language),
        *remarks_on((one.of for one in paid), language),
        *remarks_on_holidays(paid, language),
        *remarks_on_overtime(paid, language),
        *remarks_on_departures(records, paid, language),
        *remarks_on_notices(records, paid, language),
        *remarks_on_public_holidays(paid, language),
        *remarks_on_rest(records, paid, language),
        *remarks_on_indemnities(paid, language),
        *remarks_on_attachments(paid, language),
        *remarks_on_absences(paid, language),
        *remarks_on_leave(paid, language),
        *remarks_on_training(paid, language),
        *remarks_on_days_without_work(records, paid, language),
    ]
    said = (replace(one, message=elided(one.message)) for one in found)
    return list(dict.fromkeys(said))


def _on_payslips(paid: Sequence[PaidMonth], language: str) -> Iterator[Finding]:
    for one in paid:
        net = one.cents("net_pay")
        place = f"payslips/{one.of.month}/{one.of.worker.staff_number}.json"
        said = {
            "who": f"{one.of.worker.name}, {one.of.worker.first_name}",
            "month": f"{month_name(one.of.month.number, language)} {one.of.month.year}",
        }
        yield from _on_deductions(one, said, place, language)
        if net < 0:
            values = said | {"amount": f"{number(net, 2, language)} EUR"}
            yield finding(Severity.ERROR, "negative_net_pay", language, values, place)
        elif one.cents("taxable_pay") < 0:
            values = said | {"amount": f"{number(one.cents('taxable_pay'), 2, language)} EUR"}
            yield finding(Severity.WARNING, "negative_taxable_pay", language, values, place)
        elif not one.total("total_gross"):
            yield finding(Severity.INFO, "no_pay", language, said, place)
        yield from _lines_of_nothing(one, said, language)
        yield from _lines_twice(one, said, language)
        if one.agreed:
            yield _agreed_net(one, one.agreed, language)


def _lines_of_nothing(
    one: PaidMonth, said: Mapping[str, object], language: str
) -> Iterator[Finding]:
    """Lines with quantities of which nothing comes: a wage or a right that they rest on is missing."""
    labels = one.family.book.country.facts["item_kind"].labels
    for row, item in enumerate(one.of.items):
        if item.kind in MAY_BE_NOTHING:
            continue
        if not item.amount and not one.cents("item_amount", row):
            values = {**said, "kind": labels[item.kind][language]}
            place = item.origin
            yield finding(
                Severity.WARNING, "line_of_nothing", language, values, place.file, place.line
            )


def _lines_twice(one: PaidMonth, said: Mapping[str, object], language: str) -> Iterator[Finding]:
    """Two lines in a month of what comes once: overtime as time and as pay, a yearly premium, a gift."""
    labels = one.family.book.country.facts["item_kind"].labels
    seen = set()
    for item in one.of.items:
        key = (item.contract, item.kind)
        if key in seen and item.kind in ONCE_A_MONTH:
            values = {**said, "kind": labels[item.kind][language]}
            place = item.origin
            yield finding(Severity.WARNING, "line_twice", language, values, place.file, place.line)
        seen.add(key)


def _unknown_committees(paid: Sequence[PaidMonth], language: str) -> Iterator[Finding]:
    """Committees of the employer that are not in the list of the NSSO: perhaps a slip of the pen."""
    held = code_list("joint_committees")
    for employer in dict.fromkeys(one.of.employer for one in paid):
        quarter = int(quarter_code(paid[-1].of.month.quarter))
        for committee in employer.committees:
            if not held.in_force(committee.number, quarter):
                values = {"number": committee.number, "edition": held.edition}
                place = committee.origin.of("number")
                yield finding(
                    Severity.WARNING,
                    "committee_unknown",
                    language,
                    values,
                    place.file,
                    place.line,
                )


def _agreed_net(one: PaidMonth, found: Least, language: str) -> Finding:
    """What an agreed net comes to; the same gross in several months is one remark."""
    sheet = one.of.timesheets[0]
    agreed = sheet.terms.agreed_net or 0
    exact = found.result == agreed
    values = {
        "who": f"{one.of.worker.name}, {one.of.worker.first_name}",
        "agreed": number(agreed, 2, language),
        "gross": number(found.given, 2, language),
    } | ({} if exact else {"net": number(found.result, 2, language)})
    return finding(
        Severity.INFO if exact else Severity.WARNING,
        "agreed_net" if exact else "agreed_net_not_exact",
        language,
        values,
        sheet.terms.origin.file,
        sheet.terms.origin.line,
    )


def _on_deductions(
    paid: PaidMonth, said: Mapping[str, str], place: str, language: str
) -> Iterator[Finding]:
    """What the law limits in deductions and meal vouchers; claims that another year will need."""

    def told(severity: Severity, rule: str, **cents: int) -> Finding:
        amounts = {name: f"{number(one, 2, language)} EUR" for name, one in cents.items()}
        return finding(severity, rule, language, {**said, **amounts}, place)

    for row, item in enumerate(paid.of.items):
        amount, taken = paid.cents("item_amount", row), paid.cents("item_deduction", row)
        if item.kind == "fine" and amount > taken:
            yield told(Severity.ERROR, "fine_too_high", amount=amount, limit=taken)
        if item.kind == "other_deduction" and taken > 0:
            yield told(Severity.WARNING, "deduction_not_in_the_list", amount=taken)
    left = paid.cents("claims_left")
    ends = [sheet.contract.ends for sheet in paid.of.timesheets]
    if left and all(day is not None and day <= paid.of.month.last for day in ends):
        yield told(Severity.WARNING, "claims_left_at_the_end", amount=left)
    elif left and paid.cents("net_pay") >= 0:
        limit = paid.cents("deduction_limit")
        yield told(Severity.INFO, "claims_left", amount=left, limit=limit)
    if left and paid.of.month.number == 12:
        yield told(Severity.WARNING, "claims_left_in_december", amount=left)
    for row in range(len(paid.of.timesheets)):
        if paid.cents("meal_vouchers_are_pay", row):
            yield told(Severity.ERROR, "meal_vouchers_are_pay")
        if paid.cents("meal_vouchers_differ_from_days", row):
            yield told(Severity.WARNING, "meal_vouchers_differ_from_days")


def undeclarable(quarter: EmployerQuarter, language: str) -> list[Finding]:
    """What keeps the quarter from being declared: such a DmfA would be refused, or be a guess."""
    found = []
    for person in quarter.people:
        said: dict[str, object] = {
            "who": f"{person.worker.name}, {person.worker.first_name}",
            "quarter": quarter.quarter,
        }
        place = (person.worker.origin.file, person.worker.origin.line)
        totals = [pay for line in person.lines for one in line.occupations for pay in one.pay]
        below = [pay for pay in totals if pay.amount < 0]
        if below:
            amount = number(sum(pay.amount for pay in below), 2, language)
            values = said | {"amount": f"{amount} EUR", "code": below[0].code}
            found.append(finding(Severity.ERROR, "quarter_below_zero", language, values, *place))
        keys = [(line.employer_class, line.worker_code) for line in person.lines]
        if len(set(keys)) < len(keys):
            found.append(finding(Severity.ERROR, "one_line_twice", language, said, *place))
        services = [
            time for line in person.lines for one in line.occupations for time in one.services
        ]
        short = [time for time in services if not time.days]
        if short:
            values = said | {"code": short[0].code}
            found.append(finding(Severity.ERROR, "time_too_short", language, values, *place))
        apart = sum(line.apart.get("results_bonus", 0) for line in person.lines)
        if apart < 0:
            values = said | {"amount": f"{number(apart, 2, language)} EUR", "code": 888}
            found.append(finding(Severity.ERROR, "quarter_below_zero", language, values, *place))
        cheques = sum(line.apart.get("purchasing_power_premium", 0) for line in person.lines)
        if cheques:
            values = said | {"amount": f"{number(cheques, 2, language)} EUR"}
            found.append(finding(Severity.ERROR, "premium_without_code", language, values, *place))
        if shares_the_ceiling(quarter, person):
            found.append(finding(Severity.ERROR, "ceiling_not_shared", language, said, *place))
    for code, fact in _OF_NO_PERSON.items():
        cents = quarter.cents(fact)
        if cents < 0:
            origin = quarter.employer.origin
            values = {
                "who": quarter.employer.name,
                "quarter": quarter.quarter,
                "amount": f"{number(cents, 2, language)} EUR",
                "code": code,
            }
            found.append(
                finding(
                    Severity.ERROR,
                    "quarter_below_zero",
                    language,
                    values,
                    origin.file,
                    origin.line,
                )
            )
    if not found and quarter.cents("employer_net_owed") < 0:
        values = {"amount": number(quarter.cents("employer_net_owed"), 2, language)}
        origin = quarter.employer.origin
        found.append(
            finding(Severity.ERROR, "owes_below_zero", language, values, origin.file, origin.line)
        )
    return found
