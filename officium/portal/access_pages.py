"""Who may sign in: users of the office and of an employer, invitations, delegation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods

from officium.language import LANGUAGES
from officium.office.acts import people
from officium.office.clock import today
from officium.office.models import Assignment, Employer, Invitation, Operator, Role, User
from officium.office.rights import Right
from officium.portal.door import actor, found, guarded, public
from officium.portal.tabs import tabs
from officium.portal.words import word

_OFFICE = (Role.PAYROLL, Role.FINANCE, Role.ADMINISTRATOR, Role.AUDITOR)


def role_name(role: str) -> str:
    """The word of a role."""
    return word(f"access.role_{role}")


@guarded(Right.MANAGE_PEOPLE)
@require_http_methods(["GET", "POST"])
def users_page(request: HttpRequest) -> HttpResponse:
    """Users of the office: their roles, open invitations, and a form to invite."""
    return _page(request, None, _OFFICE, "portal/users.html", "people")


@guarded(Right.READ_EMPLOYER)
@require_http_methods(["GET", "POST"])
def employer_users_page(request: HttpRequest, employer: Employer) -> HttpResponse:
    """Users of an employer: its own, its accountants, its workers."""
    rights = request.rights
    roles = []
    if rights.allows(Right.INVITE_CLIENT, employer):
        roles += [Role.EMPLOYER, Role.WORKER]
    if rights.allows(Right.DELEGATE_ACCOUNTANT, employer):
        roles.append(Role.ACCOUNTANT)
    return _page(request, employer, tuple(roles), "portal/employer_users.html", "employer_users")


def _page(
    request: HttpRequest,
    employer: Employer | None,
    roles: tuple[Role, ...],
    template: str,
    route: str,
) -> HttpResponse:
    form = InviteForm(roles, employer, request.POST or None) if roles else None
    if request.method == "POST" and form is not None and form.is_valid():
        _invite(request, employer, form.cleaned_data)
        messages.success(request, word("access.invited", email=form.cleaned_data["email"]))
        given = {"number": employer.enterprise_number} if employer else {}
        return redirect(route, **given)
    open_ones = Invitation.objects.filter(employer=employer, accepted=None, withdrawn=None)
    return render(
        request,
        template,
        {
            "employer": employer,
            "tabs": tabs(request, employer) if employer else [],
            "assignments": [
                {"row": row, "role": role_name(row.role)} for row in _assignments(employer)
            ],
            "invitations": [
                {"row": row, "role": role_name(row.role)} for row in open_ones.order_by("-made")
            ],
            "form": form,
        },
        status=422 if form is not None and form.errors else 200,
    )


def _assignments(employer: Employer | None) -> QuerySet[Assignment]:
    rows = Assignment.objects.filter(employer=employer).select_related("user", "worker")
    return rows.order_by("role", "user__name", "pk")


def _invite(request: HttpRequest, employer: Employer | None, given: dict[str, Any]) -> None:
    language = given["language"]
    office = Operator.objects.get().name
    link = request.build_absolute_uri(reverse("accept_invitation", args=["TOKEN"]))
    # The letter speaks the language of who is invited.
    with translation.override(language):
        subject = word("access.mail_subject", office=office)
        text = word("access.mail_text", name=given["name"], office=office, link="{link}")
    people.invite(
        actor(request),
        given["email"],
        given["name"],
        language,
        given["role"],
        employer=employer,
        worker=given.get("worker"),
        link=link.replace("TOKEN", "{token}"),
        subject=subject,
        text=text,
    )


@guarded(Right.MANAGE_PEOPLE)
def lock_page(request: HttpRequest, user: int) -> HttpResponse:
    """Lock a person, or let them in again."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    row = get_object_or_404(User, pk=user)
    people.lock(actor(request), row, locked=row.is_active)
    return redirect("people")


@guarded(Right.MANAGE_PEOPLE)
def end_office_role(request: HttpRequest, held: int) -> HttpResponse:
    """End a role of the office today."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    row = get_object_or_404(Assignment, pk=held, employer=None)
    people.end_role(actor(request), row, today())
    return redirect("people")


@guarded(Right.READ_EMPLOYER)
def end_client_role(request: HttpRequest, employer: Employer, assignment: int) -> HttpResponse:
    """End a role at an employer today: a delegation revoked, a user gone."""
    row = found(Assignment.objects.filter(employer=employer), pk=assignment)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    people.end_role(actor(request), row, today())
    return redirect("employer_users", number=employer.enterprise_number)


@guarded(Right.READ_EMPLOYER)
def withdraw_invitation(request: HttpRequest, employer: Employer, invitation: int) -> HttpResponse:
    """Withdraw an invitation that was not used."""
    row = found(Invitation.objects.filter(employer=employer), pk=invitation)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    people.withdraw(actor(request), row)
    return redirect("employer_users", number=employer.enterprise_number)


@public
@require_http_methods(["GET", "POST"])
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Who was invited sets a password and is in."""
    row = people.invited(token)
    is_new = not User.objects.filter(email=row.email).exists()
    form = PasswordForm(request.POST or None) if is_new else None
    if request.method == "POST" and (form is None or form.is_valid()):
        user = people.accept(token, form.cleaned_data["password"] if form else "")
        if is_new:
            login(request, user, "allauth.account.auth_backends.AuthenticationBackend")
        return redirect("today")
    return render(
        request,
        "portal/accept_invitation.html",
        {"row": row, "role": role_name(row.role), "form": form},
        status=422 if form is not None and form.errors else 200,
    )


class InviteForm(forms.Form):
    """Whom to invite, as what."""

    email = forms.EmailField()
    name = forms.CharField(max_length=200)
    language = forms.ChoiceField()
    role = forms.ChoiceField()
    worker = forms.ModelChoiceField(queryset=None, required=False)

    def __init__(
        self, roles: tuple[Role, ...], employer: Employer | None, *given: Any, **how: Any
    ) -> None:
        super().__init__(*given, **how)
        for name in ("email", "name", "language", "role", "worker"):
            self.fields[name].label = word(f"access.{name}")
        self.fields["language"].choices = [(code, code) for code in LANGUAGES]
        self.fields["role"].choices = [(str(role), role_name(role)) for role in roles]
        if employer is None or Role.WORKER not in roles:
            del self.fields["worker"]
        else:
            self.fields["worker"].queryset = employer.workers.all()
            self.fields["worker"].help_text = word("access.worker_hint")

    def clean(self) -> dict[str, Any]:
        """A worker's account says which worker it is, and no other does."""
        given = super().clean() or {}
        if given.get("role") == Role.WORKER and not given.get("worker"):
            self.add_error("worker", word("access.worker_hint"))
        elif given.get("role") != Role.WORKER:
            given["worker"] = None
        return given


class PasswordForm(forms.Form):
    """A password, twice."""

    password = forms.CharField(widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}))
    again = forms.CharField(widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}))

    def __init__(self, *given: Any, **how: Any) -> None:
        super().__init__(*given, **how)
        self.fields["password"].label = word("access.password")
        self.fields["password"].help_text = word("access.password_hint")
        self.fields["again"].label = word("access.again")

    def clean(self) -> dict[str, Any]:
        """Both the same, and strong enough."""
        given = super().clean() or {}
        if given.get("password") != given.get("again"):
            self.add_error("again", word("access.differs"))
        elif given.get("password"):
            try:
                validate_password(given["password"])
            except ValidationError as error:
                self.add_error("password", error)
        return given
