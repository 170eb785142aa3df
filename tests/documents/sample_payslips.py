"""The payslips of the invented employer."""

from __future__ import annotations

from typing import Any

from .sample_explanations import explanation
from .sample_pieces import EMPLOYER, LAST_DAY, MONTHS, PEOPLE, amounts, money

LABELS = {
    "basic": ("Basisloon", "Salaire de base", "Grundlohn", "Basic pay"),
    "premium": ("Premies", "Primes", "Prämien", "Premiums"),
    "gross": ("Totaal bruto", "Total brut", "Bruttobetrag insgesamt", "Total gross"),
    "due": (
        "Persoonlijke bijdrage",
        "Cotisation personnelle",
        "Persönlicher Sozialversicherungsbeitrag",
        "Employee contribution",
    ),
    "bonus": ("Werkbonus", "Bonus à l’emploi", "Beschäftigungsbonus", "Employment bonus"),
    "withheld": (
        "Ingehouden sociale zekerheid",
        "Sécurité sociale retenue",
        "Einbehaltene Beiträge zur sozialen Sicherheit",
        "Social security withheld",
    ),
    "taxable": ("Belastbaar bedrag", "Montant imposable", "Steuerpflichtiger Betrag", "Taxable"),
    "tax": (
        "Bedrijfsvoorheffing",
        "Précompte professionnel",
        "Berufssteuervorabzug",
        "Withholding tax",
    ),
    "bike": (
        "Fietsvergoeding, niet belastbaar",
        "Indemnité vélo, non imposable",
        "Fahrradentschädigung, steuerfrei",
        "Cycling allowance, tax-free",
    ),
    "granted": ("Toegekend netto", "Net octroyé", "Gewährter Nettobetrag", "Net granted"),
    "special": (
        "Bijzondere bijdrage sociale zekerheid",
        "Cotisation spéciale de sécurité sociale",
        "Sonderbeitrag für die soziale Sicherheit",
        "Special contribution",
    ),
    "payable": ("Netto te betalen", "Net à payer", "Zu zahlender Nettobetrag", "Net payable"),
}


def named(key: str) -> dict[str, str]:
    """A label in the four languages."""
    return dict(zip(("nl", "fr", "de", "en"), LABELS[key], strict=True))


def line(item: str, key: str, label: str, cents: int, sign: str, **more: Any) -> dict[str, Any]:
    """One line of a payslip."""
    return {
        "item": item,
        "key": key,
        "fact": key.partition("[")[0],
        "label": named(label),
        "quantity": None,
        "unit": None,
        "rate": None,
        "amount": money(cents),
        "sign": sign,
        "strong": False,
        **more,
    }


def payslip(person: int = 0, month: str = "2025-01", **worker: Any) -> dict[str, Any]:
    """The payslip of one of the people."""
    staff, name, first, language, status, committee, gross = PEOPLE[person]
    sums = amounts(gross)
    hourly = status == "blue_collar"
    lines = [
        line(
            "7a",
            "basic_pay[0]",
            "basic",
            gross - 7_500,
            "+",
            quantity="22.00" if not hourly else "167.20",
            unit="hours" if hourly else "days",
            rate="18.5000" if hourly else None,
        ),
        line("7a", "premiums[0]", "premium", 7_500, "+"),
        line("7c", "gross_pay[0]", "gross", gross, "=", strong=True),
        line("8", "employee_contribution_due[0]", "due", sums["employee_contribution_due"], "-"),
        line("8", "employment_bonus", "bonus", sums["employment_bonus"], "+"),
        line("8", "employee_contribution", "withheld", sums["employee_contribution"], "-"),
        line("10", "taxable_pay", "taxable", sums["taxable_pay"], "=", strong=True),
        line("11", "withholding_tax", "tax", sums["withholding_tax"], "-"),
        line("12", "bicycle_allowance", "bike", sums["bicycle_allowance"], "+"),
        line("13", "net_granted", "granted", sums["net_granted"], "=", strong=True),
        line("14", "special_contribution", "special", sums["special_contribution"], "-"),
        line("15", "net_pay", "payable", sums["net_pay"], "=", strong=True),
    ]
    lines[5]["strong"] = True
    return {
        "employer": EMPLOYER,
        "worker": {
            "staff_number": staff,
            "name": name,
            "first_name": first,
            "inss": "90010100137",
            "address": {
                "street": "Modelstraat",
                "number": "7",
                "box": "3",
                "postcode": "2018",
                "town": "Antwerpen",
                "country": "BE",
            },
            "language": language,
            "iban": "BE68539007547034",
            **worker,
        },
        "month": month,
        "period": {"from": f"{month}-01", "to": f"{month}-{LAST_DAY[month]}"},
        "paid_on": f"{month}-{LAST_DAY[month]}",
        "contracts": [
            {
                "number": 1,
                "joint_committee": committee,
                "status": status,
                "function": "boekhouder" if not hourly else "magazijnier",
                "from": "2021-03-01",
                "to": None,
                "hours_per_week": "38.00" if person != 4 else "19.00",
                "full_time_hours": "38.00",
                "basic_pay": "18.5000" if hourly else money(gross - 7_500),
                "basic_pay_unit": "hour" if hourly else "month",
                "days_worked": "22.00",
                "hours_worked": "167.20",
            }
        ],
        "lines": lines,
        "results": {key: money(value) for key, value in sums.items()},
        "standing": "recalled",
        "weakest": [{"figure": "free", "standing": "recalled"}],
        "fingerprint": "7c41e09b55aa01b2c3d4e5f60718293a",
        "facts_fingerprint": "aa01b2c3d4e5f60718293a7c41e09b55",
        "findings": [],
        "explanation": explanation(sums, "nl"),
    }


def payslips() -> list[dict[str, Any]]:
    """All payslips of the quarter, month by month."""
    return [payslip(person, month) for month in MONTHS for person in range(len(PEOPLE))]
