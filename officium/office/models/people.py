"""Who signs in, and in which role for whom."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower


class UserManager(BaseUserManager["User"]):
    """Makes people; an e-mail address is one person, whatever its capitals."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A person who may sign in; without a password only after an invitation was accepted."""
        user = self.model(email=email.lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        """The person with this e-mail address."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A person: name, address, language; what they may do stands in their assignments."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=2, default="nl")
    is_active = models.BooleanField(default=True)
    single_key_shortcuts = models.BooleanField(default=True)
    joined = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    # Nobody passes every door: rights come from assignments alone.
    is_staff = False
    is_superuser = False

    objects = UserManager()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_person_an_address")]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def key(self) -> str:
        """How the audit trail names this person: no personal text."""
        return f"user:{self.pk}"


class Role(models.TextChoices):
    """What a person is in this office."""

    PAYROLL = "payroll_officer"
    FINANCE = "finance_officer"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
    EMPLOYER = "employer_user"
    ACCOUNTANT = "accountant"
    WORKER = "worker"


OFFICE_ROLES = (Role.PAYROLL, Role.FINANCE, Role.ADMINISTRATOR, Role.AUDITOR)
CLIENT_ROLES = (Role.EMPLOYER, Role.ACCOUNTANT)


class Assignment(models.Model):
    """A role of a person, from a day to a day: for the office, for an employer, or as one worker.

    An accountant's is given by a user of the employer (`given_by`), and ends when that employer ends it.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=16, choices=Role.choices)
    employer = models.ForeignKey(
        "office.Employer", models.PROTECT, null=True, related_name="assignments"
    )
    worker = models.ForeignKey(
        "office.Worker", models.PROTECT, null=True, related_name="assignments"
    )
    begins = models.DateField()
    ends = models.DateField(null=True)
    given_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=OFFICE_ROLES, employer__isnull=True, worker__isnull=True)
                | Q(role__in=CLIENT_ROLES, employer__isnull=False, worker__isnull=True)
                | Q(role=Role.WORKER, employer__isnull=False, worker__isnull=False),
                name="role_has_its_object",
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=models.F("begins")),
                name="role_ends_after_it_begins",
            ),
        ]


class Invitation(models.Model):
    """An invitation to a role; who has the link (its digest stands here) sets a password once."""

    email = models.EmailField()
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=2)
    role = models.CharField(max_length=16, choices=Role.choices)
    employer = models.ForeignKey("office.Employer", models.PROTECT, null=True)
    worker = models.ForeignKey("office.Worker", models.PROTECT, null=True)
    token_digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField()
    expires = models.DateTimeField()
    accepted = models.DateTimeField(null=True)
    withdrawn = models.DateTimeField(null=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
