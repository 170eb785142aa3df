"""Reading records as texts: numbers of people stay hidden until somebody asks for them by name."""

from __future__ import annotations

import re

from officium.office.acts.actor import Actor
from officium.office.acts.audit import record
from officium.office.models import Employer
from officium.office.rights import Right

_PRIVATE = re.compile(r'(?m)^(\s*(?:inss|iban)\s*=\s*)"[^"\n]*"')
_HIDDEN = r'\1"•••"'


def is_private(path: str) -> bool:
    """Whether a file of the folder holds numbers of people."""
    return path.startswith("people/")


def hidden(text: str) -> str:
    """The text of a file with the INSS and the accounts of people hidden."""
    return _PRIVATE.sub(_HIDDEN, text)


def show_text(actor: Actor, employer: Employer, path: str, text: str) -> str:
    """The text as it is; that it was shown stands in the audit trail where it holds numbers of people."""
    actor.require(Right.READ_PEOPLE, employer)
    if is_private(path):
        key = f"{employer.enterprise_number}/{path.removeprefix('people/').removesuffix('.toml')}"
        record(actor, "person.number_shown", employer, "worker", key)
    return text
