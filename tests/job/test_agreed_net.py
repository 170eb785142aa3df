"""A net that was agreed: the gross is found, declared and paid like any other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from officium.findings import BadInput

from .running import JANUARY, MARCH, add, cents, change, copied, only, rules, run, slip, sound


def agree(net: str) -> Callable[[Path], None]:
    """Jonas agrees on a net pay instead of a gross one."""

    def live(folder: Path) -> None:
        only(folder, ("W006",))
        change(folder, "people/W006.toml", 'monthly_pay     = "2480.00"', f'agreed_net = "{net}"')

    return live


def test_a_complete_month_pays_the_agreed_net_to_the_cent(tmp_path: Path) -> None:
    files, report = run(copied(tmp_path, agree("2100.00")))
    sound(files, report)
    january = slip(files, "2025-01/W006")
    assert january["results"]["net_pay"] == "2100.00"
    gross = january["results"]["gross_pay"]
    assert january["contracts"][0]["basic_pay"] == gross
    assert rules(report)[:1] == ["agreed_net"]
    assert (
        "2.100,00 EUR" in report["findings"][0]["message"]
        or "2\u202f100,00 EUR" in (report["findings"][0]["message"])
    )


def test_the_net_of_a_gross_leads_back_to_it_or_to_a_lower_one_of_the_same_net(
    tmp_path: Path,
) -> None:
    """Between 2 479.95 and 2 480.00 the bonus falls as fast as the pay rises: the net is the same."""
    own, _ = run(copied(tmp_path / "a", lambda at: only(at, ("W006",))), JANUARY)
    net = slip(own, "2025-01/W006")["results"]["net_pay"]
    found, _ = run(copied(tmp_path / "b", agree(net)), JANUARY)
    results = slip(found, "2025-01/W006")["results"]
    assert results["net_pay"] == net
    assert results["gross_pay"] == "2479.95"


def test_absence_lowers_the_gross_pay_that_was_found(tmp_path: Path) -> None:
    """Two of twenty days of unpaid leave in February: nine tenths of the gross of a complete month."""
    files, _ = run(copied(tmp_path, agree("2100.00")))
    february = slip(files, "2025-02/W006")
    basic = cents(february["contracts"][0]["basic_pay"])
    assert abs(10 * cents(february["results"]["gross_pay"]) - 9 * basic) <= 5
    assert cents(february["results"]["net_pay"]) < 210_000


def test_a_premium_comes_on_top_of_the_agreed_net(tmp_path: Path) -> None:
    def live(folder: Path) -> None:
        agree("2100.00")(folder)
        add(folder, "pay/2025-03.csv", "W006,1,premium,100.00,bonus\n")
        change(folder, "time/2025-03.csv", "W006,1,2025-03-10,unpaid_leave,3.60\n", "")
        change(folder, "time/2025-03.csv", "W006,1,2025-03-10,worked,4.00\n", "")

    files, _ = run(copied(tmp_path, live), MARCH)
    march = slip(files, "2025-03/W006")["results"]
    assert cents(march["gross_pay"]) == 10_000 + cents(march["pay_for_work"])
    assert cents(march["net_pay"]) > 210_000


def test_who_begins_inside_a_month_has_the_gross_of_a_complete_one(tmp_path: Path) -> None:
    def live(folder: Path) -> None:
        only(folder, ("W004",))
        text = (folder / "people" / "W004.toml").read_text("utf-8")
        (pay,) = (line for line in text.splitlines() if line.startswith("monthly_pay"))
        change(folder, "people/W004.toml", pay, 'agreed_net = "2500.00"')

    files, _ = run(copied(tmp_path, live))
    february, march = slip(files, "2025-02/W004"), slip(files, "2025-03/W004")
    assert march["results"]["net_pay"] == "2500.00"
    assert february["contracts"][0]["basic_pay"] == march["contracts"][0]["basic_pay"]
    assert cents(february["results"]["net_pay"]) < 250_000


def test_terms_need_one_pay_and_no_other(tmp_path: Path) -> None:
    def live(folder: Path) -> None:
        change(
            folder,
            "people/W006.toml",
            'monthly_pay     = "2480.00"',
            'monthly_pay = "2480.00"\nagreed_net = "2000.00"',
        )

    with pytest.raises(BadInput, match="one of monthly_pay, agreed_net, daily_wage"):
        run(copied(tmp_path, live))


def test_a_raise_of_the_agreed_net_inside_a_month_finds_the_gross_of_each_part(
    tmp_path: Path,
) -> None:
    def live(folder: Path) -> None:
        agree("2100.00")(folder)
        text = (folder / "people" / "W006.toml").read_text("utf-8")
        later = text[text.rindex("[[contracts.terms]]") :]
        (since,) = (line for line in later.splitlines() if line.startswith("since"))
        later = later.replace(since, "since = 2025-01-16").replace('"2100.00"', '"2200.00"')
        add(folder, "people/W006.toml", "\n" + later)

    files, _ = run(copied(tmp_path, live), MARCH)
    basic = cents(slip(files, "2025-03/W006")["contracts"][0]["basic_pay"])
    files, _ = run(copied(tmp_path / "again", live), JANUARY)
    january = slip(files, "2025-01/W006")["results"]
    # Before the sixteenth by the gross of 2 100.00, from then on by that of 2 200.00.
    assert 210_000 < cents(january["net_pay"]) < 220_000
    assert cents(january["gross_pay"]) < basic


def test_a_net_beside_another_contract_is_refused(tmp_path: Path) -> None:
    def live(folder: Path) -> None:
        agree("2100.00")(folder)
        text = (folder / "people" / "W006.toml").read_text("utf-8")
        second = text[text.index("[[contracts]]") :].replace("number          = 1", "number = 2")
        second = second.replace('"white_collar"', '"blue_collar"').replace('"200"', '"100"')
        add(folder, "people/W006.toml", "\n" + second)

    with pytest.raises(BadInput, match="has 2 contracts in 2025-01 and a net is agreed for one"):
        run(copied(tmp_path, live), JANUARY)
