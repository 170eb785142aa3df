"""Rows that are only added, and who may collect: held by the database itself."""

from typing import Any

from django.db import migrations

from officium.office import append_only, collection_guard


def install(_: Any, editor: Any) -> None:
    """Create the triggers."""
    append_only.install(editor.connection)
    collection_guard.install(editor.connection)


class Migration(migrations.Migration):
    """The triggers."""

    dependencies = [("office", "0001_initial")]
    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
