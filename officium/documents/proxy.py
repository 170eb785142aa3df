"""The proxy by which a mandate is notified to the NSSO: the fields of the service Mahis, and who signs.

Act of 29 June 1981, art. 31quater par. 2.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from officium.documents import wording
from officium.documents.clauses import Clauses
from officium.documents.parties import Parties
from officium.documents.pdf import printed
from officium.findings import BadInput
from officium.language import long_date
from officium.representation import Mandate


def proxy_pdf(parties: Parties, made: date, language: str, *, masked: bool = False) -> bytes:
    """The proxy in a language, made on a day; `masked` shows two digits of each national number.

    Raises `BadInput` for a mandate that is not of social security, and for a language that is none of
    ours.
    """
    for mandate in parties.mandates:
        if not mandate.group.has_information_duty:
            raise BadInput(
                "is no mandate of social security: it is given in the application of the "
                "authority itself, and no proxy goes to the NSSO",
                code="no_proxy",
                where=mandate.key,
            )
    say = Clauses("proxy", language)
    header = parties.operator.header(language)
    tables = {
        "groups": {
            "heads": [say("groups"), say("begins"), say("ends")],
            "widths": ["1fr", "40mm", "40mm"],
            "right": [],
            "rows": [_group(mandate, say) for mandate in parties.mandates],
        },
        "signatories": {
            "heads": [say("signatory"), say("national_number")],
            "widths": ["1fr", "45mm"],
            "right": [],
            "rows": [
                [
                    f"{one.name}, {one.position} ({party.name})",
                    _number(one.national_number, masked),
                ]
                for party, one in parties.signatories()
            ],
        },
    }
    page = {
        "language": language,
        "title": say("title"),
        "author": parties.mandatary.name,
        "header": header,
        "basis": say("basis"),
        "parties": parties.told(say, ("giver", "receiver")),
        "parts": [{"title": "", "articles": articles(say, tables)}],
        "made": say("made", day=long_date(made, language)),
        "frames": parties.frames(say),
        "page": say.labels("payslip.page", page="{page}", pages="{pages}"),
    }
    where = ", ".join(mandate.key for mandate in parties.mandates)
    return printed("agreement", page, made.isoformat(), what="proxy", where=where)


def articles(
    say: Clauses, tables: dict[str, Any], holds: frozenset[str] = frozenset(), **gaps: str
) -> list[dict[str, Any]]:
    """The numbered articles as a page prints them, each with its table where it has one."""
    told = []
    for number, (title, table, clauses) in enumerate(say.articles(holds, **gaps), 1):
        told.append(
            {
                "title": f"{number}. {title}",
                "clauses": [
                    {"number": f"{number}.{place}", "text": text}
                    for place, text in enumerate(clauses, 1)
                ],
                "table": tables[table] if table else None,
            }
        )
    return told


def quarter(value: object, say: Clauses) -> str:
    """A quarter as people write it; nothing where there is none."""
    return "" if value is None else wording.period(str(value), say.labels)


def _group(mandate: Mandate, say: Clauses) -> list[str]:
    return [
        mandate.group.name_in(say.language),
        quarter(mandate.begins, say),
        quarter(mandate.ends, say) or "–",
    ]


def _number(digits: str, masked: bool) -> str:
    if masked:
        return wording.hidden_person(digits)
    return f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}-{digits[6:9]}.{digits[9:]}"
