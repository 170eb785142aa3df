"""What is to be told of the attachments of pay: claims that end, what could not be taken, who shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from officium.findings import Finding, Severity
from officium.language import long_date, month_name, number, plain
from officium.payroll.attachments import SETTLEMENT, WITHIN_LIMITS
from officium.payroll.month import PaidMonth
from officium.payroll.pay_kinds.indemnities import KINDS as INDEMNITIES
from officium.payroll.records import Origin
from officium.payroll.remarks import table


def remarks_on_attachments(months: Iterable[PaidMonth], language: str) -> Iterator[Finding]:
    """The remarks on the months in which pay is attached, each with the place of the record."""
    for one in months:
        if one.of.attached:
            told = _Told(one, language)
            yield from told.on_claims()
            yield from told.on_the_pay()
            yield from told.on_forms()
            yield from told.on_ranks()


class _Told:
    def __init__(self, paid: PaidMonth, language: str) -> None:
        self.paid, self.language = paid, language
        of = paid.of
        self.month = f"{month_name(of.month.number, language)} {of.month.year}"
        ends = [sheet.contract.ends for sheet in of.timesheets]
        self.has_ended = all(day is not None and day <= of.month.last for day in ends)
        has_died = any(sheet.contract.end_reason == "death" for sheet in of.timesheets)
        self.rule_of_the_end = "attachment_at_the_death" if has_died else "attachment_at_the_end"

    def _remark(self, severity: Severity, rule: str, origin: Origin, **values: object) -> Finding:
        said = {"number": self.paid.of.worker.staff_number, "month": self.month, **values}
        message = table()[rule][self.language].format(**said)
        return Finding(severity, rule, message, origin.file, origin.line)

    def _euro(self, cents: int) -> str:
        return number(cents, 2, self.language)

    def on_claims(self) -> Iterator[Finding]:
        """Claims that are paid in full, and those that another employer or year must know of."""
        for row, one in enumerate(self.paid.of.attached):
            cents = self.paid.cents("attachment_amount", row)
            left = one.left(cents)
            said: dict[str, object] = {"creditor": one.record.creditor}
            origin = one.record.origin
            if left == 0:
                yield self._remark(Severity.INFO, "attachment_paid_in_full", origin, **said)
            elif left and self.has_ended:
                said |= {"left": self._euro(left)}
                yield self._remark(Severity.WARNING, self.rule_of_the_end, origin, **said)
            elif left and self.paid.of.month.number == 12:
                said |= {
                    "left": self._euro(left),
                    "attachment": one.record.number,
                    # As it is written into the record.
                    "paid": f'"{plain(one.paid_before + cents, 2)}"',
                    "day": self.paid.of.month.last.isoformat(),
                }
                yield self._remark(Severity.WARNING, "attachment_left_in_december", origin, **said)

    def on_the_pay(self) -> Iterator[Finding]:
        """What creditors could take, and was not there."""
        paid, origin = self.paid, self.paid.of.attached[0].record.origin
        if paid.cents("is_in_debt_settlement"):
            return
        maintenance = sum(one.claim for one in paid.of.attached if one.rank == "maintenance")
        taken = paid.cents("maintenance_taken")
        if taken < maintenance:
            said = {"taken": self._euro(taken), "asked": self._euro(maintenance)}
            yield self._remark(Severity.WARNING, "maintenance_short", origin, **said)
        if not paid.cents("is_pay_attached"):
            return
        if any(item.kind in INDEMNITIES for item in paid.of.items):
            yield self._remark(Severity.WARNING, "attachment_of_an_indemnity", origin)
        asked = sum(one.claim for one in paid.of.attached if one.rank in WITHIN_LIMITS)
        could = min(asked, max(0, paid.cents("seizable_part") - taken))
        left = paid.cents("left_for_creditors")
        if left < could:
            said = {"left": self._euro(left), "seizable": self._euro(could)}
            yield self._remark(Severity.WARNING, "attachment_short", origin, **said)

    def on_forms(self) -> Iterator[Finding]:
        """Forms for children that came too late for this payment."""
        worker, employer = self.paid.of.worker, self.paid.of.employer
        forms = [
            form
            for form in worker.children_forms
            if form.employer == employer.enterprise_number and form.received < self.paid.of.paid_on
        ]
        for row, form in enumerate(forms):
            if not self.paid.cents("form_has_effect", row):
                yield self._remark(
                    Severity.INFO,
                    "children_form_too_late",
                    form.origin,
                    received=long_date(form.received, self.language),
                    day=long_date(self.paid.of.paid_on, self.language),
                )

    def on_ranks(self) -> Iterator[Finding]:
        """Who shares a rank, and who gets nothing for a debt settlement."""
        attached = self.paid.of.attached
        if self.paid.cents("is_in_debt_settlement"):
            others = [one.record.creditor for one in attached if one.rank != SETTLEMENT]
            if others:
                origin = attached[0].record.origin
                said = {"creditors": ", ".join(others)}
                yield self._remark(Severity.INFO, "debt_settlement_suspends", origin, **said)
            return
        paid = [
            one for row, one in enumerate(attached) if self.paid.cents("attachment_amount", row)
        ]
        for rank, members in groupby(paid, key=lambda one: one.rank):
            of_rank = list(members)
            if rank in ("privileged", "ordinary") and len(of_rank) > 1:
                creditors = ", ".join(one.record.creditor for one in of_rank)
                origin = of_rank[0].record.origin
                yield self._remark(
                    Severity.INFO, "creditors_of_one_rank", origin, creditors=creditors
                )
