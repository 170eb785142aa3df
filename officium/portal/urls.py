"""The routes of the portal."""

from __future__ import annotations

from django.urls import include, path

from officium.portal import (
    access_pages,
    calendar_pages,
    declaration_pages,
    employer_page,
    employers_page,
    language_page,
    mandate_pages,
    payslip_pages,
    people_pages,
    preferences_page,
    proof_pages,
    records_pages,
    search_page,
    today_page,
    token_pages,
)

_employer = [
    path("", employer_page.employer_page, name="employer"),
    path("people/", people_pages.people_page, name="employer_people"),
    path("people/<str:staff_number>/", people_pages.person_page, name="person"),
    path("records/", records_pages.records_page, name="employer_records"),
    path("records/new/", records_pages.new_record_page, name="new_record"),
    path("records/export/", records_pages.export_page, name="export_records"),
    path("records/file/<path:path>/", records_pages.record_page, name="employer_record"),
    path("records/change/<path:path>/", records_pages.change_record_page, name="change_record"),
    path(
        "records/version/<int:version>/<path:path>/",
        records_pages.version_page,
        name="record_version",
    ),
    path("payslips/", payslip_pages.employer_payslips_page, name="employer_payslips"),
    path("calendar/", calendar_pages.employer_calendar, name="employer_calendar"),
    path("calendar/<int:due>/", calendar_pages.employer_due, name="employer_due"),
    path("declarations/", declaration_pages.employer_declarations, name="employer_declarations"),
    path(
        "declarations/<int:declaration>/",
        declaration_pages.declaration_page,
        name="employer_declaration",
    ),
    path(
        "declarations/<int:declaration>/file/",
        declaration_pages.declaration_file,
        name="declaration_file",
    ),
    path("evidence/", proof_pages.employer_evidence, name="employer_evidence"),
    path("users/", access_pages.employer_users_page, name="employer_users"),
    path("users/<int:assignment>/end/", access_pages.end_client_role, name="end_client_role"),
    path(
        "users/invitations/<int:invitation>/withdraw/",
        access_pages.withdraw_invitation,
        name="withdraw_invitation",
    ),
    path("mandates/", mandate_pages.employer_mandates, name="employer_mandates"),
    path("mandates/new/", mandate_pages.new_mandate, name="new_mandate"),
    path("mandates/<str:key>/", mandate_pages.employer_mandate, name="employer_mandate"),
    path("mandates/<str:key>/event/", mandate_pages.mandate_event, name="mandate_event"),
]
urlpatterns = [
    path("", today_page.today_page, name="today"),
    path("search/", search_page.search_page, name="search"),
    path("employers/", employers_page.employers_page, name="employers"),
    path("employers/new/", employers_page.new_employer_page, name="new_employer"),
    path("employers/<str:number>/", include(_employer)),
    path("payslips/", payslip_pages.payslips_page, name="payslips"),
    path("payslips/<int:payslip>/", payslip_pages.payslip_page, name="payslip"),
    path("payslips/<int:payslip>/pdf/", payslip_pages.payslip_paper, name="payslip_paper"),
    path("payslips/<int:payslip>/json/", payslip_pages.payslip_document, name="payslip_document"),
    path("payslips/<int:payslip>/facts/<str:fact>/", payslip_pages.fact_page, name="payslip_fact"),
    path("mandates/", mandate_pages.mandates_page, name="mandates"),
    path("calendar/", calendar_pages.calendar_page, name="calendar"),
    path("calendar/<str:feed_token>.ics", calendar_pages.feed, name="calendar_feed"),
    path("declarations/", declaration_pages.declarations_page, name="declarations"),
    path("audit/", proof_pages.audit_page, name="audit"),
    path("certificate/", proof_pages.root_certificate, name="root_certificate"),
    path("people/", access_pages.users_page, name="people"),
    path("people/<int:user>/lock/", access_pages.lock_page, name="lock_person"),
    path("people/roles/<int:held>/end/", access_pages.end_office_role, name="end_office_role"),
    path("invitation/<str:token>/", access_pages.accept_invitation, name="accept_invitation"),
    path("language/<str:code>/", language_page.language, name="language"),
    path("preferences/", preferences_page.preferences_page, name="preferences"),
    path("tokens/", token_pages.tokens_page, name="tokens"),
    path("tokens/<int:own_token>/revoke/", token_pages.revoke_token, name="revoke_token"),
    path("account/", include("officium.portal.account_urls")),
    path("api/", include("officium.api.urls")),
]

handler403 = "officium.portal.problems.forbidden"
handler404 = "officium.portal.problems.not_found"
handler429 = "officium.portal.problems.too_many"
handler500 = "officium.portal.problems.fault"
