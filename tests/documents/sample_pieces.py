"""One small employer, invented, and the small parts that its documents are made of.

Figures of the bonus are those of July 2023 (the NSSO's own example), so that the explanation reads
as a real one does. Everything else is plausible and adds up, because the tests compare sums.
"""

from __future__ import annotations

from typing import Any

EMPLOYER: dict[str, Any] = {
    "name": "Atelier Noordkaai bv",
    "enterprise_number": "0999010423",
    "nsso_number": "9990104-42",
    "address": {
        "street": "Voorbeeldkaai",
        "number": "12",
        "box": None,
        "postcode": "2000",
        "town": "Antwerpen",
        "country": "BE",
    },
    "language": "nl",
}

MONTHS = ("2025-01", "2025-02", "2025-03")

LAST_DAY = {"2025-01": "31", "2025-02": "28", "2025-03": "31"}

# staff number, name, first name, language, status, committee, gross pay in cents

PEOPLE = (
    ("W001", "Verhaeghe", "Annelies", "nl", "white_collar", "200", 310_000),
    ("W002", "El Amrani", "Samira", "fr", "blue_collar", "100", 245_050),
    ("W003", "Müller-Schönenberger", "Karl-Heinz", "de", "white_collar", "200", 402_500),
    ("W004", "Okafor", "Grace", "en", "blue_collar", "100", 201_500),
    ("W005", "De Pauw", "Joris", "nl", "white_collar", "200", 155_000),
    ("W006", "Lambrecht", "Thomas", "fr", "blue_collar", "100", 268_148),
)


def money(cents: int) -> str:
    """Whole cents as the plain text of the records."""
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def local(cents: int) -> str:
    """Whole cents as Dutch and German write them."""
    whole = f"{abs(cents) // 100:,}".replace(",", ".")
    return f"{'−' if cents < 0 else ''}{whole},{abs(cents) % 100:02d}"


def figure(name: str, title: str, value: str, standing: str = "official") -> dict[str, Any]:
    """A figure of the law in an explanation."""
    return {
        "id": name,
        "title": title,
        "value": value,
        "shown": value,
        "from": "2023-07-01",
        "until": None if standing == "official" else "2025-12-31",
        "source": "RSZ-instructies 2023/3, werkbonus",
        "standing": standing,
    }


def fact(kind: str, cents: int, caption: str) -> dict[str, Any]:
    """A number of a formula that is another fact."""
    return {"text": local(cents), "kind": "fact", "ref": kind, "caption": caption}


def law(name: str, text: str, caption: str) -> dict[str, Any]:
    """A number of a formula that the law gives."""
    return {"text": text, "kind": "figure", "ref": name, "caption": caption}


def word(text: str) -> dict[str, Any]:
    """What stands between the numbers."""
    return {"text": text, "kind": "text", "ref": None, "caption": None}


def explained(name: str, key: str, cents: int, parts: list[Any], **more: Any) -> dict[str, Any]:
    """One fact of an explanation."""
    return {
        "name": name,
        "fact": key.partition("[")[0],
        "value": money(cents),
        "unit": "EUR",
        "shown": local(cents),
        "formula": " ".join(part["text"] for part in parts),
        "parts": parts,
        "uses": [part["ref"] for part in parts if part["kind"] == "fact"],
        "figures": [],
        "rounding": [],
        "source": "Wet 20.12.1999, art. 2",
        "since": "2004-07-01",
        "standing": "official",
        "given": False,
        **more,
    }


def amounts(gross: int) -> dict[str, int]:
    """The amounts of one month, in cents: invented rates, exact sums."""
    due = (gross * 1307 + 5000) // 10_000
    bonus = 15_460 if gross < 250_000 else 0
    taxable = gross - due + bonus
    tax = max(0, (taxable - 120_000) * 30 // 100)
    bike, special = 9_324, 1_621
    granted = taxable - tax + bike
    return {
        "gross_pay": gross,
        "employee_contribution_due": due,
        "employment_bonus": bonus,
        "employee_contribution": due - bonus,
        "taxable_pay": taxable,
        "withholding_tax": tax,
        "bicycle_allowance": bike,
        "net_granted": granted,
        "special_contribution": special,
        "net_pay": granted - special,
    }
