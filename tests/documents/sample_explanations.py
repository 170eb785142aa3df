"""How the amounts of the invented employer came about, in the shape that the engine tells it."""

from __future__ import annotations

from typing import Any

from .sample_pieces import explained, fact, figure, law, local, word


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
