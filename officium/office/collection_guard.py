"""The database asks the operator's own row before it takes a collection, whatever a program claims."""

from __future__ import annotations

from typing import Any

_REFUSAL = "only a certified social secretariat collects contributions"
_ASKED = "(SELECT kind FROM office_operator WHERE id = 1)"
_SQLITE = f"""
CREATE TRIGGER office_collection_guard BEFORE INSERT ON office_collection
WHEN {_ASKED} IS NOT 'certified' BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
"""
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION office_certified() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF {_ASKED} IS DISTINCT FROM 'certified' THEN RAISE EXCEPTION '{_REFUSAL}'; END IF;
  RETURN NEW;
END $$
"""
_POSTGRES = """
CREATE TRIGGER office_collection_guard BEFORE INSERT ON office_collection
FOR EACH ROW EXECUTE FUNCTION office_certified()
"""


def install(connection: Any) -> None:
    """Create the trigger in this database (SQLite or PostgreSQL)."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_FUNCTION)
            cursor.execute(_POSTGRES)
        else:
            cursor.execute(_SQLITE)
