"""A message as JSON: the element names in snake case, amounts with decimals, repeats as lists."""

from __future__ import annotations

import re

from officium.declarations.element import Table
from officium.declarations.message import Document
from officium.declarations.node import Node

# A capital begins a word after a small letter or digit, or before a small letter: NOSSQuarter.
_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
# Names whose capitals do not part into words by that rule.
_NAMES = {"DmfAOriginal": "dmfa_original", "DmfAUpdate": "dmfa_update", "DmfAPID": "dmfa_pid"}

Json = str | int | list["Json"] | dict[str, "Json"]


def as_json(document: Document) -> dict[str, Json]:
    """The whole message.

    Amounts are strings with two decimals, days and hours too; codes stay text. What the table says
    may repeat is always a list; without a table, what does repeat is one. Attributes begin with @.
    """
    table = document.kind.table
    return {
        "kind": document.kind.name,
        "version": document.version or "",
        "content": {snake_case(document.root.name): _content(document.root, table)},
    }


def snake_case(name: str) -> str:
    """`NOSSRegistrationNbr` as `noss_registration_nbr`; a namespace is left out."""
    local = name.rpartition("}")[2]
    return _NAMES.get(local) or _WORDS.sub("_", local).replace("-", "_").lower()


def _content(node: Node, table: Table | None) -> Json:
    field = table.fields.get(node.name) if table else None
    if not node.children and not node.attributes:
        return field.plain(node.value) if field else node.value.strip()
    content: dict[str, Json] = {
        "@" + snake_case(key): value
        for key, value in node.attributes
        if not key.startswith("{http://www.w3.org/2001/XMLSchema-instance}")
    }
    if node.value.strip():
        content["value"] = node.value.strip()
    block = table.blocks.get(node.name) if table else None
    for name in dict.fromkeys(child.name for child in node.children):
        group: list[Json] = [_content(child, table) for child in node.every(name)]
        repeats = len(group) > 1 or (block is not None and block.repeats(name))
        content[snake_case(name)] = group if repeats else group[0]
    return content
