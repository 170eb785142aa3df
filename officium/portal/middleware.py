"""Who asks: their rights, and their language where they chose none in this browser."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from officium.office.clock import today
from officium.office.rights import Rights


class Person:
    """Gives each request its `rights`; a person's own language holds until they switch."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Asked late: who signs in with this very request has their rights at once.
        request.rights = SimpleLazyObject(lambda: Rights(request.user, today()))
        if request.user.is_authenticated and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = request.user.language
        return self._answer(request)
