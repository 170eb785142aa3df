"""A month of an employer: what was computed, found, approved."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class PayMonth(models.Model):
    """Where the pay of one month stands.

    `waiting` for data, `ready` to compute, `computed`, `blocked` by a finding, `approved`. What it was
    computed from is no longer what the records say when `employer.version` passed `records_version`.
    """

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting"
        READY = "ready"
        COMPUTED = "computed"
        BLOCKED = "blocked"
        APPROVED = "approved"

    employer = models.ForeignKey("office.Employer", models.PROTECT, related_name="months")
    month = models.CharField(max_length=7)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    run = models.ForeignKey("office.Run", models.PROTECT, null=True, related_name="+")
    approved = models.DateTimeField(null=True)
    approved_by = models.ForeignKey("office.User", models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-month"]
        indexes = [models.Index(fields=["month", "state"]), models.Index(fields=["state"])]
        constraints = [
            models.UniqueConstraint(fields=["employer", "month"], name="one_month_an_employer"),
            models.CheckConstraint(
                condition=Q(state="approved", approved__isnull=False, run__isnull=False)
                | (~Q(state="approved") & Q(approved__isnull=True)),
                name="approved_has_a_run",
            ),
        ]


class Run(models.Model):
    """One computation of a month or a quarter. Rows are only added; `totals` and `findings` are JSON."""

    employer = models.ForeignKey("office.Employer", models.PROTECT, related_name="runs")
    period = models.CharField(max_length=7)
    records_version = models.PositiveIntegerField()
    records_digest = models.CharField(max_length=64)
    provisional = models.BooleanField(default=False)
    made = models.DateTimeField()
    by = models.ForeignKey("office.User", models.PROTECT, null=True)
    report_digest = models.CharField(max_length=64)
    standing = models.CharField(max_length=9)
    totals = models.JSONField()
    findings = models.JSONField()

    class Meta:
        ordering = ["-made", "-pk"]


class RunFile(models.Model):
    """A document that a run made."""

    run = models.ForeignKey(Run, models.PROTECT, related_name="files")
    path = models.CharField(max_length=160)
    blob = models.ForeignKey("office.Blob", models.PROTECT)

    class Meta:
        ordering = ["path"]
        constraints = [models.UniqueConstraint(fields=["run", "path"], name="one_file_a_path")]


class Payslip(models.Model):
    """A payslip of a run: its amounts in cents, its JSON (with the explanation) and its PDF."""

    run = models.ForeignKey(Run, models.PROTECT, related_name="payslips")
    employer = models.ForeignKey("office.Employer", models.PROTECT, related_name="payslips")
    worker = models.ForeignKey("office.Worker", models.PROTECT, related_name="payslips")
    month = models.CharField(max_length=7)
    document = models.ForeignKey("office.Blob", models.PROTECT, related_name="+")
    paper = models.ForeignKey("office.Blob", models.PROTECT, related_name="+")
    days = models.CharField(max_length=8)
    gross = models.BigIntegerField()
    withheld = models.BigIntegerField()
    net = models.BigIntegerField()
    # Set when the month is approved with this run: only then the worker sees it.
    published = models.DateTimeField(null=True)

    class Meta:
        ordering = ["worker__surname", "worker__first_name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["run", "worker", "month"], name="one_payslip_a_run")
        ]
        indexes = [models.Index(fields=["worker", "month"])]


class FindingChoice(models.Model):
    """What a person decided on a finding of a month: seen, or asked back; with their name and reason."""

    month = models.ForeignKey(PayMonth, models.PROTECT, related_name="choices")
    finding = models.CharField(max_length=64)
    choice = models.CharField(max_length=8)
    note = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey("office.User", models.PROTECT)
    recorded = models.DateTimeField()
