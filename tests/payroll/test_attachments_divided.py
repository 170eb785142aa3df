"""Attachments of pay against an oracle: nobody gets more than the law allows, and all of it is divided."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import example, given, settings
from hypothesis import strategies as st
from notices import DAY, EMPLOYER, notice

from officium.engine import Family, LawBook, Row, Sheet
from officium.law import belgium
from officium.payroll.attachments import Attached, attached, rank_rows
from officium.payroll.records import Attachment, Employer, Worker
from tests.oracle.attachment import CENT, Notice, divided, seizable

BOOK = LawBook(
    belgium(),
    want=["attachments_total", "protected_part", "left_for_creditors"],
    on=date(2025, 3, 1),
    paid=DAY,
    given=[
        *("attachable_pay", "net_before_attachments", "refunded_costs", "attached_children"),
        *("other_income", "taken_from_other_income", "kind_of_income"),
        *("attachment_claim", "attachment_whole", "rank_by_law", "claims_ahead"),
    ],
)
WORKER = Worker.model_construct(attachments=(), staff_number="W1")
AT = Employer.model_construct(enterprise_number=EMPLOYER)
KINDS = ("maintenance", "delegation", "assignment", "tax_notice", "seizure")


def family(
    found: tuple[Attached, ...], pay: int, payable: int, children: int, costs: int = 0
) -> Family:
    facts = {
        "attachable_pay": pay,
        "net_before_attachments": payable + costs,
        "refunded_costs": costs,
        "attached_children": children,
        "other_income": 0,
        "taken_from_other_income": 0,
        "kind_of_income": "work",
    }
    return Family(BOOK, Sheet(BOOK, Row(facts, {"attachment-rank": rank_rows(found)}), "random"))


@st.composite
def creditors(draw: st.DrawFn) -> tuple[tuple[Attachment, ...], dict[int, int]]:
    """Up to six notices, and what was paid of each before."""
    notices, before = [], {}
    for number in range(1, draw(st.integers(1, 6)) + 1):
        kind = draw(st.sampled_from(KINDS))
        day = date(2025, 1, draw(st.integers(1, 28)))
        amount = draw(st.integers(1, 200_000))
        privileged = kind == "seizure" and draw(st.booleans())
        notices.append(notice(number, kind, notified=day, amount=amount, is_privileged=privileged))
        before[number] = draw(st.integers(0, amount))
    if draw(st.integers(0, 9)) == 0:
        notices.append(notice(len(notices) + 1, "debt_settlement"))
    return tuple(notices), before


pays = st.one_of(
    st.integers(0, 400_000),
    st.sampled_from((138_800, 149_200, 164_600, 180_000)).flatmap(
        lambda cents: st.integers(cents - 6, cents + 6)
    ),
)


@settings(max_examples=150, deadline=None)
@given(creditors(), pays, st.integers(0, 60_000), st.integers(0, 5), st.integers(0, 9_000))
@example(((notice(),), {1: 0}), 200_000, 0, 0, 0)
@example(((notice(), notice(2, amount=900)), {1: 0, 2: 890}), 200_000, 190_000, 0, 10_000)
def test_the_law_divides_as_the_oracle_does(
    told: tuple[tuple[Attachment, ...], dict[int, int]],
    pay: int,
    off: int,
    children: int,
    costs: int,
) -> None:
    notices, before = told
    worker = WORKER.model_copy(update={"attachments": notices})
    found = attached(worker, AT, DAY, before)
    payable = max(0, pay - off)
    law = family(found, pay, payable, children, costs)
    plain = {
        one.record.number: Notice(
            one.record.kind,
            one.record.notified,
            Fraction(one.whole, 100),
            Fraction(one.claim, 100),
            one.record.is_privileged,
        )
        for one in found
    }
    within = seizable(Fraction(pay, 100), children=children)
    got = {one.record.number: law.fact("attachment_amount", row) for row, one in enumerate(found)}
    euro = [Fraction(cents, 100) for cents in (pay, payable, costs)]
    for total, exact in divided(plain, euro[0], euro[1], within, euro[2]):
        assert sum(got[number] for number in exact) * CENT == total
        for number, share in exact.items():
            assert abs(got[number] * CENT - share) < 2 * CENT
    _protected(found, got, pay, payable, within, costs)


def _protected(
    found: tuple[Attached, ...],
    got: dict[int, int],
    pay: int,
    payable: int,
    within: Fraction,
    costs: int,
) -> None:
    """Nobody gets more than is asked, all together no more than there is; the limits are kept."""
    claims = {one.record.number: one.claim for one in found}
    of_rank: dict[str, int] = {}
    for one in found:
        cents = got[one.record.number]
        of_rank[one.rank] = of_rank.get(one.rank, 0) + cents
        assert cents >= 0
        assert one.rank == "debt_settlement" or cents <= claims[one.record.number]
    if "debt_settlement" in of_rank:
        assert sum(got.values()) == payable + costs
        return
    assert sum(got.values()) <= payable
    unlimited = of_rank.get("maintenance", 0)
    limited = sum(of_rank.values()) - unlimited
    assert limited * CENT <= max(Fraction(0), within - unlimited * CENT)
    if not unlimited and payable == pay:
        assert (pay - limited) * CENT >= pay * CENT - within


@settings(max_examples=60, deadline=None)
@given(creditors(), pays, st.integers(1, 3_000), st.integers(0, 3))
def test_more_pay_leaves_neither_the_worker_nor_the_creditors_less(
    told: tuple[tuple[Attachment, ...], dict[int, int]], pay: int, more: int, children: int
) -> None:
    notices, before = told
    found = attached(WORKER.model_copy(update={"attachments": notices}), AT, DAY, before)
    less = family(found, pay, pay, children).fact("attachments_total")
    greater = family(found, pay + more, pay + more, children).fact("attachments_total")
    assert less <= greater <= less + more
