"""What is wrong in the official samples, and nothing else, is found."""

from __future__ import annotations

import pytest

from officium.declarations import check
from tests.formats import FORMATS, needs_formats

CLEAN = [
    "channel/samples/ACRF_20231_1.xml",
    "channel/samples/ACRF_20231_2.xml",
    "dimona/own-examples/dimona-cancel-20231.xml",
    "dimona/own-examples/dimona-in-20231.xml",
    "dimona/own-examples/dimona-out-20231.xml",
    "dimona/own-examples/dimona-update-20231.xml",
    "dimona/samples/Dimona_20224_3.xml",
    "dimona/samples/Dimona_20231_2.xml",
    "dimona/samples/Dimona_20231_3.xml",
    "dimona/samples/IDFLUX_20231_1.xml",
    "dimona/samples/IDFLUX_20231_2.xml",
    "dimona/samples/IDFLUX_20231_3.xml",
    "dimona/samples/PersonnelFileConsultationAnswer_20231_1.xml",
    "dimona/samples/PersonnelFileConsultationAnswer_20231_2.xml",
    "dimona/samples/PersonnelFileConsultationRequest_20231_1.xml",
    "dimona/samples/PersonnelFileConsultationRequest_20231_2.xml",
    "dmfa/own-examples/dmfa-white-collar-20231.xml",
]
# Sample: each finding as its line and its anomaly, or our rule where there is none.
FAULTS: dict[str, list[tuple[int, str]]] = {
    "dimona/samples/Dimona_20231_1.xml": [(14, "needed_with")],
    "dmfa/samples/DmfAOriginal_20223_1.xml": [
        (15, "00013-008"),
        (19, "00015-007"),
        *((line, "00046-008") for line in (162, 279)),
        *((line, "00053-008") for line in (166, 283)),
        *((line, "00052-008") for line in (169, 286)),
        *((line, "00062-008") for line in (193, 303)),
        (304, "00063-034"),
        *((line, "00067-008") for line in (205, 310)),
        *((line, "00086-008") for line in (211, 245, 316, 350)),
        (387, "00082-035"),
        (486, "00082-008"),
        (505, "00020-008"),
    ],
    "dmfa/samples/DmfAPID_20224_1.xml": [(26, "nsso_number"), (31, "00024-004")],
    "dmfa/samples/DmfAUpdate_20223_1.xml": [(107, "00024-004")],
    "dmfa/samples/DmfAUpdateNotification_20223_1.xml": [
        (2, "no_table"),
        (28, "00014-004"),
        (39, "00024-004"),
    ],
    "channel/samples/NOTIFICATION_20223_1.xml": [
        (2, "no_table"),
        *((line, "00014-004") for line in (17, 39)),
        *((line, "00011-004") for line in (18, 38)),
    ],
    "channel/samples/NOTIFICATION_20223_2.xml": [
        (2, "no_table"),
        *((line, "00014-004") for line in (32, 53, 74)),
        *((line, "00011-004") for line in (31, 51, 72)),
    ],
    "peppol/base-example.xml": [(2, "no_table")],
    "tax/own-examples/finprof-274-10.xml": [(3, "no_table")],
}


@needs_formats
@pytest.mark.parametrize("name", CLEAN)
def test_a_good_sample_has_no_finding(name: str) -> None:
    assert FORMATS is not None
    assert check(FORMATS / name) == []


@needs_formats
@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_of_a_sample_is_found_where_it_stands(name: str) -> None:
    assert FORMATS is not None
    found = [(finding.line, finding.anomaly or finding.rule) for finding in check(FORMATS / name)]
    assert found == sorted(FAULTS[name])


@needs_formats
def test_the_net_amount_of_the_sample_is_told_with_its_sum() -> None:
    assert FORMATS is not None
    findings = check(FORMATS / "dmfa/samples/DmfAOriginal_20223_1.xml", language="nl")
    (net,) = [finding for finding in findings if finding.anomaly == "00015-007"]
    assert net.message == (
        "Het nettobedrag is 99,99, maar bijdragen 106.000.006.481,25 min verminderingen"
        " 3.999.999.999,96 is 102.000.006.481,29."
    )
