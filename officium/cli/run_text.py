"""What a run says to a person: how many documents, what changed since the run before, what looks wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from officium.cli.shown import as_written
from officium.cli.wording import say
from officium.job import Changes
from officium.language import visible

_SHOWN = 20


def run_lines(
    out: Path, count: int, changes: Changes, findings: Sequence[Mapping[str, Any]], language: str
) -> Iterator[str]:
    """One line for the folder, one for each document that differs (at most 20) and each finding."""
    told = [say("run.documents", language, count=count)]
    if not changes:
        told.append(say("run.unchanged", language))
    elif changes.replaced:
        counts = {kind: len(names) for kind, names in _kinds(changes).items()}
        told.append(say("run.counts", language, **counts))
    yield f"{visible(str(out))}: {', '.join(told)}"
    if changes.replaced:
        yield from _differences(changes, language)
    for finding in findings:
        severity = say(f"severity.{finding['severity']}", language)
        yield f"  {severity}: {visible(finding['path'])}: {visible(finding['message'])}"


def _kinds(changes: Changes) -> dict[str, Sequence[str]]:
    # Whose net pay differs comes first: of all that changed, people ask for that.
    changed = sorted(changes.changed, key=lambda path: path not in changes.net_pay)
    return {"changed": changed, "new": changes.new, "gone": changes.gone}


def _differences(changes: Changes, language: str) -> Iterator[str]:
    rows = [(kind, path) for kind, paths in _kinds(changes).items() for path in paths]
    for kind, path in rows[:_SHOWN]:
        net_pay = ""
        if path in changes.net_pay:
            before, after = (as_written(text, language) for text in changes.net_pay[path])
            net_pay = f": {say('run.net_pay', language, before=before, after=after)}"
        yield f"  {say(f'difference.{kind}', language)}: {visible(path)}{net_pay}"
    if len(rows) > _SHOWN:
        yield f"  {say('run.more', language, count=len(rows) - _SHOWN)}"
