"""The routes of the portal."""

from __future__ import annotations

from django.urls import include, path

from officium.portal import language_page, mandate_pages, today_page

urlpatterns = [
    path("", today_page.today_page, name="today"),
    path("language/<str:code>/", language_page.language, name="language"),
    path("account/", include("allauth.urls")),
    path("api/", include("officium.api.urls")),
]

_EMPLOYER = "employers/<str:number>/"
urlpatterns += [
    path("mandates/", mandate_pages.mandates_page, name="mandates"),
    path(f"{_EMPLOYER}mandates/", mandate_pages.employer_mandates, name="employer_mandates"),
    path(f"{_EMPLOYER}mandates/new/", mandate_pages.new_mandate, name="new_mandate"),
    path(
        f"{_EMPLOYER}mandates/<str:key>/", mandate_pages.employer_mandate, name="employer_mandate"
    ),
    path(
        f"{_EMPLOYER}mandates/<str:key>/event/", mandate_pages.mandate_event, name="mandate_event"
    ),
]

handler403 = "officium.portal.problems.forbidden"
handler404 = "officium.portal.problems.not_found"
handler429 = "officium.portal.problems.too_many"
handler500 = "officium.portal.problems.fault"
