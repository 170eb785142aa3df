"""Run the office's tests once more on PostgreSQL: a cluster of its own, thrown away afterwards.

    python tests/on_postgresql.py [arguments of pytest]

Without PostgreSQL's programs it says so in one line and ends well; `.ci/run` installs them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

FOLDERS = ("tests/office", "tests/portal", "tests/api", "tests/browser")


def programs() -> Path | None:
    """Where `initdb` and `pg_ctl` stand."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def main(arguments: list[str]) -> int:
    """The exit status of pytest."""
    place = programs()
    if place is None:
        print("PostgreSQL is not on this machine: the office's tests ran on SQLite alone.")
        return 0
    # PostgreSQL refuses to run as root.
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory(prefix="officium-pg-") as folder:
        Path(folder).chmod(0o777)
        data = f"{folder}/data"

        def run(program: str, *given: str) -> None:
            subprocess.run(
                [*as_user, str(place / program), *given],
                cwd=folder,
                check=True,
                stdout=subprocess.DEVNULL,
            )

        run("initdb", "-D", data, "-A", "trust", "-U", "officium", "-E", "UTF8", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off"
        run("pg_ctl", "-D", data, "-w", "-l", f"{folder}/log", "-o", options, "start")
        try:
            url = f"postgres://officium@{quote(folder, safe='')}/postgres"
            tests = arguments or ["-n", "2", *(one for one in FOLDERS if Path(one).is_dir())]
            return subprocess.run(
                [sys.executable, "-m", "pytest", *tests], env={**os.environ, "DATABASE_URL": url}
            ).returncode
        finally:
            run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
