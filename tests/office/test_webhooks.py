"""A program is told of what happens: signed, until it takes it, and never at an address inside."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from officium.findings import BadInput
from officium.office import outgoing
from officium.office.acts import outbox, records, webhooks
from officium.office.acts.actor import Actor
from officium.office.acts.audit import record
from officium.office.clock import moment, today
from officium.office.models import Assignment, AuditEntry, Employer, Role, WebhookDelivery
from officium.office.refusals import Forbidden, Refused
from officium.representation import Mandate

from .conftest import person


class Receiver:
    """A program on this machine that answers as it is told to, and keeps what it got."""

    def __init__(self) -> None:
        self.got: list[tuple[dict[str, str], str]] = []
        self.answers: list[int] = []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                receiver.got.append((dict(self.headers), body))
                self.send_response(receiver.answers.pop(0) if receiver.answers else 204)
                self.send_header("Location", receiver.address)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}/in?from=officium"
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    yield made
    made.stop()


def happens(employer: Employer, action: str = "month.approved", key: str = "2025-02") -> None:
    kind = action.split(".")[0]
    record(Actor.office("test"), action, employer, kind, f"{employer.enterprise_number}/{key}")


def later(row: WebhookDelivery) -> WebhookDelivery:
    """The pause is over, and the worker comes by."""
    WebhookDelivery.objects.filter(pk=row.pk, next_try__isnull=False).update(next_try=moment())
    outbox.tell.call(row.pk)
    row.refresh_from_db()
    return row


def test_what_happens_is_told_signed_and_without_a_person(
    payroll_officer: Actor, employer: Employer, receiver: Receiver
) -> None:
    _, secret = webhooks.subscribe(payroll_officer, receiver.address, ["month.approved"])
    happens(employer)
    row = later(WebhookDelivery.objects.get())
    ((headers, body),) = receiver.got
    told = json.loads(body)
    assert told["link"].endswith("/api/v1/employers/0765432146/months/2025-02")
    assert told["entry"] == AuditEntry.objects.get(action="month.approved").number
    assert set(told) == {"event", "entry", "recorded", "employer", "kind", "key", "link"}
    seconds, given = headers["Officium-Signature"].removeprefix("t=").split(",v1=")
    assert given == outbox.signature(secret, int(seconds), body)
    assert given != outbox.signature(secret, int(seconds) + 1, body)
    assert headers["Officium-Event"] == "month.approved"
    assert (row.taken is not None, row.last_status, row.next_try) == (True, "204", None)
    # What was taken is not told again, also where the arranged next try comes by.
    later(row)
    assert len(receiver.got) == 1


def test_the_telling_is_written_with_the_act_or_not_at_all(
    payroll_officer: Actor, employer: Employer, receiver: Receiver
) -> None:
    webhooks.subscribe(payroll_officer, receiver.address, ["month.approved"])
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        happens(employer)
        raise ZeroDivisionError
    assert not WebhookDelivery.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_it_is_tried_again_after_growing_pauses_and_given_up_after_a_day(
    payroll_officer: Actor, employer: Employer, receiver: Receiver
) -> None:
    webhooks.subscribe(payroll_officer, receiver.address, ["month.approved"])
    happens(employer)
    row = WebhookDelivery.objects.get()
    # A redirect is no answer that takes it, and nobody follows it.
    receiver.answers = [500, 302, 404, 503, 500, 500]
    for tries, pause in enumerate(outbox.PAUSES, 1):
        before = moment()
        row = later(row)
        assert (row.tries, row.taken, row.given_up) == (tries, None, None)
        assert before + pause <= row.next_try <= moment() + pause
        assert DBTaskResult.objects.filter(run_after=row.next_try).count() == 1
        outbox.tell.call(row.pk)
        assert len(receiver.got) == tries
    row = later(row)
    assert (row.given_up is not None, row.next_try, len(receiver.got)) == (True, None, 6)
    assert sum(outbox.PAUSES, timedelta()) == timedelta(days=1)
    assert list(outbox.PAUSES) == sorted(outbox.PAUSES)
    row = later(webhooks.resend(payroll_officer, row))
    assert (row.taken is not None, row.given_up, row.tries) == (True, None, 1)


def test_nobody_there_is_a_try_like_any_other(payroll_officer: Actor, employer: Employer) -> None:
    # Port 9 of this machine: nobody listens there.
    webhooks.subscribe(payroll_officer, "http://127.0.0.1:9/in", ["mandate.*"])
    happens(employer, "mandate.signed", "0765432146-dmfa_dimona-2025Q1")
    row = later(WebhookDelivery.objects.get())
    assert (row.tries, row.taken) == (1, None)
    assert "refused" in row.last_status


def test_only_what_was_asked_of_whom_was_asked(
    payroll_officer: Actor, employer: Employer, other_employer: Employer, receiver: Receiver
) -> None:
    webhooks.subscribe(payroll_officer, receiver.address, ["declaration.*"], employer)
    happens(employer, "declaration.sent", "7")
    happens(employer, "month.approved")
    happens(other_employer, "declaration.sent", "8")
    (row,) = WebhookDelivery.objects.all()
    assert json.loads(row.body)["link"].endswith("/employers/0765432146/declarations/7")


def test_a_client_is_told_of_their_own_employer_while_they_are_its_user(
    employer: Employer, other_employer: Employer, receiver: Receiver
) -> None:
    user = person(Role.EMPLOYER, employer)
    theirs = Actor.person(user)
    with pytest.raises(Forbidden):
        webhooks.subscribe(theirs, receiver.address, ["month.approved"], other_employer)
    webhooks.subscribe(theirs, receiver.address, ["month.approved"])
    happens(other_employer)
    assert not WebhookDelivery.objects.exists()
    happens(employer)
    assert WebhookDelivery.objects.count() == 1
    Assignment.objects.filter(user=user).update(ends=today() - timedelta(days=1))
    happens(employer)
    assert WebhookDelivery.objects.count() == 1


def test_a_worker_is_told_nothing(employer: Employer, receiver: Receiver) -> None:
    worker = Actor.person(person(Role.WORKER, employer, "W001"))
    with pytest.raises(Forbidden):
        webhooks.subscribe(worker, receiver.address, ["month.approved"])


def test_what_ended_is_told_nothing_more(
    payroll_officer: Actor, employer: Employer, receiver: Receiver
) -> None:
    row, _ = webhooks.subscribe(payroll_officer, receiver.address, ["month.approved"])
    happens(employer)
    webhooks.end(payroll_officer, row)
    happens(employer)
    told = later(WebhookDelivery.objects.get())
    assert (told.given_up is not None, receiver.got) == (True, [])
    told.webhook.refresh_from_db()
    with pytest.raises(Refused):
        webhooks.resend(payroll_officer, told)
    with pytest.raises(BadInput):
        webhooks.end(Actor.person(person(Role.FINANCE)), row)


def test_there_are_not_too_many(payroll_officer: Actor) -> None:
    for _ in range(webhooks.MOST):
        webhooks.subscribe(payroll_officer, "https://hooks.example/in", ["mandate.*"])
    with pytest.raises(Refused):
        webhooks.subscribe(payroll_officer, "https://hooks.example/in", ["mandate.*"])


@pytest.mark.parametrize(
    "address",
    [
        "http://hooks.example/in",
        "ftp://hooks.example/in",
        "https://user:secret@hooks.example/in",
        "https:///in",
        "https://hooks.example:port/in",
        "https://[::1/in",
        "https://hooks.example/in\nX: y",
        "file:///etc/passwd",
        "",
    ],
)
def test_an_address_that_cannot_be_is_refused(payroll_officer: Actor, address: str) -> None:
    with pytest.raises(BadInput) as refusal:
        webhooks.subscribe(payroll_officer, address, ["month.approved"])
    assert refusal.value.code == "webhook_address"


def test_an_event_that_is_none_is_refused(payroll_officer: Actor) -> None:
    with pytest.raises(BadInput):
        webhooks.subscribe(payroll_officer, "https://hooks.example/in", ["person.invited"])


@pytest.mark.parametrize(
    "place",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_an_address_inside_is_not_called(
    place: str, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.IN_TEST = False
    # The name says a public address beside it: one that is not is enough.
    answers = [(2, 1, 6, "", (one, 443)) for one in ("93.184.215.14", place)]
    monkeypatch.setattr(outgoing.socket, "getaddrinfo", lambda *_, **__: answers)
    assert not outgoing.is_public(place)
    assert outgoing.is_public("93.184.215.14")
    with pytest.raises(OSError, match="not public"):
        outgoing.posted("https://hooks.example/in", b"{}", {})
    with pytest.raises(BadInput):
        outgoing.posted("http://127.0.0.1/in", b"{}", {})


def test_the_connection_goes_to_what_was_looked_up(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that changes its address after it was examined leads nowhere else."""
    settings.IN_TEST = False
    called = []
    monkeypatch.setattr(
        outgoing.socket,
        "getaddrinfo",
        lambda *_, **__: [(2, 1, 6, "", ("93.184.215.14", 443))],
    )

    def connect(place: Any, _timeout: float) -> None:
        called.append(place)
        raise OSError("stopped here")

    monkeypatch.setattr(outgoing.socket, "create_connection", connect)
    with pytest.raises(OSError, match="stopped here"):
        outgoing.posted("https://hooks.example/in", b"{}", {})
    assert called == [("93.184.215.14", 443)]


