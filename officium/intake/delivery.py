"""What an employer delivered for a month: read, compared with the records, its mistakes by cell."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from officium.findings import BadInput, Finding, Severity
from officium.intake.cell import Cell
from officium.intake.grid import Grid
from officium.intake.lines import (
    CODE,
    PART,
    PARTS,
    TIME,
    Heading,
    Line,
    heading_of,
    heading_remarks,
    lines_of,
)
from officium.intake.merge import after_absences, merged_records
from officium.intake.roster import InService, absences_in, in_service, pay_in
from officium.intake.rows import read_absences, read_pay
from officium.intake.separated import read_separated
from officium.intake.sheets import sheet_remarks, sheets_by_part
from officium.intake.time import read_days
from officium.intake.told import Delivery
from officium.intake.wording import every, say, told
from officium.intake.workbook import OLD_OR_LOCKED, read_workbook
from officium.law import Month
from officium.payroll import Absence, Employer, PayItem, Records, TimeEntry, mistakes_in

LARGEST = 8_000_000
_ZIP = b"PK"


def read_delivery(
    content: bytes,
    name: str,
    records: Records,
    employer: Employer,
    month: Month,
    language: str | None = None,
) -> Delivery:
    """What a workbook (XLSX) or a table (CSV) tells of a month; which of them it is, its bytes say.

    `name` is that of the file, for refusals. Findings are in the language, the employer's by default.
    Raises BadInput where nothing can be read at all: another kind of file, macros, too large.
    """
    language = language or employer.language or "en"
    try:
        return _Reading(content, records, employer, month, language).delivery()
    except BadInput as refusal:
        raise BadInput(refusal.message, code=refusal.code, where=name) from refusal


class _Reading:
    def __init__(
        self, content: bytes, records: Records, employer: Employer, month: Month, language: str
    ) -> None:
        self.content = content
        self.records = records
        self.employer = employer
        self.month = month
        self.language = language
        self.roster = {one.key: one for one in in_service(records, employer, month)}
        self.findings: list[Finding] = []

    def delivery(self) -> Delivery:
        """The delivery with everything that is wrong in it."""
        if len(self.content) > LARGEST:
            size = LARGEST // 1_000_000
            raise BadInput(say("refusal.large_file", self.language, size=size), code="large_file")
        parts = self._lines()
        if not parts:
            raise BadInput(say("refusal.nothing", self.language), code="nothing")
        absences = self._absences(parts.get("absences"))
        pay = self._pay(parts.get("pay"))
        after = after_absences(self.roster, absences)
        read = read_days(parts.get("time", ()), self.roster, after, self.language)
        self.findings += read.findings
        delivery = Delivery(
            employer=self.employer.enterprise_number,
            month=self.month,
            parts=frozenset(parts),
            contracts=frozenset(self.roster),
            days=frozenset(read.days),
            time=tuple(read.entries),
            absences=tuple(absences),
            pay=tuple(pay),
            findings=(),
            digest=hashlib.sha256(self.content).hexdigest(),
        )
        self.findings += self._refused(delivery)
        return replace(delivery, findings=tuple(dict.fromkeys(self.findings)))

    def _lines(self) -> Mapping[str, tuple[Line, ...]]:
        """The lines of each part that was delivered."""
        if self.content.startswith((_ZIP, OLD_OR_LOCKED)):
            return self._of_sheets(read_workbook(self.content, self.language))
        return self._of_table(read_separated(self.content, self.language))

    def _of_sheets(self, grids: tuple[Grid, ...]) -> Mapping[str, tuple[Line, ...]]:
        self.findings += sheet_remarks(grids, self.employer, self.month, self.language)
        found = {}
        for part, grid in sheets_by_part(grids).items():
            if (heading := self._heading(grid, (part,))) is not None:
                found[part] = tuple(lines_of(grid, heading))
        return found

    def _heading(self, grid: Grid, parts: Iterable[str]) -> Heading | None:
        heading = heading_of(grid, self.month)
        if heading is None:
            place = Cell("", path=f"{grid.name}!A1") if grid.name else Cell("", line=1)
            self.findings.append(told("no_heading", self.language, place))
            return None
        self.findings += heading_remarks(grid, heading, parts, self.language)
        return heading

    def _of_table(self, grid: Grid) -> Mapping[str, tuple[Line, ...]]:
        heading = heading_of(grid, self.month)
        if heading is None:
            raise BadInput(say("refusal.no_table", self.language), code="no_table")
        names = set(heading.columns.values())
        found: dict[str, tuple[Line, ...]] = {}
        deduced = None if PART in names else _part_of_columns(names)
        self._heading(grid, (deduced,) if deduced else ())
        for line in lines_of(grid, heading):
            part = deduced or _part_named(line.cell(PART).text)
            if part is None:
                text = line.cell(PART).text[:40]
                self.findings.append(
                    told("unknown_part", self.language, line.cell(PART), text=text)
                )
            else:
                found[part] = (*found.get(part, ()), line)
        return found

    def _absences(self, lines: Iterable[Line] | None) -> list[Absence]:
        if lines is None:
            return []
        found, findings = read_absences(lines, self.roster, self.language)
        self.findings += findings
        if findings:
            return found
        told_ones = {(one.staff_number, one.contract, one.kind, one.first) for one in found}
        for one in absences_in(self.records, self.roster, self.month):
            if (one.staff_number, one.contract, one.kind, one.first) not in told_ones:
                self._left_out("absence_left_out", one, kind=one.kind, first=one.first)
        return found

    def _pay(self, lines: Iterable[Line] | None) -> list[PayItem]:
        if lines is None:
            return []
        found, findings = read_pay(lines, self.roster, self.month, self.language)
        self.findings += findings
        left = list(found)
        for item in () if findings else pay_in(self.records, self.roster, self.month):
            if item in left:
                left.remove(item)
            elif not any(
                (one.kind, one.staff_number) == (item.kind, item.staff_number) for one in left
            ):
                self._left_out("pay_left_out", item, kind=item.kind)
        return found

    def _left_out(self, rule: str, one: Absence | PayItem, **gaps: object) -> None:
        gaps["staff_number"] = one.staff_number
        self.findings.append(told(rule, self.language, Cell(), Severity.WARNING, **gaps))

    def _refused(self, delivery: Delivery) -> Iterator[Finding]:
        """What the records refuse of it, where nothing was said of the place yet."""
        workers = tuple(
            {one.worker.staff_number: one.worker for one in self.roster.values()}.values()
        )
        own = Records(
            employers=(self.employer,),
            workers=workers,
            time=tuple(_of_month(self.roster.values())),
            pay=tuple(pay_in(self.records, self.roster, self.month)),
            absences=tuple(one for key in self.roster for one in self.records.absences_of(*key)),
        )
        said = {(found.path, found.line) for found in self.findings}
        delivered = (*delivery.time, *delivery.pay, *delivery.absences)
        places = {(one.origin.file, one.origin.line) for one in delivered} - said
        for found in mistakes_in(merged_records(own, delivery)):
            if (found.path, found.line) in places:
                place = Cell(path=found.path, line=found.line)
                yield told("refused", self.language, place, reason=found.message)


def _of_month(roster: Iterable[InService]) -> Iterator[TimeEntry]:
    return (entry for one in roster for own in one.entries.values() for entry in own)


def _part_of_columns(names: set[str]) -> str:
    """The part that a table without a column for it holds: the columns of the folder tell."""
    if names & {TIME, CODE}:
        return "time"
    return "absences" if "first" in names else "pay"


def _part_named(text: str) -> str | None:
    return next((part for part in PARTS if text.casefold() in {part, *every("sheet", part)}), None)
