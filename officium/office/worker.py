"""The worker of the office's tasks: webhooks and digests, until it is ended."""

from __future__ import annotations

from officium.office import start

if __name__ == "__main__":
    start()
    from django.core.management import call_command

    call_command("db_worker")
