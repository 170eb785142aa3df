"""The routes of the API."""

from __future__ import annotations

from django.urls import path

from officium.api import (
    declarations,
    deliveries,
    duties,
    employers,
    mandates,
    money,
    months,
    payslips,
    proof,
    records,
    webhooks,
)
from officium.api.page import description
from officium.api.service import api

for router in (
    employers.router,
    records.router,
    deliveries.router,
    months.router,
    payslips.router,
    declarations.router,
    mandates.router,
    money.router,
    duties.router,
    proof.router,
    webhooks.router,
):
    api.add_router("", router)

urlpatterns = [path("v1/docs/", description, name="api_docs"), path("v1/", api.urls)]
