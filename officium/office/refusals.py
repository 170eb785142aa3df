"""How the office refuses: doors turn these into a page or a problem document, and nobody else does."""

from __future__ import annotations

from officium.findings import BadInput


class Forbidden(BadInput):
    """The person may not do this. `right` names what they lack."""

    def __init__(self, right: str) -> None:
        super().__init__(f"this needs the right {right}", code="forbidden")
        self.right = right


class Refused(BadInput):
    """The law or the state of things does not allow it now; `remedy` says what would."""

    def __init__(
        self, message: str, *, code: str, article: str = "", remedy: str = "", where: str = ""
    ) -> None:
        super().__init__(message, code=code, where=where)
        self.article = article
        self.remedy = remedy


class Conflict(BadInput):
    """Somebody changed it first. `theirs` is what holds now, `mine` what was meant; nothing was stored."""

    def __init__(self, message: str, *, theirs: str = "", mine: str = "", version: int = 0) -> None:
        super().__init__(message, code="changed_meanwhile")
        self.theirs = theirs
        self.mine = mine
        self.version = version
