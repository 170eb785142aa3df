"""The office as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class Office(AppConfig):
    """Records, use cases and rights."""

    name = "officium.office"
    label = "office"
