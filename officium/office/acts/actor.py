"""Who acts: a person with their rights, or the office's own command line."""

from __future__ import annotations

from dataclasses import dataclass

from officium.office.clock import today
from officium.office.models import Employer, User
from officium.office.refusals import Forbidden
from officium.office.rights import Right, Rights


@dataclass(frozen=True)
class Actor:
    """Who acts, by which key the audit trail names them, and what they may do.

    `rights` None: the command line or a task of the office itself, which whoever runs the machine may use.
    """

    key: str
    user: User | None = None
    rights: Rights | None = None

    @classmethod
    def person(cls, user: User, rights: Rights | None = None) -> Actor:
        """A person, with all their rights of today or the narrower ones given."""
        return cls(user.key, user, rights or Rights(user, today()))

    @classmethod
    def office(cls, what: str) -> Actor:
        """The office itself: `command` or the name of a task."""
        return cls(f"office:{what}")

    def require(self, right: Right, employer: Employer | None = None) -> None:
        """Raises Forbidden where the person may not do this."""
        if self.rights is not None and not self.rights.allows(right, employer):
            raise Forbidden(right)
