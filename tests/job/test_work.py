"""Stories of work: what happens to people inside a month, from the record to the declaration."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lxml import etree
