"""The routes of the API."""

from __future__ import annotations

from django.urls import path

from officium.api import duties, employers, pay
from officium.api.service import api

for router in (employers.router, pay.router, duties.router):
    api.add_router("", router)

urlpatterns = [path("v1/", api.urls)]
