"""A mandate read back from the document that `Mandate.as_json` wrote."""

from __future__ import annotations

from datetime import date
from typing import Any

from officium.findings import BadInput
from officium.law import Quarter
from officium.representation.catalogue import Act, Group
from officium.representation.life import step
from officium.representation.mandate import Event, Happening, Mandate
from officium.representation.operator import Operator, OperatorKind


def mandate_of(document: Any) -> Mandate:
    """The mandate of a document as `as_json` writes it; its life is lived again, step by step.

    Raises BadInput for a document that is none, and MandateRefused for a life that the law refuses.
    """
    where = "mandate"
    try:
        where = str(document["key"])
        receiver = document["receiver"]
        decree = receiver.get("decree_date")
        mandate = Mandate(
            key=where,
            employer=document["employer"],
            giver=document["giver"],
            receiver=Operator(
                OperatorKind(receiver["kind"]),
                receiver["name"],
                receiver["enterprise_number"],
                receiver.get("certification_number"),
                date.fromisoformat(decree) if decree else None,
            ),
            group=Group(document["group"]),
            tasks=frozenset(map(Act, document["tasks"])),
            begins=Quarter.parse(document["begins"]),
            ends=Quarter.parse(document["ends"]) if document["ends"] else None,
            delegated_from=document["delegated_from"],
            kept_by_former=frozenset(map(Quarter.parse, document["kept_by_former"])),
        )
        events = [
            Event(
                Happening(event["what"]),
                date.fromisoformat(event["day"]),
                event["by"],
                date.fromisoformat(event["last_day"]) if event["last_day"] else None,
            )
            for event in document["events"]
        ]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        message = f"is no mandate as it is written: {type(error).__name__}: {error}"
        raise BadInput(message, code="mandate", where=where) from error
    for event in events:
        mandate = step(mandate, event)
    return mandate
