"""Findings as a person reads them, and the verdict that stands last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from officium.cli.wording import say
from officium.findings import Finding, Severity
from officium.language import visible


def finding_lines(findings: Iterable[Finding], language: str) -> Iterator[str]:
    """Two lines for each finding: how much it weighs and what it says, and where; then the verdict."""
    blocking = 0
    for finding in findings:
        blocking += finding.severity.blocks
        yield _lines(finding, language)
    yield _verdict(blocking, language)


def status(findings: Iterable[Finding]) -> int:
    """The exit status: 1 when a finding blocks."""
    return int(any(finding.severity.blocks for finding in findings))


def _lines(finding: Finding, language: str) -> str:
    line = "" if finding.line is None else str(finding.line)
    anomaly = f" [{finding.anomaly}]" if finding.anomaly else ""
    words = {severity: say(f"severity.{severity}", language) for severity in Severity}
    width = max(map(len, words.values()))
    head = f"{line:>6}  {words[finding.severity]:<{width}} "
    said = visible(f"{finding.message}{anomaly}")
    return f"{head}{said}\n{'':{len(head)}}{visible(finding.path)}"


def _verdict(blocking: int, language: str) -> str:
    if blocking > 1:
        return say("verdict.many_block", language, count=blocking)
    return say("verdict.one_blocks" if blocking else "verdict.nothing_blocks", language)
