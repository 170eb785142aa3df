"""One small employer, invented, in the shapes that the documents are made from.

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


def money(cents: int) -> str:
    """Whole cents as the plain text of the records."""
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def local(cents: int) -> str:
    """Whole cents as Dutch and German write them."""
    whole = f"{abs(cents) // 100:,}".replace(",", ".")
    return f"{'−' if cents < 0 else ''}{whole},{abs(cents) % 100:02d}"


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


def figure(name: str, title: str, value: str, standing: str = "official") -> dict[str, Any]:
    """A figure of the law in an explanation."""
    return {
        "id": name,
        "title": title,
        "value": value,
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


def explanation(sums: dict[str, int], language: str) -> dict[str, Any]:
    """How the net pay came about, down to the records."""
    gross, due, bonus = (
        sums[key] for key in ("gross_pay", "employee_contribution_due", "employment_bonus")
    )
    second = {"standing": "secondary"}
    facts = {
        "basic_pay[0]": explained("Basisloon", "basic_pay[0]", gross - 7_500, [], given=True),
        "premiums[0]": explained("Premies", "premiums[0]", 7_500, [], given=True),
        "bicycle_allowance": explained(
            "Fietsvergoeding", "bicycle_allowance", sums["bicycle_allowance"], [], given=True
        ),
        "gross_pay[0]": explained(
            "Brutoloon",
            "gross_pay[0]",
            gross,
            [
                fact("basic_pay[0]", gross - 7_500, "basisloon"),
                word("+"),
                fact("premiums[0]", 7_500, "premies"),
            ],
            source="Wet 12.04.1965, art. 2",
        ),
        "employee_contribution_due[0]": explained(
            "Persoonlijke bijdrage",
            "employee_contribution_due[0]",
            due,
            [fact("gross_pay[0]", gross, "brutoloon"), word("×"), law("rate", "13,07 %", "voet")],
            figures=[figure("rate", "Persoonlijke bijdragevoet", "13,07 %")],
            rounding=[f"{local(due)}12 → {local(due)}: op de cent, een halve van nul weg"],
            source="Wet 29.06.1981, art. 38",
        ),
        "bonus_daily_wage[0]": explained(
            "Gemiddeld dagloon",
            "bonus_daily_wage[0]",
            10_605,
            [fact("gross_pay[0]", gross, "brutoloon"), word(": 19 dagen")],
            rounding=["106,0526 → 106,05: op de cent, een halve van nul weg"],
        ),
        "bonus_reference_wage[0]": explained(
            "Refertemaandloon",
            "bonus_reference_wage[0]",
            233_310,
            [fact("bonus_daily_wage[0]", 10_605, "gemiddeld dagloon"), word("× 22 dagen")],
        ),
        "employment_bonus_full_month[0]": explained(
            "Werkbonus van een volledige maand",
            "employment_bonus_full_month[0]",
            17_977,
            [
                law("bonus_ceiling", "262,16", "hoogste bedrag"),
                word("−"),
                word("("),
                fact("bonus_reference_wage[0]", 233_310, "refertemaandloon"),
                word("−"),
                law("bonus_threshold", "2.013,64", "loongrens S1"),
                word(")"),
                word("×"),
                law("bonus_slope", "0,2579", "afbouw"),
            ],
            steps=[{"value": "319,46", "formula": "2.333,10 − 2.013,64", "parts": []}],
            because=["1,00 > 0: ja"],
            law="Werkbonus",
            meaning="The ceiling, less a share of the wage above the threshold.",
            figures=[
                figure("bonus_ceiling", "Hoogste bedrag van de werkbonus", "262,16 EUR"),
                figure("bonus_threshold", "Loongrens S1", "2.013,64 EUR", "secondary"),
                figure("bonus_slope", "Afbouwcoëfficiënt", "0,2579", "derived"),
            ],
            rounding=["179,771266 → 179,77: op de cent, een halve van nul weg"],
            **second,
        ),
        "employment_bonus": explained(
            "Werkbonus",
            "employment_bonus",
            bonus,
            [
                fact("employment_bonus_full_month[0]", 17_977, "werkbonus van een volledige maand"),
                word("×"),
                word("0,86"),
            ],
            rounding=["154,6022 → 154,60: op de cent, een halve van nul weg"],
            **second,
        ),
        "employee_contribution": explained(
            "Ingehouden sociale zekerheid",
            "employee_contribution",
            due - bonus,
            [
                fact("employee_contribution_due[0]", due, "persoonlijke bijdrage"),
                word("−"),
                fact("employment_bonus", bonus, "werkbonus"),
            ],
            **second,
        ),
        "taxable_pay": explained(
            "Belastbaar bedrag",
            "taxable_pay",
            sums["taxable_pay"],
            [
                fact("gross_pay[0]", gross, "brutoloon"),
                word("−"),
                fact("employee_contribution", due - bonus, "ingehouden sociale zekerheid"),
            ],
            source="WIB 92, art. 31",
            **second,
        ),
        "withholding_tax": explained(
            "Bedrijfsvoorheffing",
            "withholding_tax",
            sums["withholding_tax"],
            [
                word("het hoogste van 0 en ("),
                fact("taxable_pay", sums["taxable_pay"], "belastbaar bedrag"),
                word("−"),
                law("free", "1.200,00", "vrijgesteld deel van de schaal voor deze sample"),
                word(") ×"),
                law("tax_rate", "30 %", "tarief"),
            ],
            figures=[figure("free", "Vrijgesteld deel", "1.200,00 EUR", "recalled")],
            source="KB/WIB 92, bijlage III",
            standing="recalled",
        ),
        "special_contribution": explained(
            "Bijzondere bijdrage",
            "special_contribution",
            sums["special_contribution"],
            [law("special", "16,21", "vast bedrag van de schijf")],
            figures=[figure("special", "Bedrag van de schijf", "16,21 EUR")],
        ),
        "net_granted": explained(
            "Toegekend netto",
            "net_granted",
            sums["net_granted"],
            [
                fact("taxable_pay", sums["taxable_pay"], "belastbaar bedrag"),
                word("−"),
                fact("withholding_tax", sums["withholding_tax"], "bedrijfsvoorheffing"),
                word("+"),
                fact("bicycle_allowance", sums["bicycle_allowance"], "fietsvergoeding"),
            ],
        ),
        "net_pay": explained(
            "Netto te betalen",
            "net_pay",
            sums["net_pay"],
            [
                fact("net_granted", sums["net_granted"], "toegekend netto"),
                word("−"),
                fact("special_contribution", sums["special_contribution"], "bijzondere bijdrage"),
            ],
            standing="recalled",
        ),
    }
    return {"root": "net_pay", "language": language, "facts": facts}


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


def quarter_explanation(gross: int) -> dict[str, Any]:
    """How the contributions of one person's quarter came about."""
    base = gross * 3
    ordinary, reduction = base * 3807 // 10_000, 12_345
    facts = {
        "contribution_base": explained(
            "Bijdragegrondslag", "contribution_base", base, [], given=True
        ),
        "ordinary_contribution": explained(
            "Gewone bijdragen",
            "ordinary_contribution",
            ordinary,
            [
                fact("contribution_base", base, "bijdragegrondslag"),
                word("×"),
                law("ordinary_rate", "38,07 %", "voet werknemer en werkgever"),
            ],
            figures=[figure("ordinary_rate", "Voet van de gewone bijdragen", "38,07 %")],
        ),
        "mu": explained("Prestatiebreuk", "mu", 100, [word("65 : 65 dagen")]),
        "structural_reduction": explained(
            "Structurele vermindering",
            "structural_reduction",
            reduction,
            [fact("mu", 100, "prestatiebreuk"), word("×"), law("r", "123,45", "bedrag R")],
            figures=[figure("r", "Bedrag R", "123,45 EUR", "secondary")],
            standing="secondary",
        ),
        "net_owed": explained(
            "Netto verschuldigd",
            "net_owed",
            ordinary - reduction,
            [
                fact("ordinary_contribution", ordinary, "gewone bijdragen"),
                word("−"),
                fact("structural_reduction", reduction, "structurele vermindering"),
            ],
        ),
    }
    return {"root": "net_owed", "language": "nl", "facts": facts}


