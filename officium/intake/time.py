"""The time of a delivery: of each day of each contract, what was typed, into records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from officium.findings import Finding
from officium.intake.cell import Cell, Wrong, day_in, exact, value_of
from officium.intake.codes import Meaning
from officium.intake.day import told_of_day
from officium.intake.grammar import Told, read_time
from officium.intake.lines import CODE, DAY, HOURS, STAFF, TIME, Line
from officium.intake.roster import InService, Key
from officium.intake.who import whose
from officium.intake.wording import told
from officium.law import Month
from officium.payroll import TIME_CODES, Origin, TimeEntry

Days = Mapping[Key, InService]


@dataclass
class ReadTime:
    """What was read: records, the days of which anything is told, and what is wrong."""

    entries: list[TimeEntry] = field(default_factory=list)
    days: set[tuple[str, int, date]] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True)
class _Typed:
    """A day of a contract, the cell that tells it, and its parts."""

    of: InService
    day: date
    cell: Cell
    parts: tuple[Told, ...]


def read_days(lines: Iterable[Line], before: Days, after: Days, language: str) -> ReadTime:
    """The days of lines; `after` holds the delivered absences, `before` those of the records.

    A cell that says what the records say, of a day whose absence did not change, leaves them as they
    are.
    """
    read = ReadTime()
    seen: dict[tuple[str, int, date], Cell] = {}
    by_code: dict[tuple[str, int, date], list[_Typed]] = {}
    for line in lines:
        try:
            of = whose(line, after)
        except Wrong as wrong:
            read.findings.append(told(wrong.rule, language, line.cell(STAFF), **wrong.gaps))
            continue
        for typed in _typed(line, of, language, read.findings):
            key = (*of.key, typed.day)
            if CODE in line.fields:
                by_code.setdefault(key, []).append(typed)
            elif key in seen:
                first = _place(seen[key])
                read.findings.append(told("twice", language, typed.cell, first=first))
            else:
                seen[key] = typed.cell
                _take(typed, before, language, read)
    for several in by_code.values():
        first_one = several[0]
        parts = tuple(part for one in several for part in one.parts)
        _take(_Typed(first_one.of, first_one.day, first_one.cell, parts), before, language, read)
    return read


def _place(cell: Cell) -> str:
    return cell.path if cell.line is None else str(cell.line)


def _typed(line: Line, of: InService, language: str, findings: list[Finding]) -> Iterator[_Typed]:
    """The days of a line: one, or one for each column of a day."""
    if DAY in line.fields:
        at = DAY
        try:
            day = day_in(line.cell(DAY))
            if Month.of(day) != of.month:
                raise Wrong("wrong_month", text=day, month=of.month)
            at = CODE if CODE in line.fields else TIME
            yield _Typed(of, day, line.cell(at), _parts(line, of, day, at))
        except Wrong as wrong:
            findings.append(told(wrong.rule, language, line.cell(at), **wrong.gaps))
        return
    for day in of.month.days:
        if (cell := line.fields.get(day.isoformat())) is not None:
            try:
                yield _Typed(of, day, cell, _of_cell(cell, of, day))
            except Wrong as wrong:
                findings.append(told(wrong.rule, language, cell, **wrong.gaps))


def _parts(line: Line, of: InService, day: date, at: str) -> tuple[Told, ...]:
    """The parts of a line of one day: by the grammar of a cell, or a code with its hours."""
    if at == TIME:
        return _of_cell(line.cell(TIME), of, day)
    code = value_of(line.cell(CODE))
    if code not in TIME_CODES:
        raise Wrong("unknown_code", text=code[:40])
    return (Told(Meaning(code=code), exact(line.cell(HOURS), 2)),)


def _of_cell(cell: Cell, of: InService, day: date) -> tuple[Told, ...]:
    try:
        return read_time(cell)
    except Wrong as wrong:
        if wrong.rule == "zero_hours" and not of.is_expected(day):
            return ()
        raise


def _take(typed: _Typed, before: Days, language: str, read: ReadTime) -> None:
    of, day = typed.of, typed.day
    old = before[of.key]
    try:
        same_absence = old.absence(day) == of.absence(day)
        is_kept = same_absence and typed.parts == old.recorded(day)
        hours = {} if is_kept else told_of_day(of, day, typed.parts, language)
    except Wrong as wrong:
        read.findings.append(told(wrong.rule, language, typed.cell, **wrong.gaps))
        return
    if day not in of.days:
        return
    read.days.add((*of.key, day))
    if is_kept:
        read.entries += old.entries.get(day, ())
        return
    origin = Origin(typed.cell.path, typed.cell.line)
    read.entries += (
        TimeEntry(
            origin=origin,
            staff_number=of.key[0],
            contract=of.key[1],
            day=day,
            code=code,
            hours=amount,
        )
        for code, amount in hours.items()
    )
