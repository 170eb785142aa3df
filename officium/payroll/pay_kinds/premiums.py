"""Premiums of the year, premiums for long service, gifts and costs."""

from __future__ import annotations

from officium.payroll.pay_kinds.kind import PayKind

YEARLY, ONCE = 12, 0


def _free(meaning: str, every_months: int = ONCE, may: tuple[str, ...] = ()) -> PayKind:
    """Free within limits; what is pay after all is declared as a premium."""
    return PayKind(meaning, may=may, item="12", remuneration=2, every_months=every_months)


KINDS: dict[str, PayKind] = {
    "year_end_premium": PayKind(
        "year-end premium, its amount recorded", remuneration=2, every_months=YEARLY
    ),
    "year_end_premium_by_months": PayKind(
        "year-end premium of a month's pay (or of the base) for twelve months worked or counted as "
        "worked; in joint committee 200 on its conditions of service",
        needs=("months",),
        may=("base",),
        remuneration=2,
        every_months=YEARLY,
    ),
    "yearly_bonus": PayKind("bonus of the year", remuneration=2, every_months=YEARLY),
    "seniority_premium": _free(
        "first premium for long service, from the year of 25 years; base: the average monthly pay "
        "in the enterprise, where the employer chose it",
        may=("base",),
    ),
    "second_seniority_premium": _free(
        "second premium for long service, from the year of 35 years", may=("base",)
    ),
    "gift": _free(
        "gift in cash for Saint Nicholas, Christmas or New Year; units: dependent children; base: "
        "free gifts given earlier this year",
        YEARLY,
        ("units", "base"),
    ),
    "honour_gift": _free(
        "gift on an honorary distinction; base: such gifts given earlier this year", may=("base",)
    ),
    "marriage_gift": _free("gift on a marriage or legal cohabitation"),
    "retirement_gift": _free("gift on retirement"),
    "expense": PayKind("reimbursement of costs of the employer", item="12"),
}