def people() -> list[dict[str, Any]]:
    """The quarter of each person, as the explanation establishes it."""
    wanted = ("contribution_base", "ordinary_contribution", "structural_reduction", "net_owed")
    return [
        {
            "staff_number": staff,
            "name": f"{name}, {first}",
            "quarter": {key: quarter_explanation(gross)["facts"][key]["value"] for key in wanted},
        }
        for staff, name, first, _, _, _, gross in PEOPLE
    ]


def month(of: str) -> dict[str, Any]:
    """One month of the report."""
    wanted = (
        "gross_pay",
        "employee_contribution",
        "withholding_tax",
        "special_contribution",
        "net_pay",
    )
    sums = [amounts(gross) for *_, gross in PEOPLE]
    totals = {key: money(sum(each[key] for each in sums)) for key in wanted}
    return {
        "month": of,
        "payslips": [
            {
                "file": f"payslips/{of}/{staff}.json",
                "pdf": f"payslips/{of}/{staff}.pdf",
                "staff_number": staff,
                "name": f"{name}, {first}",
            }
            | {key: money(each[key]) for key in wanted}
            for (staff, name, first, *_), each in zip(PEOPLE, sums, strict=True)
        ],
        "totals": totals,
        "payment": {
            "file": f"payments/{of}.xml",
            "count": len(PEOPLE),
            "total": totals["net_pay"],
            "on": f"{of}-{LAST_DAY[of]}",
        },
    }


