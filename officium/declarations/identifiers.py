"""Check digits of persons, employers and periods, in any message, by the name of the field."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from stdnum.be import bis, nn, vat

from officium.declarations.element import Field, Table, table
from officium.declarations.node import Node, place_of
from officium.declarations.remarks import Remarks
from officium.findings import Severity

# Numbers that stand for "not in Belgium" or "household staff" instead of a unit of establishment.
_FICTITIOUS_UNITS = "89999"


def is_inss(text: str) -> bool:
    """Whether a number is a social security identification number (national or bis register)."""
    return bool(nn.is_valid(text) or bis.is_valid(text))


def is_enterprise_number(text: str) -> bool:
    """Whether a number is an enterprise number: ten digits, or nine of the old form; mod 97."""
    return len(text) in (9, 10) and bool(vat.is_valid(text.zfill(10)))


def is_nsso_number(text: str) -> bool:
    """Whether an NSSO registration number carries its check digits.

    The last two of nine digits are 96 less the remainder of the first seven times 100 by 97.
    """
    digits = text.zfill(9)
    if not digits.isdecimal() or len(digits) != 9:
        return False
    return int(digits[7:]) == 96 - int(digits[:7]) * 100 % 97


def is_establishment_number(text: str) -> bool:
    """Whether a number is that of a unit of establishment: first digit 2 to 8, mod 97."""
    if not text.isdecimal() or len(text) != 10 or text[0] not in "2345678":
        return False
    return text.startswith(_FICTITIOUS_UNITS) or int(text[8:]) == 97 - int(text[:8]) % 97


def is_period_number(text: str) -> bool:
    """Whether a Dimona period number ends on its check digits: the first ten by 97 (97 for 0)."""
    if not text.isdecimal() or len(text) != 12:
        return False
    return int(text[10:]) == (int(text[:10]) % 97 or 97)


# Names mean what they mean at the NSSO only without a namespace, or in one of its own.
_NSSO = "socialsecurity.be"
_INSS_FIELDS = ("INSS", "ReplacedINSS", "ApplicantINSS", "SubstituteINSS")
_CHECKS: dict[str, tuple[str, Callable[[str], bool], Severity | None]] = {
    **dict.fromkeys(_INSS_FIELDS, ("inss", is_inss, None)),
    "CompanyID": ("enterprise_number", is_enterprise_number, None),
    "UsingEmployerCompanyID": ("enterprise_number", is_enterprise_number, None),
    "NOSSRegistrationNbr": ("nsso_number", is_nsso_number, None),
    "LocalUnitID": ("establishment_number", is_establishment_number, None),
    # The rule of these digits is read from examples, not from a document: no more than a warning.
    "DimonaPeriodId": ("period_number", is_period_number, Severity.WARNING),
}


def check_identifiers(root: Node, held: Table | None, remarks: Remarks) -> None:
    """Wrong check digits in a message of any kind; zero stands for "unknown" and is passed over.

    A message without a table has the zones of the DmfA: they are the same in all messages.
    """
    _check(root, root.local_name, (held or table("dmfa")).fields, remarks)


def _check(node: Node, place: str, fields: Mapping[str, Field], remarks: Remarks) -> None:
    counts: dict[str, int] = {}
    for child in node.children:
        counts[child.name] = counts.get(child.name, 0) + 1
        where = place_of(place, child, counts[child.name])
        if child.children:
            _check(child, where, fields, remarks)
            continue
        if child.namespace and _NSSO not in child.namespace:
            continue
        known = _CHECKS.get(child.local_name)
        text = child.value.strip()
        if known is None or not text.isdecimal() or not text.strip("0"):
            continue
        rule, is_valid, severity = known
        if len(text) <= 12 and not is_valid(text):
            of = fields.get(child.local_name)
            remarks.add(rule, where, child, of=of, error="004", severity=severity, value=text)
