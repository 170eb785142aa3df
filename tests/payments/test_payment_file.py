"""Wages, contributions and tax leave the ledger as a file that a bank takes, to the cent."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sepaxml
from formats import FORMATS, needs_formats
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from officium.findings import BadInput
from officium.payments import Debtor, Payee, PaymentFile, Transfer, latin, payment_file, transfers

WORKSHOP = Debtor("Atelier Peeters & Fils", "BE68 5390 0754 7034")
OWED = {"455:W001": 217862, "455:W002": 1, "455:W-3": 99_999_999_999}
PAYEES = {
    "455:W001": Payee("Zoë D'Haeseleer-Łukasz", "BE71096123456769", message="Loon januari 2025"),
    "455:W002": Payee("Jürgen Groß", "DE89370400440532013000", message="Lohn Januar 2025"),
    "455:W-3": Payee("François Œuvré", "FR1420041010050500013M02606", message="Salaire 01/2025"),
    "454:2025Q1": Payee("RSZ - ONSS", "BE62510007547061", reference="+++010/8068/17183+++"),
}
SCHEMAS = ["pain.001.001.03", "pain.001.001.09"]


def file(
    owed: dict[str, int] = OWED, schema: str = "pain.001.001.03", salary: bool = True
) -> PaymentFile:
    return payment_file(
        transfers(owed, PAYEES, "2025-01"),
        WORKSHOP,
        on=date(2025, 1, 31),
        message="WAGES-2025-01",
        created=datetime(2025, 1, 29, 8, 30, tzinfo=UTC),
        salary=salary,
        schema=schema,
    )


def found(paid: PaymentFile, path: str) -> list[str]:
    """The texts at a path such as `GrpHdr/MsgId`, wherever it lies."""
    steps = "/".join(f"*[local-name()='{step}']" for step in path.split("/"))
    return etree.fromstring(paid.xml).xpath(f"//{steps}/text()")


def assert_valid(paid: PaymentFile, schema: Path) -> None:
    etree.XMLSchema(etree.parse(schema)).assertValid(etree.fromstring(paid.xml))


@needs_formats
def test_the_official_schema_accepts_wages_and_contributions() -> None:
    assert FORMATS is not None
    schema = FORMATS / "sepa" / "pain.001.001.03.xsd"
    assert_valid(file(), schema)
    assert_valid(file({"454:2025Q1": 664481}, salary=False), schema)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_each_version_of_the_message_keeps_its_schema(schema: str) -> None:
    beside = Path(sepaxml.__file__).parent / "schemas" / f"{schema}.xsd"
    assert_valid(file(schema=schema), beside)
    assert_valid(file({"454:2025Q1": 664481}, schema, salary=False), beside)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_the_file_pays_what_the_ledger_owes_to_the_cent(schema: str) -> None:
    paid = file(schema=schema)
    assert (paid.count, paid.cents) == (3, sum(OWED.values()))
    assert found(paid, "InstdAmt") == ["2178.62", "0.01", "999999999.99"]
    assert found(paid, "GrpHdr/CtrlSum") == found(paid, "PmtInf/CtrlSum") == ["1000002178.62"]
    assert found(paid, "GrpHdr/NbOfTxs") == ["3"]
    assert found(paid, "CdtrAcct/Id/IBAN") == [PAYEES[account].iban for account in OWED]
    assert found(paid, "DbtrAcct/Id/IBAN") == ["BE68539007547034"]
    assert found(paid, "EndToEndId") == [f"2025-01/{account}" for account in OWED]


def test_the_same_debts_are_the_same_bytes() -> None:
    assert file().xml == file().xml
    assert found(file(), "MsgId") == found(file(), "PmtInfId") == ["WAGES-2025-01"]
    assert found(file(), "CreDtTm") == ["2025-01-29T08:30:00+00:00"]


def test_wages_are_marked_as_wages_and_contributions_are_not() -> None:
    assert found(file(), "CtgyPurp/Cd") == ["SALA"]
    assert found(file({"454:2025Q1": 1}, salary=False), "CtgyPurp/Cd") == []


def test_a_structured_communication_stands_in_its_own_place() -> None:
    paid = file({"455:W001": 1, "454:2025Q1": 2}, salary=False)
    assert found(paid, "Strd/CdtrRefInf/Ref") == ["010806817183"]
    assert found(paid, "CdtrRefInf/Tp/Issr") == ["BBA"]
    assert found(paid, "Ustrd") == ["Loon januari 2025"]


def test_names_are_written_in_the_letters_that_banks_accept() -> None:
    assert found(file(), "Cdtr/Nm") == ["Zoe D'Haeseleer-Lukasz", "Jurgen Gross", "Francois OEuvre"]
    assert found(file(), "Dbtr/Nm") == ["Atelier Peeters + Fils"]


@pytest.mark.parametrize(
    ("account", "cents", "payee", "says"),
    [
        ("455:W009", 1, None, "nobody is named"),
        ("455:W001", 0, PAYEES["455:W001"], "0 cents cannot be transferred"),
        ("455:W001", -5, PAYEES["455:W001"], "-5 cents cannot be transferred"),
        ("455:W001", 10**11, PAYEES["455:W001"], "at most 999 999 999.99"),
        ("455:W001", 1, Payee("A", "BE71096123456760", "x"), "«BE71096123456760» is no IBAN"),
        ("455:W001", 1, Payee("A", "", "x"), "is no IBAN"),
        ("455:W001", 1, Payee("A", "US64SVBKUS6S3300958879", "x"), "is no IBAN|outside SEPA"),
        ("455:W001", 1, Payee("A", "AE070331234567890123456", "x"), "outside SEPA"),
        ("455:W001", 1, Payee(" ", "BE71096123456769", "x"), "the name is empty"),
        ("455:W001", 1, Payee("Ольга", "BE71096123456769", "x"), "«Ольга» holds .* Latin letters"),
        ("455:W001", 1, Payee("A", "BE71096123456769"), "needs a message or a structured"),
        ("455:W001", 1, Payee("A", "BE71096123456769", " "), "needs a message or a structured"),
        ("455:W001", 1, Payee("A", "BE71096123456769", "x", "010806817183"), "and not both"),
        ("455:W001", 1, Payee("A", "BE71096123456769", "", "010806817180"), "no structured comm"),
        ("455:W" + "0" * 30, 1, PAYEES["455:W001"], "cannot identify a payment"),
    ],
)
def test_a_payment_that_a_bank_would_refuse_is_refused_here_and_names_the_account(
    account: str, cents: int, payee: Payee | None, says: str
) -> None:
    payees = {} if payee is None else {account: payee}
    with pytest.raises(BadInput, match=says) as refusal:
        transfers({account: cents}, payees, "2025-01")
    assert refusal.value.where == account


def test_a_file_with_nothing_to_pay_is_not_made() -> None:
    with pytest.raises(BadInput, match="nothing to pay"):
        file({})


def test_nobody_is_paid_twice_by_one_file() -> None:
    once = transfers({"455:W001": 1}, PAYEES, "2025-01")
    with pytest.raises(BadInput, match="one identifier"):
        payment_file(
            once * 2,
            WORKSHOP,
            on=date(2025, 1, 31),
            message="M",
            created=datetime(2025, 1, 29, tzinfo=UTC),
            salary=True,
        )


@pytest.mark.parametrize("message", ["", "/A", "A/", "A//B", "A" * 36, "été"])
def test_a_file_is_identified_as_banks_allow(message: str) -> None:
    with pytest.raises(BadInput, match="cannot identify"):
        payment_file(
            transfers({"455:W001": 1}, PAYEES, "2025-01"),
            WORKSHOP,
            on=date(2025, 1, 31),
            message=message,
            created=datetime(2025, 1, 29, tzinfo=UTC),
            salary=True,
        )


@given(st.text(st.characters(codec="iso8859-15"), max_size=100))
def test_whatever_is_typed_on_a_belgian_keyboard_becomes_acceptable_or_is_refused(
    text: str,
) -> None:
    try:
        written = latin(text, "here")
    except BadInput as refusal:
        assert refusal.where == "here"
    else:
        assert set(written) <= set(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-?:().,'+ "
        )
        assert latin(written, "here") == written


def test_every_accented_letter_of_the_national_languages_has_its_letter() -> None:
    assert latin("àâäçéèêëïîôöùûüÿ ÀÂÄÇÉÈÊËÏÎÔÖÙÛÜŸ ß", "") == (
        "aaaceeeeiioouuuy AAACEEEEIIOOUUUY ss"
    )


def test_a_transfer_is_plain_data() -> None:
    (transfer,) = transfers({"454:2025Q1": 7}, PAYEES, "2025Q1")
    assert transfer == Transfer(
        "2025Q1/454:2025Q1", "RSZ - ONSS", "BE62510007547061", 7, "", "010806817183"
    )