def test_the_acts_themselves_tell(
    payroll_officer: Actor, employer: Employer, mandate: Mandate, receiver: Receiver
) -> None:
    from officium.intake import template
    from officium.law import Month
    from officium.office.acts import deliveries

    webhooks.subscribe(payroll_officer, receiver.address, outbox.EVENTS)
    held = records.records_of(employer)
    sheet = template(held, held.employers[0], Month(2025, 4), "csv", "en")
    made = deliveries.deliver(payroll_officer, employer, Month(2025, 4), "csv", "a.csv", sheet)
    (row,) = WebhookDelivery.objects.all()
    assert row.event == "delivery.received"
    assert json.loads(row.body)["link"].endswith(f"/receipts/{made.pk}")


def test_the_worker_finds_what_is_to_be_told(
    payroll_officer: Actor, employer: Employer, receiver: Receiver
) -> None:
    webhooks.subscribe(payroll_officer, receiver.address, ["month.approved"])
    happens(employer)
    kept = DBTaskResult.objects.ready().get()
    kept.task.call(*kept.task_result.args)
    assert len(receiver.got) == 1
    # The next try is arranged before the call goes out: a worker that dies then loses nothing.
    soon = (moment(), moment() + outbox.PAUSES[0])
    assert DBTaskResult.objects.filter(run_after__range=soon).count() == 1


def test_an_office_that_was_restored_tells_what_was_left(
    payroll_officer: Actor, employer: Employer, receiver: Receiver
) -> None:
    webhooks.subscribe(payroll_officer, receiver.address, ["month.approved"])
    happens(employer)
    DBTaskResult.objects.all().delete()
    outbox.resume()
    outbox.resume()
    for kept in DBTaskResult.objects.ready():
        kept.task.call(*kept.task_result.args)
    assert len(receiver.got) == 1
