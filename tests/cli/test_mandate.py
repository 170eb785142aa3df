"""`officium mandate`: yes with exit status 0, no with 1, and bad input with 2."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .conftest import WORKSHOP, Speak

EMPLOYER, FORMER, PRESENT = "0765432146", "0811111129", "0822222280"
MAY = ("mandate", "may", WORKSHOP)
CONSULT = ("--act", "consult", "--on", "2025-02-10")
COLLECT = ("--act", "collect_contributions", "--on", "2025-02-10")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The workshop, to be told otherwise."""
    return Path(shutil.copytree(WORKSHOP, tmp_path / "workshop"))


def test_yes_as_a_sentence(officium: Speak) -> None:
    said = officium(*MAY, "--act", "declare_dimona", "--on", "2025-02-10", "--in", "nl")
    assert said.status == 0
    assert said.out.splitlines() == [
        "Ja: Comptoir Nord mag op 10 februari 2025 voor 0765432146 een Dimona indienen, door mandaat M2025.",
        "Grond: Act 29-06-1981 art. 31ter par. 2, 1°; RD 05-11-2002 (officieel)",
    ]


def test_no_as_json(officium: Speak) -> None:
    said = officium(
        *(*MAY, "--act", "declare_dmfa", "--on", "2025-02-10", "--actor", FORMER),
        *("--employer", EMPLOYER, "--quarter", "2024Q4", "--in", "fr", "--json"),
    )
    assert said.status == 1
    assert said.json == {
        "allowed": False,
        "act": "declare_dmfa",
        "employer": EMPLOYER,
        "actor": FORMER,
        "on": "2025-02-10",
        "quarter": "2024Q4",
        "reason": "ended",
        "text": "Non : le mandat M2022 de Bureau Canal a pris fin le 10 février 2025.",
        "article": "Act 29-06-1981 art. 31quater par. 3 and 4",
        "standing": "official",
        "remedy": "L’employeur ou son nouveau mandataire agit, aussi pour le passé.",
        "mandate": "M2022",
    }


@pytest.mark.parametrize(
    ("arguments", "status", "reason"),
    [
        ((*CONSULT, "--actor", FORMER, "--quarter", "2024Q4"), 0, "information_duty"),
        (("--act", "declare_dmfa", "--on", "2024-12-31"), 0, "mandated"),
        (("--act", "declare_tax_sheets", "--on", "2025-02-10"), 0, "mandated"),
        (("--act", "declare_tax_sheets", "--on", "2024-12-31"), 1, "group_not_covered"),
        (("--act", "declare_unemployment_risk", "--on", "2025-02-10"), 1, "group_not_covered"),
        (("--act", "declare_dmfa", "--on", "2025-02-10", "--actor", EMPLOYER), 0, "own_affairs"),
        (COLLECT, 1, "not_certified"),
        ((*COLLECT, "--means", "cash", "--actor", EMPLOYER), 1, "collects_from_itself"),
    ],
)  # fmt: skip
def test_the_exit_status_is_the_answer(
    officium: Speak, arguments: tuple[str, ...], status: int, reason: str
) -> None:
    said = officium(*MAY, *arguments, "--json")
    assert (said.status, said.json["reason"]) == (status, reason)


