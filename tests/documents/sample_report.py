"""The report of the invented quarter."""

from __future__ import annotations

from typing import Any

from .sample_explanations import quarter_explanation
from .sample_pieces import EMPLOYER, LAST_DAY, MONTHS, PEOPLE, amounts, money


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
                "message": "12 loonbrieven steunen op een cijfer uit een secundaire bron",
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
