"""What is due for an employer: reckoned from its records, marked by people, with the proof."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from django.db import transaction

from officium.job import duty_facts
from officium.law import Month, Quarter
from officium.obligations import (
    Breach,
    Consequence,
    Due,
    EmployerFacts,
    Mark,
    Performer,
    StateName,
    calendar,
    consequences,
    marked,
    state_of,
)
from officium.office.acts.actor import Actor
from officium.office.acts.audit import record
from officium.office.acts.mandates import answer
from officium.office.acts.records import records_of
from officium.office.clock import now, today
from officium.office.models import (
    Blob,
    Declaration,
    DutyDue,
    DutyMark,
    Employer,
    Operator,
    PayMonth,
)
from officium.office.refusals import Refused
from officium.office.rights import Right

_BEFORE, _AFTER = timedelta(days=400), timedelta(days=400)
_AROUND = timedelta(days=40)
_DONE = ("sent", "accepted", "done")
# What the office itself knows of a duty: the kind of its declaration.
_DECLARED = {"dmfa": "dmfa", "dimona_in": "dimona_in", "dimona_out": "dimona_out"}
# Duties that are fulfilled by the approval of the month.
_OF_THE_MONTH = ("payslip",)


def facts_of(employer: Employer) -> EmployerFacts:
    """The employer as its duties see it, with the operator as performer where a mandate lets it."""
    day = today()
    records = records_of(employer)
    kind = Operator.objects.get().kind
    may_declare = answer(employer, "declare_dmfa", day).allowed
    return duty_facts(
        records,
        records.employers[0],
        Performer(kind) if may_declare else Performer.EMPLOYER,
        day - _BEFORE,
        day + _AFTER,
    )


def dues_of(employer: Employer, since: date, until: date) -> tuple[Due, ...]:
    """What is due for the employer between two days."""
    return calendar(facts_of(employer), since, until)


def due_of(employer: Employer, row: DutyDue) -> Due | None:
    """The obligation of a row of the calendar with its law; None where it is no longer due."""
    around = row.legal_day or row.day or today()
    dues = dues_of(employer, around - _AROUND, around + _AROUND)
    return next((one for one in dues if one.key == row.key), None)


def reckon(employer: Employer) -> None:
    """Reckon its calendar anew, a year back and a year ahead; asked after every change of its records."""
    day = today()
    dues = dues_of(employer, day - _BEFORE, day + _AFTER)
    known = _known(employer)
    marks = _marks(employer)
    complete = _complete_months(employer)
    rows = []
    for due in dues:
        held = marks.get(due.key, ())
        state = known.get(_declared(due)) if not held else None
        if state is None and not held and due.duty.id in _OF_THE_MONTH:
            state = "done" if due.period in complete["approved"] else None
        if state is None:
            found = state_of(due, held, day, _has_data(due, complete["told"]))
            state = "ready" if found.name == "late" and not held else str(found.name)
        rows.append(
            DutyDue(
                employer=employer,
                key=due.key,
                duty=due.duty.id,
                period=due.period[:10],
                subject=due.subject,
                day=due.last_day,
                legal_day=due.day,
                performer=str(due.performer),
                state=state,
                is_open=state not in _DONE,
            )
        )
    with transaction.atomic():
        DutyDue.objects.filter(employer=employer).delete()
        DutyDue.objects.bulk_create(rows)


def mark(
    actor: Actor,
    employer: Employer,
    key: str,
    state: str,
    day: date,
    *,
    note: str = "",
    proof: bytes = b"",
    proof_name: str = "",
) -> DutyMark:
    """Record what was done about a duty, with its proof.

    Raises Refused for an unknown duty, BadInput where the state cannot follow or lacks its proof, Forbidden.
    """
    (made,) = mark_all(actor, employer, [(key, state, day, note)], proof, proof_name)
    return made


def mark_all(
    actor: Actor,
    employer: Employer,
    wanted: Sequence[tuple[str, str, date, str]],
    proof: bytes = b"",
    proof_name: str = "",
) -> list[DutyMark]:
    """Record several marks (key, state, day, note) that one proof shows: all of them or none."""
    actor.require(Right.MARK_DUTY, employer)
    digest = hashlib.sha256(proof).hexdigest() if proof else ""
    with transaction.atomic():
        Employer.objects.select_for_update().get(pk=employer.pk)
        known = set(DutyDue.objects.filter(employer=employer).values_list("key", flat=True))
        held = _marks(employer)
        blob = Blob.keep(proof) if proof else None
        made = []
        for key, state, day, note in wanted:
            if key not in known:
                raise Refused("no such duty in this calendar", code="duty", where=key)
            moment = now()
            new = Mark(key, StateName(state), day, moment, actor.key, digest, note)
            held[key] = marked(held.get(key, ()), new)
            row = DutyMark.objects.create(
                employer=employer,
                key=key,
                state=state,
                day=day,
                recorded=moment,
                by=actor.user,
                note=note,
                proof=blob,
                proof_name=proof_name[:160],
            )
            made.append(row)
            record(
                actor,
                f"duty.{state}",
                employer,
                "duty",
                f"{employer.enterprise_number}/{row.pk}",
                after={"key": key, "state": state, "proof": digest},
                reason=note,
                valid_on=day,
            )
        reckon(employer)
    return made


def cost_of(employer: Employer, due: Due, *, provisional: bool = True) -> tuple[Consequence, ...]:
    """What it costs that a duty is late, counted until today; nothing where it is in time."""
    if due.day is None or due.day >= today():
        return ()
    unpaid = facts_of(employer).contributions.get(_quarter_of(due), 0)
    breach = Breach(
        due=due.day,
        done=None,
        counted_until=today(),
        unpaid=unpaid,
        declared=unpaid or None,
        has_mandatary=due.performer is not Performer.EMPLOYER,
    )
    return consequences(due.duty.sanction, breach, provisional=provisional)


def _quarter_of(due: Due) -> Quarter:
    if "Q" in due.period:
        return Quarter.parse(due.period)
    return Month.parse(due.period[:7]).quarter


def _marks(employer: Employer) -> dict[str, tuple[Mark, ...]]:
    held: defaultdict[str, list[Mark]] = defaultdict(list)
    for row in DutyMark.objects.filter(employer=employer).order_by("recorded", "pk"):
        held[row.key].append(
            Mark(
                row.key,
                StateName(row.state),
                row.day,
                row.recorded,
                f"user:{row.by_id}",
                row.proof_id or "",
                row.note,
            )
        )
    return {key: tuple(marks) for key, marks in held.items()}


def _known(employer: Employer) -> dict[tuple[str, str], str]:
    """The state of each declaration, by its kind and what it is about."""
    rows = Declaration.objects.filter(employer=employer).order_by("made", "pk")
    return {(row.kind, row.subject or row.period): row.state for row in rows}


def _declared(due: Due) -> tuple[str, str]:
    return _DECLARED.get(due.duty.id, ""), due.subject or due.period


def _complete_months(employer: Employer) -> dict[str, set[str]]:
    rows = PayMonth.objects.filter(employer=employer)
    return {
        "approved": {row.month for row in rows if row.state == "approved"},
        "told": {row.month for row in rows if row.state != "waiting"},
    }


def _has_data(due: Due, told: Iterable[str]) -> bool:
    """Whether the months that the duty rests on were told; what rests on no month waits for nothing."""
    if "Q" in due.period:
        return {str(month) for month in Quarter.parse(due.period).months} <= set(told)
    if due.term.every == "month":
        return due.period in told
    return True
