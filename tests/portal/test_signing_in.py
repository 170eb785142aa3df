"""Signing in: locks, the second factor, what strangers can learn, and the browser's guards."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from officium.office.models import Invitation, Operator, Role, User

from .conftest import ClientOf

LOGIN = "/account/login/"
PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def _no_locks() -> None:
    cache.clear()


def signed_in(client: Client, email: str, password: str = PASSWORD) -> bool:
    client.post(LOGIN, {"login": email, "password": password})
    return "_auth_user_id" in client.session


def test_a_person_signs_in_with_their_password(people: dict[Role, User]) -> None:
    client = Client()
    assert not signed_in(client, people[Role.PAYROLL].email, "wrong")
    assert signed_in(client, people[Role.PAYROLL].email)
    assert client.get("/").status_code == 200


def test_five_wrong_passwords_lock_one_person_and_nobody_else(people: dict[Role, User]) -> None:
    client = Client()
    email = people[Role.PAYROLL].email
    for _ in range(5):
        assert not signed_in(client, email, "wrong")
    assert not signed_in(client, email), "even with the right password"
    assert signed_in(Client(), people[Role.FINANCE].email)


def test_a_stranger_does_not_learn_who_has_an_account(people: dict[Role, User]) -> None:
    known, unknown = people[Role.PAYROLL].email, "nobody@meridiaan.example"
    answers = [
        Client().post(LOGIN, {"login": one, "password": "wrong"}).content.decode()
        for one in (known, unknown)
    ]
    told = [re.search(r"(?s)<main.*</main>", one)[0] for one in answers]
    told = [re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", one) for one in told]
    assert told[0] == told[1].replace(unknown, known)
    for one in (known, unknown):
        answer = Client().post("/account/password/reset/", {"email": one})
        assert answer.status_code == 302
        assert answer.url == reverse("account_reset_password_done")


def test_a_forgotten_password_is_set_anew_by_e_mail(people: dict[Role, User]) -> None:
    user = people[Role.AUDITOR]
    client = Client()
    client.post("/account/password/reset/", {"email": user.email})
    link = re.search(r"/account/password/reset/key/\S+", mail.outbox[-1].body)[0]
    form = client.get(link, follow=True)
    client.post(
        form.request["PATH_INFO"],
        {"password1": "quite another secret", "password2": "quite another secret"},
    )
    assert not signed_in(Client(), user.email)
    assert signed_in(Client(), user.email, "quite another secret")
    assert Client().get(link, follow=True).status_code == 200
    assert "password1" not in Client().get(link, follow=True).content.decode()


@pytest.mark.parametrize("path", ["/account/signup/", "/account/email/", "/account/password/set/"])
def test_nobody_signs_up_by_themselves(operator: Operator, path: str) -> None:
    assert Client().get(path).status_code == 404


def test_in_a_real_office_its_people_need_a_second_factor(people: dict[Role, User]) -> None:
    Operator.objects.update(practice_day=None)
    office, client = Client(), Client()
    office.force_login(people[Role.PAYROLL])
    client.force_login(people[Role.EMPLOYER])
    for path in ("/", "/employers/", "/mandates/"):
        assert office.get(path).url == reverse("mfa_index")
        assert client.get(path).status_code in (200, 403)
    assert office.get("/account/2fa/").status_code == 200


def code(secret: str) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def test_with_an_authenticator_a_password_is_not_enough(people: dict[Role, User]) -> None:
    user = people[Role.PAYROLL]
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    client = Client()
    assert not signed_in(client, user.email)
    assert client.get("/").status_code == 302
    client.post("/account/2fa/authenticate/", {"code": "000000"})
    assert "_auth_user_id" not in client.session
    client.post("/account/2fa/authenticate/", {"code": code(secret)})
    assert "_auth_user_id" in client.session


def test_who_is_locked_is_out_with_the_next_click(
    people: dict[Role, User], client_of: ClientOf
) -> None:
    client = client_of(Role.PAYROLL)
    assert client.get("/").status_code == 200
    User.objects.filter(pk=people[Role.PAYROLL].pk).update(is_active=False)
    assert client.get("/").status_code == 302


def test_the_way_back_leads_nowhere_else(people: dict[Role, User]) -> None:
    client = Client()
    answer = client.post(
        f"{LOGIN}?next=https://evil.example/",
        {"login": people[Role.PAYROLL].email, "password": PASSWORD},
    )
    assert answer.url == "/"
    assert client.get("/language/fr/?next=https://evil.example/").url == "/"


def test_a_form_of_another_site_is_refused(people: dict[Role, User]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(people[Role.ADMINISTRATOR])
    assert client.post("/people/", {"email": "a@b.example"}).status_code == 403
    assert not Invitation.objects.exists()


def test_the_browser_is_told_to_guard(people: dict[Role, User]) -> None:
    client = Client()
    answer = client.post(LOGIN, {"login": people[Role.PAYROLL].email, "password": PASSWORD})
    assert answer.cookies["sessionid"]["httponly"]
    assert answer.cookies["sessionid"]["samesite"] == "Lax"
    page = client.get("/")
    assert page["X-Frame-Options"] == "DENY"
    assert page["X-Content-Type-Options"] == "nosniff"
    assert page["Referrer-Policy"] == "same-origin"
    policy = page["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_an_invitation_is_made_and_accepted_in_the_portal(
    client_of: ClientOf, people: dict[Role, User]
) -> None:
    client = client_of(Role.ADMINISTRATOR)
    given = {"email": "new@meridiaan.example", "name": "New", "language": "en", "role": "auditor"}
    assert client.post("/people/", given).status_code == 302
    link = re.search(r"/invitation/[^/]+/", mail.outbox[-1].body)[0]
    guest = Client()
    assert guest.get(link).status_code == 200
    weak = guest.post(link, {"password": "short", "again": "short"})
    assert weak.status_code == 422
    secret = "a long enough secret"
    assert guest.post(link, {"password": secret, "again": secret}).status_code == 302
    assert guest.get("/").status_code == 200
    assert Client().get(link).status_code == 422
