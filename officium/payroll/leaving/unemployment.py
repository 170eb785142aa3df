"""The data of the unemployment certificate C4: zones of the declaration WECH001, and what is asked on paper.

The obligation: royal decree of 25 November 1991, art. 137. The zones are those of the NSSO glossary of the
social risk declaration WECH001, edition 2023/3; how the contract ended, and what was paid for it, the
employer fills in on the paper form C4DRS (NSSO, instructions on social risks, unemployment scenario 1).
What the records do not hold is named as missing, and never supposed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from officium.findings import BadInput
from officium.language import LANGUAGES, long_date, month_name, number, plain
from officium.law import Month
from officium.payroll.employer_quarter import lines_so_far
from officium.payroll.item_days import AFTER_END
from officium.payroll.leaving.holidays_taken import HolidaysTaken, holidays_taken
from officium.payroll.leaving.leaver import Leaver
from officium.payroll.month import PaidMonth
from officium.payroll.notice import NoticePeriod, given_notice, notice_period
from officium.payroll.occupation import OccupationLine
from officium.payroll.overtime import is_above_schedule
from officium.payroll.payslip import employer_of, worker_of
from officium.payroll.public_holiday_remarks import unrecorded_holidays
from officium.payroll.quarter import WorkerLine
from officium.payroll.records import Contract, Records
from officium.payroll.service import service_began

EDITION = "2023/3"
_FILE = Path(__file__).with_suffix(".toml")
_PDF_LANGUAGES = {"nl": "1", "fr": "2", "de": "3"}
_VARIABLE = ("commission", "piece_pay")
# The declaration leaves out pay for a period after the end.
_NOT_HERE = (3, 9)
Words = dict[str, str]


@cache
def table() -> dict[str, Any]:
    """Part -> word -> language -> words."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def not_due(leaver: Leaver) -> str | None:
    """Why no certificate is made: `death`, or `followed`; None: it is due.

    NSSO, instructions on scenario 1, "when": nobody is unemployed where the next contract follows with
    the same hours, or a full-time one follows a part-time one; part-time work that goes on with the same
    full-time hours is declared once, at its very end. That nobody asks for the one of who died is our
    reading.
    """
    if leaver.contract.end_reason == "death":
        return "death"
    if leaver.follows is None:
        return None
    before, after = leaver.terms, leaver.follows.terms[0]
    goes_on = before.is_part_time and (
        not after.is_part_time or after.full_time_hours == before.full_time_hours
    )
    same = after.hours_per_week == before.hours_per_week
    return "followed" if goes_on or same else None


def unemployment_certificate(leaver: Leaver, period: NoticePeriod | None = None) -> dict[str, Any]:
    """The data as a document: zones with their labels in four languages, and what is missing.

    `period` is that of the notice, where it is recorded and can be reckoned.
    """
    line, occupation, after = _occupations(leaver)
    taken = holidays_taken(leaver)
    missing: list[Words] = []
    zones = [
        *_head(leaver, missing),
        *_work(leaver, line, occupation, after, missing),
        *_end(leaver, missing),
        *_base(leaver, missing),
        *_holidays(taken),
    ]
    paper = list(_paper(leaver, _days_of_notice(period, after), missing))
    return {
        "title": dict(table()["title"]),
        "form": "WECH001",
        "edition": EDITION,
        "language": leaver.worker.language,
        "employer": employer_of(leaver.employer),
        "worker": worker_of(leaver.worker),
        "contract": leaver.contract.number,
        "ends": leaver.ends.isoformat(),
        "blocks": table()["block"],
        "zones": zones,
        "paper_title": dict(table()["paper"]["title"]),
        "paper": paper,
        "missing_title": dict(table()["missing"]["title"]),
        "missing": missing,
    }


def _zone(code: str, value: str, reads: str | None = None, unit: str = "text") -> dict[str, Any]:
    """A zone in the form of the declaration; `reads` is the same for a person, where it differs."""
    of = table()["zone"][code]
    said = of.get("codes", {}).get(value)
    return {
        "block": of["block"],
        "zone": code,
        "xml": of["xml"],
        "label": {language: of[language] for language in LANGUAGES},
        "value": value,
        "reads": reads or value,
        "unit": unit,
        "said": dict(said) if said else None,
    }


def _missing(word: str, **places: Words | str) -> Words:
    said = table()["missing"][word]
    return {
        language: said[language].format(
            **{
                name: place[language] if isinstance(place, dict) else place
                for name, place in places.items()
            }
        )
        for language in LANGUAGES
    }


def _occupations(
    leaver: Leaver,
) -> tuple[WorkerLine, OccupationLine, Sequence[OccupationLine]]:
    """The line and the last occupation of the contract, and the periods after it that were paid off."""
    quarter = Month.of(leaver.ends).quarter
    months = [one for one in leaver.year if one.of.month.quarter == quarter]
    for line in lines_so_far(leaver.employer, months):
        own = [one for one in line.occupations if one.contract.number == leaver.contract.number]
        worked = [one for one in own if one.begins <= leaver.ends]
        if worked:
            return line, worked[-1], [one for one in own if one.begins > leaver.ends]
    raise AssertionError("a contract that ends in a month has a line in its quarter")


