"""The papers of the end on A4, in the worker's language; nothing is computed here.

Work certificate, holiday certificate, data of the unemployment certificate, tax sheet ahead of time, and
what the holiday fund gets of a manual worker. The data reach the page as JSON and are never part of its
source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from officium.documents import wording
from officium.documents.labels import Labels
from officium.documents.pdf import printed

Told = Mapping[str, Any]
# The width of the column of zones, in millimetres.
_ZONES = 14


def work_certificate_pdf(of: Told) -> bytes:
    """The certificate of art. 21 of the Act of 3 July 1978, dated on the last day of the contract."""
    say = Labels(of["language"])
    rows = [
        _row(say("leaving.begins"), wording.day(of["begins"], say.language)),
        _row(say("leaving.ends"), wording.day(of["ends"], say.language)),
        _row(say("leaving.nature"), "; ".join(of["nature_of_the_work"])),
    ]
    page = _page(
        of,
        say,
        title=say("leaving.work_certificate"),
        basis=say("leaving.work_basis"),
        sections=[_section("", rows, width=95, right=False)],
    )
    page["paragraphs"] = [say("leaving.work_states")]
    page["sign"] = _sign(of, of["ends"], say)
    page["foot"] = []
    return _printed(page, of["ends"])


def holiday_certificate_pdf(of: Told) -> bytes:
    """The certificate of art. 46 of the royal decree of 30 March 1967, for one service year."""
    say = Labels(of["language"])
    years = say(
        "leaving.holiday_years", service=str(of["service_year"]), holiday=str(of["holiday_year"])
    )
    lines = [
        _row(line["label"][say.language], _worth(line["value"], line["unit"], say))
        for line in of["lines"]
        if line["unit"] != "text"
    ]
    page = _page(
        of,
        say,
        title=of["title"][say.language],
        basis=say("leaving.holiday_basis"),
        sections=[_section(say("leaving.holiday_rows"), lines, width=30)],
    )
    page["marks"] = [years]
    page["after"] = [line["label"][say.language] for line in of["lines"] if line["unit"] == "text"]
    page["sign"] = _sign(of, of["given_on"], say)
    return _printed(page, of["given_on"])


def unemployment_certificate_pdf(of: Told) -> bytes:
    """The data of the C4, block by block, what is asked on paper, and what is missing."""
    say = Labels(of["language"])
    sections = []
    for block, zones in groupby(of["zones"], key=lambda zone: zone["block"]):
        rows = [
            _row(zone["label"][say.language], _zone(zone, say), code=zone["zone"]) for zone in zones
        ]
        sections.append(_section(of["blocks"][block][say.language], rows, width=66, codes=_ZONES))
    paper = [_row(one["label"][say.language], one["said"][say.language]) for one in of["paper"]]
    page = _page(
        of,
        say,
        title=of["title"][say.language],
        basis=say("leaving.c4_basis", edition=of["edition"]),
        sections=[*sections, _section(of["paper_title"][say.language], paper, width=95)],
    )
    page["paragraphs"] = [say("leaving.c4_is")]
    page["lists"] = _missing(of["missing_title"][say.language], of["missing"], say)
    return _printed(page, of["ends"])


def tax_sheet_pdf(of: Told) -> bytes:
    """The amounts of the sheet 281.10 by zone, made ahead of time."""
    say = Labels(of["language"])
    rows = [
        _row(
            zone["label"][say.language] + (f" ({zone['code']})" if zone["code"] else ""),
            wording.day(zone["value"], say.language)
            if zone["is_day"]
            else wording.amount(zone["value"], say.language),
            code=zone["zone"],
            strong=zone["strong"],
        )
        for zone in of["zones"]
    ]
    by_hand = [
        _row(
            wording.capital(one["label"][say.language]),
            wording.amount(one["value"], say.language),
            code=one["zones"].split(",")[0],
        )
        for one in of["by_hand"]
    ]
    sections = [_section(say("leaving.tax_rows"), rows, width=45, codes=_ZONES)]
    if by_hand:
        title = of["by_hand_title"][say.language]
        sections.append(_section(title, by_hand, width=45, codes=_ZONES))
    page = _page(
        of,
        say,
        title=of["title"][say.language],
        basis=say("leaving.tax_basis", edition=of["edition"]),
        sections=sections,
    )
    page["marks"] = [say("leaving.tax_year", year=str(of["income_year"]))]
    page["after"] = [of["note"][say.language]]
    page["lists"] = _missing(say("leaving.tax_missing"), of["missing"], say)
    page["warning"] = say("payslip.provisional") if of["provisional"] else ""
    page["foot"].append(say("payslip.computed", fingerprint=of["fingerprint"][:16]))
    return _printed(page, of["made_on"])


def holiday_fund_pdf(of: Told) -> bytes:
    """What the fund gets of a manual worker's year, and the right that follows."""
    say = Labels(of["language"])
    sections = []
    for one in of["quarters"]:
        title = say(
            "leaving.fund_quarter",
            quarter=wording.period(one["quarter"], say),
            day=wording.day(one["from"], say.language),
        )
        rows = [_row(say("leaving.fund_pay"), wording.amount(one["pay"], say.language))]
        rows += [
            _row(
                say("leaving.fund_days", code=time["code"]),
                wording.trimmed(time["days"], say.language),
            )
            for time in one["days"]
        ]
        sections.append(_section(title, rows, width=40))
    rights = [
        _row(one["label"][say.language], wording.amount(one["value"], say.language))
        for one in of["right"]
    ]
    title = say("leaving.fund_right", year=str(of["year"] + 1))
    page = _page(
        of,
        say,
        title=say("leaving.fund"),
        basis=say("leaving.fund_basis"),
        sections=[*sections, _section(title, rights, width=40)],
    )
    fund = of["fund"]
    name = f"{fund['name']} ({fund['number']})" if fund else say("leaving.fund_unnamed")
    page["paragraphs"] = [say("leaving.fund_pays", fund=name)]
    page["after"] = [say("leaving.fund_more")]
    return _printed(page, of["made_on"])


