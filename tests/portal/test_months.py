"""A month through its pages: computed, looked at, approved with what follows shown, opened again."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from officium.job import Period
from officium.law import Month
from officium.office.acts import months, records
from officium.office.acts.actor import Actor
from officium.office.models import Employer, FindingChoice, PayMonth, Role

from .conftest import ClientOf, january

JANUARY = "2025-01"
WARNING = {
    "severity": "warning",
    "rule": "advance",
    "anomaly": None,
    "path": "people/W001.toml",
    "line": 3,
    "message": "Maes: advance of 100.00",
}


def place(name: str, employer: Employer, month: str = JANUARY) -> str:
    return reverse(name, args=[employer.enterprise_number, month])


def stored(employer: Employer, *findings: dict[str, Any]) -> PayMonth:
    """January as computed, with these findings."""
    files, told = january()
    month = Month.parse(JANUARY)
    texts = records.texts_of(employer)
    made = (files, {**told, "findings": list(findings)})
    period = Period.of_month(month)
    return months.store(Actor.office("test"), employer, (month,), period, texts, made)[0]


@pytest.fixture
def computed(employer: Employer, mandate: object) -> PayMonth:
    return stored(employer, WARNING)


@pytest.fixture
def officer(client_of: ClientOf) -> Client:
    return client_of(Role.PAYROLL)


def text_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_month_is_computed_approved_and_opened_again(
    officer: Client, employer: Employer, mandate: object, client_of: ClientOf
) -> None:
    page = officer.post(place("month_compute", employer), follow=True).content.decode()
    row = PayMonth.objects.get()
    assert row.state == "computed"
    assert "Look and solve" in page
    assert client_of(Role.WORKER).get(reverse("payslips")).context["page"].paginator.count == 0

    told = text_of(officer, place("month_approve", employer))
    assert "Friday 31 January 2025" in told
    given = {"version": row.version, "run": row.run_id}
    officer.post(place("month_approve", employer), given)
    row.refresh_from_db()
    assert row.state == "approved"
    assert client_of(Role.WORKER).get(reverse("payslips")).context["page"].paginator.count == 1

    again = {"version": row.version, "reason": " "}
    assert officer.post(place("month_reopen", employer), again).status_code == 422
    officer.post(place("month_reopen", employer), {**again, "reason": "a raise came late"})
    row.refresh_from_db()
    assert row.state == "ready"
    assert client_of(Role.WORKER).get(reverse("payslips")).context["page"].paginator.count == 0


def test_amounts_stand_to_the_cent_with_their_sum(officer: Client, computed: PayMonth) -> None:
    employer = computed.employer
    page = text_of(officer, place("employer_month", employer))
    for slip in computed.run.payslips.all():
        assert f"{slip.gross // 100:,}.{slip.gross % 100:02}" in page
        assert f"{slip.net // 100:,}.{slip.net % 100:02}" in page
    net = sum(slip.net for slip in computed.run.payslips.all())
    assert f"{net // 100:,}.{net % 100:02}" in page
    rows = list(
        csv.DictReader(
            io.StringIO(text_of(officer, place("month_preview", employer)).lstrip("\ufeff"))
        )
    )
    assert sum(int(row["net"].replace(".", "")) for row in rows) == net
    assert {row["difference"] for row in rows} == {""}


def test_the_difference_to_the_month_before(officer: Client, computed: PayMonth) -> None:
    """The run of January serves as December too, with one other net."""
    employer, run = computed.employer, computed.run
    before = run.payslips.get(worker__staff_number="W001")
    run.payslips.exclude(pk=before.pk).update(month="2024-12")
    earlier = PayMonth.objects.create(employer=employer, month="2024-12", state="ready", run=run)
    slips = list(run.payslips.filter(month="2024-12"))
    for slip in slips:
        slip.pk, slip.month = None, JANUARY
        slip.net += 500 if slip.worker.staff_number == "W002" else 0
        slip.save()
    page = officer.get(place("employer_month", employer) + "?rows=changed")
    shown = {one.payslip.worker.staff_number: one.difference for one in page.context["lines"]}
    assert shown == {"W001": None, "W002": 500}
    assert "+5.00" in page.content.decode()
    assert page.context["left_out"] == len(slips) - 1
    assert earlier.run_id == run.pk


def test_a_choice_on_a_finding_bears_a_name(officer: Client, computed: PayMonth) -> None:
    address = place("employer_month", computed.employer)
    page = text_of(officer, address)
    assert WARNING["message"] in page
    assert "people/W001.toml</a>, line 3" in page
    key = months.finding_key(computed.run.findings[0])
    given = {"finding": key, "choice": "seen"}
    shown = officer.post(place("month_choice", computed.employer), given, follow=True)
    assert FindingChoice.objects.get().by.name == "Payroll"
    assert "Seen by Payroll" in shown.content.decode()


def test_what_blocks_cannot_be_approved(
    officer: Client, employer: Employer, mandate: object
) -> None:
    row = stored(employer, {**WARNING, "severity": "error"})
    page = text_of(officer, place("employer_month", employer))
    assert "Solve first" in page
    assert 'aria-disabled="true">Approve' in page
    assert officer.get(place("month_approve", employer)).status_code == 302
    given = {"version": row.version, "run": row.run_id}
    refused = officer.post(place("month_approve", employer), given)
    assert refused.status_code == 422
    assert "Solve it and compute the month again." in refused.content.decode()


def test_two_officers_see_both(officer: Client, computed: PayMonth) -> None:
    """One computed anew while the other looked at the first computation."""
    employer, seen = computed.employer, (computed.version, computed.run_id)
    stored(employer)
    answer = officer.post(place("month_approve", employer), {"version": seen[0], "run": seen[1]})
    assert answer.status_code == 409
    (_, mine, _, _), (_, theirs, _, state) = answer.context["both"]
    assert (mine.pk, theirs.pk, state) == (seen[1], seen[1] + 1, "computed")
    assert "What you saw and what holds now" in answer.content.decode()
    assert PayMonth.objects.get().state == "computed"


def test_records_that_changed_ask_for_a_new_computation(
    officer: Client, computed: PayMonth
) -> None:
    employer = computed.employer
    texts = records.texts_of(employer)
    changed = texts["people/W001.toml"].replace("3293.80", "3393.80")
    records.change(Actor.office("test"), employer, {"people/W001.toml": changed}, employer.version)
    page = officer.get(place("employer_month", employer))
    assert page.context["is_stale"]
    assert not page.context["may_approve"]


def test_without_a_mandate_the_page_says_why(officer: Client, employer: Employer) -> None:
    answer = officer.post(place("month_compute", employer))
    assert answer.status_code == 422
    assert answer.context["refused"]["article"]
    assert answer.context["refused"]["remedy"]


def test_a_provisional_run_is_asked_for_knowingly(
    officer: Client, employer: Employer, mandate: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The law book's refusal becomes a question; its answer computes."""
    address = place("month_compute", employer, "2026-01")
    refused = officer.post(address)
    assert refused.status_code == 422
    assert refused.context["ask_provisional"]
    assert b'name="provisional"' in refused.content
    officer.post(address, {"provisional": "1"})
    assert PayMonth.objects.get(month="2026-01").run.provisional


