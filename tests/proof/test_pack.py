"""An evidence pack: written once, read by strangers, safe whatever it holds."""

from __future__ import annotations

import hashlib
import io
import stat
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officium.findings import BadInput
from officium.proof import (
    Attestation,
    PackReport,
    Trail,
    canonical,
    parsed,
    read_manifest,
    read_pack,
    write_pack,
)

from .story import BAKERY, OFFICE, bakery_pack, office, rules

SIGNED = datetime(2025, 6, 2, 9, 1, tzinfo=UTC)


def signer(manifest: bytes) -> bytes:
    return b"signature of " + manifest[:20]


def verifier(manifest: bytes, signature: bytes) -> Attestation:
    return Attestation(signature == signer(manifest), "A. Notary", SIGNED)


PACK = write_pack(bakery_pack(), signer)
Files = dict[str, bytes]


def files(raw: bytes = PACK) -> Files:
    with zipfile.ZipFile(io.BytesIO(raw)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def zipped(content: Files, change: Callable[[zipfile.ZipInfo], None] = lambda info: None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            info = zipfile.ZipInfo(name)
            change(info)
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def found(raw: bytes) -> list[tuple[str, str]]:
    return rules(read_pack(raw, verifier).findings)


def refused(raw: bytes | Path) -> BadInput:
    with pytest.raises(BadInput) as refusal:
        read_pack(raw, verifier)
    return refusal.value


def test_a_pack_says_what_it_holds_and_verifies() -> None:
    report = read_pack(PACK, verifier)
    assert report.findings == ()
    assert (report.manifest.office, report.manifest.employer) == (OFFICE, BAKERY)
    assert (report.manifest.first, report.manifest.last) == (date(2025, 1, 1), date(2025, 3, 31))
    assert report.timeline == bakery_pack().timeline
    assert report.audit is not None
    assert (report.audit.entries, report.audit.withheld) == (4, 2)
    assert report.signature == Attestation(True, "A. Notary", SIGNED)


def test_a_pack_on_the_disk_is_read_as_its_bytes_are(tmp_path: Path) -> None:
    place = tmp_path / "pack.zip"
    place.write_bytes(PACK)
    assert read_pack(place, verifier) == read_pack(PACK, verifier)
    assert refused(tmp_path / "none.zip").code == "file"


def test_the_same_pack_is_the_same_bytes_but_for_its_signature() -> None:
    assert write_pack(bakery_pack(), signer) == PACK
    other = files(write_pack(bakery_pack(), lambda manifest: b"another"))
    assert {name for name, data in files().items() if other[name] != data} == {"manifest.json.p7s"}


def test_the_manifest_tells_kind_both_clocks_and_by_whom() -> None:
    listed = {file.path: file for file in read_manifest(files()["manifest.json"]).files}
    time = listed["supplied/2025-01/time.csv"]
    assert (time.kind, time.valid_on, time.by) == ("supplied", date(2025, 1, 31), "bakery")
    assert time.recorded == datetime(2025, 1, 31, 10, 0, tzinfo=UTC)
    assert {file.kind for file in listed.values()} == {"supplied", "declared", "audit", "timeline"}


def test_nothing_of_another_employer_is_in_the_pack() -> None:
    everything = b"".join(files().values())
    assert b"Luc Maes" not in everything
    assert b"0987654394" not in everything
    assert b"An Peeters" in everything


# --- changes ---------------------------------------------------------------------------------------
def test_a_signature_that_is_wrong_missing_or_not_checked_is_told() -> None:
    kept = files()
    assert found(zipped({**kept, "manifest.json.p7s": b"forged"})) == [
        ("signature_wrong", "manifest.json.p7s")
    ]
    report = read_pack(PACK)
    assert report.signature is None
    (remark,) = report.findings
    assert (remark.rule, remark.severity.blocks) == ("signature_not_checked", False)
    del kept["manifest.json.p7s"]
    assert found(zipped(kept)) == [("signature_missing", "manifest.json.p7s")]


@pytest.mark.parametrize("path", [path for path in files() if not path.startswith("manifest")])
def test_each_file_that_is_changed_missing_or_put_in_is_named(path: str) -> None:
    kept = files()
    assert ("file_changed", path) in found(zipped({**kept, path: kept[path] + b" "}))
    assert ("file_missing", path) in found(zipped({k: v for k, v in kept.items() if k != path}))
    assert found(zipped({**kept, "extra.txt": b""})) == [("file_stray", "extra.txt")]


def resealed(kept: Files, change: Callable[[Files], None]) -> bytes:
    """A forger who makes manifest and signature anew after a change."""
    change(kept)
    manifest = parsed(kept["manifest.json"])
    for file in manifest["files"]:
        data = kept.get(file["path"], b"")
        file["sha256"], file["size"] = hashlib.sha256(data).hexdigest(), len(data)
    kept["manifest.json"] = canonical(manifest)
    kept["manifest.json.p7s"] = signer(kept["manifest.json"])
    return zipped(kept)


def test_a_content_changed_under_a_new_manifest_is_seen_by_the_chain() -> None:
    def change(kept: Files) -> None:
        path = next(path for path in kept if b"An Peeters" in kept[path])
        kept[path] = kept[path].replace(b"160", b"170")

    assert found(resealed(files(), change)) == [("content_changed", "entry 2")]


def test_a_reference_of_the_timeline_leads_to_a_file() -> None:
    def change(kept: Files) -> None:
        kept["timeline.json"] = kept["timeline.json"].replace(b"time.csv", b"lost.csv")

    assert found(resealed(files(), change)) == [("reference_lost", "timeline.json")]


def test_a_manifest_of_another_chain_is_seen() -> None:
    def change(kept: Files) -> None:
        kept["manifest.json"] = (
            kept["manifest.json"]
            .replace(b'"number":6}', b'"number":7}')
            .replace(OFFICE.encode() + b'","to"', b'Another","to"')
        )

    assert found(resealed(files(), change)) == [
        ("other_office", "audit.jsonl"),
        ("other_head", "audit.jsonl"),
    ]


def test_what_cannot_be_read_in_a_signed_pack_is_named() -> None:
    def change(kept: Files) -> None:
        kept["timeline.json"] = b"{}"
        kept["audit.jsonl"] = b"{}\n"

    assert found(resealed(files(), change)) == [
        ("file_unreadable", "timeline.json"),
        ("file_unreadable", "audit.jsonl"),
    ]


def test_a_manifest_that_names_a_file_twice_is_seen() -> None:
    manifest = parsed(files()["manifest.json"])
    manifest["files"].append(manifest["files"][0])
    raw = canonical(manifest)
    forged = zipped({**files(), "manifest.json": raw, "manifest.json.p7s": signer(raw)})
    assert found(forged) == [("file_twice", "manifest.json")]


def test_entries_of_another_employer_and_contents_of_nobody_are_seen() -> None:
    """Written by another hand: our own writer refuses the first."""
    kept = office()
    strays = {**bakery_pack().trail.contents, "a" * 64: b"{}"}
    stray = replace(bakery_pack(), trail=replace(bakery_pack().trail, contents=strays))
    assert found(write_pack(stray, signer)) == [("content_stray", f"contents/{'a' * 64}.json")]
    open_trail = Trail(tuple(kept.entries), kept.head, kept.contents)
    with pytest.raises(BadInput, match="another employer"):
        write_pack(replace(bakery_pack(), trail=open_trail), signer)
    garage = replace(bakery_pack(), employer="0987654394")
    with pytest.raises(BadInput, match="another employer"):
        write_pack(garage, signer)
    manifest = files()["manifest.json"].replace(BAKERY.encode(), b"0987654394")
    forged = zipped({**files(), "manifest.json": manifest, "manifest.json.p7s": signer(manifest)})
    assert found(forged) == [("other_employer", "audit.jsonl")] * 4


@given(st.integers(0, len(PACK) - 1), st.integers(1, 255))
def test_any_byte_that_changes_is_detected_or_changes_no_file(place: int, by: int) -> None:
    raw = PACK[:place] + bytes([PACK[place] ^ by]) + PACK[place + 1 :]
    try:
        report: PackReport = read_pack(raw, verifier)
    except BadInput:
        return
    assert report.findings or files(raw) == files()


# --- archives that would do harm -------------------------------------------------------------------
@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", PACK[:200]]))
def test_any_bytes_are_refused_in_one_sentence(raw: bytes, start: bytes) -> None:
    with pytest.raises(BadInput):
        read_pack(start + raw)


@pytest.mark.parametrize(
    "path",
    ["../up.txt", "/abs.txt", "a/../b", "a\\b", ".hidden", "a//b", "a/", "é.txt", "a b", "x" * 300],
)
def test_a_path_that_leaves_hides_or_means_two_things_is_refused(path: str) -> None:
    assert refused(zipped({**files(), path: b""})).code == "unsafe_path"


def test_two_files_of_one_path_are_refused() -> None:
    assert refused(zipped({**files(), "A.txt": b"", "a.TXT": b""})).code == "path_twice"


def test_a_link_is_refused() -> None:
    def linked(info: zipfile.ZipInfo) -> None:
        info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16

    assert refused(zipped(files(), linked)).code == "link"


def test_an_encrypted_file_is_refused() -> None:
    raw = bytearray(zipped({"manifest.json": b"{}"}))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(raw)).code == "encrypted"


def test_an_unknown_compression_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("manifest.json", b"{}")
    assert refused(out.getvalue()).code == "compression"


@pytest.mark.parametrize("claimed", [2**30, 2**32 - 2])
def test_a_file_that_claims_to_unpack_beyond_the_bound_is_refused(claimed: int) -> None:
    raw = bytearray(zipped({"manifest.json": b"{}"}))
    index = raw.index(b"PK\x01\x02")
    raw[index + 24 : index + 28] = claimed.to_bytes(4, "little")
    assert refused(bytes(raw)).code == "too_large"


def test_files_that_unpack_together_beyond_the_bound_are_refused() -> None:
    raw = bytearray(zipped({f"{number}.txt": b"" for number in range(5)}))
    place = 0
    while (place := raw.find(b"PK\x01\x02", place + 1)) >= 0:
        raw[place + 24 : place + 28] = (2**29).to_bytes(4, "little")
    assert refused(bytes(raw)).code == "too_large"


def test_a_file_that_unpacks_to_more_than_it_claims_is_never_read_beyond() -> None:
    raw = bytearray(zipped({"manifest.json": b" " * 100_000}))
    index = raw.index(b"PK\x01\x02")
    raw[index + 24 : index + 28] = (10).to_bytes(4, "little")
    assert refused(bytes(raw)).code in ("broken_archive", "not_canonical")


def test_an_index_that_is_too_long_is_refused_before_it_is_read() -> None:
    raw = bytearray(PACK)
    raw[-10:-6] = b"\xff\xff\xff\xff"
    assert refused(bytes(raw)).code == "too_large"
    assert refused(PACK + b"x").code == "not_archive"


def test_an_archive_without_a_manifest_is_no_pack() -> None:
    assert refused(zipped({"a.txt": b""})).code == "not_pack"


# --- what the writer refuses -----------------------------------------------------------------------
@pytest.mark.parametrize(
    "path", ["../x", "manifest.json", "Timeline.json", "contents/x", "supplied/2025-01/TIME.csv"]
)
def test_a_path_that_is_unsafe_or_taken_is_refused(path: str) -> None:
    pack = bakery_pack()
    with pytest.raises(BadInput, match="no free path"):
        write_pack(replace(pack, files=(*pack.files, replace(pack.files[0], path=path))), signer)


def test_an_event_without_its_file_and_a_period_turned_around_are_refused() -> None:
    pack = bakery_pack()
    with pytest.raises(BadInput, match="not there"):
        write_pack(replace(pack, files=pack.files[:1]), signer)
    with pytest.raises(BadInput, match="ends before"):
        write_pack(replace(pack, last=date(2024, 12, 31)), signer)


def test_more_files_than_a_reader_opens_are_refused() -> None:
    pack = bakery_pack()
    many = {f"{number:064x}": b"{}" for number in range(65_535)}
    with pytest.raises(BadInput, match="65535 files"):
        write_pack(replace(pack, trail=replace(pack.trail, contents=many)), signer)
