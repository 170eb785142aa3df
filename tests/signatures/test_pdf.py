"""Two parties sign a document; anything else than that is refused, with its reason."""

from __future__ import annotations

import subprocess
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from shutil import which

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from officium.findings import BadInput, Finding
from officium.language import LANGUAGES
from officium.signatures import (
    Key,
    PracticeAuthority,
    SignedDocument,
    check_signed,
    sign_pdf,
    verify_pdf,
)

from . import sample


def verified(pdf: bytes) -> SignedDocument:
    return verify_pdf(
        pdf,
        trusted=[sample.authority().trusted],
        expected=sample.EXPECTED,
        moment=sample.RECEIVED,
    )


def rules(pdf: bytes) -> list[str]:
    return [one.rule for one in verified(pdf).findings]


def checked(pdf: bytes) -> list[str]:
    """The rules that speak of a document that comes back, the sample being what was handed out."""
    found = check_signed(
        pdf,
        expected=sample.EXPECTED,
        digest=sha256(sample.document()).hexdigest(),
        trusted=[sample.authority().trusted],
        moment=sample.RECEIVED,
    )
    return [one.rule for one in found]


def with_other_words(pdf: bytes) -> bytes:
    """An update that empties the page, as somebody would who changes the text."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    page = writer.find_page_for_modification(0)[0]
    page.get_object()["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b""))
    writer.mark_update(page)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def test_both_sign_and_the_document_is_valid() -> None:
    found = verified(sample.signed())
    assert found.findings == ()
    assert found.is_valid
    first, second = found.signatures
    assert (first.role, first.signer, first.numbers) == (
        "employer",
        "Zoë Peeters",
        ("85061730839",),
    )
    assert (second.role, second.signer, second.numbers) == (
        "mandatary",
        "Kantoor VZW",
        ("0999010423",),
    )
    assert (first.position, second.position, first.reason) == (
        "bestuurder",
        "directeur",
        "Contract",
    )
    assert (first.signed_at, second.signed_at) == (sample.FIRST, sample.SECOND)
    assert first.only_signatures_after and not first.covers_whole_file
    assert second.covers_whole_file


def test_signing_only_adds_to_the_document() -> None:
    assert sample.signed().startswith(sample.document())


def test_one_signature_is_not_enough() -> None:
    assert rules(sample.by_employer(sample.document())) == ["signature_missing"]
    assert rules(sample.document()) == ["signature_missing", "signature_missing"]


def test_a_text_changed_after_both_have_signed_is_refused() -> None:
    assert rules(with_other_words(sample.signed())) == ["changed_after_signing"] * 2


def test_a_text_changed_between_the_signatures_is_refused() -> None:
    between = sample.by_mandatary(with_other_words(sample.by_employer(sample.document())))
    assert rules(between) == ["changed_after_signing"]


def test_a_text_changed_before_both_sign_is_another_document() -> None:
    """Both signatures are good, of a text that nobody made."""
    changed = sample.by_mandatary(sample.by_employer(with_other_words(sample.document())))
    assert rules(changed) == []
    assert checked(changed) == ["other_document"]


def test_a_signature_moved_from_another_document_is_refused() -> None:
    other = sample.by_mandatary(sample.by_employer(sample.document("Metselaar")))
    own = sample.signed()
    place = _contents(own)
    moved = _contents(other).rstrip(b"0").ljust(len(place), b"0")
    assert rules(own.replace(place, moved)) == ["signature_broken"]


def test_a_removed_signature_is_missed() -> None:
    signed = sample.signed()
    cut = signed[: len(sample.by_employer(sample.document()))]
    assert "signature_missing" in rules(cut) or "unreadable_document" in rules(cut)
    writer = IncrementalPdfFileWriter(BytesIO(signed))
    del writer.root["/AcroForm"]["/Fields"][1]
    writer.update_container(writer.root["/AcroForm"]["/Fields"])
    made = BytesIO()
    writer.write(made)
    assert set(rules(made.getvalue())) == {"changed_after_signing", "signature_missing"}


def test_who_signs_in_the_field_of_the_other_is_told_so() -> None:
    swapped = sample.by_mandatary(
        sample.by_employer(sample.document(), field="mandatary"), field="employer"
    )
    assert rules(swapped) == [
        "signer_of_other_role",
        "signer_of_other_role",
        "signed_in_other_order",
    ]


def test_who_is_not_named_in_the_document_cannot_sign_it() -> None:
    stranger = sample.authority().person("Piet Vreemd", "72020290081", since=sample.SINCE)
    assert rules(sample.by_mandatary(sample.by_employer(sample.document(), stranger))) == [
        "signer_of_other_role"
    ]
    other = sample.authority().person("Jan Vreemd", "85073003328", since=sample.SINCE)
    assert rules(sample.by_mandatary(sample.by_employer(sample.document(), other))) == [
        "signer_unknown"
    ]
    third = sample.by_employer(sample.signed(), other, field="witness")
    assert rules(third) == ["role_unknown"]


def test_the_other_order_is_told_and_harms_nothing() -> None:
    found = verified(sample.by_employer(sample.by_mandatary(sample.document())))
    assert [one.rule for one in found.findings] == ["signed_in_other_order"]
    assert found.is_valid


def test_nobody_is_trusted_by_default() -> None:
    for trusted in ([], [PracticeAuthority.at(sample.SINCE).trusted]):
        found = verify_pdf(
            sample.signed(), trusted=trusted, expected=sample.EXPECTED, moment=sample.RECEIVED
        )
        assert [one.rule for one in found.findings] == ["signer_untrusted"] * 2
        assert not any(one.trusted for one in found.signatures)


def test_a_certificate_counts_in_its_own_time_only() -> None:
    for moment in (sample.SINCE - timedelta(days=1), sample.SINCE + timedelta(days=800)):
        found = verify_pdf(
            sample.signed(),
            trusted=[sample.authority().trusted],
            expected=sample.EXPECTED,
            moment=moment,
        )
        assert [one.rule for one in found.findings if one.severity.blocks] == [
            "certificate_out_of_time"
        ] * 2


def test_without_a_moment_the_time_of_the_signer_is_taken() -> None:
    late = sample.authority().person(
        "Zoë Peeters", "85061730839", since=sample.FIRST + timedelta(hours=1)
    )
    pdf = sample.by_mandatary(sample.by_employer(sample.document(), late))
    found = verify_pdf(pdf, trusted=[sample.authority().trusted], expected=sample.EXPECTED)
    assert [one.rule for one in found.findings] == ["certificate_out_of_time"]


def test_a_clock_that_is_fast_is_told() -> None:
    found = verify_pdf(
        sample.signed(),
        trusted=[sample.authority().trusted],
        expected=sample.EXPECTED,
        moment=sample.FIRST + timedelta(hours=1),
    )
    assert [one.rule for one in found.findings] == ["signed_in_the_future"]
    assert found.is_valid


def test_a_number_counts_only_as_a_belgian_certificate_writes_it() -> None:
    """A serial number that happens to read like a national number is not one abroad."""
    numbers = [one.numbers for one in verified(sample.signed()).signatures]
    assert numbers == [("85061730839",), ("0999010423",)]


def test_the_document_that_comes_back_is_the_one_that_was_handed_out() -> None:
    assert checked(sample.signed()) == []
    assert checked(sample.document()) == ["signature_missing"] * 2
    other = sample.by_mandatary(sample.by_employer(sample.document("Metselaar")))
    assert checked(other) == ["other_document"]
    assert checked(sample.document()[:-1])[0] == "other_document"
    assert checked(b"") == ["other_document", "unreadable_document"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_speak_each_language(language: str) -> None:
    messages = {
        verify_pdf(sample.document(), trusted=[], expected={"employer": []}, language=one)
        .findings[0]
        .message
        for one in LANGUAGES
    }
    assert len(messages) == len(LANGUAGES)
    found: tuple[Finding, ...] = verify_pdf(
        b"no", trusted=[], expected={}, language=language
    ).findings
    assert [one.rule for one in found] == ["unreadable_document"]


def test_a_field_is_signed_once_and_a_scan_never() -> None:
    with pytest.raises(BadInput, match="cannot be signed"):
        sample.by_employer(sample.signed())
    with pytest.raises(BadInput, match="cannot be signed"):
        sample.by_employer(b"\x89PNG")


def test_a_key_with_a_chain_and_a_passphrase_signs_too() -> None:
    key = Key.from_pkcs12(sample.employer().to_pkcs12(b"geheim"), b"geheim")
    signed = sign_pdf(
        sample.document(),
        key,
        field="employer",
        reason="Contract",
        signer_role="",
        moment=sample.FIRST,
    )
    assert verified(signed).signatures[0].intact


@pytest.mark.skipif(which("pdfsig") is None, reason="pdfsig (poppler-utils) is not installed")
def test_another_program_reads_both_signatures(tmp_path: Path) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(sample.signed())
    ran = subprocess.run(["pdfsig", str(file)], capture_output=True, text=True, check=False)
    assert ran.stdout.count("Signature is Valid.") == 2
    assert ran.stdout.count("ETSI.CAdES.detached") == 2
    assert "Total document signed" in ran.stdout


def _contents(pdf: bytes) -> bytes:
    """The hexadecimal signature that was made last, as it stands in the file."""
    return pdf.rpartition(b"/Contents <")[2].partition(b">")[0]