def test_htmx_is_led_to_the_page_and_asks_how_far_it_is(
    officer: Client, employer: Employer, mandate: object
) -> None:
    answer = officer.post(place("month_compute", employer), headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == place("employer_month", employer)
    assert b"hx-get" not in officer.get(place("month_progress", employer)).content


def test_a_client_sees_a_month_once_it_is_approved(
    client_of: ClientOf, officer: Client, computed: PayMonth
) -> None:
    employer, theirs = computed.employer, client_of(Role.EMPLOYER)
    file = computed.run.files.get(path="report.html")
    document = reverse("run_document", args=[employer.enterprise_number, file.pk])
    page = theirs.get(place("employer_month", employer))
    assert not page.context["preview"].lines
    assert not page.context["findings"]
    assert theirs.get(document).status_code == 404
    assert officer.get(document).status_code == 200
    months.approve(Actor.office("test"), employer, Month.parse(JANUARY), computed.version)
    assert len(theirs.get(place("employer_month", employer)).context["preview"].lines) == 6
    assert theirs.get(document).status_code == 200


def test_the_report_opens_shut_off_and_the_rest_is_a_file(
    officer: Client, computed: PayMonth
) -> None:
    for file in computed.run.files.all():
        args = [computed.employer.enterprise_number, file.pk]
        answer = officer.get(reverse("run_document", args=args))
        assert answer.content == file.blob.content
        if file.path == "report.html":
            policy = answer.headers["Content-Security-Policy"]
            assert policy.startswith("sandbox allow-scripts")
            assert "allow-same-origin" not in policy
            assert "default-src 'none'" in policy
        else:
            assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_the_list_of_months_counts_and_filters(
    officer: Client, computed: PayMonth, other_employer: Employer, language: str
) -> None:
    officer.cookies["django_language"] = language
    address = reverse("months") + f"?month={JANUARY}"
    page = officer.get(address)
    counted = {row.url.rpartition("=")[2]: row.count for row in page.context["counts"].rows}
    assert (counted["computed"], counted["waiting"], counted["approved"]) == (1, 1, 0)
    only = officer.get(f"{address}&state=computed").context["page"]
    assert [one.name for one in only] == [computed.employer.name]
    rest = officer.get(f"{address}&state=waiting").context["page"]
    assert [one.name for one in rest] == [other_employer.name]


def test_pages_ask_little(
    officer: Client,
    computed: PayMonth,
    other_employer: Employer,
    django_assert_max_num_queries: Any,
) -> None:
    officer.get(reverse("today"))
    for address, most in (
        (reverse("months") + f"?month={JANUARY}", 20),
        (place("employer_month", computed.employer), 28),
        (reverse("employer_months", args=[computed.employer.enterprise_number]), 20),
    ):
        with django_assert_max_num_queries(most):
            officer.get(address)
