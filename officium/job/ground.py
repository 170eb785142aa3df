"""On what a period's amounts rest: dated figures with their standing, and shelves not reviewed for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from officium.engine import STANDINGS, Entry, weaker, weakest
from officium.findings import BadInput
from officium.payroll import EmployerQuarter, PaidMonth


@dataclass(frozen=True, slots=True)
class Ground:
    """The figures by name, where a name has several dates the weakest; and what nobody reviewed."""

    figures: Mapping[str, Entry]
    not_reviewed: tuple[str, ...]

    @classmethod
    def of(cls, months: Iterable[PaidMonth], quarter: EmployerQuarter | None) -> Ground:
        """The ground of all payslips and of the quarter."""
        figures: dict[str, Entry] = {}
        unreviewed: dict[str, str] = {}
        for computed in (*months, *((quarter,) if quarter else ())):
            for name, entry in computed.entries().items():
                held = figures.get(name)
                if held is None or weaker(held.standing, entry.standing) != held.standing:
                    figures[name] = entry
            for told in computed.family.book.unreviewed:
                # "shelf was reviewed from .. to ..": a shelf is named once, for its first day.
                unreviewed.setdefault(told.partition(" ")[0], told)
        return cls(figures, tuple(unreviewed[shelf] for shelf in sorted(unreviewed)))

    @property
    def recalled(self) -> tuple[str, ...]:
        """Figures that are known, and were found in no document."""
        return tuple(
            sorted(name for name, entry in self.figures.items() if entry.standing == "recalled")
        )

    @property
    def is_provisional(self) -> bool:
        """Whether nothing may be sent or paid on it before it is checked."""
        return bool(self.recalled or self.not_reviewed)

    def as_json(self) -> dict[str, Any]:
        """The weakest standing, what has it, all that is not official, and what was not reviewed."""
        standing, named = weakest(self.figures)
        return {
            "provisional": self.is_provisional,
            "standing": standing,
            "weakest": named,
            "not_official": self.not_official,
            "not_reviewed": list(self.not_reviewed),
        }

    @property
    def not_official(self) -> list[dict[str, str]]:
        """Every figure that was not read in the official text, the weakest first."""
        doubtful = [
            (-STANDINGS.index(entry.standing), name, entry.standing)
            for name, entry in self.figures.items()
            if entry.standing != "official"
        ]
        return [{"figure": name, "standing": standing} for _, name, standing in sorted(doubtful)]

    def refuse_provisional(self, where: str) -> None:
        """Stop a run that was not declared provisional. Raises BadInput with the whole list."""
        told = []
        if self.recalled:
            told.append(f"rests on figures that are only recalled: {', '.join(self.recalled)}")
        if self.not_reviewed:
            told.append(f"rests on a period not reviewed: {'; '.join(self.not_reviewed)}")
        if told:
            raise BadInput(
                f"{'; '.join(told)}: run with --provisional to go on, and check them before use",
                code="provisional",
                where=where,
            )
