"""The papers of the end when the end is another one: how, when, and with what after it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from officium.findings import BadInput
from officium.job import Period, publish
from officium.law import Month
from officium.payroll import Leaver, tax_sheets

from .running import add, cents, change, copied, only, run, slip
from .test_ending import leaving
from .test_papers_of_the_end import missing, told

END = 'dimona_period   = "202424608331"\nends            = 2025-03-31\nend_reason      = "{}"\n'


def leaves(folder: Path, reason: str = "resignation") -> None:
    """W006 of the workshop leaves at the end of March."""
    only(folder, ("W006",))
    change(folder, "people/W006.toml", 'dimona_period   = "202424608331"\n', END.format(reason))


def test_nobody_leaves_and_nothing_is_made(tmp_path: Path) -> None:
    files, report = run(copied(tmp_path), Period.of_month(Month(2025, 1)))
    assert [name for name in files if name.startswith("leavers")] == []
    assert report["leavers"] == []


@pytest.mark.parametrize("month", [2, 3])
def test_the_papers_are_made_in_the_month_of_the_end_alone(tmp_path: Path, month: int) -> None:
    files, _ = run(copied(tmp_path, leaves), Period.of_month(Month(2025, month)))
    assert any(name.startswith("leavers/W006-1/") for name in files) == (month == 3)


def test_the_same_records_give_the_same_papers_and_a_second_run_changes_nothing(
    tmp_path: Path,
) -> None:
    folder = copied(tmp_path, leaves)
    once, _ = run(folder)
    again, _ = run(folder)
    assert once == again
    publish(once, tmp_path / "out")
    assert not publish(again, tmp_path / "out")


@pytest.mark.parametrize("reason", ["dismissal", "dismissal_for_serious_cause", "mutual_consent"])
def test_why_somebody_was_dismissed_is_asked_and_never_supposed(
    tmp_path: Path, reason: str
) -> None:
    made = run(
        copied(tmp_path, lambda folder: leaves(folder, reason)), Period.of_month(Month(2025, 3))
    )
    c4 = told(made, "W006-1/c4")
    assert "the precise reason of the unemployment" in missing(c4)
    has_notice = any(words.startswith("the notice") for words in missing(c4))
    assert has_notice == (reason == "dismissal")


def test_nobody_asks_for_the_c4_of_who_died(tmp_path: Path) -> None:
    made = run(
        copied(tmp_path, lambda folder: leaves(folder, "death")), Period.of_month(Month(2025, 3))
    )
    (of,) = made[1]["leavers"]
    assert of["not_made"] == {"unemployment_certificate": "death"}
    assert "leavers/W006-1/work_certificate.pdf" in made[0]
    assert "leavers/W006-1/c4.pdf" not in made[0]


def test_a_sheet_that_differs_from_the_payslips_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def one_cent_more(leaver: Leaver, slips: list[dict[str, Any]]) -> Any:
        last = slips[-1]
        results = last["results"] | {"taxable_pay": "0.01"}
        return tax_sheets(leaver, [*slips[:-1], last | {"results": results}])

    monkeypatch.setattr("officium.job.leavers.tax_sheets", one_cent_more)
    with pytest.raises(
        BadInput, match=r"taxed pay on the tax sheet is .* the payslips have"
    ) as refusal:
        run(copied(tmp_path, leaves), Period.of_month(Month(2025, 3)))
    assert refusal.value.code == "sheet_differs"
    assert refusal.value.where == "W006, 2025"


@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    pay=st.integers(180_000, 700_000),
    premiums=st.lists(
        st.tuples(
            st.sampled_from(("premium", "year_end_premium", "taxable_benefit", "pay_in_kind")),
            st.integers(-30_000, 90_000),
        ),
        max_size=4,
    ),
)
def test_the_sheet_of_anybody_is_the_sum_of_the_payslips(
    tmp_path_factory: pytest.TempPathFactory, pay: int, premiums: list[tuple[str, int]]
) -> None:
    def story(folder: Path) -> None:
        leaves(folder)
        change(folder, "people/W006.toml", '"2480.00"', f'"{pay // 100}.{pay % 100:02}"')
        lines = [
            f"W006,1,{kind},{'-' * (amount < 0)}{abs(amount) // 100}.{abs(amount) % 100:02},\n"
            for kind, amount in premiums
        ]
        head = "staff_number,contract,kind,amount,description\n"
        (folder / "pay" / "2025-03.csv").write_text(head + "".join(lines))

    files, _ = run(copied(tmp_path_factory.mktemp("anybody"), story))
    sheet = told((files, {}), "W006-1/281.10-2025")
    of = {zone["zone"]: cents(zone["value"]) for zone in sheet["zones"] if not zone["is_day"]}
    slips = [slip(files, f"2025-0{month}/W006")["results"] for month in (1, 2, 3)]
    taxed = sum(
        cents(one[fact]) for one in slips for fact in ("taxable_pay", "exceptional_taxable_total")
    )
    assert of["2.62"] == taxed
    assert of.get("2.60", 0) + of.get("2.76", 0) == taxed
    assert of.get("2.74", 0) == sum(cents(one["tax_withheld"]) for one in slips)


def test_pay_of_december_that_is_paid_in_january_is_told_as_not_included(tmp_path: Path) -> None:
    def story(folder: Path) -> None:
        leaves(folder)
        change(
            folder,
            "employer.toml",
            '"last_working_day_of_the_month"',
            '"fourth_working_day_after_the_month"',
        )

    sheet = told(
        run(copied(tmp_path, story), Period.of_month(Month(2025, 3))), "W006-1/281.10-2025"
    )
    (words,) = missing(sheet)
    assert words.startswith("the pay of December 2024")


def test_the_pay_of_a_december_end_is_on_the_sheet_of_the_year_in_which_it_is_paid(
    tmp_path: Path,
) -> None:
    def story(folder: Path) -> None:
        leaves(folder)
        change(folder, "people/W006.toml", "2025-03-31", "2025-12-31")
        change(
            folder,
            "employer.toml",
            '"last_working_day_of_the_month"',
            '"fourth_working_day_after_the_month"',
        )

    made = run(copied(tmp_path, story), Period.of_month(Month(2025, 12)), provisional=True)
    this, next_year = (told(made, f"W006-1/281.10-{year}") for year in (2025, 2026))
    assert (this["months"][-1], next_year["months"]) == ("2025-11", ["2025-12"])
    assert "2.56" in {zone["zone"] for zone in this["zones"]}
    assert "2.56" not in {zone["zone"] for zone in next_year["zones"]}


AGAIN = """
[[contracts]]
number          = 2
employer        = "{employer}"
begins          = {begins}
status          = "white_collar"
joint_committee = "{committee}"
establishment   = "{establishment}"
dimona_period   = "202424608332"

