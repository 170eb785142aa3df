"""`officium verify`: a stranger with a file, without the office."""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from officium.language import LANGUAGES
from officium.signatures import PracticeAuthority

from .conftest import Speak

EXAMPLE = Path(__file__).parents[2] / "examples" / "evidence"
PACK, TRAIL = EXAMPLE / "evidence.zip", EXAMPLE / "audit.jsonl"
CERTIFICATE = EXAMPLE / "certificate.pem"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "evidence"))


def test_a_pack_is_verified_and_says_that_its_signature_was_not(officium: Speak) -> None:
    said = officium("verify", PACK, "--in", "en")
    assert said.status == 0
    assert "evidence pack of employer 0123456749, 2025-01-01 to 2025-03-31" in said.out
    assert "4 entries, 2 withheld" in said.out
    assert "The signature was not checked" in said.out
    assert said.out.endswith("nothing blocks\n")


def test_a_trail_is_verified_with_the_contents_beside_it(officium: Speak, copy: Path) -> None:
    said = officium("verify", copy / "audit.jsonl", "--in", "en")
    assert (said.status, "6 entries, 0 withheld" in said.out) == (0, True)
    assert "contents verified" in said.out
    shutil.rmtree(copy / "contents")
    said = officium("verify", copy / "audit.jsonl", "--in", "en")
    assert (said.status, "contents not verified" in said.out) == (0, True)


def test_an_edit_a_lost_content_and_a_cut_are_told(officium: Speak, copy: Path) -> None:
    trail = copy / "audit.jsonl"
    raw = trail.read_bytes()
    trail.write_bytes(raw.replace(b"month.approved", b"month.reopened"))
    said = officium("verify", trail, "--in", "en")
    assert said.status == 1
    assert "Entry 4 was changed" in said.out
    trail.write_bytes(raw[: raw.index(b'{"head"')])
    said = officium("verify", trail, "--in", "en")
    assert (said.status, "the file is cut off" in said.out) == (1, True)
    trail.write_bytes(raw)
    next((copy / "contents").iterdir()).unlink()
    assert officium("verify", trail).status == 1


def test_json_holds_what_was_verified_and_every_finding(officium: Speak, copy: Path) -> None:
    told = officium("verify", PACK, "--json").json
    assert told["kind"] == "evidence_pack"
    assert (told["employer"], told["from"], told["to"]) == (
        "0123456749",
        "2025-01-01",
        "2025-03-31",
    )
    assert (told["files"], told["signature"]) == (8, None)
    assert told["audit"]["head"]["number"] == 6
    assert [one["rule"] for one in told["findings"]] == ["signature_not_checked"]
    (copy / "audit.jsonl").write_bytes(TRAIL.read_bytes()[:-1])
    said = officium("verify", copy / "audit.jsonl", "--json")
    assert (said.status, said.json["kind"], said.json["head"]) == (1, "audit_trail", None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_reads_it_in_four_languages(officium: Speak, language: str) -> None:
    said = officium("verify", PACK, "--in", language)
    english = officium("verify", PACK, "--in", "en")
    assert (said.out == english.out) == (language == "en")


@pytest.mark.parametrize("raw", [b"", b"no proof\n", b"PK\x03\x04", b"\xff" * 100])
def test_other_files_are_refused_by_name(officium: Speak, tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "odd"
    file.write_bytes(raw)
    assert officium("verify", file).refusal.startswith(str(file))


def test_what_is_not_there_is_refused(officium: Speak, tmp_path: Path) -> None:
    assert "cannot be read" in officium("verify", tmp_path / "none").refusal
    assert "cannot be read" in officium("verify", tmp_path).refusal
    missing = tmp_path / "none.pem"
    assert str(missing) in officium("verify", PACK, "--certificate", missing).refusal


@pytest.mark.parametrize("valid", [True, False])
def test_a_signature_is_asked_of_the_room_of_signatures(
    officium: Speak, monkeypatch: pytest.MonkeyPatch, valid: bool
) -> None:
    asked: list[tuple[bytes, bytes, list[bytes]]] = []

    def verify_detached(content: bytes, signature: bytes, trusted: list[bytes]) -> SimpleNamespace:
        asked.append((content, signature, trusted))
        moment = datetime(2025, 6, 2, tzinfo=UTC)
        return SimpleNamespace(valid=valid, signer_name="A. Notary", signed_at=moment, findings=())

    room = SimpleNamespace(verify_detached=verify_detached)
    monkeypatch.setitem(sys.modules, "officium.signatures", room)
    said = officium("verify", PACK, "--certificate", CERTIFICATE, "--in", "en")
    assert said.status == (0 if valid else 1)
    assert ("signed by A. Notary" in said.out) == valid
    assert ("does not belong to this manifest" in said.out) == (not valid)
    ((content, signature, trusted),) = asked
    assert content.startswith(b'{"audit_head"')
    assert signature.startswith(b"\x30")
    assert trusted == [CERTIFICATE.read_bytes()]


def test_a_real_signature_is_verified_and_only_by_the_certificate_given(
    officium: Speak, tmp_path: Path
) -> None:
    said = officium("verify", PACK, "--certificate", CERTIFICATE, "--in", "en")
    assert said.status == 0
    assert "signed by Voorbeeld Loonkantoor (example)\nnothing blocks\n" in said.out
    stranger = tmp_path / "stranger.pem"
    stranger.write_bytes(PracticeAuthority.at(datetime(2025, 1, 1, tzinfo=UTC)).trusted)
    said = officium("verify", PACK, "--certificate", stranger, "--in", "en")
    assert said.status == 1
    assert "signed by" not in said.out
    stranger.write_bytes(b"no certificate")
    assert (
        "-----BEGIN CERTIFICATE-----" in officium("verify", PACK, "--certificate", stranger).refusal
    )
