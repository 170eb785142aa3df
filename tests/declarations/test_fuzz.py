"""Whatever bytes arrive, the answer is findings or one refusal: never anything else."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from officium.declarations import as_json, examine, read, write
from officium.findings import BadInput, Finding
from tests.declarations import examples

SEEDS = [examples.dmfa_file(), *examples.dimona_files().values()]
PIECES = [
    b"<", b">", b"</", b"/>", b"&", b"&#0;", b"&#x41;", b"<![CDATA[", b"]]>", b"<!--", b"<?x ?>",
    b"\x00", b"\xff", b"\xe2\x82", b"-1", b"9" * 40, b"1e9", b"0x1", "\u0665".encode(), b" ",
    b"<Form>", b"</Form>", b"<Occupation/>", b"<INSS>0</INSS>", b"<Border a='1'>",
    b" xmlns='urn:x'", b"<NaturalPerson>", b"9999-12-31", b"0000-00-00", b"2023-02-30",
]  # fmt: skip
PATIENT = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])

edits = st.lists(
    st.tuples(
        st.integers(0, 10_000),
        st.integers(0, 30),
        st.one_of(st.sampled_from(PIECES), st.binary(max_size=6)),
    ),
    min_size=1,
    max_size=4,
)


@PATIENT
@given(st.sampled_from(SEEDS), edits)
def test_a_message_with_changed_bytes_is_judged_or_refused(
    seed: bytes, changes: list[tuple[int, int, bytes]]
) -> None:
    data = seed
    for start, length, piece in changes:
        start %= len(data) + 1
        data = data[:start] + piece + data[start + length :]
    answer(data)


@PATIENT
@given(st.sampled_from(SEEDS), st.data())
def test_a_message_with_changed_values_is_judged(seed: bytes, data: st.DataObject) -> None:
    lines = seed.decode().splitlines()
    places = [
        n for n, line in enumerate(lines) if "</" in line and not line.strip().startswith("</")
    ]
    for place in data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=5)):
        head, _, rest = lines[place].partition(">")
        value = data.draw(
            st.one_of(
                st.sampled_from(["", " ", "0", "-5", "٥", "²", "20231", "1" * 25, "2023-03-31"]),
                st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="<&>")),
            )
        )
        lines[place] = f"{head}>{value}<{rest.partition('<')[2]}"
    answer("\n".join(lines).encode())


@PATIENT
@given(st.binary(max_size=300))
def test_any_bytes_are_judged_or_refused(data: bytes) -> None:
    answer(data)


def answer(data: bytes) -> None:
    """Examine and read; what is read can be written and read again."""
    try:
        found = examine(data)
    except BadInput as refusal:
        assert refusal.code
        assert refusal.message
        return
    assert all(isinstance(finding, Finding) and finding.message for finding in found.findings)
    found.as_json()
    if found.document is not None:
        as_json(found.document)
        assert read(write(found.document.root)).root == found.document.root
