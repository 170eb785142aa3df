"""Attachments of pay: ranks by date, what was paid before, forms by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from notices import DAY, EMPLOYER, notice
from pydantic import ValidationError

from officium.findings import BadInput
from officium.law import Month, belgium
from officium.payroll.attachment_remarks import remarks_on_attachments
from officium.payroll.attachments import attached, working_days_before
from officium.payroll.folder import read_folder, write_folder
from officium.payroll.individual_account import individual_account
from officium.payroll.month import PaidMonth, pay_month
from officium.payroll.payslip import payslip
from officium.payroll.records import (
    Attachment,
    ChildrenForm,
    OtherIncome,
    PayItem,
    Records,
    Worker,
)


def seller(workshop: Records, **update: Any) -> Records:
    """The workshop with only the seller, who earns 2 480.00 a month, and his creditors."""
    (worker,) = (one for one in workshop.workers if one.staff_number == "W006")
    return Records(workshop.employers, (worker.model_copy(update=update),))


def paid(records: Records, month: Month, last: PaidMonth | None = None) -> PaidMonth:
    (found,) = pay_month(
        records,
        records.employers[0],
        month,
        {"W006": last} if last else {},
        country=belgium(),
        provisional=True,
    )
    return found


def amounts(month: PaidMonth) -> dict[int, int]:
    return {
        one.record.number: month.cents("attachment_amount", row)
        for row, one in enumerate(month.of.attached)
    }


def ranked(workshop: Records, *notices: Attachment) -> list[tuple[int, str]]:
    records = seller(workshop, attachments=notices)
    found = attached(records.workers[0], records.employers[0], DAY, {})
    return [(one.record.number, one.rank) for one in found]


# ------------------------------------------------------------------ ranks by law


def test_maintenance_goes_before_all_and_a_tax_notice_before_an_ordinary_seizure(
    workshop: Records,
) -> None:
    assert ranked(
        workshop,
        notice(1),
        notice(2, "tax_notice"),
        notice(3, "maintenance", monthly=20_000),
        notice(4, "delegation", monthly=10_000),
        notice(5, is_privileged=True),
    ) == [
        (3, "maintenance"),
        (4, "maintenance"),
        (2, "privileged"),
        (5, "privileged"),
        (1, "ordinary"),
    ]


@pytest.mark.parametrize(("day", "rank"), [(9, "assignment"), (10, "ordinary"), (11, "ordinary")])
def test_an_assignment_of_before_the_first_seizure_has_a_rank_of_its_own(
    workshop: Records, day: int, rank: str
) -> None:
    """The seizure is of Friday 10 January; even a privileged one comes after an earlier assignment."""
    assignment = notice(2, "assignment", notified=date(2025, 1, day))
    assert (2, rank) in ranked(workshop, notice(1), assignment)
    assert (2, rank) in ranked(workshop, notice(1, "tax_notice"), assignment)


def test_assignments_come_in_the_order_of_their_days(workshop: Records) -> None:
    assert ranked(
        workshop,
        notice(1, "assignment", notified=date(2025, 1, 8)),
        notice(2, "assignment", notified=date(2025, 1, 7)),
        notice(3),
    ) == [(2, "assignment"), (1, "assignment"), (3, "ordinary")]


def test_a_seizure_that_is_paid_or_lifted_ranks_nobody_behind_it(workshop: Records) -> None:
    assignment = notice(2, "assignment", notified=date(2025, 2, 1))
    assert ranked(workshop, notice(1, lifted=date(2025, 3, 1)), assignment) == [(2, "assignment")]
    records = seller(workshop, attachments=(notice(1), assignment))
    (found,) = attached(records.workers[0], records.employers[0], DAY, {1: 150_000})
    assert (found.record.number, found.rank) == (2, "assignment")


@pytest.mark.parametrize(
    ("how", "holds"),
    [
        ({"notified": DAY}, True),
        ({"notified": DAY + timedelta(days=1)}, False),
        ({"lifted": DAY + timedelta(days=1)}, True),
        ({"lifted": DAY}, False),
    ],
)
def test_a_notice_holds_from_its_day_and_not_on_the_day_it_is_lifted(
    workshop: Records, how: dict[str, date], holds: bool
) -> None:
    assert ranked(workshop, notice(**how)) == [(1, "ordinary")] * holds


def test_nothing_is_taken_for_an_assignment_before_it_may_be_executed(workshop: Records) -> None:
    first = {"kind": "assignment", "notified": date(2025, 3, 3)}
    assert ranked(workshop, notice(**first, executable=DAY)) == [(1, "assignment")]
    assert ranked(workshop, notice(**first, executable=DAY + timedelta(days=1))) == []


# ------------------------------------------------------------------ forms by day


@pytest.mark.parametrize(
    ("received", "paid_on", "days"),
    [
        # Friday 4 April 2025: ten days before it are 21, 24 to 28 and 31 March, 1 to 3 April.
        (date(2025, 3, 20), date(2025, 4, 4), 10),
        (date(2025, 3, 21), date(2025, 4, 4), 9),
        # Wednesday 6 March 2024: 21 to 23 and 26 to 29 February, 1, 4 and 5 March.
        (date(2024, 2, 20), date(2024, 3, 6), 10),
        (date(2024, 2, 21), date(2024, 3, 6), 9),
        # Wednesday 7 May 2025, without Easter Monday 21 April and 1 May.
        (date(2025, 4, 18), date(2025, 5, 7), 10),
        (date(2025, 4, 22), date(2025, 5, 7), 9),
        # The day before the payment.
        (date(2025, 4, 3), date(2025, 4, 4), 0),
    ],
)
def test_the_working_days_between_a_form_and_the_payment(
    received: date, paid_on: date, days: int
) -> None:
    form = ChildrenForm(employer=EMPLOYER, received=received, children=1)
    assert working_days_before(form, paid_on) == days


def test_the_last_form_with_effect_counts(workshop: Records) -> None:
    """Two children by the form of January, one by that of Monday 17 March: that is for April."""
    forms = tuple(
        ChildrenForm(employer=EMPLOYER, received=day, children=count)
        for day, count in ((date(2025, 1, 6), 2), (date(2025, 3, 17), 1))
    )
    records = seller(workshop, attachments=(notice(amount=900_000),), children_forms=forms)
    children, last = [], None
    for number in (1, 2, 3, 4):
        last = paid(records, Month(2025, number), last)
        children.append(last.cents("attached_children"))
    assert children == [0, 2, 2, 1]


# ------------------------------------------------------------------ what was paid before


def test_a_claim_is_paid_off_over_the_months_and_ends_by_itself(workshop: Records) -> None:
    records = seller(workshop, attachments=(notice(amount=60_000),))
    january = paid(records, Month(2025, 1))
    assert january.cents("seizable_part") == 39_972
    february = paid(records, Month(2025, 2), january)
    assert amounts(february) == {1: 60_000 - 39_972}
    march = paid(records, Month(2025, 3), february)
    assert march.of.attached == ()
    assert march.cents("net_pay") == march.cents("net_before_attachments")


def test_what_was_paid_last_year_is_asked_for(workshop: Records) -> None:
    old = {"notified": date(2024, 11, 4), "amount": 60_000}
    with pytest.raises(BadInput, match="record paid and paid_until"):
        paid(seller(workshop, attachments=(notice(**old),)), Month(2025, 1))
    stale = notice(**old, paid=50_000, paid_until=date(2024, 11, 30))
    with pytest.raises(BadInput, match="the last day of the month before"):
        paid(seller(workshop, attachments=(stale,)), Month(2025, 1))
    lifted = notice(**old, lifted=date(2025, 1, 1))
    assert paid(seller(workshop, attachments=(lifted,)), Month(2025, 1)).of.attached == ()
    known = notice(**old, paid=50_000, paid_until=date(2024, 12, 31))
    assert amounts(paid(seller(workshop, attachments=(known,)), Month(2025, 1))) == {1: 10_000}


def test_a_notice_after_the_last_pay_day_of_the_old_year_has_paid_nothing(
    workshop: Records,
) -> None:
    """The wages of December were paid on Tuesday 31 December 2024."""
    new = notice(notified=date(2025, 1, 1), amount=60_000)
    assert amounts(paid(seller(workshop, attachments=(new,)), Month(2025, 1))) == {1: 39_972}
    same_day = notice(notified=date(2024, 12, 31), amount=60_000)
    with pytest.raises(BadInput, match="is not known"):
        paid(seller(workshop, attachments=(same_day,)), Month(2025, 1))


def test_a_balance_that_was_recorded_since_goes_before(workshop: Records) -> None:
    january = paid(seller(workshop, attachments=(notice(),)), Month(2025, 1))
    known = notice(paid=140_000, paid_until=date(2025, 1, 31))
    records = seller(workshop, attachments=(known,))
    assert amounts(paid(records, Month(2025, 2), january)) == {1: 10_000}


def test_other_income_counts_on_its_days(workshop: Records) -> None:
    other = OtherIncome(
        since=date(2025, 2, 1),
        until=date(2025, 2, 28),
        amount=50_000,
        taken=10_000,
        told_by="the bailiff",
    )
    records = seller(workshop, attachments=(notice(amount=900_000),), other_incomes=(other,))
    last, found = None, []
    for number in (1, 2, 3):
        last = paid(records, Month(2025, number), last)
        found.append(last.cents("attachable_income") - last.cents("attachable_pay"))
    assert found == [0, 50_000, 0]


def test_2026_is_refused_where_its_amounts_are_needed(workshop: Records) -> None:
    limited = seller(workshop, attachments=(notice(notified=date(2026, 1, 5)),))
    with pytest.raises(Exception, match="seizure_threshold_1 is not known on 2026-01-30"):
        paid(limited, Month(2026, 1))
    unlimited = notice(kind="maintenance", monthly=40_000, notified=date(2026, 1, 5))
    assert amounts(paid(seller(workshop, attachments=(unlimited,)), Month(2026, 1))) == {1: 40_000}


def test_the_individual_account_counts_what_creditors_get_among_the_deductions(
    workshop: Records,
) -> None:
    january = paid(seller(workshop, attachments=(notice(),)), Month(2025, 1))
    account = individual_account([january], [payslip(january, "nl")])
    of_month = account["months"][0]["amounts"]
    assert (of_month["deductions"], of_month["net_pay"]) == ("399.72", "1671.40")


def test_what_is_written_reads_back(workshop: Records, tmp_path: Path) -> None:
    other = OtherIncome(since=DAY, amount=50_000, taken=0, told_by="the bailiff")
    form = ChildrenForm(employer=EMPLOYER, received=DAY, children=2)
    notices = (
        notice(1, paid=5, paid_until=DAY, reference="123456789002", message=None),
        notice(2, "assignment", executable=DAY, lifted=DAY),
        notice(3, "maintenance", monthly=20_000, is_held=True),
        notice(4, "debt_settlement"),
    )
    records = seller(workshop, attachments=notices, children_forms=(form,), other_incomes=(other,))
    write_folder(records, tmp_path / "folder")
    assert read_folder(tmp_path / "folder") == records.in_order()


# ------------------------------------------------------------------ records that are refused


@pytest.mark.parametrize(
    ("how", "says"),
    [
        ({"reference": "123456789002"}, "not both"),
        ({"message": None}, "needs a reference or a message"),
        ({"message": None, "reference": "123456789003"}, "no structured communication"),
        ({"amount": None}, "seizure needs amount"),
        ({"kind": "maintenance", "amount": None}, "needs amount or monthly"),
        ({"kind": "debt_settlement", "amount": 100}, "leave amount and monthly out"),
        ({"executable": date(2025, 2, 1)}, "an assignment, and nothing else"),
        (
            {"kind": "assignment", "executable": date(2025, 1, 9)},
            "executable 2025-01-09 is before notified",
        ),
        ({"kind": "tax_notice", "is_privileged": True}, "is said of a seizure"),
        ({"paid": 100}, "paid and paid_until belong together"),
        ({"paid": 100, "paid_until": date(2025, 1, 30)}, "not the last day of a month"),
        ({"paid": 200_000, "paid_until": date(2025, 1, 31)}, "paid is more than amount"),
        ({"iban": "BE71096123456768"}, "is no IBAN"),
    ],
)
def test_a_notice_that_cannot_be_is_refused(how: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        notice(**how)


@pytest.mark.parametrize(
    ("update", "says"),
    [
        ({"attachments": (notice(1), notice(1))}, "attachment 1 appears twice"),
        (
            {"attachments": (notice(1, employer="0200065765"),)},
            "employer 0200065765, with whom there is no contract",
        ),
        (
            {"attachments": (notice(1, "debt_settlement"), notice(2, "debt_settlement"))},
            "two debt settlements at once",
        ),
        (
            {
                "children_forms": tuple(
                    ChildrenForm(employer=EMPLOYER, received=date(2025, 1, 6), children=count)
                    for count in (1, 2)
                )
            },
            "children_forms are not in the order",
        ),
    ],
)
def test_notices_that_do_not_go_together_are_refused(
    workshop: Records, update: dict[str, Any], says: str
) -> None:
    worker = seller(workshop).workers[0]
    with pytest.raises(ValidationError, match=says):
        Worker.model_validate({**dict(worker), **update})


def test_other_income_of_which_more_is_taken_than_there_is_is_refused() -> None:
    how = {"since": DAY, "amount": 100, "taken": 101, "told_by": "the bailiff"}
    with pytest.raises(ValidationError, match="taken is more than amount"):
        OtherIncome(**how)


def test_an_indemnity_for_the_end_is_told_beside_a_seizure(workshop: Records) -> None:
    (contract,) = seller(workshop).workers[0].contracts
    left = contract.model_copy(update={"ends": date(2025, 1, 31), "end_reason": "dismissal"})
    records = seller(workshop, attachments=(notice(),), contracts=(left,))
    line = PayItem(
        month="2025-01",
        staff_number="W006",
        contract=1,
        kind="closure_indemnity",
        amount=500_000,
    )
    month = paid(replace(records, pay=(line,)), Month(2025, 1))
    told = [found.rule for found in remarks_on_attachments((month,), "en")]
    assert told == ["attachment_paid_in_full", "attachment_of_an_indemnity"]