def test_without_mandates_the_employer_acts(officium: Speak, folder: Path) -> None:
    (folder / "mandates.toml").unlink()
    said = officium(
        "mandate", "may", folder, "--act", "declare_dmfa", "--on", "2025-02-10", "--json"
    )
    assert (said.status, said.json["actor"]) == (0, EMPLOYER)
    listed = officium("mandate", "list", folder, "--in", "en")
    assert (listed.status, listed.out) == (0, "No mandates: each employer acts for itself.\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--on", "2025-02-10"), "give the --act: declare_dimona, declare_dmfa"),
        (("--act", "declare_dmfa"), "Missing option '--on'"),
        (("--act", "declare", "--on", "2025-02-10"), "'declare' is not one of"),
        ((*CONSULT, "--quarter", "2025-Q1"), "is no quarter, such as 2025Q1"),
        ((*CONSULT, "--actor", "0833333334"), "neither the employer nor a mandatary"),
        ((*CONSULT, "--employer", FORMER), f"{FORMER} is no employer of the folder"),
        ((*CONSULT, "--means", "cash"), "means are of collecting only"),
        (("--act", "consult", "--on", "2009-12-31", "--actor", EMPLOYER), "held from 2010-01-01"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused(
    officium: Speak, arguments: tuple[str, ...], says: str
) -> None:
    assert says in officium(*MAY, *arguments).refusal.replace("\n", " ")


def test_several_employers_or_mandataries_are_asked_which(officium: Speak, folder: Path) -> None:
    (folder / "employers").mkdir()
    text = (folder / "employer.toml").read_text("utf-8")
    other = text.replace(EMPLOYER, "0833333334").replace("159999947", "123456749")
    (folder / "employers" / "other.toml").write_text(other, "utf-8")
    asked = ("mandate", "may", folder, "--act", "compute_pay", "--on", "2025-02-10")
    assert "give the --employer" in officium(*asked).refusal
    other_one = officium(*asked, "--employer", "0833333334", "--json")
    assert other_one.json["reason"] == "own_affairs"
    path = folder / "mandates.toml"
    path.write_text(
        path.read_text("utf-8").replace("last_day = 2024-12-31", "last_day = 2025-03-31"), "utf-8"
    )
    assert "give the --actor" in officium(*asked, "--employer", EMPLOYER).refusal


def test_two_mandataries_in_an_exclusive_group_block(officium: Speak, folder: Path) -> None:
    path = folder / "mandates.toml"
    path.write_text(
        path.read_text("utf-8").replace("last_day = 2024-12-31", "last_day = 2025-03-31"), "utf-8"
    )
    said = officium("mandate", "list", folder, "--on", "2025-02-10", "--in", "en")
    assert said.status == 1
    assert "Mandates M2022 and M2025 are both of the group DmfA and Dimona" in said.out


def test_the_list_as_json_holds_each_mandate_and_its_duties(officium: Speak) -> None:
    said = officium("mandate", "list", WORKSHOP, "--on", "2025-02-10", "--json")
    assert said.status == 0
    former, present, tax = said.json["mandates"]
    assert [one["state"] for one in (former, present, tax)] == [
        "information_duty",
        "active",
        "active",
    ]
    assert (former["is_in_force"], former["last_day"], present["last_day"]) == (
        False,
        "2024-12-31",
        None,
    )
    assert former["duties"][0] == {"quarter": "2022Q1", "until": "2025-04-30"}
    assert former["duties"][-1] == {"quarter": "2024Q4", "until": "2028-01-31"}
    assert present["duties"] == []
    assert said.json["findings"] == []


def test_a_delegation_is_listed_under_its_mandate(officium: Speak, folder: Path) -> None:
    path = folder / "mandates.toml"
    path.write_text(
        path.read_text("utf-8")
        + f"""
[[mandates]]
key            = "D2025"
employer       = "{EMPLOYER}"
giver          = "{PRESENT}"
delegated_from = "M2025"
group          = "dmfa_dimona"
tasks          = ["declare_dimona"]
begins         = "2025Q2"

[mandates.receiver]
kind              = "provider"
name              = "Guichet Sud"
enterprise_number = "0833333334"
""",
        "utf-8",
    )
    said = officium("mandate", "list", folder, "--on", "2025-02-10", "--in", "de")
    line = "D2025  0765432146 > M2025 > Guichet Sud  DmfA und Dimona  ab 1. April 2025  Entwurf"
    assert said.out.splitlines()[0] == line


def test_a_mistake_in_the_mandates_is_named_by_line(officium: Speak, folder: Path) -> None:
    path = folder / "mandates.toml"
    path.write_text(path.read_text("utf-8").replace('"2022Q1"', '"2022-01"', 1), "utf-8")
    said = officium("mandate", "list", folder, "--json")
    assert said.status == 2
    assert said.json["error"]["where"] == "mandates.toml:9"
