"""Who asks: their rights, and their language where they chose none in this browser."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from officium.office.clock import today
from officium.office.models import Operator
from officium.office.rights import Rights
from officium.portal.words import word

# What sets the second factor, leaves, or shows nothing of the office.
_WITHOUT = ("/account/", "/language/", "/static/", "/api/")


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
        if self._lacks_second_factor(request):
            messages.warning(request, word("access.second_factor"))
            return redirect("mfa_index")
        return self._answer(request)

    def _lacks_second_factor(self, request: HttpRequest) -> bool:
        """Who works in the office does nothing before a second factor is set; practice needs none."""
        if not request.user.is_authenticated or request.path.startswith(_WITHOUT):
            return False
        if not request.rights.is_office or is_mfa_enabled(request.user):
            return False
        return not Operator.objects.filter(practice_day__isnull=False).exists()
