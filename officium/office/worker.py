"""The worker of the office's tasks: webhooks and digests, until it is ended."""

from __future__ import annotations

from officium.office import start

if __name__ == "__main__":
    start()
    from django.core.management import call_command

    from officium.office.acts import outbox

    # What was done a fortnight ago is not kept as a task.
    call_command("prune_db_task_results", verbosity=0)
    outbox.resume()
    call_command("db_worker")
