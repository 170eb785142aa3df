"""The portal as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class Portal(AppConfig):
    """Templates, routes, static files."""

    name = "officium.portal"
    label = "portal"
