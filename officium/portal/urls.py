"""The routes of the portal."""

from __future__ import annotations

from django.urls import include, path

from officium.portal import language_page, today_page

urlpatterns = [
    path("", today_page.today_page, name="today"),
    path("language/<str:code>/", language_page.language, name="language"),
    path("account/", include("allauth.urls")),
    path("api/", include("officium.api.urls")),
]

handler403 = "officium.portal.problems.forbidden"
handler404 = "officium.portal.problems.not_found"
handler429 = "officium.portal.problems.too_many"
handler500 = "officium.portal.problems.fault"
