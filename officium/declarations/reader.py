"""From bytes to a tree: any bytes at all, bounded memory, and nothing outside the file is touched.

A document type is refused as soon as it appears, so no entity is ever declared, expanded or
followed. Size, nesting, number of elements and length of one tag are limited before they hurt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from officium.declarations.node import Node
from officium.declarations.wording import sentence
from officium.findings import BadInput

MOST_BYTES = 50_000_000
MOST_ELEMENTS = 1_000_000
MOST_NESTED = 64
_LONG_TAG = re.compile(rb"<[^<>]{100000}")
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CUT_SHORT = {
    expat.errors.codes[reason]
    for reason in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
}


class NotWellFormed(BadInput):
    """The bytes are no well-formed XML; `line` says where reading stopped."""

    def __init__(self, message: str, *, code: str, where: str, line: int) -> None:
        super().__init__(message, code=code, where=where)
        self.line = line


def load(source: bytes | Path, language: str = "en") -> bytes:
    """The bytes of a file, never more than `MOST_BYTES`. Raises `BadInput`."""
    if isinstance(source, bytes):
        data = source
    else:
        try:
            with source.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError as problem:
            message = sentence("unreadable", language, reason=problem.strerror or str(problem))
            raise BadInput(message, code="unreadable", where=str(source)) from None
    where = _name(source)
    if len(data) > MOST_BYTES:
        raise _refusal("too_large", where, language, most=MOST_BYTES // 1_000_000)
    return data


def parse(source: bytes | Path, language: str = "en") -> Node:
    """The tree of a file or of its bytes.

    Raises `NotWellFormed` where the XML is broken, `BadInput` where it is refused unread: empty,
    too large, too deep, a document type, no XML at all.
    """
    where = _name(source)
    data = load(source, language)
    if not data.strip(b" \t\r\n\x00"):
        raise _refusal("empty_file", where, language)
    if not data.startswith(_BYTE_ORDER_MARKS) and not data.lstrip().startswith(b"<"):
        raise _refusal("not_xml", where, language)
    if _LONG_TAG.search(data):
        raise _refusal("long_tag", where, language)
    growing = _Growing(where, language)
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.ordered_attributes = True
    parser.StartDoctypeDeclHandler = growing.doctype
    parser.StartElementHandler = lambda name, pairs: growing.start(
        name, pairs, parser.CurrentLineNumber
    )
    parser.EndElementHandler = growing.end
    parser.CharacterDataHandler = growing.characters
    try:
        parser.Parse(data, True)
    except expat.ExpatError as problem:
        raise _broken(problem, data, where, language) from None
    except (LookupError, ValueError) as problem:
        # The declared encoding is unknown to Python, or not one byte a character.
        raise _not_well_formed("wrong_encoding", where, language, 1, str(problem)) from None
    return growing.root


@dataclass
class _Element:
    name: str
    attributes: tuple[tuple[str, str], ...]
    line: int
    texts: list[str] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    def node(self) -> Node:
        text = "".join(self.texts)
        value = text.strip() if self.children else text
        return Node(self.name, value, tuple(self.children), self.attributes, self.line)


class _Growing:
    """The tree while it grows; refuses what would grow too large."""

    root: Node

    def __init__(self, where: str, language: str) -> None:
        self._where, self._language = where, language
        self._open: list[_Element] = []
        self._count = 0

    def doctype(self, *_: object) -> None:
        raise _refusal("doctype", self._where, self._language)

    def start(self, name: str, pairs: list[str], line: int) -> None:
        self._count += 1
        if len(self._open) >= MOST_NESTED:
            raise _refusal("too_deep", self._where, self._language, most=MOST_NESTED, line=line)
        if self._count > MOST_ELEMENTS:
            raise _refusal("too_many_elements", self._where, self._language, most=MOST_ELEMENTS)
        attributes = tuple(
            (_clark(key), value) for key, value in zip(pairs[::2], pairs[1::2], strict=True)
        )
        self._open.append(_Element(_clark(name), attributes, line))

    def characters(self, text: str) -> None:
        self._open[-1].texts.append(text)

    def end(self, _: str) -> None:
        node = self._open.pop().node()
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node


def _clark(name: str) -> str:
    return "{" + name if "}" in name else name


def _name(source: bytes | Path) -> str:
    return "" if isinstance(source, bytes) else str(source)


def _refusal(code: str, where: str, language: str, **parts: object) -> BadInput:
    return BadInput(sentence(code, language, **parts), code=code, where=where)


def _broken(problem: expat.ExpatError, data: bytes, where: str, language: str) -> NotWellFormed:
    reason = expat.errors.messages.get(problem.code, str(problem))
    if problem.code in _CUT_SHORT:
        code = "truncated"
    elif "encoding" in reason or _foreign(data):
        code = "wrong_encoding"
    else:
        code = "not_well_formed"
    return _not_well_formed(code, where, language, problem.lineno, reason)


def _foreign(data: bytes) -> bool:
    """Whether the bytes are not the UTF-8 that a file without another declaration promises."""
    if data.startswith(_BYTE_ORDER_MARKS[1:]) or b"encoding=" in data[:200].replace(b"UTF-8", b""):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def _not_well_formed(code: str, where: str, language: str, line: int, reason: str) -> NotWellFormed:
    message = sentence(code, language, line=line, reason=reason)
    return NotWellFormed(message, code=code, where=where, line=line)
