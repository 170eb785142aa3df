"""`officium serve`: the office in a browser; the web server and the worker of its tasks."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

import click

from officium.cli.office import home_option, started
from officium.cli.options import json_option, print_json


@click.command()
@home_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=int, default=8000, show_default=True, help="Port to listen on.")
@json_option
def serve(home: Path | None, host: str, port: int, as_json: bool) -> int:
    """Open the office at http://HOST:PORT until it is interrupted.

    The database is brought up to date first. Another address than this machine's own needs
    OFFICIUM_HOSTS and a web server with TLS before it.
    """
    started(home)
    programs = [
        [
            *(sys.executable, "-m", "gunicorn", "officium.portal.wsgi:application"),
            *("--bind", f"{host}:{port}", "--workers", "2", "--threads", "4", "--timeout", "300"),
        ],
        [sys.executable, "-m", "officium.office.worker"],
    ]
    # In sessions of their own: a key that interrupts us reaches them once, from us, and in order.
    children = [subprocess.Popen(program, start_new_session=True) for program in programs]
    address = f"http://{host}:{port}"
    if as_json:
        print_json({"address": address})
    else:
        click.echo(address)

    def stop(_number: int, _frame: FrameType | None) -> None:
        for child in children:
            child.terminate()

    signal.signal(signal.SIGTERM, stop)
    try:
        while all(child.poll() is None for child in children):
            time.sleep(0.5)
    except KeyboardInterrupt:
        pass
    for child in children:
        child.terminate()
    statuses = [child.wait() for child in children]
    # Ended by a signal is how it ends.
    return 0 if all(status <= 0 for status in statuses) else 1
