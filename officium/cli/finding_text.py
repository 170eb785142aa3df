"""Findings as text: the same lines wherever something is checked."""

from __future__ import annotations

from officium.cli.wording import say
from officium.findings import Finding, Severity
from officium.language import visible


def finding_lines(finding: Finding, language: str) -> str:
    """A finding on two lines: the line in the file, its severity and message; then its place."""
    line = "" if finding.line is None else str(finding.line)
    anomaly = f" [{finding.anomaly}]" if finding.anomaly else ""
    words = {severity: say(f"severity.{severity}", language) for severity in Severity}
    width = max(map(len, words.values()))
    head = f"{line:>6}  {words[finding.severity]:<{width}} "
    said = visible(f"{finding.message}{anomaly}")
    return f"{head}{said}\n{'':{len(head)}}{visible(finding.path)}"


def verdict(blocking: int, language: str) -> str:
    """How many findings block."""
    if blocking > 1:
        return say("verdict.many_block", language, count=blocking)
    return say("verdict.one_blocks" if blocking else "verdict.nothing_blocks", language)
