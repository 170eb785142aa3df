"""Premiums of the year, gifts and costs."""

from __future__ import annotations

from officium.payroll.pay_kinds.kind import PayKind

KINDS: dict[str, PayKind] = {
    "year_end_premium": PayKind("year-end premium", remuneration=2, every_months=12),
    "yearly_bonus": PayKind("bonus of the year", remuneration=2, every_months=12),
    "seniority_premium": PayKind("premium at an anniversary of service", item="12"),
    "gift": PayKind("gift in cash, goods or vouchers", item="12"),
    "expense": PayKind("reimbursement of costs of the employer", item="12"),
}
