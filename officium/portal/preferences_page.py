"""A person's own preferences."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.http import require_http_methods

from officium.office.acts.preferences import prefer
from officium.portal.door import own
from officium.portal.words import word


@own
@require_http_methods(["GET", "POST"])
def preferences_page(request: HttpRequest) -> HttpResponse:
    """Language of pages and e-mails, and the keys."""
    if request.method == "GET":
        return render(request, "portal/preferences.html", {"names": settings.LANGUAGES})
    language = request.POST.get("language", "")
    prefer(request.user, language=language, single_key_shortcuts="keys" in request.POST)
    translation.activate(language)
    messages.success(request, word("preferences.stored"))
    answer = redirect("preferences")
    # The person's own choice holds again over what this browser was switched to.
    answer.delete_cookie(settings.LANGUAGE_COOKIE_NAME)
    return answer
