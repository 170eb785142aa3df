"""The records of an employer in the office: admitted as a folder, changed file by file, given back whole."""

from __future__ import annotations

import hashlib
import secrets
import tempfile
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path, PurePosixPath

from django.db import transaction

from officium.findings import BadInput
from officium.office.acts.actor import Actor
from officium.office.acts.audit import record
from officium.office.acts.mandates import keep, mandates_of
from officium.office.acts.search import sought
from officium.office.clock import now, today
from officium.office.models import Employer, RecordFile, RecordText, Worker
from officium.office.refusals import Conflict, Refused
from officium.office.rights import Right
from officium.payroll import RecordedMandate, Records, folder_texts, read_folder

Texts = Mapping[str, str]
# Mandates are rows of their own: written out with the folder, never kept as a text.
MANDATES = "mandates.toml"
_LONGEST_PATH = 120


def admit(actor: Actor, texts: Texts) -> Employer:
    """An employer moves in with its folder (`path -> text`). Raises BadInput, Refused, Forbidden.

    A folder holds one employer; what is wrong in it is told as for the command line, and nothing is kept.
    """
    actor.require(Right.ADMIT_EMPLOYER)
    records = read_texts(texts)
    if len(records.employers) != 1:
        raise BadInput(
            "a folder with one employer is expected", code="bad_folder", where="employers/"
        )
    own = records.employers[0]
    with transaction.atomic():
        if Employer.objects.filter(enterprise_number=own.enterprise_number).exists():
            raise Refused(
                f"{own.name} ({own.enterprise_number}) is already here",
                code="already_here",
                remedy="change its records instead",
            )
        employer = Employer(
            enterprise_number=own.enterprise_number,
            admitted=today(),
            calendar_token=secrets.token_urlsafe(32),
        )
        _index(employer, records)
        for path, text in sorted(texts.items()):
            if path != MANDATES:
                _add(actor, employer, path, text, 1)
        record(
            actor,
            "employer.admitted",
            employer,
            "employer",
            own.enterprise_number,
            after={"files": {path: digest_of(text) for path, text in sorted(texts.items())}},
        )
        for recorded in records.mandates:
            keep(actor, employer, recorded.mandate, right=Right.ADMIT_EMPLOYER)
    return employer


def change(
    actor: Actor,
    employer: Employer,
    changed: Mapping[str, str | None],
    version: int,
    *,
    right: Right = Right.CHANGE_RECORDS,
    action: str = "records.changed",
    valid_on: date | None = None,
) -> Employer:
    """Store new texts of some files (None removes one) if the records still have this version.

    The whole folder must still read. Raises Conflict where somebody changed them first, BadInput where
    the folder has mistakes, Forbidden; nothing is stored then.
    """
    actor.require(right, employer)
    if MANDATES in changed:
        raise BadInput("mandates change by their own acts", code="mandates", where=MANDATES)
    with transaction.atomic():
        employer = Employer.objects.select_for_update().get(pk=employer.pk)
        before = texts_of(employer)
        if employer.version != version:
            raise Conflict(
                "somebody changed these records since you opened them",
                theirs="\n".join(before.get(path, "") for path in sorted(changed)),
                mine="\n".join(text or "" for _, text in sorted(changed.items())),
                version=employer.version,
            )
        after = {**before, **{path: text for path, text in changed.items() if text is not None}}
        for path, text in changed.items():
            if text is None:
                after.pop(path, None)
        differing = {path for path in changed if before.get(path) != after.get(path)}
        if not differing:
            return employer
        records = read_texts(after)
        if [one.enterprise_number for one in records.employers] != [employer.enterprise_number]:
            raise BadInput(
                f"the enterprise number {employer.enterprise_number} does not change here",
                code="other_employer",
                where="employer.toml",
            )
        employer.version += 1
        _index(employer, records)
        for path in sorted(differing):
            _add(actor, employer, path, after.get(path), _next_version(employer, path))
        record(
            actor,
            action,
            employer,
            "records",
            f"{employer.enterprise_number}/{employer.version}",
            before={path: _digest_or_none(before.get(path)) for path in sorted(differing)},
            after={path: _digest_or_none(after.get(path)) for path in sorted(differing)},
            valid_on=valid_on,
        )
    return employer


