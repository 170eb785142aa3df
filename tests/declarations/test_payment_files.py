"""Payment files: accounts, counts and control sums are checked, whatever prefix they use."""

from __future__ import annotations

import pytest

from officium.declarations import as_json, check, read

GOOD = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"><CstmrCdtTrfInitn>
<GrpHdr><MsgId>W-1</MsgId><NbOfTxs>3</NbOfTxs><CtrlSum>3000.05</CtrlSum></GrpHdr>
<PmtInf><NbOfTxs>2</NbOfTxs><CtrlSum>2500.05</CtrlSum>
<DbtrAcct><Id><IBAN>BE68539007547034</IBAN></Id></DbtrAcct>
<CdtTrfTxInf><Amt><InstdAmt Ccy="EUR">1500.05</InstdAmt></Amt>
<CdtrAcct><Id><IBAN>BE71096123456769</IBAN></Id></CdtrAcct></CdtTrfTxInf>
<CdtTrfTxInf><Amt><InstdAmt Ccy="EUR">1000</InstdAmt></Amt>
<CdtrAcct><Id><IBAN>BE68539007547034</IBAN></Id></CdtrAcct>
<RmtInf><Strd><CdtrRefInf><Tp><Issr>BBA</Issr></Tp><Ref>090933755493</Ref></CdtrRefInf></Strd></RmtInf>
</CdtTrfTxInf></PmtInf>
<PmtInf><NbOfTxs>1</NbOfTxs>
<CdtTrfTxInf><Amt><InstdAmt Ccy="EUR">500.0</InstdAmt></Amt></CdtTrfTxInf></PmtInf>
</CstmrCdtTrfInitn></Document>
"""

FAULTS = {
    "a wrong account": ("BE71096123456769", "BE71096123456768", ["iban"]),
    "a wrong account of the payer": (
        "<DbtrAcct><Id><IBAN>BE68539007547034",
        "<DbtrAcct><Id><IBAN>BE68539007547035",
        ["iban"],
    ),
    "a wrong count": ("<NbOfTxs>3<", "<NbOfTxs>4<", ["transaction_count"]),
    "a wrong count of a block": ("<NbOfTxs>2<", "<NbOfTxs>two<", ["transaction_count"]),
    "a wrong sum": ("3000.05", "3000.06", ["control_sum"]),
    "a sum that is no amount": ("2500.05", "2500,05", ["control_sum"]),
    "another amount": (">1000<", ">1000.01<", ["control_sum", "control_sum"]),
    "three decimals": (">500.0<", ">500.000<", ["control_sum", "bad_amount"]),
    "nothing to pay": (">500.0<", ">0<", ["control_sum", "bad_amount"]),
    "another currency": ('Ccy="EUR">500.0', 'Ccy="USD">500.0', ["bad_amount"]),
    "a wrong reference": ("090933755493", "090933755494", ["structured_reference"]),
}


def test_a_good_payment_file_has_no_fault() -> None:
    assert [finding.rule for finding in check(GOOD.encode())] == ["no_table"]
    prefixed = GOOD.replace("</", "</p:").replace("<", "<p:").replace("<p:/p:", "</p:")
    prefixed = prefixed.replace("<p:?", "<?").replace(" xmlns=", " xmlns:p=")
    assert [finding.rule for finding in check(prefixed.encode())] == ["no_table"]


@pytest.mark.parametrize(("old", "new", "rules"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_a_payment_file_is_found(old: str, new: str, rules: list[str]) -> None:
    assert old in GOOD
    found = check(GOOD.replace(old, new, 1).encode())
    blocking = [finding for finding in found if finding.severity.blocks]
    assert [finding.rule for finding in blocking] == rules
    assert all(finding.line and finding.path.startswith("Document/") for finding in blocking)


def test_the_content_of_a_payment_file_is_told_with_its_attributes() -> None:
    content = as_json(read(GOOD.encode()))["content"]
    blocks = content["document"]["cstmr_cdt_trf_initn"]["pmt_inf"]  # type: ignore[index,call-overload]
    assert blocks[0]["cdt_trf_tx_inf"][0]["amt"]["instd_amt"] == {"@ccy": "EUR", "value": "1500.05"}  # type: ignore[index,call-overload]
