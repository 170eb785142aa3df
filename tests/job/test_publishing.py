"""Documents reach the disk all or none, whatever stops the run, and nothing of anybody else's is touched."""

from __future__ import annotations

import errno
import fcntl
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from officium.findings import BadInput
from officium.job import output, publish
from officium.job.output import sealed

from .running import ROOT, held

OLD = sealed({"a/one.txt": b"old one", "b.txt": b"old"}, {"told": "old"})
NEW = sealed({"a/one.txt": b"new one", "c/d/e.txt": b"new"}, {"told": "new"})
# Each call by which publishing touches the disk: where it is found, and its name.
CALLS = (
    (Path, "open"),
    (os, "open"),
    (os, "fsync"),
    (Path, "mkdir"),
    (Path, "rename"),
    (output, "_exchange"),
    (shutil, "rmtree"),
    (Path, "unlink"),
    (Path, "read_bytes"),
    (fcntl, "flock"),
)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder that holds an earlier run."""
    publish(OLD, tmp_path / "out")
    return tmp_path / "out"


def beside(out: Path) -> list[str]:
    """What stands in the folder around it."""
    return sorted(path.name for path in out.parent.iterdir())


# --- all or none ---------------------------------------------------------------------------------
def test_a_folder_becomes_exactly_the_documents(out: Path) -> None:
    assert publish(NEW, out)
    assert held(out) == NEW
    assert beside(out) == ["out"]


def test_the_same_documents_twice_touch_nothing(out: Path) -> None:
    before = {path: path.stat() for path in [out, *out.rglob("*")]}
    assert not publish(OLD, out)
    assert {path: path.stat().st_mtime_ns for path in before} == {
        path: stat.st_mtime_ns for path, stat in before.items()
    }
    assert {path: path.stat().st_ino for path in before} == {
        path: stat.st_ino for path, stat in before.items()
    }


class Killed(BaseException):
    """The process ends here: nothing after it runs, not even what cleans up."""


def faulty(
    patch: pytest.MonkeyPatch, place: Any, name: str, at: int, fault: Callable[[], None]
) -> list[int]:
    """Let the call number `at` of a function meet a fault; the calls are counted."""
    real, count = getattr(place, name), [0]

    def call(*args: Any, **named: Any) -> Any:
        count[0] += 1
        if count[0] == at:
            fault()
        return real(*args, **named)

    patch.setattr(place, name, call)
    return count


def disk_is_full() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def killed() -> None:
    raise Killed


@pytest.mark.parametrize(("place", "name"), CALLS)
def test_a_full_disk_at_any_call_leaves_the_old_or_the_new(
    tmp_path: Path, place: Any, name: str
) -> None:
    met = []
    for before in (OLD, {}):
        at = 0
        hit = True
        while hit:
            at += 1
            out = tmp_path / f"{len(before)}-{at}" / "out"
            if before:
                publish(before, out)
            with pytest.MonkeyPatch.context() as patch:
                count = faulty(patch, place, name, at, disk_is_full)
                try:
                    publish(NEW, out)
                except BadInput as refusal:
                    assert refusal.code == "output"
            hit = count[0] >= at
            if hit:
                met.append(at)
            assert held(out) in (before, NEW)
            publish(NEW, out)
            assert held(out) == NEW
            assert beside(out) == ["out"]
    assert met


def test_a_full_disk_is_told_and_what_was_half_written_is_gone(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty(monkeypatch, os, "fsync", 2, disk_is_full)
    with pytest.raises(BadInput, match="cannot be written: No space left on device"):
        publish(NEW, out)
    assert held(out) == OLD
    assert beside(out) == ["out"]


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("at", range(1, 21))
def test_a_kill_at_any_step_leaves_the_old_or_the_new(tmp_path: Path, at: int, first: bool) -> None:
    """A process of its own kills itself at the call number `at` among all that touch the disk."""
    out = tmp_path / "out"
    if not first:
        publish(OLD, out)
    ended = subprocess.run(
        [sys.executable, "-c", KILLING, str(out), str(at)], cwd=ROOT, check=False
    )
    assert ended.returncode == -signal.SIGKILL
    assert (held(out) if out.exists() else None) in (None if first else OLD, NEW)
    publish(NEW, out)
    assert held(out) == NEW
    assert beside(out) == ["out"]


KILLING = """
import fcntl, os, shutil, signal, sys
from pathlib import Path
from officium.job import output
from officium.job.output import publish, sealed
left = [int(sys.argv[2])]
def wrap(place, name):
    real = getattr(place, name)
    def call(*args, **named):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **named)
    setattr(place, name, call)
NEW = sealed({"a/one.txt": b"new one", "c/d/e.txt": b"new"}, {"told": "new"})
for place, name in ((Path, "open"), (os, "fsync"), (Path, "rename"), (output, "_exchange"),
                    (shutil, "rmtree"), (Path, "unlink"), (fcntl, "flock")):
    wrap(place, name)
while True:
    publish(NEW, Path(sys.argv[1]))
    shutil.rmtree(sys.argv[1])
