"""What a run changed in the folder of an earlier one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_PAYSLIP = re.compile(r"(?:.*/)?payslips/[^/]+/[^/]+\.json")
_AMOUNT = re.compile(r"-?[0-9]{1,15}\.[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Changes:
    """Documents by relative path: changed, new and gone; false where the run changed nothing.

    `net_pay`: the net pay before and after of each payslip that stood there and pays another now.
    """

    changed: tuple[str, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    net_pay: Mapping[str, tuple[str, str]]

    def __bool__(self) -> bool:
        return bool(self.changed or self.new or self.gone)

    @property
    def replaced(self) -> bool:
        """Whether anything of the earlier run is no longer as it was."""
        return bool(self.changed or self.gone)

    def as_json(self) -> dict[str, Any]:
        """With the keys that other programs rely on."""
        return {
            "changed": list(self.changed),
            "new": list(self.new),
            "gone": list(self.gone),
            "net_pay": {
                path: {"before": before, "after": after}
                for path, (before, after) in self.net_pay.items()
            },
        }


def changes(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Changes:
    """What differs between the documents of two runs, by path."""
    changed = tuple(sorted(name for name in new if name in old and old[name] != new[name]))
    net_pay = {
        name: (before, after)
        for name in changed
        if _PAYSLIP.fullmatch(name)
        and (before := _net_pay(old[name])) is not None
        and (after := _net_pay(new[name])) is not None
        and before != after
    }
    return Changes(
        changed, tuple(sorted(new.keys() - old)), tuple(sorted(old.keys() - new)), net_pay
    )


def _net_pay(payslip: bytes) -> str | None:
    """The net pay of a payslip; None where the file is none."""
    try:
        amount = json.loads(payslip)["results"]["net_pay"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return amount if isinstance(amount, str) and _AMOUNT.fullmatch(amount) else None
