"""An employer moves in and out as one ZIP file, without loss."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officium.findings import BadInput
from officium.office.acts import records
from officium.office.acts.actor import Actor
from officium.office.acts.archive import packed, unpacked
from officium.office.models import AuditEntry, Employer

PATHS = st.from_regex(r"(people|time)/[A-Z0-9]{1,8}\.(toml|csv)", fullmatch=True)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff"), max_size=60)


@given(st.dictionaries(PATHS, TEXTS, max_size=6))
def test_what_is_packed_is_unpacked_as_it_was(texts: dict[str, str]) -> None:
    whole = {"employer.toml": "", **texts}
    assert unpacked(packed(whole)) == whole
    assert packed(dict(reversed(whole.items()))) == packed(whole)


def test_a_folder_around_everything_is_left_out() -> None:
    assert unpacked(packed({"shop/employer.toml": "a", "shop/people/S1.toml": "b"})) == {
        "employer.toml": "a",
        "people/S1.toml": "b",
    }


@pytest.mark.parametrize("content", [b"", b"no archive", packed({"a": "b"})[:-30]])
def test_what_is_no_archive_is_refused(content: bytes) -> None:
    with pytest.raises(BadInput) as refusal:
        unpacked(content)
    assert refusal.value.code == "bad_archive"


def test_a_file_that_is_no_text_is_named() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("people/W1.toml", b"\xff\xfe")
    with pytest.raises(BadInput) as refusal:
        unpacked(held.getvalue())
    assert refusal.value.where == "people/W1.toml"


def test_a_bomb_is_not_unpacked() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"pay/{number}.csv", bytes(60 * 2**20))
    with pytest.raises(BadInput, match="256 MB"):
        unpacked(held.getvalue())


def test_an_employer_leaves_with_the_folder_that_it_came_with(
    office: Actor, employer: Employer
) -> None:
    folder = packed(records.exported(office, employer))
    assert unpacked(folder) == records.texts_of(employer)
    assert AuditEntry.objects.filter(action="employer.exported").count() == 1