"""


def test_two_runs_at_once_are_one_run_and_one_refusal(out: Path) -> None:
    with output._alone(out), pytest.raises(BadInput, match="another run is writing it"):
        publish(NEW, out)
    assert held(out) == OLD
    assert publish(NEW, out)


def test_the_lock_of_a_killed_run_holds_nobody_up(out: Path) -> None:
    (out.parent / ".out.officium-lock").write_text("")
    assert publish(NEW, out)
    assert beside(out) == ["out"]


# --- what is not ours ----------------------------------------------------------------------------
@pytest.mark.parametrize(
    "story", ["somebody's folder", "a note beside our documents", "a report of another"]
)
def test_nothing_that_a_person_put_there_is_thrown_away(tmp_path: Path, story: str) -> None:
    out = tmp_path / "out"
    if story == "a note beside our documents":
        publish(OLD, out)
    out.mkdir(exist_ok=True)
    name, text = (
        ("report.json", b"{}") if story == "a report of another" else ("notes.txt", b"mine")
    )
    (out / name).write_bytes(text)
    (out / "kept.txt").write_bytes(b"mine too")
    before = held(out)
    with pytest.raises(BadInput, match=r"holds what no earlier run wrote \(kept.txt") as refused:
        publish(NEW, out)
    assert refused.value.where == str(out)
    assert held(out) == before


@pytest.mark.parametrize("kind", ["link to a folder", "link to nothing", "pipe", "empty folder"])
@pytest.mark.parametrize("name", ["mine", "a/mine", "b.txt"])
def test_what_is_no_plain_file_is_a_stranger_and_is_never_opened(
    out: Path, kind: str, name: str
) -> None:
    """Even where it took the place of a document of ours."""
    place = out / name
    place.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(place)
    elif kind == "empty folder":
        place.mkdir()
    else:
        place.symlink_to(out.parent if kind == "link to a folder" else out / "nothing")
    with pytest.raises(BadInput, match=rf"holds what no earlier run wrote \({name}/?\)"):
        publish(NEW, out)
    assert os.path.lexists(place)


def test_a_document_that_a_person_changed_is_not_overwritten(out: Path) -> None:
    (out / "a" / "one.txt").write_bytes(b"old one, with a note")
    before = held(out)
    with pytest.raises(BadInput, match=r"were changed since a run wrote them \(a/one.txt\)"):
        publish(NEW, out)
    assert held(out) == before
    (out / "a" / "one.txt").unlink()
    assert publish(NEW, out)


def test_neighbours_of_the_folder_stay(out: Path) -> None:
    mine = [out.with_name(name) for name in (".out.new", ".out.lock", ".out.old")]
    for place in mine:
        place.mkdir()
        (place / "mine.txt").write_bytes(b"mine")
    assert publish(NEW, out)
    assert all((place / "mine.txt").read_bytes() == b"mine" for place in mine)


def test_a_report_that_is_no_report_lists_nothing(out: Path) -> None:
    for text in (b"[", b"[" * 100_000, b"[]", b'{"files": 1}', b'{"files": [[]]}', b"\xff"):
        (out / "report.json").write_bytes(text)
        with pytest.raises(BadInput, match="holds what no earlier run wrote"):
            publish(NEW, out)


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert publish(NEW, tmp_path / "out")
    assert held(tmp_path / "out") == NEW


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(BadInput, match="is a file, a folder is expected"):
        publish(NEW, tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


def test_a_link_stays_a_link_and_what_it_points_to_is_written(tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "real"
    publish(OLD, real)
    link = tmp_path / "out"
    link.symlink_to(real)
    assert publish(NEW, link)
    assert link.is_symlink()
    assert held(real) == NEW
    assert beside(real) == ["real"]


def test_a_link_that_points_to_nothing_yet_makes_its_folder(tmp_path: Path) -> None:
    link = tmp_path / "out"
    link.symlink_to(tmp_path / "later")
    assert publish(NEW, link)
    assert held(tmp_path / "later") == NEW


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "out"
    link.symlink_to(link)
    with pytest.raises(BadInput):
        publish(NEW, link)


def test_a_system_that_cannot_exchange_folders_says_so_and_keeps_the_old(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # No flag of renameat2 is known to this kernel: it answers EINVAL, as a network disk does.
    monkeypatch.setattr(output, "_EXCHANGE", 1 << 30)
    with pytest.raises(BadInput, match="cannot be replaced in one step on this system"):
        publish(NEW, out)
    assert held(out) == OLD
    assert beside(out) == ["out"]
    fresh = out.with_name("fresh")
    assert publish(NEW, fresh)
    assert held(fresh) == NEW


def test_a_folder_where_nobody_may_write_is_refused() -> None:
    with pytest.raises(BadInput, match="cannot be written"):
        publish(NEW, Path("/proc/officium/out"))


def test_the_report_lists_every_other_document_with_its_digest() -> None:
    listed = json.loads(NEW["report.json"])["files"]
    assert listed == {
        name: hashlib.sha256(content).hexdigest()
        for name, content in NEW.items()
        if name != "report.json"
    }
