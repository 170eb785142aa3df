"""Any bytes are read or refused with one clear message; every official sample is recognised."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from officium.declarations import as_json, examine, read, reader, write
from officium.declarations.element import table
from officium.findings import BadInput, Severity
from tests.declarations import examples
from tests.formats import FORMATS, needs_formats

GOOD = examples.dmfa_file()
BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;"><!ENTITY z "&y;&y;&y;&y;">]>
<DmfAOriginal>&z;</DmfAOriginal>"""
SECRET = b"""<?xml version="1.0"?>
<!DOCTYPE a [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
<DmfAOriginal>&secret;</DmfAOriginal>"""
REMOTE = b"""<!DOCTYPE DmfAOriginal SYSTEM "http://127.0.0.1:9/evil.dtd"><DmfAOriginal/>"""

REFUSED = {
    "an empty file": (b"", "empty_file"),
    "only spaces": (b" \n\t ", "empty_file"),
    "only zeros": (b"\x00" * 100, "empty_file"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "not_xml"),
    "plain text": (b"Dear NSSO, we owe nothing.", "not_xml"),
    "JSON": (b'{"kind": "dmfa"}', "not_xml"),
    "an entity bomb": (BOMB, "doctype"),
    "an entity that reads a file": (SECRET, "doctype"),
    "a document type elsewhere": (REMOTE, "doctype"),
    "elements nested without end": (b"<a>" * 200 + b"</a>" * 200, "too_deep"),
    "a tag without end": (b"<DmfAOriginal " + b"a" * 200_000 + b"='1'/>", "long_tag"),
    "more bytes than any declaration": (b"<a>" + b" " * 50_000_000, "too_large"),
    "another message": (b"<Hello/>", "unknown_message"),
    "an invoice without its namespace": (b"<Invoice/>", "unknown_message"),
}
BROKEN = {
    "a file cut in the middle": (GOOD[: len(GOOD) // 2], "truncated"),
    "a file cut inside a tag": (b"<DmfAOriginal><For", "truncated"),
    "tags that cross": (b"<DmfAOriginal>\n<a><b></a></b></DmfAOriginal>", "not_well_formed"),
    "two roots": (b"<DmfAOriginal/><DmfAOriginal/>", "not_well_formed"),
    "an entity nobody declared": (b"<DmfAOriginal>&nbsp;</DmfAOriginal>", "not_well_formed"),
    "a prefix nobody declared": (b"<x:DmfAOriginal/>", "not_well_formed"),
    "the same attribute twice": (b"<DmfAOriginal a='1' a='2'/>", "not_well_formed"),
    "Latin letters called UTF-8": (
        "<DmfAOriginal>é</DmfAOriginal>".encode("latin-1"),
        "wrong_encoding",
    ),
    "an encoding that does not exist": (
        b"<?xml version='1.0' encoding='klingon'?><DmfAOriginal/>",
        "wrong_encoding",
    ),
    "UTF-16 in name only": (
        b"<?xml version='1.0' encoding='UTF-16'?><DmfAOriginal/>",
        "wrong_encoding",
    ),
    "a zero byte inside": (GOOD.replace(b"20231", b"2\x00231", 1), "not_well_formed"),
}


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_with_one_message(data: bytes, code: str) -> None:
    for verb in (examine, read):
        with pytest.raises(BadInput) as refusal:
            verb(data)
        assert refusal.value.code == code
        assert refusal.value.message
        assert "\n" not in refusal.value.message


@pytest.mark.parametrize(("data", "code"), BROKEN.values(), ids=BROKEN)
def test_broken_xml_is_a_fatal_finding_with_its_line(data: bytes, code: str) -> None:
    found = examine(data)
    assert found.document is None
    assert [(finding.severity, finding.rule) for finding in found.findings] == [
        (Severity.FATAL, code)
    ]
    assert found.findings[0].line is not None
    with pytest.raises(BadInput):
        read(data)


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refusal:
        examine(tmp_path / "gone.xml")
    assert refusal.value.code == "unreadable"
    assert refusal.value.where == str(tmp_path / "gone.xml")
    with pytest.raises(BadInput):
        read(tmp_path)


def test_a_file_of_two_hundred_megabytes_is_refused_without_reading_it(tmp_path: Path) -> None:
    large = tmp_path / "large.xml"
    with large.open("wb") as file:
        file.write(b"<DmfAOriginal>")
        file.truncate(200_000_000)
    with pytest.raises(BadInput, match="larger than 50 MB"):
        examine(large)


def test_more_elements_than_any_declaration_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_ELEMENTS", 50)
    with pytest.raises(BadInput, match="more than 50 elements"):
        read(GOOD)


def test_a_file_with_thousands_of_faults_gets_a_list_that_ends() -> None:
    findings = examine(b"<DmfAOriginal>" + b"<a/>" * 20_000 + b"</DmfAOriginal>").findings
    assert len(findings) == 5_001
    assert [finding.rule for finding in findings if finding.severity is Severity.INFO] == ["enough"]


def test_nothing_in_a_file_can_break_the_line_that_tells_of_it() -> None:
    hostile = GOOD.replace(b"<Border>0<", b"<Border>1\n\xc2\x9b2J\xe2\x80\xae9<", 1)
    hostile = hostile.replace(b"<Trusteeship>", b"<" + b"N" * 9_000 + b"/><Trusteeship>")
    findings = examine(hostile).findings
    assert {"unknown_element", "not_numeric"} <= {finding.rule for finding in findings}
    for finding in findings:
        assert (finding.message + finding.path).isprintable()
        assert len(finding.message) < 1_000


def test_utf_16_and_a_byte_order_mark_are_read() -> None:
    text = GOOD.decode().replace("encoding='UTF-8'", "encoding='UTF-16'")
    assert read(text.encode("utf-16")).root == read(GOOD).root
    assert read(b"\xef\xbb\xbf" + GOOD).root == read(GOOD).root


def test_every_element_knows_its_line() -> None:
    lines = GOOD.decode().splitlines()
    for node in read(GOOD).root.within():
        assert node.line is not None
        assert f"<{node.name}" in lines[node.line - 1]


def test_reading_and_writing_again_gives_the_same_bytes() -> None:
    assert write(read(GOOD).root) == GOOD
    for data in examples.dimona_files().values():
        assert write(read(data).root) == data


def test_the_content_has_amounts_with_decimals_and_lists_where_things_repeat() -> None:
    content = as_json(read(GOOD))
    assert content["kind"] == "dmfa_original"
    assert content["version"] == "20231"
    form = content["content"]["dmfa_original"]["form"][0]  # type: ignore[index,call-overload]
    declaration = form["employer_declaration"]  # type: ignore[index,call-overload]
    assert declaration["net_owed_amount"] == "4966.21"
    assert declaration["noss_registration_nbr"] == "199999934"
    person = declaration["natural_person"][0]
    assert person["natural_person_sequence_nbr"] == 1
    occupation = person["worker_record"][0]["occupation"][0]
    assert occupation["service"][0] == {
        "service_sequence_nbr": 1,
        "service_code": "001",
        "service_nbr_days": "65.00",
    }
    assert occupation["mean_working_hours"] == "38.00"
    assert json.loads(json.dumps(content)) == content


KINDS = {
    "ACRF": "acknowledgement",
    "Dimona": "dimona",
    "DmfAOriginal": "dmfa_original",
    "DmfAPID": "dmfa_identifiers",
    "DmfAUpdate": "dmfa_update",
    "DmfAUpdateNotification": "dmfa_update_notification",
    "IDFLUX": "identity_changes",
    "NOTIFICATION": "notification",
    "PersonnelFileConsultationAnswer": "personnel_file_answer",
    "PersonnelFileConsultationRequest": "personnel_file_request",
    "base-example": "invoice",
    "dimona-cancel-20231": "dimona",
    "dimona-in-20231": "dimona",
    "dimona-out-20231": "dimona",
    "dimona-update-20231": "dimona",
    "dmfa-white-collar-20231": "dmfa_original",
    "finprof-274-10": "withholding_tax",
}
SAMPLES = (
    sorted(
        path
        for pattern in ("*/samples/*.xml", "*/own-examples/*.xml", "peppol/*.xml")
        for path in FORMATS.glob(pattern)
    )
    if FORMATS
    else []
)


@needs_formats
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_official_sample_is_recognised_and_read_whole(path: Path) -> None:
    document = read(path)
    name = path.stem.partition("_")[0]
    assert document.kind.name == KINDS[name]
    if "_" in path.stem:
        assert document.version == path.stem.split("_")[1]
    texts = [text for text in etree.parse(path).getroot().itertext() if text.strip()]
    said = json.dumps(as_json(document), ensure_ascii=False)
    assert sum(1 for node in document.root.within() if node.value.strip()) == len(texts)
    for node in document.root.within():
        if node.value.strip().isalpha():
            assert node.value.strip() in said


@needs_formats
@pytest.mark.parametrize(
    "path", [path for path in SAMPLES if "peppol" not in path.parts], ids=lambda path: path.name
)
def test_reading_and_writing_a_sample_gives_the_same_canonical_xml(path: Path) -> None:
    assert canonical(write(read(path).root)) == canonical(path.read_bytes())


def canonical(data: bytes) -> bytes:
    """Canonical XML without comments and without the space between elements."""
    parser = etree.XMLParser(remove_blank_text=True, remove_comments=True)
    root = etree.fromstring(data, parser)
    return etree.tostring(root, method="c14n", exclusive=True, with_comments=False)


def test_namespaces_tell_bank_files_and_invoices_apart() -> None:
    pain = "urn:iso:std:iso:20022:tech:xsd:pain"
    transfers = read(f"<p:Document xmlns:p='{pain}.001.001.03'/>".encode())
    debits = read(f"<Document xmlns='{pain}.008.001.02'/>".encode())
    assert (transfers.kind.name, transfers.version) == ("credit_transfers", "001.001.03")
    assert (debits.kind.name, debits.version) == ("direct_debits", "008.001.02")
    with pytest.raises(BadInput):
        read(b"<Document xmlns='urn:somebody:else'/>")
    assert read(b"<Verzendingen/>").kind.name == "tax_sheets"


def test_a_refusal_speaks_the_language_of_its_reader() -> None:
    said = set()
    for language in ("nl", "fr", "de", "en"):
        with pytest.raises(BadInput) as refusal:
            read(b"", language)
        said.add(refusal.value.message)
    assert len(said) == 4


def test_a_number_of_thousands_of_digits_is_printed_as_it_stands() -> None:
    """A file that can be read is printed, whatever is wrong in it."""
    field = table("dmfa").fields["NetOwedAmount"]
    assert field.plain("9" * 5000) == "9" * 5000
    assert field.plain("000000000001234") == "12.34"
