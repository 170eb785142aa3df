"""Rows of the employers that a person sees, without asking for each employer where they see them all."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from officium.office.rights import Right, Rights


def within(
    rights: Rights, rows: QuerySet[Any], right: Right = Right.READ_EMPLOYER
) -> QuerySet[Any]:
    """Those of the rows (which have an `employer`) whose employer the person sees."""
    if rights.allows(right):
        return rows
    return rows.filter(employer__in=rights.employers(right))
