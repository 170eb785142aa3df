"""What the paper says of a month with a raise, with absences, and of a year of holidays."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from officium.documents import payslip_pdf

from . import sample
from .test_payslip import PERSON_OF, text


def part(first: str, last: str, pay: str, hours: str = "38.00") -> dict[str, str]:
    """Some days of January under their terms."""
    return {
        "from": f"2025-01-{first}",
        "to": f"2025-01-{last}",
        "hours_per_week": hours,
        "full_time_hours": "38.00",
        "basic_pay": pay,
        "basic_pay_unit": "month",
    }


def slip(language: str = "nl", **contract: Any) -> dict[str, Any]:
    """A payslip whose only contract has something more."""
    found = sample.payslip(PERSON_OF[language])
    found["contracts"][0] |= contract
    return found


def words(payslip: dict[str, Any]) -> list[str]:
    """The words of the paper in the order of the page, cell after cell."""
    return text(payslip_pdf(payslip), layout=False).split()


def says(payslip: dict[str, Any], sentence: str) -> bool:
    """Whether the words stand on the paper in their order, without others between them."""
    return f" {sentence} " in f" {' '.join(words(payslip))} "


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", "3.000,00 per maand tot 16 januari 3.200,00 per maand vanaf 17 januari"),
        ("fr", "3 000,00 par mois jusqu’au 16 janvier 3 200,00 par mois à partir du 17 janvier"),
        ("de", "3.000,00 pro Monat bis 16. Januar 3.200,00 pro Monat ab 17. Januar"),
        ("en", "3,000.00 a month until 16 January 3,200.00 a month from 17 January"),
    ],
)
def test_the_month_of_a_raise_shows_both_wages_with_their_days(language: str, told: str) -> None:
    raised = slip(language, parts=[part("01", "16", "3000.00"), part("17", "31", "3200.00")])
    assert says(raised, told)


def test_two_raises_in_a_month_show_three_wages_with_their_days() -> None:
    parts = [part("01", "09", "3000.00"), part("10", "16", "3100.00"), part("17", "31", "3200.00")]
    assert says(
        slip(parts=parts),
        "3.000,00 per maand tot 9 januari 3.100,00 per maand 10 tot 16 januari "
        "3.200,00 per maand vanaf 17 januari",
    )


def test_terms_that_keep_the_wage_say_it_once_and_show_what_changed() -> None:
    parts = [part("01", "16", "3000.00"), part("17", "31", "3000.00", hours="19.00")]
    told = " ".join(words(slip(parts=parts)))
    assert told.count("3.000,00 per maand") == 1
    assert "38 uren per week tot 16 januari 19 van 38 uren per week vanaf 17 januari" in told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", "Jaarlijkse vakantie: 3,50 dagen Verlof zonder loon: 1 dag"),
        ("fr", "Vacances annuelles : 3,50 jours Congé sans solde : 1 jour"),
        ("de", "Jahresurlaub: 3,50 Tage Unbezahlter Urlaub: 1 Tag"),
        ("en", "Annual holidays: 3.50 days Unpaid leave: 1 day"),
    ],
)
def test_days_not_worked_are_told_below_those_worked(language: str, told: str) -> None:
    absences = [
        {"code": "holiday", "days": "3.50", "hours": "26.60"},
        {"code": "unpaid_leave", "days": "1.00", "hours": "7.60"},
    ]
    assert says(slip(language, absences=absences), told)


def account(contract: int = 1) -> dict[str, Any]:
    """The balance of holidays of a contract."""
    results = {"right": "20.00", "used": "3.50", "left": "16.50"}
    return {
        "contract": contract,
        "year": 2025,
        "results": {f"holiday_days_{name}": days for name, days in results.items()},
    }


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", "Vakantie 2025: recht op 20 dagen, 3,50 opgenomen, 16,50 over."),
        ("fr", "Vacances 2025 : droit à 20 jours, pris 3,50, restant 16,50."),
        ("de", "Urlaub 2025: Anspruch 20 Tage, genommen 3,50, übrig 16,50."),
        ("en", "Holidays 2025: 20 days earned, 3.50 used, 16.50 left."),
    ],
)
def test_the_balance_of_holidays_stands_below_the_net_amount(language: str, told: str) -> None:
    assert says(slip(language) | {"holidays": [account()]}, told)


def test_who_has_no_holidays_recorded_reads_nothing_of_them() -> None:
    assert "Vakantie" not in words(slip() | {"holidays": []})


def test_of_two_contracts_each_balance_names_its_work() -> None:
    twice = slip()
    second = copy.deepcopy(twice["contracts"][0]) | {"number": 2, "function": "chauffeur"}
    twice["contracts"].append(second)
    twice["holidays"] = [account(1), account(2)]
    assert says(twice, "boekhouder · Vakantie 2025: recht op 20 dagen, 3,50 opgenomen, 16,50 over.")
    assert says(twice, "chauffeur · Vakantie 2025: recht op 20 dagen, 3,50 opgenomen, 16,50 over.")