def _head(leaver: Leaver, missing: list[Words]) -> Iterator[dict[str, Any]]:
    quarter = Month.of(leaver.ends).quarter
    yield _zone("00296", "WECH001")
    yield _zone("00110", "0")
    yield _zone("00297", "SU")
    language = _PDF_LANGUAGES.get(leaver.worker.language)
    if language:
        yield _zone("00156", language)
    else:
        missing.append(_missing("00156"))
    risk = table()["way"].get(leaver.contract.end_reason, {}).get("risk", "001")
    yield _zone("00430", risk)
    if risk == "002":
        missing.append(_missing("00739"))
    yield _zone("00013", f"{quarter.year}{quarter.number}", str(quarter))
    yield _zone("00011", leaver.employer.nsso_number)
    yield _zone("00014", leaver.employer.enterprise_number)
    yield _zone("00024", leaver.worker.inss)


def _work(
    leaver: Leaver,
    line: WorkerLine,
    of: OccupationLine,
    after: Sequence[OccupationLine],
    missing: list[Words],
) -> Iterator[dict[str, Any]]:
    quarter = Month.of(leaver.ends).quarter
    yield _zone("00036", line.employer_class)
    yield _zone("00037", line.worker_code)
    yield _day("00038", quarter.first)
    yield _day("00039", quarter.last)
    yield _day("00044", of.begins)
    yield _day("00045", leaver.ends)
    yield _zone("00046", of.contract.joint_committee)
    yield _hundredths("00047", of.terms.days_per_week)
    yield _zone("00050", str(int(of.terms.is_part_time)))
    yield _hundredths("00049", of.terms.full_time_hours)
    yield _hundredths("00048", of.terms.hours_per_week)
    if of.pay_method:
        yield _zone("00056", of.pay_method)
    yield _zone("00042", of.contract.establishment)
    yield _zone("00769", "0")
    if of.terms.average_week:
        missing.append(_missing("00770"))
    else:
        yield _zone("00770", str(int(of.terms.is_part_time and _has_hours_above(leaver))))
    yield from _severance(after)
    for service in of.services:
        yield _zone("00062", f"{service.code:03}")
        yield _hundredths("00063", service.days)
        if service.hours is not None:
            yield _hundredths("00064", service.hours)
    for pay in of.pay:
        if pay.code not in _NOT_HERE:
            yield _zone("00067", f"{pay.code:03}")
            if pay.every_months is not None:
                yield _zone("00068", str(pay.every_months))
            yield _hundredths("00070", pay.amount)


def _severance(after: Sequence[OccupationLine]) -> Iterator[dict[str, Any]]:
    """The period that an indemnity covers: from the first to the last of its parts, and their pay."""
    if after:
        yield _day("01130", min(one.begins for one in after))
        yield _day("01131", max(one.ends for one in after if one.ends))
        yield _hundredths("01132", sum(pay.amount for one in after for pay in one.pay))


def _hundredths(code: str, value: int) -> dict[str, Any]:
    """Days, hours or euro: in hundredths in the declaration."""
    return _zone(code, str(value), plain(value, 2), "number")


def _day(code: str, day: date) -> dict[str, Any]:
    return _zone(code, day.isoformat(), unit="day")


def _has_hours_above(leaver: Leaver) -> bool:
    quarter = Month.of(leaver.ends).quarter
    sheets = [
        sheet
        for month in leaver.year
        if month.of.month.quarter == quarter
        for sheet in month.of.timesheets
        if sheet.contract.number == leaver.contract.number
    ]
    return any(
        sheet.extra_hours or any(is_above_schedule(time.code) for time in sheet.times)
        for sheet in sheets
    )


def _end(leaver: Leaver, missing: list[Words]) -> Iterator[dict[str, Any]]:
    missing.append(_missing("00193"))
    days = [
        item.day
        for item in leaver.year[-1].of.items
        if item.kind == AFTER_END and item.contract == leaver.contract.number and item.day
    ]
    if unpaid := _holidays_not_recorded(leaver):
        named = {lang: ", ".join(long_date(day, lang) for day in unpaid) for lang in LANGUAGES}
        missing.append(_missing("01178", days=named))
    if days or not unpaid:
        yield _zone("01178", str(int(bool(days))))
    for day in sorted(days):
        yield _day("00175", day)


def _holidays_not_recorded(leaver: Leaver) -> list[date]:
    """The public holidays after the end that are due unless other work began, and that no line pays."""
    last = leaver.year[-1]
    return [
        day
        for row, sheet in enumerate(last.of.timesheets)
        if sheet.contract.number == leaver.contract.number
        for day in unrecorded_holidays(
            last, leaver.ends, last.cents("holidays_covered_after_end", row), sheet
        )
    ]


