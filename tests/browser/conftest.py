"""A real server of a small practice office, and a real browser (Debian's Chromium)."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium")
PASSWORD = "correct horse battery"
# Without these the browser of a closed network waits for hosts that it cannot reach.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

FILL = """
import sys
sys.path.insert(0, sys.argv[1])
from django.core.management import call_command
from officium.office import start
start()
call_command("migrate", verbosity=0)
call_command("createcachetable", verbosity=0)
from office.conftest import EXAMPLES, PRACTICE_DAY, fewer, mandated, person, texts_in
from datetime import date
from officium.law import Month
from officium.office.acts import duties, months, operator, records
from officium.office.acts.actor import Actor
from officium.office.models import Role
from officium.representation import Act, Group

office = Actor.office("command")
operator.found(
    office, kind="certified", name="Meridiaan", legal_form="VZW", enterprise_number="0999000129",
    certification_number="999", decree_date=date(2020, 1, 15), practice_day=PRACTICE_DAY,
)
texts = texts_in(EXAMPLES / "workshop")
del texts["mandates.toml"]
employer = records.admit(office, texts)
other = records.admit(office, fewer(texts_in(EXAMPLES / "shop"), "S001", "S002"))
for one in (employer, other):
    mandated(office, one, Group.DMFA_DIMONA, Act.COMPUTE_PAY, Act.DECLARE_DIMONA, Act.DECLARE_DMFA)
computed = months.compute(office, employer, Month(2025, 1))
months.approve(office, employer, Month(2025, 1), computed.version)
for one in (employer, other):
    duties.reckon(one)
for role in (Role.PAYROLL, Role.FINANCE, Role.ADMINISTRATOR, Role.AUDITOR):
    person(role)
person(Role.EMPLOYER, employer)
person(Role.ACCOUNTANT, employer)
person(Role.WORKER, employer, "W001")
"""


@dataclass
class Site:
    """Where the office is reached."""

    address: str


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The office as `officium serve` opens it, with its own embedded database."""
    home = tmp_path_factory.mktemp("office")
    kept = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL",)}
    environment = {**kept, "OFFICIUM_HOME": str(home), "PYTHONPATH": str(ROOT)}
    filling = {**environment, "OFFICIUM_TEST": ""}
    subprocess.run(
        [sys.executable, "-c", FILL, str(ROOT / "tests")], env=filling, cwd=ROOT, check=True
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    served = subprocess.Popen(
        [sys.executable, "-m", "officium", "serve", "--port", str(port)],
        env={**environment, "OFFICIUM_TEST": ""},
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address)
        yield Site(address)
    finally:
        served.terminate()
        served.wait(20)


def _wait(address: str) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(f"{address}/account/login/", timeout=5)
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise RuntimeError("the office does not answer")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all journeys."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not on this machine")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=CHROMIUM, chromium_sandbox=False, args=QUIET
        )
        yield opened
        opened.close()


class Visitor:
    """A person at the browser: signs in in a language, goes somewhere, sees no fault of access."""

    def __init__(self, browser: Browser, site: Site, language: str) -> None:
        self.page: Page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        self.address = site.address
        self.said: list[str] = []
        self.page.on("console", lambda told: self.said.append(told.text))
        self.page.goto(f"{site.address}/language/{language}/?next=/account/login/")

    def sign_in(self, email: str) -> None:
        self.page.fill("[name=login]", email)
        self.page.fill("[name=password]", PASSWORD)
        self.page.press("[name=password]", "Enter")
        self.page.wait_for_selector("h1")

    def go(self, path: str) -> None:
        answer = self.page.goto(f"{self.address}{path}")
        assert answer is not None
        assert answer.status == 200, path

    def is_fine(self) -> None:
        """No serious finding of axe, and the console says nothing."""
        found = Axe().run(self.page).response["violations"]
        serious = [
            (one["id"], node["html"][:120])
            for one in found
            if one["impact"] in ("serious", "critical")
            for node in one["nodes"]
        ]
        assert serious == [], self.page.url
        assert self.said == [], self.page.url


@pytest.fixture(params=["nl", "fr"])
def visitor(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Visitor]:
    """Somebody who reads that language."""
    made = Visitor(browser, site, request.param)
    made.language = request.param
    yield made
    made.page.context.close()
