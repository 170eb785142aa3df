"""Who may sign in, and as what: invitations, roles from a day to a day, locking.

Nobody gives what they do not have: an administrator invites for the office, the office and the employer
itself for the employer; only the employer lets an accountant in, and an accountant lets nobody in.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, timedelta

from django.core.mail import send_mail
from django.db import transaction

from officium.findings import BadInput
from officium.language import LANGUAGES
from officium.office.acts.actor import Actor
from officium.office.acts.audit import record
from officium.office.clock import now, today
from officium.office.models import Assignment, Employer, Invitation, Role, User, Worker
from officium.office.models.people import OFFICE_ROLES
from officium.office.refusals import Refused
from officium.office.rights import Right

LASTS = timedelta(days=7)
# What each kind of role asks of who gives it.
_GIVEN_BY = {
    **dict.fromkeys(OFFICE_ROLES, Right.MANAGE_PEOPLE),
    Role.EMPLOYER: Right.INVITE_CLIENT,
    Role.WORKER: Right.INVITE_CLIENT,
    Role.ACCOUNTANT: Right.DELEGATE_ACCOUNTANT,
}


def invite(
    actor: Actor,
    email: str,
    name: str,
    language: str,
    role: Role,
    *,
    employer: Employer | None = None,
    worker: Worker | None = None,
    link: str,
    subject: str,
    text: str,
) -> Invitation:
    """Invite a person to a role by e-mail; the secret stands in the e-mail alone.

    `link` holds `{token}`, `text` holds `{link}`. Raises Refused where who invites may not, or the role
    lacks its employer or worker; BadInput; Forbidden.
    """
    role = Role(role)
    actor.require(_GIVEN_BY[role], employer)
    needs = (role not in OFFICE_ROLES, role == Role.WORKER)
    if needs != (employer is not None, worker is not None):
        raise BadInput("this role is of another kind of object", code="role", where="role")
    if worker is not None and worker.employer_id != employer.pk:
        raise BadInput("is no worker of this employer", code="worker", where="worker")
    if language not in LANGUAGES:
        raise BadInput(f"{language!r} is none of {', '.join(LANGUAGES)}", code="language")
    token = secrets.token_urlsafe(32)
    moment = now()
    with transaction.atomic():
        made = Invitation.objects.create(
            email=email.strip().lower(),
            name=name.strip(),
            language=language,
            role=role,
            employer=employer,
            worker=worker,
            token_digest=_digest(token),
            made=moment,
            expires=moment + LASTS,
            made_by=actor.user,
        )
        record(
            actor,
            "person.invited",
            employer,
            "invitation",
            str(made.pk),
            after={"role": str(role), "email": made.email},
        )
    send_mail(subject, text.replace("{link}", link.format(token=token)), None, [made.email])
    return made


def invited(token: str) -> Invitation:
    """The invitation of a link. Raises Refused where it was used, withdrawn, is over, or never was."""
    found = Invitation.objects.filter(token_digest=_digest(token)).first()
    if found is None or found.withdrawn or found.accepted or found.expires < now():
        raise Refused(
            "this invitation is not open", code="invitation", remedy="ask for a new invitation"
        )
    return found


def accept(token: str, password: str) -> User:
    """Make the account, or give the role to the account of that address; an invitation is used once.

    The password is asked of a new account only, and was validated before. Raises Refused.
    """
    with transaction.atomic():
        row = Invitation.objects.select_for_update(of=("self",)).get(pk=invited(token).pk)
        if row.accepted:
            raise Refused("this invitation is not open", code="invitation")
        user = User.objects.filter(email=row.email).first()
        if user is None:
            user = User.objects.create_user(
                row.email, password, name=row.name, language=row.language
            )
        Assignment.objects.create(
            user=user,
            role=row.role,
            employer=row.employer,
            worker=row.worker,
            begins=today(),
            given_by=row.made_by,
        )
        row.accepted = now()
        row.save()
        record(
            Actor.person(user),
            "invitation.accepted",
            row.employer,
            "invitation",
            str(row.pk),
            after={"user": user.key, "role": row.role},
        )
    return user


def withdraw(actor: Actor, row: Invitation) -> None:
    """An invitation that was not used is worth nothing any more."""
    actor.require(_GIVEN_BY[Role(row.role)], row.employer)
    with transaction.atomic():
        Invitation.objects.filter(pk=row.pk, accepted=None).update(withdrawn=now())
        record(actor, "invitation.withdrawn", row.employer, "invitation", str(row.pk))


def end_role(actor: Actor, row: Assignment, last_day: date) -> None:
    """End a role after a day; today is still in it. Raises Refused for the last administrator."""
    actor.require(_GIVEN_BY[Role(row.role)], row.employer)
    if last_day < row.begins:
        raise BadInput("ends before it begins", code="role_ends", where="last_day")
    with transaction.atomic():
        held = Assignment.objects.select_for_update(of=("self",)).filter(
            role=Role.ADMINISTRATOR, ends=None, user__is_active=True
        )
        if row.role == Role.ADMINISTRATOR and held.count() < 2:
            raise Refused(
                "an office keeps an administrator",
                code="last_administrator",
                remedy="invite another administrator first",
            )
        Assignment.objects.filter(pk=row.pk).update(ends=last_day)
        record(
            actor,
            "role.ended",
            row.employer,
            "assignment",
            str(row.pk),
            after={"last_day": last_day.isoformat()},
            valid_on=last_day,
        )


def lock(actor: Actor, user: User, *, locked: bool) -> None:
    """A locked person signs in no more, and what they have open ends with its next request."""
    actor.require(Right.MANAGE_PEOPLE)
    if actor.user == user:
        raise Refused("nobody locks themselves out", code="own_lock")
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(is_active=not locked)
        record(actor, "person.locked" if locked else "person.unlocked", None, "user", str(user.pk))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
