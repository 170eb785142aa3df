"""The records after a delivery: its days, its lines of pay and its absences take their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from officium.intake.roster import InService, Key
from officium.intake.told import Delivery
from officium.payroll import Absence, Records, folder_texts, read_tables


def after_absences(
    roster: Mapping[Key, InService], delivered: Iterable[Absence]
) -> Mapping[Key, InService]:
    """The contracts with their absences after a delivery."""
    by_contract: dict[Key, list[Absence]] = {}
    for one in delivered:
        by_contract.setdefault((one.staff_number, one.contract), []).append(one)
    return {
        key: one.with_absences(_updated(one.absences, by_contract.get(key, ())))
        for key, one in roster.items()
    }


def _updated(before: Iterable[Absence], delivered: Iterable[Absence]) -> tuple[Absence, ...]:
    """An absence of the same contract, kind and first day is the same one, told again."""
    found = {(one.staff_number, one.contract, one.kind, one.first): one for one in before}
    for one in delivered:
        key = (one.staff_number, one.contract, one.kind, one.first)
        if found.get(key) != one:
            found[key] = one
    return tuple(sorted(found.values(), key=lambda one: (one.first, one.kind)))


def merged_records(records: Records, delivery: Delivery) -> Records:
    """The records with the delivery in them, in order; those of other months and people stay."""
    month = str(delivery.month)
    time = [
        entry
        for entry in records.time
        if (entry.staff_number, entry.contract, entry.day) not in delivery.days
    ]
    pay = [
        item
        for item in records.pay
        if "pay" not in delivery.parts
        or item.month != month
        or (item.staff_number, item.contract) not in delivery.contracts
    ]
    merged = replace(
        records,
        time=(*time, *delivery.time),
        pay=(*pay, *delivery.pay),
        absences=_updated(records.absences, delivery.absences),
    )
    return merged.in_order()


def merged(texts: Mapping[str, str], delivery: Delivery) -> dict[str, str]:
    """The texts of a folder, by name, after a delivery; only tables that it changes are written anew.

    Raises BadInput where a table of the texts cannot be read.
    """
    before = read_tables(texts)
    old, new = folder_texts(before), folder_texts(merged_records(before, delivery))
    changed = {name: text for name, text in new.items() if old.get(name) != text}
    return {
        **{name: text for name, text in texts.items() if name not in old.keys() - new},
        **changed,
    }
