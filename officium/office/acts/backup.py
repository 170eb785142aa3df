"""The office in one file, independent of the kind of database; read back whole or not at all."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core import serializers
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder

from officium.findings import BadInput
from officium.office.acts.audit import examined
from officium.office.clock import now
from officium.office.models import AuditEntry, Operator

FORMAT, VERSION = "officium-backup", 1
MANIFEST = "manifest.json"
# Beside the office's own tables: second factors of people, and the addresses that they sign in with.
_BESIDE = ("mfa.Authenticator", "account.EmailAddress")
_LONGEST_LINE = 512 * 2**20


def tables() -> list[type[models.Model]]:
    """The tables of a backup; each stands after those that it refers to, the operator first."""
    own = [*apps.get_app_config("office").get_models(), *map(apps.get_model, _BESIDE)]
    ordered: list[type[models.Model]] = [Operator]
    left = [one for one in own if one is not Operator]
    while left:
        ready = [one for one in left if _needed(one) & set(left) <= {one}]
        ordered += ready
        left = [one for one in left if one not in ready]
    return ordered


def _needed(model: type[models.Model]) -> set[Any]:
    return {field.related_model for field in model._meta.fields if field.is_relation}


def write(path: Path) -> dict[str, Any]:
    """Write the backup beside `path` and move it there; its manifest. One moment of the database is read.

    Sessions and the secret key are not in it: who restores signs in anew.
    """
    new = path.with_name(f".{path.name}.new")
    # Within a transaction of the caller its own view of the database holds.
    is_outermost = not connection.in_atomic_block
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql" and is_outermost:
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            told = _write(new)
        new.rename(path)
    finally:
        new.unlink(missing_ok=True)
    return told


def _write(path: Path) -> dict[str, Any]:
    held: dict[str, dict[str, Any]] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as zipped:
        for model in tables():
            name = model._meta.label_lower
            digest, count = hashlib.sha256(), 0
            with zipped.open(f"tables/{name}.jsonl", "w", force_zip64=True) as file:
                for row in model._default_manager.order_by("pk").iterator(chunk_size=200):
                    line = _line(row)
                    digest.update(line)
                    count += 1
                    file.write(line)
            held[name] = {"rows": count, "sha256": digest.hexdigest()}
        last = AuditEntry.objects.order_by("number").last()
        told = {
            "format": FORMAT,
            "version": VERSION,
            "made": now().isoformat(),
            "office": Operator.objects.get().name,
            "migrations": _migrations(),
            "head": {"number": last.number, "digest": last.digest} if last else None,
            "tables": held,
        }
        zipped.writestr(MANIFEST, json.dumps(told, ensure_ascii=False, indent=1))
    return told


def _line(row: models.Model) -> bytes:
    """A row as one line; a moment keeps its microseconds, which the audit trail's digests cover."""
    (told,) = serializers.serialize("python", [row])
    text = json.dumps(told, ensure_ascii=False, default=lambda value: value.isoformat())
    return text.encode() + b"\n"


def _migrations() -> list[str]:
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied if app == "office")


def read(path: Path) -> dict[str, Any]:
    """Restore a backup into this database, which is empty and up to date; its manifest.

    Everything is compared: the digest and number of rows of each table, and the audit trail with its
    contents. Raises BadInput, and then the database is as empty as before.
    """
    if Operator.objects.exists() or AuditEntry.objects.exists():
        raise BadInput("this database holds an office: give an empty one", code="not_empty")
    try:
        with zipfile.ZipFile(path) as zipped, transaction.atomic():
            told = _manifest(zipped)
            for model in tables():
                _load(zipped, model, told)
            _sequences()
            _examine(told)
    except (OSError, zipfile.BadZipFile, zipfile.LargeZipFile) as error:
        raise BadInput(f"is no whole backup: {error}", code="backup", where=str(path)) from error
    except BadInput as refusal:
        raise BadInput(
            refusal.message, code=refusal.code, where=f"{path}: {refusal.where}"
        ) from None
    return told


def _manifest(zipped: zipfile.ZipFile) -> dict[str, Any]:
    try:
        told = json.loads(zipped.read(MANIFEST))
        if (told["format"], told["version"]) != (FORMAT, VERSION):
            raise ValueError("of another format")
        told["tables"], told["migrations"]
    except (KeyError, ValueError, TypeError) as error:
        raise BadInput(
            f"is no backup of an office: {error}", code="backup", where=MANIFEST
        ) from error
    if told["migrations"] != _migrations():
        raise BadInput(
            "was made by another version of the program: restore it with that one, then bring it up to "
            "date",
            code="backup_version",
            where=MANIFEST,
        )
    return dict(told)


def _load(zipped: zipfile.ZipFile, model: type[models.Model], told: dict[str, Any]) -> None:
    name = model._meta.label_lower
    digest, count = hashlib.sha256(), 0
    for line in _lines(zipped, name):
        digest.update(line)
        count += 1
        try:
            (row,) = serializers.deserialize("jsonl", line.decode())
            if row.object._meta.label_lower != name:
                raise ValueError("a row of another table")
            models.Model.save_base(row.object, raw=True, force_insert=True)
        except (ValueError, serializers.base.DeserializationError) as error:
            raise BadInput(f"a row cannot be read: {error}", code="backup", where=name) from error
    if told["tables"].get(name) != {"rows": count, "sha256": digest.hexdigest()}:
        raise BadInput("is not what the manifest says", code="backup", where=name)


def _lines(zipped: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    try:
        with zipped.open(f"tables/{name}.jsonl") as file:
            while line := file.readline(_LONGEST_LINE):
                yield line
    except KeyError as error:
        raise BadInput("is missing", code="backup", where=name) from error


def _sequences() -> None:
    """New rows get numbers after those restored."""
    statements = connection.ops.sequence_reset_sql(no_style(), tables())
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _examine(told: dict[str, Any]) -> None:
    last = AuditEntry.objects.order_by("number").last()
    head = {"number": last.number, "digest": last.digest} if last else None
    if head != told["head"]:
        raise BadInput("the audit trail ends elsewhere", code="backup", where="audit")
    if found := [one for one in examined() if one.severity.blocks]:
        raise BadInput(found[0].message, code="backup", where="audit")
