"""Twelve employers and 160 people who do not exist: sound, different from each other, always the same."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date

from stdnum.be import nn

from officium.demonstration import invented_office
from officium.demonstration.firm import firms
from officium.demonstration.people import people
from officium.demonstration.stories import CLERKS, MANUAL_WORKERS
from officium.payroll import Records, Worker, folder_texts

from .conftest import Texts

DIGEST = (
    "import hashlib; from officium.demonstration import invented_office; "
    "print(hashlib.sha256(repr({n: dict(t) for n, t in invented_office().items()}).encode()).hexdigest())"
)


def everybody(records: dict[str, Records]) -> list[Worker]:
    return [worker for one in records.values() for worker in one.workers]


def assert_all_differ(values: Iterable[object]) -> None:
    assert {value: times for value, times in Counter(values).items() if times > 1} == {}


def test_there_are_enough_of_them_over_the_whole_country(records: dict[str, Records]) -> None:
    employers = [one.employers[0] for one in records.values()]
    assert len(employers) >= 12
    assert len(everybody(records)) >= 150
    assert {employer.language for employer in employers} == {"nl", "fr", "de"}
    assert {worker.language for worker in everybody(records)} == {"nl", "fr", "de", "en"}
    for one in records.values():
        if len(one.workers) >= 11:
            assert len({worker.language for worker in one.workers}) >= 3


def test_a_folder_is_found_by_its_number_and_reads_back_as_it_was_written(
    office: Texts, records: dict[str, Records]
) -> None:
    for number, one in records.items():
        assert [employer.enterprise_number for employer in one.employers] == [number]
        assert folder_texts(one) == office[number]


def test_nobody_bears_the_name_or_a_number_of_another(records: dict[str, Records]) -> None:
    employers = [one.employers[0] for one in records.values()]
    workers = everybody(records)
    assert_all_differ(employer.name for employer in employers)
    assert_all_differ(employer.nsso_number for employer in employers)
    assert_all_differ((worker.name, worker.first_name) for worker in workers)
    assert_all_differ(worker.inss for worker in workers)
    assert_all_differ(worker.staff_number for worker in workers)
    assert_all_differ(
        contract.dimona_period
        for worker in workers
        for contract in worker.contracts
        if contract.dimona_period
    )
    seized = [notice.iban for worker in workers for notice in worker.attachments]
    accounts = [employer.iban for employer in employers] + [worker.iban for worker in workers]
    assert_all_differ([*accounts, *seized])


def test_numbers_are_from_ranges_that_are_not_given_out(records: dict[str, Records]) -> None:
    for number, one in records.items():
        assert number.startswith("19")
        assert one.employers[0].iban[4:7] == "999"
        for worker in one.workers:
            assert int(worker.inss[6:9]) >= 900
            assert (worker.iban or "")[4:7] == "999"
            assert {contract.establishment[:3] for contract in worker.contracts} == {"799"}


def test_a_social_security_number_tells_the_birth_and_the_sex(records: dict[str, Records]) -> None:
    for worker in everybody(records):
        assert nn.get_birth_date(worker.inss) == worker.birth_date
        assert nn.get_gender(worker.inss) == worker.sex
        assert worker.contracts[0].begins >= date(worker.birth_date.year + 18, 12, 31)


def test_every_story_is_lived_by_somebody(records: dict[str, Records]) -> None:
    lived = [person.story for firm in firms() for person in people(firm)]
    assert [story for story in (*CLERKS, *MANUAL_WORKERS) if story not in lived] == []
    absences = {absence.kind for one in records.values() for absence in one.absences}
    assert absences == {
        *("sickness", "work_accident", "unpaid_leave", "economic_unemployment"),
        *("birth_leave", "maternity"),
    }
    kinds = {item.kind for one in records.values() for item in one.pay}
    assert kinds >= {
        *("double_holiday_pay", "yearly_bonus", "overtime_50", "fixed_premium", "benefit_phone"),
        *("departure_holiday_pay_current", "year_end_premium_by_months", "recovery"),
    }
    contracts = [contract for worker in everybody(records) for contract in worker.contracts]
    assert {contract.end_reason for contract in contracts} == {None, "resignation", "dismissal"}
    terms = [terms for contract in contracts for terms in contract.terms]
    assert {one.measure for one in terms} == {None, "parental_leave"}
    assert any(one.meal_voucher for one in terms)
    assert any(worker.attachments for worker in everybody(records))
    assert any(contract.notice for contract in contracts)
    assert any(one.opening for one in records.values())


def test_october_has_come_from_some_in_part_from_others_and_not_at_all(office: Texts) -> None:
    time, pay = "time/2025-10.csv", "pay/2025-10.csv"
    found = {"all": (True, True), "part": (True, False), "nothing": (False, False)}
    for firm in firms():
        texts = office[firm.enterprise_number]
        assert (time in texts, pay in texts) == found[firm.october], firm.name
        for month in range(1, 10):
            assert {f"time/2025-{month:02d}.csv", f"pay/2025-{month:02d}.csv"} <= texts.keys()
    assert {firm.october for firm in firms()} == set(found)


def test_it_is_the_same_office_in_every_process(office: Texts) -> None:
    assert invented_office() == office
    said = [
        subprocess.run(
            [sys.executable, "-c", DIGEST],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1] != ""