def _base(leaver: Leaver, missing: list[Words]) -> Iterator[dict[str, Any]]:
    """The pay that the contract fixes, by its unit; what varies needs a cycle that nobody recorded."""
    terms = leaver.terms
    number_of = leaver.contract.number
    kinds = {
        item.kind for one in leaver.year for item in one.of.items if item.contract == number_of
    }
    if terms.is_paid_by_piece or kinds & {*_VARIABLE}:
        missing.append(_missing("variable_pay"))
        return
    if terms.hourly_wage is not None:
        yield _zone("00189", "1")
        hourly = terms.hourly_wage
        yield _zone("00192", str(hourly), plain(hourly, 4), "number")
    else:
        yield _zone("00189", "4" if terms.daily_wage is None else "2")
        yield _hundredths("00191", terms.daily_wage or terms.monthly_pay or 0)
    recurring = _recurring(leaver.year, leaver.contract)
    if recurring:
        month, cents = recurring
        names = {lang: f"{month_name(month.number, lang)} {month.year}" for lang in LANGUAGES}
        amounts = {lang: number(cents, 2, lang) for lang in LANGUAGES}
        missing.append(_missing("recurring_pay", month=names, amount=amounts))


def _recurring(year: Sequence[PaidMonth], contract: Contract) -> tuple[Month, int] | None:
    """Fixed premiums and benefits of the last complete month of the contract, where it has any."""
    for one in reversed(year):
        numbers = [sheet.contract.number for sheet in one.of.timesheets]
        ends = contract.ends
        whole = contract.begins <= one.of.month.first and ends and ends >= one.of.month.last
        if whole and contract.number in numbers:
            cents = one.cents("normal_lines_of_pay", numbers.index(contract.number))
            return (one.of.month, cents) if cents else None
    return None


def _holidays(taken: HolidaysTaken) -> Iterator[dict[str, Any]]:
    yield _zone("00194", "1")
    for code, days, hours in (
        ("1", taken.statutory_days, taken.statutory_hours),
        ("11", taken.supplementary_days, taken.supplementary_hours),
    ):
        if code == "11" and not hours:
            continue
        yield _zone("00196", code)
        if taken.is_part_time:
            yield _hundredths("00198", hours)
        else:
            # Tenths of days, of which the last is 0 or 5.
            yield _zone("00197", f"{days // 10:03}", plain(days, 2), "number")


def notice_of(records: Records, leaver: Leaver) -> NoticePeriod | None:
    """The notice of a contract as the law reckons it; None where there is none, or it cannot be."""
    if leaver.contract.notice is None:
        return None
    try:
        return notice_period(given_notice(records, leaver.worker, leaver.contract, leaver.ends))
    except BadInput:
        # The report says so in its remarks.
        return None


def _days_of_notice(
    period: NoticePeriod | None, after: Sequence[OccupationLine]
) -> tuple[date, date, bool] | None:
    """First and last day of what was paid off, as in its zones, else of the notice; and which it is."""
    if after:
        last = max(one.ends for one in after if one.ends)
        return min(one.begins for one in after), last, True
    if period is None:
        return None
    return period.begins, period.last_day, period.of.notice.way == "at_once"


def _paper(
    leaver: Leaver, period: tuple[date, date, bool] | None, missing: list[Words]
) -> Iterator[dict[str, Any]]:
    reason = leaver.contract.end_reason or ""
    way = table()["way"].get(reason)
    began = service_began(leaver.worker, leaver.contract)
    yield _asked(
        "in_service_since", began.isoformat(), {one: long_date(began, one) for one in LANGUAGES}
    )
    function = leaver.terms.function
    yield _asked("function", function, dict.fromkeys(LANGUAGES, function))
    if way is None:
        missing.append(_missing("way", reason=reason))
        missing.append(_missing("ended_by"))
        missing.append(_missing("notice"))
        missing.append(_missing("motive"))
        return
    yield _asked("way", reason, {one: way[one] for one in LANGUAGES})
    notice = leaver.contract.notice
    given_by = notice.given_by.removesuffix("_with_new_job") if notice else None
    by = way.get("by") or given_by
    if by:
        yield _asked("ended_by", by, dict(table()["by"][by]))
    else:
        missing.append(_missing("ended_by"))
    if notice:
        day, words = notice.sent_on, table()["notice_way"][notice.way]
        said = {one: words[one].format(day=long_date(day, one)) for one in LANGUAGES}
        yield _asked("notice", day.isoformat(), said)
    if period and (notice or way.get("has_notice")):
        first, last, is_paid_off = period
        key = "paid_period" if is_paid_off else "notice_period"
        days = f"{first.isoformat()}/{last.isoformat()}"
        words = table()["notice_period"]
        said = {
            one: words[one].format(first=long_date(first, one), last=long_date(last, one))
            for one in LANGUAGES
        }
        yield _asked(key, days, said)
    elif way.get("has_notice"):
        missing.append(_missing("notice_period" if notice else "notice"))
    if way.get("has_motive"):
        missing.append(_missing("motive"))


def _asked(word: str, value: str, said: Words) -> dict[str, Any]:
    return {"key": word, "label": dict(table()["paper"][word]), "value": value, "said": said}