def texts_of(employer: Employer) -> dict[str, str]:
    """The employer's folder as it is today: `path -> text`."""
    files = RecordFile.objects.filter(employer=employer).select_related("current")
    return {file.path: file.current.text for file in files if file.current.text is not None}


def exported(actor: Actor, employer: Employer) -> dict[str, str]:
    """The folder with which the employer moves out; told to the audit trail."""
    actor.require(Right.EXPORT_EMPLOYER, employer)
    held = tuple(RecordedMandate.of(mandate) for mandate in mandates_of(employer))
    texts = {**texts_of(employer), **folder_texts(Records(mandates=held))}
    record(actor, "employer.exported", employer, "employer", employer.enterprise_number)
    return texts


def records_of(employer: Employer) -> Records:
    """The employer's records, read; the same texts are read once."""
    held = RecordFile.objects.filter(employer=employer, current__text__isnull=False)
    return _records(employer.pk, tuple(held.values_list("path", "current__digest")))


@lru_cache(maxsize=64)
def _records(employer: int, _texts: tuple[tuple[str, str], ...]) -> Records:
    """By the digests of the texts: a number of a version may come again after a rollback."""
    return read_texts(texts_of(Employer(pk=employer)))


def read_texts(texts: Texts) -> Records:
    """Records from the texts of a folder. Raises BadInput, with the place inside the folder."""
    with tempfile.TemporaryDirectory(prefix="officium-") as place:
        lay_down(texts, Path(place))
        return read_folder(Path(place))


def lay_down(texts: Texts, folder: Path) -> None:
    """Write the texts into a folder; a path that leaves it is refused."""
    for path, text in texts.items():
        parts = PurePosixPath(path)
        odd = parts.is_absolute() or ".." in parts.parts or "\0" in path
        if odd or not 1 <= len(parts.parts) <= 3 or len(path) > _LONGEST_PATH:
            raise BadInput("is no file of a folder of records", code="bad_folder", where=path)
        target = folder / parts
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
        except (OSError, UnicodeEncodeError) as error:
            # A folder of the same name, or half a character.
            raise BadInput("cannot be a file of a folder", code="bad_folder", where=path) from error


def digest_of(text: str) -> str:
    """The digest by which a version of a text is known."""
    return hashlib.sha256(text.encode()).hexdigest()


def folder_digest(texts: Texts) -> str:
    """One digest for a whole folder."""
    listed = "".join(f"{digest_of(text)}  {path}\n" for path, text in sorted(texts.items()))
    return digest_of(listed)


def _digest_or_none(text: str | None) -> str | None:
    return None if text is None else digest_of(text)


def _next_version(employer: Employer, path: str) -> int:
    versions = RecordText.objects.filter(employer=employer, path=path).order_by("-version")
    return (versions.values_list("version", flat=True).first() or 0) + 1


def _add(actor: Actor, employer: Employer, path: str, text: str | None, version: int) -> None:
    added = RecordText.objects.create(
        employer=employer,
        path=path,
        version=version,
        text=text,
        digest=digest_of(text or ""),
        recorded=now(),
        by=actor.user,
    )
    RecordFile.objects.update_or_create(employer=employer, path=path, defaults={"current": added})


def _index(employer: Employer, records: Records) -> None:
    """The columns for search, from the records; a worker that left the records keeps its row."""
    own = records.employers[0]
    day = today()
    employer.name = own.name
    employer.sought = sought(f"{own.name} {own.trading_name or ''}")
    employer.nsso_number = own.nsso_number
    employer.legal_form = own.legal_form
    employer.town = own.address.town
    employer.language = own.language
    employer.committees = ", ".join(sorted({one.number for one in own.committees}))
    employer.workers_in_service = sum(
        any(contract.runs_in(day, day) for contract in worker.contracts)
        for worker in records.workers
    )
    employer.save()
    for worker in records.workers:
        begins = min(contract.begins for contract in worker.contracts)
        ends = [contract.ends for contract in worker.contracts]
        last = None if None in ends else max(filter(None, ends))
        Worker.objects.update_or_create(
            employer=employer,
            staff_number=worker.staff_number,
            defaults={
                "surname": worker.name,
                "first_name": worker.first_name,
                # Either name first.
                "sought": sought(f"{worker.name} {worker.first_name} {worker.name}"),
                "inss": worker.inss,
                "language": worker.language,
                "begins": begins,
                "ends": last,
            },
        )
