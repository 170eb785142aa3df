"""What every record is: frozen, closed, and knowing where it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema


@dataclass(frozen=True, slots=True)
class Origin:
    """The file and line a record was read from, and the lines of its fields where they differ.

    Any two origins are equal: where a thing was written down is no part of what it says.
    """

    file: str = field(default="", compare=False)
    line: int | None = field(default=None, compare=False)
    fields: Mapping[str, int] = field(default_factory=dict, compare=False)

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"

    def of(self, name: str) -> Origin:
        """The place of one field of the record."""
        return Origin(self.file, self.fields.get(name, self.line))


class Record(BaseModel):
    """A frozen document: unknown fields are refused, and no value is bent to fit."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    origin: Annotated[SkipJsonSchema[Origin], Field(exclude=True, repr=False)] = Origin()
