"""One Dimona message in a file, with what every rule on it needs at hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from officium.declarations.element import Table
from officium.declarations.node import Node, placed
from officium.declarations.remarks import Remarks
from officium.declarations.values import day
from officium.findings import Severity


@dataclass(frozen=True, slots=True)
class Scope:
    """The message (DimonaIn, DimonaOut, ...) and its path; findings are made through it."""

    node: Node
    place: str
    table: Table
    remarks: Remarks

    @property
    def start(self) -> date | None:
        """The first day; None where it is absent or no day."""
        return day(self.node.text("StartingDate"))

    @property
    def end(self) -> date | None:
        """The last day; None where it is absent or no day."""
        return day(self.node.text("EndingDate"))

    def inside(self, name: str) -> tuple[str, Node] | None:
        """A block of the message with its path."""
        return next(placed(self.place, self.node, name), None)

    def on_field(
        self,
        rule: str,
        name: str,
        error: str,
        *,
        inside: tuple[str, Node] | None = None,
        severity: Severity | None = None,
        **parts: object,
    ) -> None:
        """A finding on a field of the message, or of a block inside it; it may be absent."""
        place, node = inside or (self.place, self.node)
        self.remarks.add(
            rule,
            f"{place}/{name}",
            node.first(name) or node,
            of=self.table.fields.get(name) or self.table.blocks[name],
            error=error,
            severity=severity,
            name=name,
            **parts,
        )

    def on_block(
        self, rule: str, error: str, *, inside: tuple[str, Node] | None = None, **parts: object
    ) -> None:
        """A finding on the message as a whole, or on a block inside it."""
        place, node = inside or (self.place, self.node)
        of = self.table.blocks[node.name]
        self.remarks.add(rule, place, node, of=of, error=error, severity=None, **parts)
