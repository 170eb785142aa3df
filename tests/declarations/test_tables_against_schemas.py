"""Our element tables and the official schemas agree on every sample that is pulled apart.

Each element of a sample in turn is removed, doubled, exchanged with its neighbour or given another
value: the table must find a fault exactly when the official schema does.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from officium.declarations import examine
from officium.declarations.message import recognise
from officium.declarations.reader import parse
from officium.declarations.remarks import Remarks
from officium.declarations.structure import check_structure
from officium.findings import Finding
from tests.formats import FORMATS, needs_formats

# A sample and the schema from whose edition our table was made.
PAIRS = {
    "dmfa/samples/DmfAOriginal_20223_1.xml": "dmfa/xsd/DmfAOriginal_20231.xsd",
    "dmfa/own-examples/dmfa-white-collar-20231.xml": "dmfa/xsd/DmfAOriginal_20231.xsd",
    "dmfa/samples/DmfAUpdate_20223_1.xml": "dmfa/xsd/DmfAUpdate_20231.xsd",
    "dmfa/samples/DmfAPID_20224_1.xml": "dmfa/xsd/DmfAPID_20224.xsd",
    "dimona/samples/Dimona_20224_3.xml": "dimona/xsd/Dimona_20231.xsd",
    "dimona/samples/Dimona_20231_2.xml": "dimona/xsd/Dimona_20231.xsd",
    "dimona/own-examples/dimona-update-20231.xml": "dimona/xsd/Dimona_20231.xsd",
    "dimona/samples/IDFLUX_20231_1.xml": "dimona/xsd/IDFLUX_20231.xsd",
    "dimona/samples/PersonnelFileConsultationRequest_20231_2.xml": (
        "dimona/xsd/PersonnelFileConsultationRequest_20231.xsd"
    ),
    "dimona/samples/PersonnelFileConsultationAnswer_20231_1.xml": (
        "dimona/xsd/PersonnelFileConsultationAnswer_20223.xsd"
    ),
    "channel/samples/ACRF_20231_2.xml": "channel/xsd/ACRF_20231.xsd",
}
VALUES = ("", "0", "1", "-1", "A", "99", "2023-02-29", "2023-02-28", "12:00:00.000", "9" * 30)
# Where the glossary asks for more than the schema: it counts zeros in front, wants a month to be one,
# and no Dimona without content.
STRICTER = {"too_long", "bad_month", "none_of"}


@needs_formats
@pytest.mark.parametrize("sample", PAIRS)
def test_the_table_finds_a_fault_exactly_when_the_schema_does(sample: str) -> None:
    assert FORMATS is not None
    schema = etree.XMLSchema(etree.parse(FORMATS / PAIRS[sample]))
    root = etree.parse(FORMATS / sample, etree.XMLParser(remove_comments=True)).getroot()
    tried = 0
    for what, broken in variants(root):
        findings = structural(etree.tostring(broken))
        said = [f"{finding.path}: {finding.message}" for finding in findings]
        valid = schema.validate(broken)
        assert findings or valid, (what, schema.error_log)
        if not STRICTER & {finding.rule for finding in findings}:
            assert not (findings and valid), (what, said)
        tried += 1
    assert tried > 40


def structural(data: bytes) -> list[Finding]:
    """What the table alone says."""
    document = recognise(parse(data))
    assert document.kind.table is not None
    remarks = Remarks("en")
    check_structure(document.root, document.kind.table, remarks)
    return remarks.found


def variants(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The message with one thing changed, for every element and every change."""
    tree = root.getroottree()
    seen: set[str] = set()
    for element in root.iterdescendants():
        path = tree.getpath(element)
        kind = "/".join(step.partition("[")[0] for step in path.split("/"))
        if kind in seen:
            continue
        seen.add(kind)
        for change in (removed, doubled, exchanged):
            copy = deepcopy(root)
            if change(copy.getroottree().xpath(path)[0]):
                yield f"{change.__name__} {path}", copy
        for value in VALUES if len(element) == 0 else ():
            copy = deepcopy(root)
            copy.getroottree().xpath(path)[0].text = value
            yield f"{path} = {value!r}", copy


def removed(element: etree._Element) -> bool:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
    return True


def doubled(element: etree._Element) -> bool:
    element.addnext(deepcopy(element))
    return True


def exchanged(element: etree._Element) -> bool:
    following = element.getnext()
    if following is None or following.tag == element.tag:
        return False
    following.addnext(element)
    return True


@needs_formats
@pytest.mark.parametrize("sample", PAIRS)
def test_the_schemas_of_a_folder_are_found_and_used(sample: str) -> None:
    assert FORMATS is not None
    path: Path = FORMATS / sample
    rules = [finding.rule for finding in examine(path, FORMATS).findings]
    assert not {"schema", "no_schema", "bad_schema"} & set(rules)
    broken = path.read_bytes().replace(b"<FormCreationDate>", b"<FormCreationDate>x")
    rules = [finding.rule for finding in examine(broken, FORMATS).findings]
    assert "schema" in rules
    assert "bad_date" in rules
