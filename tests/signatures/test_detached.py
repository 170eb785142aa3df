"""A signature beside a content: ours, and read by another program."""

from __future__ import annotations

import subprocess
from datetime import timedelta
from pathlib import Path
from shutil import which

import pytest

from officium.findings import BadInput
from officium.signatures import Key, sign_detached, verify_detached

from . import sample

CONTENT = b"what was supplied, computed and declared"


def signature() -> bytes:
    return sign_detached(CONTENT, sample.mandatary(), moment=sample.FIRST)


def test_it_says_who_and_when() -> None:
    report = verify_detached(CONTENT, signature(), [sample.authority().trusted])
    assert (report.valid, report.findings) == (True, ())
    assert (report.signer_name, report.signed_at) == ("Kantoor VZW", sample.FIRST)


def test_it_says_why_it_is_refused() -> None:
    trusted = [sample.authority().trusted]
    for report, rule in (
        (verify_detached(b"other", signature(), trusted), "content_changed"),
        (verify_detached(CONTENT, signature(), []), "detached_untrusted"),
        (
            verify_detached(
                CONTENT, signature(), trusted, moment=sample.SINCE + timedelta(days=800)
            ),
            "detached_out_of_time",
        ),
        (verify_detached(CONTENT, b"\0", trusted), "unreadable_signature"),
        (verify_detached(CONTENT, signature() + b"\0", trusted), "unreadable_signature"),
    ):
        assert [one.rule for one in report.findings] == [rule]
        assert not report.valid


def test_what_is_trusted_must_be_a_certificate() -> None:
    with pytest.raises(BadInput, match="expected PEM"):
        verify_detached(CONTENT, signature(), [b"nothing"])


@pytest.mark.skipif(which("openssl") is None, reason="openssl is not installed")
@pytest.mark.parametrize("content", [CONTENT, CONTENT + b"."])
def test_another_program_agrees(content: bytes, tmp_path: Path) -> None:
    for name, value in (
        ("content", content),
        ("signature.p7s", signature()),
        ("root.pem", sample.authority().trusted),
    ):
        (tmp_path / name).write_bytes(value)
    command = "openssl cms -verify -binary -inform DER -in signature.p7s -content content"
    since = int(sample.FIRST.timestamp())
    ran = subprocess.run(
        [*command.split(), "-CAfile", "root.pem", "-purpose", "any", "-attime", str(since)],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert (ran.returncode == 0) == (content == CONTENT), ran.stderr


@pytest.mark.parametrize("passphrase", [None, b"geheim"])
def test_a_key_goes_out_and_comes_back(passphrase: bytes | None) -> None:
    key = sample.employer()
    chained = Key(key.private, key.certificate, (sample.authority().root.certificate,))
    for back in (
        Key.from_pem(chained.to_pem(passphrase), passphrase),
        Key.from_pkcs12(chained.to_pkcs12(b"geheim"), b"geheim"),
    ):
        assert (back.certificate, back.chain) == (chained.certificate, chained.chain)
        assert back.private.public_key() == key.private.public_key()


def test_a_key_is_read_with_its_passphrase_and_its_own_certificate_only() -> None:
    locked = sample.employer().to_pem(b"geheim")
    for content, passphrase in ((locked, b"fout"), (locked, None), (b"", None)):
        with pytest.raises(BadInput, match="no key to sign with"):
            Key.from_pem(content, passphrase)
    with pytest.raises(BadInput, match="no key to sign with"):
        Key.from_pkcs12(sample.employer().to_pkcs12(b"geheim"), b"fout")
    mixed = Key(sample.employer().private, sample.mandatary().certificate).to_pem()
    with pytest.raises(BadInput, match="another private key"):
        Key.from_pem(mixed)


def test_a_key_does_not_show_itself() -> None:
    assert "object at" in repr(sample.employer())