[[contracts.terms]]
since           = {begins}
function        = "Bediende"
full_time_hours = "38.00"
monthly_pay     = "2000.00"

[contracts.terms.schedule]
monday    = "{hours}"
tuesday   = "{hours}"
wednesday = "{hours}"
thursday  = "{hours}"
friday    = "{hours}"
"""


@pytest.mark.parametrize(
    ("begins", "hours", "reason"),
    [
        # 31 March 2025 is a Monday, the contract ends on Friday 28 March: a weekend between.
        ("2025-03-31", "7.60", "followed"),
        ("2025-03-31", "3.80", None),
        # 1 April leaves the Monday without work between them.
        ("2025-04-01", "7.60", None),
    ],
)
def test_a_contract_that_follows_with_the_same_hours_needs_no_c4(
    tmp_path: Path, begins: str, hours: str, reason: str | None
) -> None:
    def story(folder: Path) -> None:
        leaves(folder)
        change(folder, "people/W006.toml", "2025-03-31", "2025-03-28")
        text = (folder / "people/W006.toml").read_text()
        held = {
            name: next(line.split('"')[1] for line in text.splitlines() if line.startswith(name))
            for name in ("employer", "joint_committee", "establishment")
        }
        again = AGAIN.format(
            begins=begins,
            hours=hours,
            employer=held["employer"],
            committee=held["joint_committee"],
            establishment=held["establishment"],
        )
        add(folder, "people/W006.toml", again)

    _, report = run(copied(tmp_path, story), Period.of_month(Month(2025, 3)))
    (of,) = report["leavers"]
    assert of["not_made"].get("unemployment_certificate") == reason
    follows = begins == "2025-03-31"
    assert ("tax_sheet" in of["files"]) == (not follows)
    assert (of["not_made"].get("tax_sheet") == "stays") == follows


def test_a_sign_that_no_font_prints_is_refused_with_the_paper_and_the_person(
    tmp_path: Path,
) -> None:
    def story(folder: Path) -> None:
        leaves(folder)
        path = folder / "people/W006.toml"
        line = next(one for one in path.read_text().splitlines() if one.startswith("function"))
        change(folder, "people/W006.toml", line, 'function = "Schrijver 𒀀"')

    with pytest.raises(BadInput, match="cannot be printed"):
        run(copied(tmp_path, story), Period.of_month(Month(2025, 3)))


def test_functions_of_the_contract_stand_once_each_in_their_order(tmp_path: Path) -> None:
    def story(folder: Path) -> None:
        leaves(folder)
        terms = (folder / "people/W006.toml").read_text().rpartition("[[contracts.terms]]")[2]
        since = terms.partition("since")[2].split("\n")[0].split("=")[1].strip()
        for day, function in (("2025-02-01", "Chef"), ("2025-03-01", "Hulp")):
            again = terms.replace(since, day)
            line = next(one for one in again.splitlines() if one.startswith("function"))
            add(
                folder,
                "people/W006.toml",
                f"\n[[contracts.terms]]{again.replace(line, f'function = {function!r}')}",
            )

    certificate = told(run(copied(tmp_path, story)), "W006-1/work_certificate")
    assert certificate["nature_of_the_work"][1:] == ["Chef", "Hulp"]


def test_who_had_an_agreed_net_has_the_gross_that_was_found(tmp_path: Path) -> None:
    """The pay of a complete month under contributions is asked, not the net that was agreed."""

    def story(folder: Path) -> None:
        leaves(folder)
        change(folder, "people/W006.toml", 'monthly_pay     = "2480.00"', 'agreed_net = "2071.12"')

    made = run(copied(tmp_path, story), Period.of_month(Month(2025, 3)), language="en")
    (basic,) = (
        zone["value"] for zone in told(made, "W006-1/c4")["zones"] if zone["zone"] == "00191"
    )
    (found,) = (one["message"] for one in made[1]["findings"] if one["rule"] == "agreed_net")
    assert basic in found.replace(",", "").replace(".", "")
    assert int(basic) > 207_112


def test_a_notice_that_is_recorded_stands_on_the_paper_part(tmp_path: Path) -> None:
    """Of a retirement it says who ended the contract, which the reason does not."""

    def story(folder: Path) -> None:
        leaves(folder, "retirement")
        notice = (
            'notice = { given_by = "worker", way = "registered_letter", sent_on = 2025-02-03 }\n'
        )
        change(folder, "people/W006.toml", "[[contracts.terms]]", f"{notice}\n[[contracts.terms]]")

    c4 = told(run(copied(tmp_path, story), Period.of_month(Month(2025, 3))), "W006-1/c4")
    paper = {one["key"]: one["said"]["en"] for one in c4["paper"]}
    assert paper["ended_by"] == "the worker"
    assert paper["notice"] == "registered letter of 3 February 2025"
    # Notified on Thursday 6 February, it runs from Monday 10 February.
    assert paper["notice_period"].startswith("10 February 2025 to ")
    assert not any(words.startswith("beginning and end of the notice") for words in missing(c4))
    assert not any(words.startswith("the notice") for words in missing(c4))


def test_the_period_of_an_indemnity_stands_on_the_c4_and_its_pay_on_the_tax_sheet(
    tmp_path: Path,
) -> None:
    """18 weeks from 15 March are 126 days, to 18 July; 16 951.05 less 2 215.50 is taxed as notice."""
    lines = "W001,1,notice_indemnity,,,18.00,,,,,,\n"
    yearly_pay = 'premiums         = "4013.80"\nuntaxed_benefits = "2400.00"\n'
    made = leaving(tmp_path, lines, yearly_pay=yearly_pay)
    c4 = told(made, "W001-1/c4")
    of = {zone["zone"]: zone["value"] for zone in c4["zones"]}
    assert (of["00044"], of["00045"]) == ("2019-09-02", "2025-03-14")
    assert (of["01130"], of["01131"]) == ("2025-03-15", "2025-07-18")
    assert of["01132"] == "1695105"
    assert not any(words.startswith("the notice") for words in missing(c4))
    sheet = told(made, "W001-1/281.10-2025")
    amounts = {zone["zone"]: zone["value"] for zone in sheet["zones"]}
    assert amounts["2.65"] == "14735.55"


def test_a_holiday_after_the_end_that_no_line_pays_is_not_denied_on_the_c4(tmp_path: Path) -> None:
    """Easter Monday falls within thirty days after 31 March; who works elsewhere by then has no right."""
    made = run(copied(tmp_path / "open", lambda folder: leaves(folder, "dismissal")))
    document = told(made, "W006-1/c4")
    assert "01178" not in {zone["zone"] for zone in document["zones"]}
    assert any("01178" in said and "21 April 2025" in said for said in missing(document))

    def story(folder: Path) -> None:
        leaves(folder, "dismissal")
        lines = "staff_number,contract,kind,hours,day\nW006,1,public_holiday_after_end,7.60,2025-04-21\n"
        (folder / "pay" / "2025-03.csv").write_text(lines)

    document = told(run(copied(tmp_path / "paid", story)), "W006-1/c4")
    values = [zone["value"] for zone in document["zones"] if zone["zone"] in ("01178", "00175")]
    assert values == ["1", "2025-04-21"]
    assert not any("01178" in said for said in missing(document))
