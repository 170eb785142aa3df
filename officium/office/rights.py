"""What each role may do, and for whom: asked by every page, every call and every use case.

A right is for the whole office (an office role), for an employer (its users and its accountants see that
one only) or for one's own payslips (a worker). What a person may not even know of does not exist for
them (404); what they see and may not do is forbidden (403).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from django.db.models import Q, QuerySet

from officium.office.models import Assignment, Employer, Payslip, Role, User


class Right(StrEnum):
    """One thing that a person may be allowed to do."""

    READ_OFFICE = "read_office"
    MANAGE_OFFICE = "manage_office"
    MANAGE_PEOPLE = "manage_people"
    READ_AUDIT = "read_audit"
    ADMIT_EMPLOYER = "admit_employer"
    READ_EMPLOYER = "read_employer"
    READ_PEOPLE = "read_people"
    READ_MONEY = "read_money"
    READ_EVIDENCE = "read_evidence"
    EXPORT_EMPLOYER = "export_employer"
    CHANGE_RECORDS = "change_records"
    DELIVER_DATA = "deliver_data"
    COMPUTE_MONTH = "compute_month"
    APPROVE_MONTH = "approve_month"
    DECLARE = "declare"
    MARK_DUTY = "mark_duty"
    CHANGE_MANDATE = "change_mandate"
    SIGN_FOR_EMPLOYER = "sign_for_employer"
    COLLECT = "collect"
    DELEGATE_ACCOUNTANT = "delegate_accountant"
    INVITE_CLIENT = "invite_client"
    READ_PAYSLIP = "read_payslip"


_ALL_OFFICE = {Role.PAYROLL, Role.FINANCE, Role.ADMINISTRATOR, Role.AUDITOR}
_CLIENT = {Role.EMPLOYER, Role.ACCOUNTANT}
# An auditor reads everything and changes nothing; an administrator manages, and pays nobody.
ROLES: dict[Right, set[Role]] = {
    Right.READ_OFFICE: _ALL_OFFICE,
    Right.MANAGE_OFFICE: {Role.ADMINISTRATOR},
    Right.MANAGE_PEOPLE: {Role.ADMINISTRATOR},
    Right.READ_AUDIT: {Role.ADMINISTRATOR, Role.AUDITOR},
    Right.ADMIT_EMPLOYER: {Role.ADMINISTRATOR, Role.PAYROLL},
    Right.READ_EMPLOYER: _ALL_OFFICE | _CLIENT,
    Right.READ_PEOPLE: _ALL_OFFICE | _CLIENT,
    Right.READ_MONEY: _ALL_OFFICE | _CLIENT,
    Right.READ_EVIDENCE: _ALL_OFFICE | _CLIENT,
    Right.EXPORT_EMPLOYER: {Role.PAYROLL, Role.ADMINISTRATOR, Role.AUDITOR, Role.EMPLOYER},
    Right.CHANGE_RECORDS: {Role.PAYROLL},
    Right.DELIVER_DATA: {Role.PAYROLL, Role.EMPLOYER, Role.ACCOUNTANT},
    Right.COMPUTE_MONTH: {Role.PAYROLL},
    Right.APPROVE_MONTH: {Role.PAYROLL},
    Right.DECLARE: {Role.PAYROLL},
    Right.MARK_DUTY: {Role.PAYROLL, Role.EMPLOYER},
    Right.CHANGE_MANDATE: {Role.PAYROLL, Role.ADMINISTRATOR},
    Right.SIGN_FOR_EMPLOYER: {Role.EMPLOYER},
    Right.COLLECT: {Role.FINANCE},
    Right.DELEGATE_ACCOUNTANT: {Role.EMPLOYER},
    Right.INVITE_CLIENT: {Role.PAYROLL, Role.ADMINISTRATOR, Role.EMPLOYER},
    Right.READ_PAYSLIP: _ALL_OFFICE | _CLIENT | {Role.WORKER},
}
OFFICE_WIDE = {
    Right.READ_OFFICE,
    Right.MANAGE_OFFICE,
    Right.MANAGE_PEOPLE,
    Right.READ_AUDIT,
    Right.ADMIT_EMPLOYER,
}


@dataclass(frozen=True)
class Rights:
    """What a person may do on a day. `scopes`: a token narrows it to these rights; None: all of them."""

    user: User
    on: date
    scopes: frozenset[str] | None = None

    @cached_property
    def assignments(self) -> tuple[Assignment, ...]:
        """The person's roles of that day."""
        if not self.user.is_active:
            return ()
        running = Q(begins__lte=self.on) & (Q(ends__isnull=True) | Q(ends__gte=self.on))
        return tuple(self.user.assignments.filter(running).order_by("pk"))

    @cached_property
    def roles(self) -> frozenset[Role]:
        """All roles of that day."""
        return frozenset(Role(one.role) for one in self.assignments)

    @property
    def is_office(self) -> bool:
        """Whether the person works for the operator."""
        return bool(self.roles & _ALL_OFFICE)

    def _granting(self, right: Right) -> list[Assignment]:
        if self.scopes is not None and right not in self.scopes:
            return []
        return [one for one in self.assignments if Role(one.role) in ROLES[right]]

    def somewhere(self, right: Right) -> bool:
        """Whether the person has the right for the office or for anybody."""
        return bool(self._granting(right))

    def employers(self, right: Right = Right.READ_EMPLOYER) -> QuerySet[Employer]:
        """The employers for whom the person has the right; a worker has it for none."""
        granting = self._granting(right)
        if any(Role(one.role) in _ALL_OFFICE for one in granting):
            return Employer.objects.all()
        of_clients = [one.employer_id for one in granting if Role(one.role) in _CLIENT]
        return Employer.objects.filter(pk__in=of_clients)

    def allows(self, right: Right, employer: Employer | None = None) -> bool:
        """Whether the person has the right, for this employer where one is concerned."""
        granting = self._granting(right)
        if employer is None:
            return any(Role(one.role) in _ALL_OFFICE for one in granting)
        return any(
            Role(one.role) in _ALL_OFFICE
            or (Role(one.role) in _CLIENT and one.employer_id == employer.pk)
            for one in granting
        )

    def payslips(self) -> QuerySet[Payslip]:
        """The payslips that the person may read: of their employers, and their own where published."""
        granting = self._granting(Right.READ_PAYSLIP)
        if any(Role(one.role) in _ALL_OFFICE for one in granting):
            return Payslip.objects.all()
        employers = [one.employer_id for one in granting if Role(one.role) in _CLIENT]
        workers = [one.worker_id for one in granting if Role(one.role) == Role.WORKER]
        return Payslip.objects.filter(
            Q(employer__in=employers, published__isnull=False)
            | Q(worker__in=workers, published__isnull=False)
        )
