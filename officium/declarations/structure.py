"""A tree against its element table: what is absent, too much, out of order, badly written."""

from __future__ import annotations

from dataclasses import dataclass

from officium.declarations.element import Block, Choice, Table
from officium.declarations.node import Node, place_of
from officium.declarations.remarks import Remarks
from officium.declarations.values import check_value
from officium.declarations.writer import SCHEMA_INSTANCE


def check_structure(root: Node, table: Table, remarks: Remarks) -> None:
    """Every finding of the table on a message, in document order."""
    _Structure(table, remarks).check(root, table.root)


@dataclass(frozen=True, slots=True)
class _Structure:
    table: Table
    remarks: Remarks

    def check(self, node: Node, place: str) -> None:
        """An element of the table: its attributes, its children or its value."""
        for key, _ in node.attributes:
            if not key.startswith(f"{{{SCHEMA_INSTANCE}}}"):
                self.remarks.add("stray_attribute", place, node, name=node.name, attribute=key)
        field = self.table.fields.get(node.name)
        if field is None:
            self._check_block(node, self.table.blocks[node.local_name], place)
        elif node.children:
            self.remarks.add("not_a_block", place, node, name=field.name)
        else:
            check_value(node, field, place, self.remarks)

    def _check_block(self, node: Node, block: Block, place: str) -> None:
        stray = node.value.strip()
        if stray:
            self.remarks.add("stray_text", place, node, name=block.name, text=stray[:40])
        self._check_order(node, block, place)
        self._check_counts(node, block, place)
        numbers: dict[str, int] = {}
        known = set(block.names)
        for child in node.children:
            numbers[child.name] = numbers.get(child.name, 0) + 1
            if child.name in known:
                self.check(child, place_of(place, child, numbers[child.name]))

    def _check_order(self, node: Node, block: Block, place: str) -> None:
        """Each child belongs here, beside the others, and not after what must follow it."""
        names = [child.name for child in node.children]
        order = {part.name: position for position, part in enumerate(block.way(names))}
        known = set(block.names)
        furthest, last = -1, ""
        misplaced: set[str] = set()
        for child in node.children:
            name = child.name
            if name not in known:
                self._say("unknown_element", "146", child, name, place, parent=block.name)
            elif name not in order:
                other = next(other for other in reversed(names) if other in order)
                self._say("not_together", "146", child, name, place, other=other)
            elif order[name] >= furthest:
                furthest, last = order[name], name
            elif name not in misplaced:
                misplaced.add(name)
                self._say("wrong_order", "091", child, name, place, other=last)

    def _check_counts(self, node: Node, block: Block, place: str) -> None:
        """Each part stands there as often as it must and may."""
        names = [child.name for child in node.children]
        for item in block.holds:
            if isinstance(item, Choice) and item.needed and item.taken(names) is None:
                firsts = ", ".join(dict.fromkeys(way[0].name for way in item.ways))
                self.remarks.add(
                    "none_of",
                    place,
                    node,
                    of=block,
                    error="134",
                    parent=block.name,
                    names=firsts,
                )
        for part in block.way(names):
            count = names.count(part.name)
            if count < part.least:
                self._say("absent", "001", node, part.name, place, parent=block.name)
            elif part.most is not None and count > part.most:
                extra = list(node.every(part.name))[part.most]
                self._say("too_many", "090", extra, part.name, place, count=count, most=part.most)

    def _say(
        self, rule: str, error: str, node: Node, name: str, place: str, **parts: object
    ) -> None:
        """A finding on a child of that name, which may be absent."""
        of = self.table.fields.get(name) or self.table.blocks.get(name)
        self.remarks.add(
            rule, f"{place}/{name}", node, of=of, error=error, severity=None, name=name, **parts
        )
