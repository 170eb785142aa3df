"""A folder of plain text into records; as many mistakes as can be told together are told together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import Field

from officium.findings import BadInput, Finding
from officium.payroll.fitting import misfits
from officium.payroll.folder.documents import document
from officium.payroll.folder.files import (
    TABLES,
    FolderFile,
    files_of,
    kind_of_table,
    mistake,
    refuse_other_folder,
)
from officium.payroll.folder.tables import absences_of, pay_of, time_of
from officium.payroll.records import (
    Absence,
    Broken,
    BrokenRecords,
    Employer,
    OpeningBalance,
    PayItem,
    Record,
    RecordedMandate,
    Records,
    TimeEntry,
    Worker,
    mistakes_between,
)

MOST_SHOWN = 31


class Opening(Record):
    """The file of opening balances."""

    balances: tuple[OpeningBalance, ...] = Field(
        min_length=1, description="carried facts, one table each"
    )


class Mandates(Record):
    """The file of mandates."""

    mandates: tuple[RecordedMandate, ...] = Field(
        min_length=1, description="who may act for the employers, one table each"
    )


_DOCUMENTS: dict[str, type[Record]] = {
    "employer": Employer,
    "person": Worker,
    "opening": Opening,
    "mandates": Mandates,
}


def read_folder(folder: Path) -> Records:
    """The records of a folder, in order.

    Raises BadInput: its message holds the mistakes of the folder, one line each, in the order of files
    and lines; its `where` is the file and line of the first.
    """
    refuse_other_folder(folder)
    return _Reading().of(folder)


def read_tables(texts: Mapping[str, str]) -> Records:
    """The time, pay and absences among the texts of a folder, by name; other texts are passed over.

    Raises BadInput for what is wrong inside a table; what must hold between them is not looked at.
    """
    reading = _Reading()
    for name in sorted(texts):
        if kind := kind_of_table(name):
            reading.table(FolderFile(name, kind, texts[name]))
    if reading.mistakes:
        raise refusal(reading.mistakes)
    return reading.records().in_order()


def mistakes_in(records: Records) -> tuple[Finding, ...]:
    """What does not fit between records that are each sound: what `read_folder` would refuse."""
    between = tuple(mistakes_between(records))
    told = {(found.path, found.line) for found in between}
    return (*between, *misfits(records, (), told))


def refusal(mistakes: list[Finding]) -> BadInput:
    """One refusal that lists the mistakes by file and line, the first one leading."""
    first, *others = sorted(mistakes, key=lambda found: (found.path, found.line or 0))
    listed = [f"{_where(found)}: {found.message}" for found in others[: MOST_SHOWN - 1]]
    if len(mistakes) > MOST_SHOWN:
        listed.append(f"and {len(mistakes) - MOST_SHOWN} more")
    message = "\n".join([first.message, *listed])
    return BadInput(message, code="bad_folder", where=_where(first))


def _where(found: Finding) -> str:
    return found.path if found.line is None else f"{found.path}:{found.line}"


@dataclass
class _Reading:
    """What was read of a folder so far, and what is wrong with it."""

    mistakes: list[Finding] = field(default_factory=list)
    employers: list[Employer] = field(default_factory=list)
    workers: list[Worker] = field(default_factory=list)
    time: list[TimeEntry] = field(default_factory=list)
    pay: list[PayItem] = field(default_factory=list)
    opening: list[OpeningBalance] = field(default_factory=list)
    absences: list[Absence] = field(default_factory=list)
    mandates: list[RecordedMandate] = field(default_factory=list)
    broken_employers: list[Broken] = field(default_factory=list)
    broken_workers: list[Broken] = field(default_factory=list)
    unsure: set[tuple[str, str]] = field(default_factory=set)

    def of(self, folder: Path) -> Records:
        """The records of a folder, or one refusal."""
        for file in files_of(folder, self.mistakes):
            self._file(file)
        self._missing()
        records = self.records()
        self.mistakes += mistakes_between(records, self._broken())
        told = {(found.path, found.line) for found in self.mistakes}
        self.mistakes += misfits(records, self.unsure, told)
        if self.mistakes:
            raise refusal(self.mistakes)
        return records.in_order()

    def records(self) -> Records:
        """What was read, in the order of the files."""
        return Records(
            tuple(self.employers),
            tuple(self.workers),
            tuple(self.time),
            tuple(self.pay),
            tuple(self.opening),
            tuple(self.absences),
            tuple(self.mandates),
        )

    def table(self, file: FolderFile) -> None:
        """Read a table of time, pay or absences."""
        if file.kind == "time":
            self.time += time_of(file, self.mistakes, self.unsure)
        elif file.kind == "pay":
            self.pay += pay_of(file, self.mistakes)
        else:
            self.absences += absences_of(file, self.mistakes)

    def _missing(self) -> None:
        """A folder without an employer or without people."""
        told = [found.path for found in self.mistakes]
        if not self.employers and not any(path.startswith("employer") for path in told):
            self.mistakes.append(
                mistake("employer.toml", "is missing: it says who the employer is")
            )
        if not self.workers and not any(path.startswith("people") for path in told):
            self.mistakes.append(
                mistake(
                    "people/",
                    "is missing or empty: a file for each person is expected, such as "
                    "people/W001.toml",
                )
            )

    def _broken(self) -> BrokenRecords:
        """What is known of the documents that have mistakes; one that is not known hides others."""
        told = {found.path for found in self.mistakes}
        known = {one.origin.file for one in (*self.employers, *self.workers)}
        known |= {one.origin.file for one in (*self.broken_employers, *self.broken_workers)}
        unread = told - known
        return BrokenRecords(
            tuple(self.broken_employers),
            tuple(self.broken_workers),
            people_complete=not any(path.startswith("people") for path in unread),
            employers_complete=not any(path.startswith("employer") for path in unread),
        )

    def _file(self, file: FolderFile) -> None:
        found: Record | Broken | None = None
        if file.kind in TABLES:
            self.table(file)
        else:
            found = document(file, _DOCUMENTS[file.kind], self.mistakes)
        if isinstance(found, Employer):
            self.employers.append(found)
        elif isinstance(found, Worker):
            self.workers.append(found)
        elif isinstance(found, Opening):
            self.opening += found.balances
        elif isinstance(found, Mandates):
            self.mandates += found.mandates
        elif isinstance(found, Broken):
            broken = {"employer": self.broken_employers, "person": self.broken_workers}
            broken.get(file.kind, []).append(found)
