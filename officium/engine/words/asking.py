"""Which desk is being asked: a word finds it in any of its arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from officium.engine.errors import LawError

if TYPE_CHECKING:
    from officium.engine.desk import Desk


def desk_of(*given: Any) -> Desk:
    """The desk of the first argument that has one."""
    for one in given:
        desk: Desk | None = getattr(one, "desk", None)
        if desk is not None:
            return desk
    raise LawError("a word needs at least one fact or figure", code="writing")
