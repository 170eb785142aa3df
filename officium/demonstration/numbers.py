"""Numbers that nobody bears: right in their check digits, from ranges that are not given out.

The serial of an INSS is above 900 (the register counts births of a day from 1), enterprise numbers begin
with 19, units of establishment with 799, and the code of the bank, 999, is no bank's.
"""

from __future__ import annotations

from datetime import date

_BANK = "999"


def inss(born: date, serial: int, sex: str) -> str:
    """A social security number; of two people born on one day and of one sex, serials differ (0 to 47)."""
    base = f"{born:%y%m%d}{900 + 2 * serial + (sex == 'M')}"
    checked = int(f"2{base}" if born.year >= 2000 else base)
    return f"{base}{97 - checked % 97:02d}"


def enterprise_number(serial: int) -> str:
    """An enterprise number, by a serial below one million."""
    return _complement(f"19{serial:06d}")


def establishment_number(serial: int) -> str:
    """The number of a unit of establishment, by a serial below 100 000."""
    return _complement(f"799{serial:05d}")


def nsso_number(serial: int) -> str:
    """An NSSO registration number, by a serial below 100 000."""
    base = f"19{serial:05d}"
    return f"{base}{96 - int(base) * 100 % 97:02d}"


def iban(serial: int) -> str:
    """A Belgian account number, by a serial below ten million."""
    base = f"{_BANK}{serial:07d}"
    account = f"{base}{int(base) % 97 or 97:02d}"
    return f"BE{98 - int(f'{account}111400') % 97:02d}{account}"


def dimona_period(begins: date, serial: int) -> str:
    """The number of a Dimona period that was opened on the first day of a contract; serials to 999."""
    base = f"{begins:%Y%j}{serial:03d}"
    return f"{base}{int(base) % 97 or 97:02d}"


def _complement(base: str) -> str:
    """The digits, and two more that complete them to a multiple of 97."""
    return f"{base}{97 - int(base) % 97:02d}"
