"""What is paid because a contract ends."""

from __future__ import annotations

from officium.payroll.pay_kinds.kind import PayKind

# Annex 7: indemnities at the end expressed in working time, and others.
IN_TIME, NOT_IN_TIME = 3, 4
_WEEKS = "`units`, the weeks of notice or those left of it; `days` beyond them, of seven a week"
_YEAR = "`base`, the pay of a year with all benefits, left out where the contract tells it"
_SINCE = "`share` of it that rests on service from 2014 on, left out for all"
_PERIOD = (
    "for the period from `day`, left out for the day after the end, or after the lines before it, to "
    "`until`"
)

KINDS: dict[str, PayKind] = {
    "notice_indemnity": PayKind(
        f"notice pay: {_WEEKS}; {_YEAR}; `day`, the first day that it covers, left out for the day "
        f"after the end, or after the lines before it; {_SINCE}",
        ("units",),
        may=("days", "share", "base", "day"),
        remuneration=IN_TIME,
    ),
    "notice_indemnity_outplacement": PayKind(
        "notice pay of a notice of thirty weeks or more, where outplacement was offered: four weeks are "
        "taken off; the rest as notice_indemnity",
        ("units",),
        may=("days", "share", "base", "day"),
        remuneration=IN_TIME,
    ),
    "fixed_term_indemnity": PayKind(
        "a fixed-term contract that is ended early: pay to the agreed term `until`, at most twice that of "
        f"`units` weeks, the notice of a contract without a term; {_YEAR}; {_SINCE}",
        ("units", "until"),
        may=("share", "base", "day"),
        remuneration=IN_TIME,
    ),
    "mutual_consent_indemnity": PayKind(
        f"an amount agreed on when both end the contract, {_PERIOD}; {_SINCE}",
        ("amount", "until"),
        may=("share", "day"),
        remuneration=IN_TIME,
    ),
    "protected_worker_indemnity": PayKind(
        f"protection indemnity of a delegate of the personnel or of a union, {_PERIOD}",
        ("amount", "until"),
        may=("day",),
        remuneration=IN_TIME,
    ),
    "non_competition_indemnity": PayKind(
        "for the `months` in which a non-competition clause holds, half of the pay of a month or the "
        "higher `share` agreed on; `base`, the gross pay of the month before the end, left out where the "
        "contract tells it",
        ("months",),
        may=("share", "base"),
        remuneration=NOT_IN_TIME,
    ),
    "clients_indemnity": PayKind(
        "commercial representatives who brought clients: `months` of pay, left out for those of the law; "
        f"{_YEAR}",
        (),
        may=("months", "base"),
        remuneration=NOT_IN_TIME,
    ),
    "unreasonable_dismissal_indemnity": PayKind(
        "manifestly unreasonable dismissal (CLA 109): `units`, the weeks granted, 3 to 17; no "
        f"contributions; {_YEAR}",
        ("units",),
        may=("base",),
    ),
    "other_protection_indemnity": PayKind(
        "protection indemnity of others than delegates (pregnancy, parental leave, a complaint ...): no "
        "contributions"
    ),
    "closure_indemnity": PayKind(
        "closure of the enterprise, within the amounts of the act of 26 June 2002: no contributions"
    ),
    "collective_dismissal_indemnity": PayKind(
        "monthly indemnity after a collective dismissal (CLA 10): no contributions"
    ),
}
# Those whose period is the recorded one, and no computed number of days.
UNTIL_ITS_DAY = ("mutual_consent_indemnity", "protected_worker_indemnity")
COVERING = tuple(name for name, kind in KINDS.items() if kind.remuneration == IN_TIME)
