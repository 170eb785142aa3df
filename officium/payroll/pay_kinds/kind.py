"""What a kind of pay is to the records, the payslip and the declaration; its law is in the law book."""

from __future__ import annotations

from dataclasses import dataclass

QUANTITIES = ("hours", "days", "units", "price", "months", "share", "base", "day", "until")


@dataclass(frozen=True, slots=True)
class PayKind:
    """One code of the fact `item_kind`.

    `meaning` is for who writes the records; `needs` are the columns that a record of this kind fills,
    all of them, and `may` those that it may fill; `item` is the number of its line on the payslip
    (royal decree of 27 September 1966, art. 2). Its liable pay is declared under the remuneration
    code `remuneration` (annex 7), paid once in `every_months` months where the code asks for it, 0
    where it is paid now and then. `paid_before` is the code of what another employer paid in advance:
    what is taken off ordinary pay for it is declared again under that code, on which nothing is owed a
    second time; only what is paid out bears `remuneration`.
    """

    meaning: str
    needs: tuple[str, ...] = ("amount",)
    may: tuple[str, ...] = ()
    item: str = "7a"
    remuneration: int = 1
    every_months: int | None = None
    paid_before: int | None = None
