"""The office's own key, with which it signs: kept in its home, readable by its owner alone.

An office that has a key of a trust service puts it there as `signing-key.pem` (private key, its
certificate, the chain); where none is, a practice key is made at the first use, marked as such.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime

from django.conf import settings

from officium.office.models import Operator
from officium.signatures import Key, PracticeAuthority

_KEY, _ROOT = "signing-key.pem", "signing-root.pem"


def office_key() -> Key:
    """The key of the operator."""
    path = settings.HOME / _KEY
    if not path.exists():
        _made()
    return Key.from_pem(path.read_bytes())


def office_root() -> bytes:
    """The root certificate (PEM) of a practice key; of another key, what its owner put there."""
    office_key()
    path = settings.HOME / _ROOT
    return path.read_bytes() if path.exists() else b""


def _made() -> None:
    moment = datetime.now(tz=UTC)
    operator = Operator.objects.get()
    authority = PracticeAuthority.at(moment)
    key = authority.organisation(operator.name, operator.enterprise_number, since=moment)
    (settings.HOME / _ROOT).write_bytes(authority.trusted)
    new = settings.HOME / f".{_KEY}.{os.getpid()}"
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(key.to_pem())
    new.rename(settings.HOME / _KEY)
