"""A message as a tree: names, texts and the lines where they stand, whatever the message is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Node:
    """An element: a value or children, with its attributes and its line in the file.

    `name` and attribute names are plain, or `{namespace}name` where the message has namespaces.
    `value` is the text exactly as it stands; beside children it is the stray text between them.
    Two nodes are equal when they say the same, on whatever lines.
    """

    name: str
    value: str = ""
    children: tuple[Node, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    line: int | None = field(default=None, compare=False)

    @property
    def local_name(self) -> str:
        """The name without its namespace."""
        return self.name.rpartition("}")[2]

    @property
    def namespace(self) -> str:
        """The namespace of the name; empty where there is none."""
        return self.name.rpartition("}")[0].lstrip("{")

    def every(self, name: str) -> Iterator[Node]:
        """The children of that name, in order."""
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> Node | None:
        """The first child of that name, or None."""
        return next(self.every(name), None)

    def text(self, name: str) -> str:
        """The trimmed text of the first child of that name; empty where it is absent."""
        child = self.first(name)
        return child.value.strip() if child else ""

    def within(self) -> Iterator[Node]:
        """This node and all nodes below it, in document order."""
        yield self
        for child in self.children:
            yield from child.within()


def place_of(parent: str, node: Node, number: int) -> str:
    """The path of a child: the names from the root down, with a number from the second one on."""
    return f"{parent}/{node.name}" + (f"[{number}]" if number > 1 else "")


def placed(place: str, node: Node, name: str) -> Iterator[tuple[str, Node]]:
    """The children of that name, each with its path."""
    for number, child in enumerate(node.every(name), start=1):
        yield place_of(place, child, number), child
