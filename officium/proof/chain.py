"""Verifying a chain: what was changed, taken out, swapped or cut off, and which content is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from officium.findings import Finding

from .canonical import sha256
from .entry import BEGINNING, CONTENT, ERASURE, AuditEntry, Head, Row, link
from .wording import bounded, remark


class Chain:
    """A chain that is verified row by row: what it remembers does not grow with its length.

    It remembers the place before, and each content that is missing until the entry comes that allows
    it: an entry `content.erased` whose object is the content's digest, after the one it was kept for.
    """

    def __init__(self, follows: Head, contents: Mapping[str, bytes] | None, language: str) -> None:
        self._contents = contents
        self._language = language
        self._number = follows.number
        # Unknown after a gap that ends in rows that are withheld.
        self._digest: str | None = follows.digest
        self._recorded: datetime | None = None
        self._missing: dict[str, int] = {}

    def take(self, row: Row) -> Iterator[Finding]:
        """What is wrong with the next row."""
        digest = self._digest_of(row)
        if isinstance(row, AuditEntry):
            if link(row.number, row.previous, row.body) != row.digest:
                yield self._remark("entry_changed", row.number)
            yield from self._kept(row)
        if row.number <= self._number:
            yield self._remark("entry_out_of_order", row.number, after=self._number)
            return
        if row.number > self._number + 1:
            yield self._gap(self._number + 1, row.number - 1)
        elif isinstance(row, AuditEntry) and self._digest not in (None, row.previous):
            yield self._remark("entry_does_not_follow", row.number, before=self._number)
        if isinstance(row, AuditEntry):
            if self._recorded is not None and row.recorded < self._recorded:
                yield self._remark("recorded_before", row.number)
            self._recorded = row.recorded
        self._number, self._digest = row.number, digest

    def close(self, head: Head) -> Iterator[Finding]:
        """What is wrong with the end, by the head that somebody kept."""
        for digest, number in self._missing.items():
            yield self._remark("content_missing", number, digest=digest)
        if self._number < head.number:
            yield self._remark("tail_cut", head.number, last=self._number)
        elif self._number > head.number:
            yield self._remark("beyond_head", head.number, last=self._number)
        elif self._digest != head.digest:
            yield self._remark("head_differs", head.number)

    def _digest_of(self, row: Row) -> str | None:
        """The digest on which the next row has to follow: the one that an entry claims."""
        if isinstance(row, AuditEntry):
            return row.digest
        if self._digest is None or row.number != self._number + 1:
            return None
        return link(row.number, self._digest, row.body)

    def _kept(self, entry: AuditEntry) -> Iterator[Finding]:
        if self._contents is None:
            return
        if entry.action == ERASURE and entry.object_kind == CONTENT:
            allowed = self._missing.pop(entry.object_key, None)
            if allowed is None and entry.object_key in self._contents:
                yield self._remark("content_still_there", entry.number, digest=entry.object_key)
        raw = self._contents.get(entry.content_digest)
        if raw is None:
            self._missing.setdefault(entry.content_digest, entry.number)
        elif sha256(raw) != entry.content_digest:
            yield self._remark("content_changed", entry.number, digest=entry.content_digest)

    def _gap(self, first: int, last: int) -> Finding:
        if first == last:
            return self._remark("entry_missing", first)
        return self._remark("entries_missing", first, last=last)

    def _remark(self, rule: str, number: int, **gaps: int | str) -> Finding:
        return remark(rule, self._language, f"entry {number}", {"number": number, **gaps})


def verify(
    entries: Iterable[Row],
    head: Head,
    *,
    follows: Head = BEGINNING,
    contents: Mapping[str, bytes] | None = None,
    language: str = "en",
) -> list[Finding]:
    """What is wrong with a chain of audit entries: none when every row is what was recorded.

    `head` is where the chain is known to end, kept apart from it; `follows` is where it was known to
    stand before the first of these rows. `contents` holds what the entries name by digest, as
    `content_bytes` wrote it; without it contents are not asked for. A content may be missing where a
    later entry allows it (`content.erased`). Who can rewrite the whole chain and the head leaves no
    trace: keep heads where the office cannot write, as in signed evidence packs.

    Each finding names the entry; of more than a thousand, the rest is counted.
    """

    def found() -> Iterator[Finding]:
        chain = Chain(follows, contents, language)
        for row in entries:
            yield from chain.take(row)
        yield from chain.close(head)

    return bounded(found(), language)
