"""From a tree to bytes: UTF-8, one element a line, always the same bytes for the same tree."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from lxml import etree

from officium.declarations.node import Node

SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMA_LOCATION = f"{{{SCHEMA_INSTANCE}}}noNamespaceSchemaLocation"
_INDENT = "  "


def write(root: Node) -> bytes:
    """The tree as an XML file; nothing is added to it, and nothing checked."""
    target = BytesIO()
    with etree.xmlfile(target, encoding="UTF-8") as file:
        file.write_declaration()
        _element(file, root, 0)
    return target.getvalue() + b"\n"


def _element(file: Any, node: Node, depth: int) -> None:
    spaces = {"xsi": SCHEMA_INSTANCE} if depth == 0 else None
    with file.element(node.name, dict(node.attributes), nsmap=spaces):
        if node.value:
            file.write(node.value)
        for child in node.children:
            file.write("\n" + _INDENT * (depth + 1))
            _element(file, child, depth + 1)
        if node.children:
            file.write("\n" + _INDENT * depth)
