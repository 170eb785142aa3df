"""The application that a web server runs."""

from __future__ import annotations

from django.core.wsgi import get_wsgi_application

from officium.office import start

start()
application = get_wsgi_application()
