"""One employer's declaration in a file, with what every rule on it needs at hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from officium.declarations.element import Table
from officium.declarations.node import Node, placed
from officium.declarations.quarter import Quarter
from officium.declarations.remarks import Remarks
from officium.findings import Severity


@dataclass(frozen=True, slots=True)
class Scope:
    """The declaration, its path and its quarter; findings are made through it."""

    declaration: Node
    place: str
    quarter: Quarter
    table: Table
    remarks: Remarks

    def records(self) -> Iterator[tuple[str, Node]]:
        """Every worker record with its path."""
        for place, person in placed(self.place, self.declaration, "NaturalPerson"):
            yield from placed(place, person, "WorkerRecord")

    def number(self, node: Node, name: str) -> int | None:
        """The whole number in a field; None where it is absent or no number."""
        return self.table.fields[name].number(node.text(name))

    def on_field(
        self,
        rule: str,
        place: str,
        node: Node,
        name: str,
        error: str,
        severity: Severity | None = None,
        **parts: object,
    ) -> None:
        """A finding on a field of a block, which need not be there."""
        self.remarks.add(
            rule,
            f"{place}/{name}",
            node.first(name) or node,
            of=self.table.fields[name],
            error=error,
            severity=severity,
            name=name,
            **parts,
        )

    def on_block(
        self,
        rule: str,
        place: str,
        node: Node,
        error: str,
        severity: Severity | None = None,
        **parts: object,
    ) -> None:
        """A finding on a block as a whole."""
        of = self.table.blocks[node.name]
        self.remarks.add(rule, place, node, of=of, error=error, severity=severity, **parts)
