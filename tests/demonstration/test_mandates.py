"""The practice office acts for its employers by mandates that the law accepts."""

from __future__ import annotations

from collections.abc import Iterator

from officium.demonstration import DEMONSTRATION_DAY, invented_operator
from officium.payroll import Records
from officium.representation import (
    Act,
    Mandate,
    Means,
    Operator,
    OperatorKind,
    State,
    conflicts,
    may,
)


def mandates(records: dict[str, Records]) -> Iterator[tuple[str, tuple[Mandate, ...]]]:
    for number, one in records.items():
        yield number, tuple(recorded.mandate for recorded in one.mandates)


def test_it_may_declare_and_collect_for_everybody_by_bank_transfer(
    records: dict[str, Records],
) -> None:
    told = invented_operator()
    operator = Operator(
        OperatorKind(told.kind),
        told.full_name(told.language),
        told.enterprise_number,
        told.certification_number,
        told.decree_date,
    )
    untaxed = []
    for number, held in mandates(records):
        assert conflicts(held) == ()
        for act in (Act.DECLARE_DIMONA, Act.DECLARE_DMFA, Act.COMPUTE_PAY):
            assert may(operator, act, number, DEMONSTRATION_DAY, held).allowed, (number, act)
        collect = (operator, Act.COLLECT_CONTRIBUTIONS, number, DEMONSTRATION_DAY, held)
        assert may(*collect, means=Means.BANK_TRANSFER).allowed
        tax = may(operator, Act.DECLARE_WITHHOLDING_TAX, number, DEMONSTRATION_DAY, held)
        untaxed += [] if tax.allowed else [number]
    assert len(untaxed) == 1


def test_some_came_one_goes_and_one_has_only_signed_itself(records: dict[str, Records]) -> None:
    states = [one.state(DEMONSTRATION_DAY) for _, held in mandates(records) for one in held]
    assert states.count(State.INFORMATION_DUTY) == 3
    assert states.count(State.END_NOTIFIED) == 1
    assert states.count(State.SIGNED_BY_ONE) == 1
