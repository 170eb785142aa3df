"""Validation by official schemas, where the user has them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

from officium.declarations.message import Document, schema_name
from officium.declarations.node import Node
from officium.declarations.remarks import Remarks
from officium.findings import BadInput, Severity


def check_schema(data: bytes, document: Document, folder: Path, remarks: Remarks) -> None:
    """What the schema of a message says of it; it is looked for in the folder and below.

    Where the version is not there, the newest schema of the same message is used, and said so.
    Raises `BadInput` where `folder` is no folder.
    """
    root = document.root
    if not folder.is_dir():
        raise BadInput("no such folder of schemas", code="no_schema_folder", where=str(folder))
    wanted = schema_name(document)
    path = _find(folder, wanted)
    if path is None:
        remarks.add("no_schema", root.local_name, root, severity=Severity.WARNING, name=wanted)
        return
    if path.stem != wanted:
        remarks.add(
            "other_schema",
            root.local_name,
            root,
            severity=Severity.INFO,
            wanted=wanted,
            name=path.name,
        )
    _validate(data, path, root, remarks)


def _find(folder: Path, wanted: str) -> Path | None:
    files = sorted(folder.rglob("*.xsd"), key=lambda path: (path.name, str(path)))
    exact = [path for path in files if path.stem == wanted]
    family = wanted.rpartition("_")[0] or wanted
    same = [path for path in files if path.stem.startswith((f"{family}_", f"{family}-"))]
    return exact[0] if exact else same[-1] if same else None


def _validate(data: bytes, path: Path, root: Node, remarks: Remarks) -> None:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        schema = etree.XMLSchema(etree.parse(path, etree.XMLParser(no_network=True)))
    except (etree.LxmlError, OSError) as problem:
        remarks.add("bad_schema", root.local_name, root, name=path.name, reason=problem)
        return
    try:
        message = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        remarks.add("schema", root.local_name, root, reason=problem)
        return
    schema.validate(message)
    log: Any = schema.error_log
    for entry in log:
        here = Node(root.name, line=entry.line)
        remarks.add("schema", _plain(entry.path), here, reason=entry.message)


def _plain(path: str | None) -> str:
    """libxml2's path in the shape of our own."""
    return (path or "").lstrip("/").replace("[1]", "")
