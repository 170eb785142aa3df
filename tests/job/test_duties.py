"""The facts of an employer, found in its records."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from officium.job import duty_facts
from officium.law import Month, Quarter
from officium.obligations import EmployerFacts, Performer
from officium.payroll import read_folder

EXAMPLES = Path(__file__).parents[2] / "examples"


def facts_of(example: str) -> EmployerFacts:
    records = read_folder(EXAMPLES / example)
    return duty_facts(
        records, records.employers[0], Performer.EMPLOYER, date(2025, 1, 1), date(2025, 12, 31)
    )


def test_the_shop_its_people_and_what_it_owed() -> None:
    shop = facts_of("shop")
    assert shop.first_day_with_staff == min(one.day for one in shop.occurrences)
    assert shop.contributions[Quarter(2025, 1)] == 3_849_042
    assert shop.headcounts[2025] == 950
    assert shop.pay_day(Month(2025, 8)) == date(2025, 8, 29)
    march = shop.staff_in(Month(2025, 3))
    assert march.total == march.white_collar + march.blue_collar > 0
    assert Month(2026, 1) not in shop.staff


def test_what_happened_in_the_shop_in_2025() -> None:
    happened = [
        (one.kind, one.day.isoformat(), one.subject)
        for one in facts_of("shop").occurrences
        if one.day.year == 2025
    ]
    assert ("hire", "2025-04-01", "S004-1") in happened
    assert ("part_time_hire", "2025-04-01", "S004-1") in happened
    assert ("change_of_terms", "2025-01-01", "S003-1") in happened
    assert ("employment_ends", "2025-03-31", "S012-1") in happened
    assert "first_hire" not in {kind for kind, _, _ in happened}
    kinds = {kind for kind, _, _ in happened}
    assert {"temporary_unemployment", "work_accident"} & kinds


def test_only_the_first_of_all_is_the_first_hire() -> None:
    for example in ("shop", "workshop"):
        firsts = [one for one in facts_of(example).occurrences if one.kind == "first_hire"]
        assert [one.day for one in firsts] == [facts_of(example).first_day_with_staff]


def test_what_happens_at_another_employer_of_the_folder_is_its_own() -> None:
    records = read_folder(EXAMPLES / "shop")
    other = records.employers[0].model_copy(update={"enterprise_number": "0765432146"})
    facts = duty_facts(records, other, Performer.EMPLOYER, date(2025, 1, 1), date(2025, 12, 31))
    assert (facts.occurrences, facts.first_day_with_staff) == ((), None)


def test_termination_pay_is_declared_for_the_quarter_of_the_end() -> None:
    records = read_folder(EXAMPLES / "shop")
    paid = [one for one in records.pay if one.kind == "notice_indemnity"]
    happened = facts_of("shop").occurrences
    due = {one.subject for one in happened if one.kind == "termination_pay"}
    assert due >= {f"{one.staff_number}-{one.contract}" for one in paid}
