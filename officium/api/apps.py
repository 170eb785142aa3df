"""The API as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class Api(AppConfig):
    """Routes for programs."""

    name = "officium.api"
    label = "api"