def report() -> dict[str, Any]:
    """The report of the quarter."""
    persons = people()
    sums = {
        fact: sum(int(person["quarter"][fact].replace(".", "")) for person in persons)
        for fact in ("ordinary_contribution", "structural_reduction", "net_owed")
    }
    advances = [
        {"number": n, "due": due, "amount": "3000.00"}
        for n, due in ((1, "2025-02-05"), (2, "2025-03-05"), (3, "2025-04-05"))
    ]
    balance = money(sums["net_owed"] - 900_000)
    all_months = [month(each) for each in MONTHS]
    return {
        "employer": EMPLOYER,
        "period": "2025Q1",
        "provisional": False,
        "standing": "recalled",
        "weakest": [
            {"figure": "withholding_tax/free", "standing": "recalled"},
            {"figure": "employment_bonus/bonus_threshold", "standing": "secondary"},
            {"figure": "employment_bonus/bonus_slope", "standing": "derived"},
        ],
        "fingerprint": "7c41e09b55aa01b2c3d4e5f60718293a",
        "months": all_months,
        "to_send": [
            {
                "what": "dimona_in",
                "who": "Okafor, Grace",
                "file": "declarations/dimona-in-W004.xml",
                "due": "2025-02-03",
                "findings": 0,
            },
            {
                "what": "dimona_out",
                "who": "De Pauw, Joris",
                "file": "declarations/dimona-out-W005.xml",
                "due": "2025-03-17",
                "findings": 0,
            },
            {
                "what": "dmfa",
                "who": EMPLOYER["name"],
                "file": "declarations/dmfa-2025Q1.xml",
                "due": "2025-04-30",
                "findings": 1,
            },
        ],
        "to_pay": [
            {
                "what": "wages",
                "payee": "6 werknemers",
                "due": each["payment"]["on"],
                "amount": each["payment"]["total"],
                "reference": None,
                "note": None,
            }
            for each in all_months
        ]
        + [
            {
                "what": "withholding_tax",
                "payee": "FOD Financiën",
                "due": due,
                "amount": each["totals"]["withholding_tax"],
                "reference": "+++099/9010/42345+++",
                "note": None,
            }
            for each, due in zip(
                all_months, ("2025-02-14", "2025-03-14", "2025-04-15"), strict=True
            )
        ]
        + [
            {
                "what": "nsso_advance",
                "payee": "RSZ",
                "due": each["due"],
                "amount": each["amount"],
                "reference": "+++999/0104/42011+++",
                "note": "Vervaldag op zaterdag: betaal vrijdag" if each["number"] == 3 else None,
            }
            for each in advances
        ]
        + [
            {
                "what": "nsso_balance",
                "payee": "RSZ",
                "due": "2025-04-30",
                "amount": balance,
                "reference": "+++999/0104/42011+++",
                "note": None,
            }
        ],
        "nsso": {
            "contributions": money(sums["ordinary_contribution"]),
            "reductions": money(sums["structural_reduction"]),
            "net_owed": money(sums["net_owed"]),
            "advances": advances,
            "balance": balance,
            "lines": [
                {
                    "code": "495",
                    "label": {
                        "nl": "Gewone bijdragen",
                        "fr": "Cotisations ordinaires",
                        "de": "Gewöhnliche Beiträge",
                        "en": "Ordinary contributions",
                    },
                    "amount": money(sums["ordinary_contribution"]),
                    "fact": "ordinary_contribution",
                },
                {
                    "code": "3000",
                    "label": {
                        "nl": "Structurele vermindering",
                        "fr": "Réduction structurelle",
                        "de": "Strukturelle Ermäßigung",
                        "en": "Structural reduction",
                    },
                    "amount": money(-sums["structural_reduction"]),
                },
            ],
        },
        "people": persons,
        "control_sums": {"payslips": 18, "net_pay": all_months[0]["totals"]["net_pay"]},
        "findings": [
            {
                "severity": "info",
                "rule": "law.secondary",
                "anomaly": None,
                "path": "",
                "line": None,
                "message": "12 loonbrieven steunen op een cijfer uit een tweede bron",
            },
            {
                "severity": "warning",
                "rule": "time.more_than_schedule",
                "anomaly": None,
                "path": "time/2025-03.csv",
                "line": 17,
                "message": "Joris De Pauw heeft op 12 maart meer uren dan zijn rooster: 9,00 van "
                "7,60. Verbeter de regel of voeg overuren toe",
            },
            {
                "severity": "error",
                "rule": "dmfa.worker.inss",
                "anomaly": "00024-008",
                "path": "people/okafor.toml",
                "line": 3,
                "message": "Het INSZ van Grace Okafor is een tijdelijk nummer: vraag het "
                "definitieve nummer voordat u de aangifte verstuurt",
            },
        ],
        "explanations": {staff: quarter_explanation(gross) for staff, *_, gross in PEOPLE},
    }
