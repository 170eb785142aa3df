"""Declarations of an employer and what became of them."""

from __future__ import annotations

from django.db import models


class Declaration(models.Model):
    """A message to an authority: made, sent, answered.

    `mandate` names the mandate under which it was made for sending; empty where the employer acts itself.
    """

    class State(models.TextChoices):
        """What became of it."""

        READY = "ready"
        SENT = "sent"
        ACCEPTED = "accepted"
        REFUSED = "refused"

    employer = models.ForeignKey("office.Employer", models.PROTECT, related_name="declarations")
    kind = models.CharField(max_length=20)
    period = models.CharField(max_length=10)
    subject = models.CharField(max_length=60, blank=True)
    path = models.CharField(max_length=160)
    content = models.ForeignKey("office.Blob", models.PROTECT, related_name="+")
    due = models.DateField(null=True)
    made = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.READY)
    mandate = models.CharField(max_length=80, blank=True)
    sent = models.DateField(null=True)
    sent_by = models.ForeignKey("office.User", models.PROTECT, null=True, related_name="+")
    reference = models.CharField(max_length=100, blank=True)
    answered = models.DateField(null=True)
    answer = models.ForeignKey("office.Blob", models.PROTECT, null=True, related_name="+")
    answer_note = models.CharField(max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-made", "-pk"]
        indexes = [models.Index(fields=["kind", "state", "answered"])]
        constraints = [
            models.UniqueConstraint(
                fields=["employer", "kind", "period", "subject", "content"],
                name="one_declaration_a_content",
            )
        ]
