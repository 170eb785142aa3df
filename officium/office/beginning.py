"""Django is set up once, for a home folder and a database."""

from __future__ import annotations

import os
from pathlib import Path


def start(home: Path | None = None) -> None:
    """Read the settings and load the office's models; `home` before `OFFICIUM_HOME`.

    The home folder holds the embedded database and the secret key; it is made where it is not there.
    """
    if home is not None:
        os.environ["OFFICIUM_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "officium.office.settings")
    import django

    django.setup()
