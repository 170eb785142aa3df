"""Mandates of an employer, as the room `representation` writes them, and their signed documents."""

from __future__ import annotations

from django.db import models


class Mandate(models.Model):
    """A mandate: the document of the room `representation`, with the columns that lists need."""

    employer = models.ForeignKey("office.Employer", models.PROTECT, related_name="mandates")
    key = models.CharField(max_length=80, unique=True)
    document = models.JSONField()
    group = models.CharField(max_length=30)
    receiver = models.CharField(max_length=10)
    begins = models.CharField(max_length=6)
    # The last quarter, agreed at the start or told since.
    ends = models.CharField(max_length=6, blank=True)
    # Where it stood when it was last kept; that a quarter has begun or ended is asked with the day.
    state = models.CharField(max_length=16, db_index=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-begins", "pk"]


class MandateDocument(models.Model):
    """The contract or the proxy of a mandate in one language: as made, and as signed by both."""

    class Kind(models.TextChoices):
        """What it is."""

        CONTRACT = "contract"
        PROXY = "proxy"

    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    language = models.CharField(max_length=2)
    terms = models.JSONField()
    made = models.DateTimeField()
    unsigned = models.ForeignKey("office.Blob", models.PROTECT, related_name="+")
    signed = models.ForeignKey("office.Blob", models.PROTECT, null=True, related_name="+")
    signatures = models.JSONField(default=list)

    class Meta:
        ordering = ["-made", "-pk"]
