"""Data that an employer delivered for a month."""

from __future__ import annotations

from django.db import models


class Delivery(models.Model):
    """A delivery as it came in, with its receipt: number, digest, moment. Rows are only added.

    `accepted`: its content was taken into the records; a refused one is kept all the same, as proof of
    what came and when.
    """

    employer = models.ForeignKey("office.Employer", models.PROTECT, related_name="deliveries")
    month = models.CharField(max_length=7)
    channel = models.CharField(max_length=6)
    name = models.CharField(max_length=160)
    content = models.ForeignKey("office.Blob", models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    received = models.DateTimeField()
    by = models.ForeignKey("office.User", models.PROTECT, null=True)
    accepted = models.BooleanField()
    findings = models.JSONField(default=list)
    # Contracts in service in the month, when it came.
    expected = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-received", "-pk"]
