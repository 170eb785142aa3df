"""Django's settings for the tests: a home of their own, cheap passwords."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("OFFICIUM_TEST", "1")
os.environ.setdefault("OFFICIUM_HOME", tempfile.mkdtemp(prefix="officium-test-"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "officium.office.settings")

from officium.office import start

start()
