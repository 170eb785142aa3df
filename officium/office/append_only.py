"""Tables whose rows are only added: the database itself refuses a change, whoever asks.

A blob and the content of an entry may be deleted when their retention ends, never changed.
"""

from __future__ import annotations

from typing import Any

NEVER_CHANGED = (
    "office_auditentry",
    "office_dutymark",
    "office_collection",
    "office_findingchoice",
    "office_run",
    "office_runfile",
    "office_delivery",
)
NEVER_UPDATED = ("office_blob", "office_auditcontent")
_REFUSAL = "rows of this table are only added"

# The text of a record is erased when its retention ends; nothing else of it ever changes.
_RECORDS = "office_recordtext"

_SQLITE = """
CREATE TRIGGER {table}_{event} BEFORE {event} ON {table} {when}
BEGIN SELECT RAISE(ABORT, '{table}: {refusal}'); END
"""
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION office_only_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%: {_REFUSAL}', TG_TABLE_NAME; END $$
"""
_POSTGRES = """
CREATE TRIGGER {table}_{event} BEFORE {event} ON {table} FOR EACH {each} {when}
EXECUTE FUNCTION office_only_added()
"""
_CHANGED = (
    "NEW.text IS NOT NULL OR NEW.digest <> OLD.digest OR NEW.version <> OLD.version OR "
    "NEW.path <> OLD.path OR NEW.employer_id <> OLD.employer_id OR NEW.recorded <> OLD.recorded"
)


def _triggers(vendor: str) -> list[tuple[str, str, str]]:
    """Table, event and the statement that creates the trigger."""
    events = [(table, event, "") for table in NEVER_CHANGED for event in ("UPDATE", "DELETE")]
    events += [(table, "UPDATE", "") for table in NEVER_UPDATED]
    events += [(_RECORDS, "DELETE", ""), (_RECORDS, "UPDATE", _CHANGED)]
    if vendor == "postgresql":
        tables = (*NEVER_CHANGED, *NEVER_UPDATED, _RECORDS)
        events += [(table, "TRUNCATE", "") for table in tables]
    made = []
    for table, event, when in events:
        if vendor == "sqlite":
            guard = f"WHEN {when}" if when else ""
            text = _SQLITE.format(table=table, event=event, when=guard, refusal=_REFUSAL)
        else:
            guard = f"WHEN ({when})" if when else ""
            each = "STATEMENT" if event == "TRUNCATE" else "ROW"
            text = _POSTGRES.format(table=table, event=event, when=guard, each=each)
        made.append((table, event, text))
    return made


def install(connection: Any) -> None:
    """Create the triggers in this database (SQLite or PostgreSQL)."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_FUNCTION)
        for _, _, text in _triggers(connection.vendor):
            cursor.execute(text)


def remove(connection: Any) -> None:
    """Drop them, as a migration that rebuilds such a table must; `install` follows."""
    with connection.cursor() as cursor:
        for table, event, _ in _triggers(connection.vendor):
            place = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{event}{place}")
