"""Numbers of people and firms as people write them; what is private stays hidden until it is asked for."""

from __future__ import annotations

_HIDDEN = "•"


def enterprise_number(digits: str) -> str:
    """`0765432146` as `0765.432.146`."""
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"


def nsso_number(digits: str) -> str:
    """`159999947` as `1599999-47`."""
    return f"{digits[:-2]}-{digits[-2:]}"


def inss(digits: str) -> str:
    """`84051721408` as `84.05.17-214.08`."""
    return f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}-{digits[6:9]}.{digits[9:]}"


def hidden_inss() -> str:
    """The shape of an INSS that nobody asked for."""
    return inss(_HIDDEN * 11)


def short_account(iban: str) -> str:
    """The country and the last four signs of an account."""
    return f"{iban[:2]}{_HIDDEN * 2} {_HIDDEN * 4} {iban[-4:]}"
