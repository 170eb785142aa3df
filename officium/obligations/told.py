"""A duty, and what is due, as a document for programs and pages."""

from __future__ import annotations

from typing import Any

from officium.obligations.definition import Duty, Sanction, Term
from officium.obligations.due import Due, notes, reason
from officium.obligations.state import State
from officium.obligations.wording import say


def due_told(due: Due, state: State, language: str) -> dict[str, Any]:
    """What is due, with the keys that other programs rely on."""
    return {
        "id": due.duty.id,
        "key": due.key,
        "name": due.duty.names[language],
        "period": due.period or None,
        "subject": due.subject or None,
        "due": due.day.isoformat() if due.day else None,
        "performer_due": due.performer_day.isoformat() if due.performer_day else None,
        "performer": str(due.performer),
        "who_may": [str(one) for one in due.duty.who],
        "authority": due.duty.authority.names[language],
        "legal_basis": due.duty.basis,
        "sanction": sanction_told(due.duty.sanction, language),
        "standing": due.standing,
        "due_standing": due.due_standing,
        "closed_day_rule": due.closed_day_rule,
        "reason": reason(due, language),
        "state": str(state.name),
        "late_days": state.late_days,
        "note": "; ".join(notes(due, language)) or None,
    }


def sanction_told(sanction: Sanction, language: str) -> dict[str, Any]:
    """What neglect costs, by reference: amounts depend on the day and on the breach."""
    return {
        "scc": sanction.scc or None,
        "level": sanction.level,
        "level_if_deliberate": sanction.level_if_deliberate,
        "per_worker": sanction.per_worker,
        "civil": sanction.civil or None,
        "civil_text": say("civil", sanction.civil, language) if sanction.civil else None,
        "also": [
            {"case": say("case", one.case, language), "level": one.level, "scc": one.scc or None}
            for one in sanction.also
        ],
        "standing": sanction.standing,
    }


def duty_told(duty: Duty, language: str) -> dict[str, Any]:
    """A duty: when it comes, who may perform it, what it rests on; of an abolished one, why it is gone."""
    gone = duty.abolished
    return {
        "id": duty.id,
        "names": dict(duty.names),
        "authority": duty.authority.names[language],
        "legal_basis": duty.basis,
        "who_may": [str(one) for one in duty.who],
        "bearer": str(duty.bearer),
        "comes": [
            {
                "when": [
                    *(say("every", every, language) for every in (_every(term),) if every),
                    *(
                        say("occurrence", kind, language)
                        for kind in (*term.on, term.during)
                        if kind
                    ),
                ],
                "if": [say("condition", name, language) for name in term.needs],
                "from": term.since.isoformat() if term.since else None,
                "until": term.until.isoformat() if term.until else None,
                "due_standing": term.standing,
                "due_source": term.source or None,
                "certified_working_days": term.certified.working_days if term.certified else None,
                "note": say("note", term.note, language) if term.note else None,
            }
            for term in duty.terms
        ],
        "closed_day_rule": duty.authority.closed_day,
        "keep_years": duty.keep_years,
        "sanction": sanction_told(duty.sanction, language),
        "standing": duty.standing,
        "sources": list(duty.sources),
        "abolished": {"since": gone.since.isoformat(), "why": say("note", gone.note, language)}
        if gone
        else None,
    }


def _every(term: Term) -> str:
    return "continuous" if term.continuous else term.every or ""
