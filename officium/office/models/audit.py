"""The audit trail: rows are only added, and each seals the one before."""

from __future__ import annotations

from django.db import models


class AuditContent(models.Model):
    """What an entry speaks of (before, after, reason), beside it, so that retention can erase it.

    The entry holds the digest of the body, salt included; without the body the digest tells nothing.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    # The canonical writing of content and salt (`proof.content_bytes`).
    body = models.TextField()


class AuditEntry(models.Model):
    """Who did what for whom, when recorded and since when valid; no personal text."""

    number = models.PositiveBigIntegerField(primary_key=True)
    recorded = models.DateTimeField()
    valid_on = models.DateField(null=True)
    actor = models.CharField(max_length=40)
    acting_for = models.CharField(max_length=10, blank=True, db_index=True)
    action = models.CharField(max_length=60, db_index=True)
    object_kind = models.CharField(max_length=40)
    object_key = models.CharField(max_length=160)
    content_digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["number"]
