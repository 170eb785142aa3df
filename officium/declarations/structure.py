"""A tree against its element table: what is absent, too much, out of order, badly written."""

from __future__ import annotations

import re
from datetime import date

from officium.declarations.element import NUMBERS, Block, Choice, Field, Table
from officium.declarations.node import Node, place_of
from officium.declarations.remarks import Remarks
from officium.declarations.writer import SCHEMA_INSTANCE

_NUMBER = re.compile(r"[+-]?[0-9]+")
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}")


def check_structure(root: Node, table: Table, remarks: Remarks) -> None:
    """Every finding of the table on a message, in document order."""
    _check_block(root, table.root, table.root, table, remarks)


def _check_block(node: Node, name: str, place: str, table: Table, remarks: Remarks) -> None:
    block = table.blocks[name]
    _check_attributes(node, place, remarks)
    if node.value.strip():
        remarks.add("stray_text", place, node, name=name, text=node.value.strip()[:40])
    _check_children(node, block, place, table, remarks)
    counts: dict[str, int] = {}
    known = set(block.names)
    for child in node.children:
        counts[child.name] = counts.get(child.name, 0) + 1
        if child.name not in known:
            continue
        where = place_of(place, child, counts[child.name])
        if child.name in table.blocks:
            _check_block(child, child.name, where, table, remarks)
        else:
            _check_field(child, table.fields[child.name], where, remarks)


def _check_attributes(node: Node, place: str, remarks: Remarks) -> None:
    for key, _ in node.attributes:
        if not key.startswith(f"{{{SCHEMA_INSTANCE}}}"):
            remarks.add("stray_attribute", place, node, name=node.name, attribute=key)


def _check_children(node: Node, block: Block, place: str, table: Table, remarks: Remarks) -> None:
    names = [child.name for child in node.children]
    parts = block.way(names)
    order = {part.name: position for position, part in enumerate(parts)}
    known = set(block.names)
    furthest, last = -1, ""
    misplaced: set[str] = set()
    for child in node.children:
        of = table.fields.get(child.name) or table.blocks.get(child.name)
        where = f"{place}/{child.name}"
        if child.name not in known:
            remarks.add(
                "unknown_element",
                where,
                child,
                of=of,
                error="146",
                name=child.name,
                parent=block.name,
            )
        elif child.name not in order:
            other = next(name for name in reversed(names) if name in order)
            remarks.add(
                "not_together", where, child, of=of, error="146", name=child.name, other=other
            )
        elif order[child.name] < furthest:
            if child.name not in misplaced:
                remarks.add(
                    "wrong_order", where, child, of=of, error="091", name=child.name, other=last
                )
            misplaced.add(child.name)
        else:
            furthest, last = order[child.name], child.name
    for item in block.holds:
        if isinstance(item, Choice) and item.needed and item.taken(names) is None:
            first = _firsts(item)
            remarks.add(
                "none_of", place, node, of=block, error="134", parent=block.name, names=first
            )
    for part in parts:
        count = names.count(part.name)
        of = table.fields.get(part.name) or table.blocks.get(part.name)
        if count < part.least:
            remarks.add(
                "absent", place, node, of=of, error="001", name=part.name, parent=block.name
            )
        elif part.most is not None and count > part.most:
            extra = [child for child in node.children if child.name == part.name][part.most]
            remarks.add(
                "too_many",
                f"{place}/{part.name}",
                extra,
                of=of,
                error="090",
                name=part.name,
                count=count,
                most=part.most,
            )


def _firsts(choice: Choice) -> str:
    return ", ".join(dict.fromkeys(way[0].name for way in choice.ways))


def _check_field(node: Node, field: Field, place: str, remarks: Remarks) -> None:
    _check_attributes(node, place, remarks)
    if node.children:
        remarks.add("not_a_block", place, node, name=field.name)
        return
    text = node.value.strip() if field.kind != "text" else node.value
    if field.kind in NUMBERS:
        _check_number(node, field, text, place, remarks)
    elif field.kind == "text":
        _check_text(node, field, text, place, remarks)
    elif not _is_moment(field.kind, text):
        remarks.add(
            f"bad_{field.kind}",
            place,
            node,
            of=field,
            error="003",
            name=field.name,
            value=text[:40],
        )


def _check_number(node: Node, field: Field, text: str, place: str, remarks: Remarks) -> None:
    if not _NUMBER.fullmatch(text):
        remarks.add(
            "not_numeric", place, node, of=field, error="002", name=field.name, value=text[:40]
        )
        return
    if len(text) > field.length:
        remarks.add(
            "too_long", place, node, of=field, error="093", name=field.name, most=field.length
        )
        return
    value = int(text)
    if (field.least is not None and value < field.least) or (
        field.most is not None and value > field.most
    ):
        remarks.add(
            "out_of_bounds",
            place,
            node,
            of=field,
            error="008",
            name=field.name,
            value=text,
            least=field.least if field.least is not None else "…",
            most=field.most if field.most is not None else "9" * field.length,
        )
    elif field.codes and value not in {int(code) for code in field.codes}:
        _not_in_codes(node, field, text, place, remarks)
    elif field.pattern and not field.pattern.fullmatch(text):
        remarks.add("bad_form", place, node, of=field, error="008", name=field.name, value=text)


def _check_text(node: Node, field: Field, text: str, place: str, remarks: Remarks) -> None:
    if field.length and len(text) > field.length:
        remarks.add(
            "too_long", place, node, of=field, error="093", name=field.name, most=field.length
        )
    elif field.least and len(text) < field.least:
        remarks.add("empty", place, node, of=field, error="001", name=field.name)
    elif field.codes and text not in field.codes:
        _not_in_codes(node, field, text, place, remarks)
    elif field.pattern and not field.pattern.fullmatch(text):
        remarks.add(
            "bad_form", place, node, of=field, error="008", name=field.name, value=text[:40]
        )


def _not_in_codes(node: Node, field: Field, text: str, place: str, remarks: Remarks) -> None:
    remarks.add(
        "not_allowed",
        place,
        node,
        of=field,
        error="008",
        name=field.name,
        value=text,
        codes=", ".join(field.codes),
    )


def _is_moment(kind: str, text: str) -> bool:
    if kind == "time":
        return bool(_TIME.fullmatch(text))
    return day(text + "-01" if kind == "month" else text) is not None


def day(text: str) -> date | None:
    """The day that a text YYYY-MM-DD means; None where it means none."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text.strip()):
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