def _page(
    of: Told, say: Labels, *, title: str, basis: str, sections: Sequence[Told]
) -> dict[str, Any]:
    return {
        "language": say.language,
        "title": title,
        "author": of["employer"]["name"],
        "basis": basis,
        "marks": [],
        "warning": "",
        "parties": [_employer(of["employer"], say), _worker(of["worker"], say)],
        "paragraphs": [],
        "sections": list(sections),
        "lists": [],
        "after": [],
        "sign": None,
        "foot": [say("leaving.keep")],
        "page": say("payslip.page", page="{page}", pages="{pages}"),
    }


def _employer(employer: Told, say: Labels) -> dict[str, Any]:
    enterprise = wording.enterprise_number(employer["enterprise_number"])
    details = [say("payslip.enterprise_number", number=enterprise)]
    if "nsso_number" in employer:
        details.append(say("payslip.nsso_number", number=employer["nsso_number"]))
    return {
        "heading": say("payslip.employer"),
        "name": employer["name"],
        "address": wording.address(employer["address"]),
        "details": details,
    }


def _worker(worker: Told, say: Labels) -> dict[str, Any]:
    details = []
    if "inss" in worker:
        details = [
            say("payslip.inss", number=worker["inss"]),
            say("payslip.staff_number", number=worker["staff_number"]),
        ]
    return {
        "heading": say("payslip.worker"),
        "name": f"{worker['name']} {worker['first_name']}",
        "address": wording.address(worker["address"]),
        "details": details,
    }


def _row(label: str, value: str, *, code: str = "", strong: bool = False) -> dict[str, Any]:
    return {"code": code, "label": label, "value": value, "strong": strong}


def _section(
    title: str,
    rows: Iterable[Told],
    *,
    width: int,
    codes: int = 0,
    right: bool = True,
) -> dict[str, Any]:
    """A table of a code, what it is, and its value; the first and last so many millimetres wide."""
    return {
        "title": title,
        "rows": list(rows),
        "width": width,
        "codes": codes,
        "right": right,
    }


def _missing(title: str, items: Iterable[Told], say: Labels) -> list[dict[str, Any]]:
    """A box to tick off what a person still has to fill in; none where nothing is missing."""
    said = [wording.capital(item[say.language]) for item in items]
    return [{"title": title, "items": said}] if said else []


def _sign(of: Told, day: str, say: Labels) -> dict[str, str]:
    return {
        "made": say(
            "leaving.made_at",
            town=of["employer"]["address"]["town"],
            day=wording.day(day, say.language),
        ),
        "words": say("leaving.signature"),
        "name": of["employer"]["name"],
    }


def _worth(value: str, unit: str, say: Labels) -> str:
    if unit == "amount":
        return wording.amount(value, say.language)
    return "" if unit == "period" else wording.trimmed(value, say.language)


def _zone(zone: Told, say: Labels) -> str:
    if zone["said"]:
        return f"{zone['value']} · {zone['said'][say.language]}"
    if zone["unit"] == "day":
        return wording.day(zone["value"], say.language)
    if zone["unit"] == "number":
        return wording.amount(zone["reads"], say.language)
    return str(zone["reads"])


def _printed(page: Told, day: str) -> bytes:
    where = f"{page['title']}, {page['parties'][1]['name']}"
    return printed("leaving", page, day, what="document", where=where)
