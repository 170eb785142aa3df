"""What late or wrong costs: every consequence of a breach of a duty, with who owes it and what may be waived.

The law computes (shelves `sanctions/*`), this file only asks: which questions belong to a sanction, on
which day, and about which facts. Every line names the question, so that its explanation can be asked.
Amounts are whole cents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from officium.engine import STANDINGS, LawError, Quantity
from officium.language import plain
from officium.law import Answer, Month, belgium
from officium.obligations.breach import Breach, SanctionReference
from officium.obligations.cost import Consequence, Debtor, Kind, Waiver, question, table

# Before this day many articles of the Social Criminal Code had another level, which is not held.
LEVELS_HELD_SINCE = date(2024, 7, 1)
_DAY = timedelta(days=1)
_NEVER = date(9999, 12, 31)
_GREATEST = "100000000.00"


def consequences(
    sanction: SanctionReference, breach: Breach, *, provisional: bool = False
) -> tuple[Consequence, ...]:
    """All that a breach can cost, civil first; nothing where it was done in time and was not corrected.

    Raises LawError not_reviewed for a period that nobody reviewed, unless `provisional`.
    """
    if not breach.is_late and breach.lines_made is None:
        return ()
    lines = list(_civil(sanction.civil, breach, provisional))
    if breach.is_late and sanction.level is not None:
        lines.extend(_fines(sanction, breach, provisional))
    if breach.has_mandatary:
        lines.append(_text("mandatary_lump_sum", "L 27-06-1969 art. 30", Debtor.MANDATARY))
    return tuple(lines)


def _civil(key: str, breach: Breach, provisional: bool) -> Iterator[Consequence]:
    day = breach.quarter.first
    paid: dict[str, str | bool] = {
        **dict.fromkeys(breach.grounds, True),
        "quarter_ends_on": breach.quarter.last.isoformat(),
        "contributions_paid_on": breach.ended.isoformat(),
    }
    if key == "surcharge_and_interest":
        due = breach.due.isoformat()
        paid |= {"unpaid_contributions": plain(breach.unpaid, 2), "contributions_due_on": due}
        yield _asked(Kind.SURCHARGE, "contribution_surcharge", day, paid, provisional)
        yield _asked(Kind.INTEREST, "late_interest", day, paid, provisional)
    elif key == "advance_lump_sum":
        yield _by_contributions("advances_lump_sum", day, paid, breach, provisional)
    elif key == "late_declaration":
        yield from _declaration(day, paid, breach, provisional)
    elif key == "interest_of_the_secretariat":
        facts: dict[str, str | bool] = {
            "contributions_received": plain(breach.unpaid, 2),
            "transfer_due_on": breach.due.isoformat(),
            "passed_on_on": breach.ended.isoformat(),
        }
        yield _asked(Kind.INTEREST, "transfer_interest", day, facts, provisional)
    elif key == "solidarity_contribution":
        of_hire = Month.of(breach.due).quarter.first
        workers: dict[str, str | bool] = {"undeclared_workers": str(breach.workers)}
        line = _asked(
            Kind.SOLIDARITY_CONTRIBUTION, "solidarity_contributions", of_hire, workers, provisional
        )
        yield line if line.high is None else _bounded(line, None, "minimum_only")
    elif key:
        yield _text(key, "", Debtor.EMPLOYER)


def _by_contributions(
    fact: str, day: date, paid: Mapping[str, str | bool], breach: Breach, provisional: bool
) -> Consequence:
    """A lump sum by the contributions of the quarter; of unknown ones, the least and the most."""
    asked = {**paid, "are_advances_missed": True}
    if breach.declared is not None:
        asked["declared_contributions"] = plain(breach.declared, 2)
        return _asked(Kind.LUMP_SUM, fact, day, asked, provisional)
    least, most = (
        _asked(Kind.LUMP_SUM, fact, day, {**asked, "declared_contributions": amount}, provisional)
        for amount in ("0.00", _GREATEST)
    )
    return _bounded(least, most.high, "contributions_not_known")


def _bounded(line: Consequence, high: int | None, why: str) -> Consequence:
    """The line as a lower limit: with another upper one, or none that is known."""
    return replace(line, high=high, unknown=why)


def _declaration(
    day: date, paid: Mapping[str, str | bool], breach: Breach, provisional: bool
) -> Iterator[Consequence]:
    asked = {
        **paid,
        "declaration_due_on": breach.due.isoformat(),
        "declaration_received_on": (breach.done or _NEVER).isoformat(),
        "declared_contributions": plain(breach.declared or 0, 2),
    }
    if breach.is_late:
        line = _asked(Kind.LUMP_SUM, "late_declaration_lump_sum", day, asked, provisional)
        yield (
            line if breach.declared is not None else _bounded(line, None, "contributions_not_known")
        )
    if breach.lines_made is not None:
        asked |= {
            "is_own_motion_sum_due": True,
            "lines_of_own_motion": str(breach.lines_made),
        }
        yield _asked(Kind.LUMP_SUM, "own_motion_lump_sum", day, asked, provisional)


def _fines(sanction: SanctionReference, breach: Breach, provisional: bool) -> Iterator[Consequence]:
    day = breach.due + _DAY
    basis = f"SCC art. {sanction.scc}"
    if day < LEVELS_HELD_SINCE:
        yield _text("level_not_held", basis, Debtor.OFFENDER)
        return
    raised = sanction.level_if_deliberate if breach.is_deliberate else None
    asked: dict[str, str | bool] = {
        "fine_level": f"level_{raised or sanction.level}",
        "is_fine_per_worker": sanction.per_worker,
        "fine_workers": str(breach.workers),
        "is_repeated_breach": breach.is_repeated,
        "is_offender_legal_person": breach.is_legal_person,
        "is_breach_aggravated": breach.is_deliberate and raised is None,
        "are_circumstances_mitigating": breach.are_circumstances_mitigating,
    }
    for kind, name in (
        (Kind.ADMINISTRATIVE_FINE, "administrative_fine"),
        (Kind.CRIMINAL_FINE, "criminal_fine"),
    ):
        least = _asked(kind, f"{name}_least", day, asked, provisional)
        most = _asked(kind, f"{name}_most", day, asked, provisional)
        if most.high != 0:
            yield Consequence(
                kind,
                least.low,
                most.high,
                f"{basis}; {most.basis}",
                _weaker(least.standing, most.standing),
                Debtor.OFFENDER,
                most.fact,
                day,
                asked,
                unknown=least.unknown or most.unknown,
                unreviewed=most.unreviewed,
            )


def _asked(
    kind: Kind, fact: str, day: date, asked: Mapping[str, str | bool], provisional: bool
) -> Consequence:
    """The line of one fact of the law; with what the open waivers can leave of it, where some can."""
    of = table()["of"].get(fact, {})
    left: str = of.get("least", fact)
    owed_by = Debtor(of.get("owed_by", "offender" if "fine" in fact else "employer"))
    basis = _basis(fact, day)
    try:
        told = question((fact, left), day, provisional).answer(asked)
        ways = tuple(
            Waiver(way, _percent(rate, day), _basis(way, day), _holds(way, day, asked, provisional))
            for way, rate in of.get("ways", {}).items()
        )
    except LawError as refusal:
        if refusal.code not in ("missing_figure", "recalled"):
            raise
        return Consequence(
            kind, None, None, basis, "unknown", owed_by, fact, day, asked, unknown=str(refusal)
        )
    return Consequence(
        kind,
        _cents(told, left),
        _cents(told, fact),
        basis,
        told.standing,
        owed_by,
        fact,
        day,
        asked,
        ways,
        unreviewed=told.unreviewed,
    )


def _text(key: str, basis: str, owed_by: Debtor) -> Consequence:
    """A consequence of which no amount is computed."""
    return Consequence(Kind.OTHER, None, None, basis, "", owed_by, key=key)


def _holds(way: str, day: date, asked: Mapping[str, str | bool], provisional: bool) -> bool:
    return bool(question((way,), day, provisional).answer(asked).results[way])


def _cents(answer: Answer, fact: str) -> int:
    return belgium().facts[fact].whole(answer.results[fact], fact)


def _basis(fact: str, day: date) -> str:
    """The articles of the rule that holds on a day."""
    ((_, rule),) = belgium().providers[fact]
    version = rule.on(day)
    return version.source if version else ""


def _percent(figure: str, day: date) -> str:
    value = belgium().figures[figure][1].on(day, None).value
    assert isinstance(value, Quantity)
    return plain(value.value, value.decimals - 2)


def _weaker(*standings: str) -> str:
    return max(standings, key=(*STANDINGS, "unknown").index)
