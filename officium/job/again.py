"""A payslip that was computed, explained in another language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from officium.law import belgium, explain_again


def payslip_in(payslip: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The payslip with its explanations in that language: of its lines, its absences, its holidays.

    They are asked anew from the questions that the payslip carries. Raises LawError code `fingerprint`
    where the law book changed since it was computed, `witness` where its amounts are not those of its
    own questions.
    """
    return {
        **_explained(payslip, language),
        **{
            part: [_explained(one, language) for one in payslip.get(part) or ()]
            for part in ("absences", "holidays")
        },
    }


def _explained(part: Mapping[str, Any], language: str) -> dict[str, Any]:
    held = part["explanation"]
    if held["language"] == language:
        return dict(part)
    again = explain_again(belgium(), part["question"], part["fingerprint"], held, language)
    return {**part, "explanation": again}
