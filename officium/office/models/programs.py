"""Programs that act for a person: tokens, calls that may be repeated, webhooks."""

from __future__ import annotations

from django.db import models


class ApiToken(models.Model):
    """A token of a person for a program: its digest, what it may do, until when."""

    user = models.ForeignKey("office.User", models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=100)
    start = models.CharField(max_length=12)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    made = models.DateTimeField()
    expires = models.DateTimeField()
    revoked = models.DateTimeField(null=True)
    used = models.DateTimeField(null=True)


class Idempotency(models.Model):
    """The answer that was given to a call with this key; the same call gets it again."""

    token = models.ForeignKey(ApiToken, models.CASCADE)
    key = models.CharField(max_length=100)
    request_digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    body = models.BinaryField()
    content_type = models.CharField(max_length=100)
    made = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "key"], name="one_answer_a_key")]


class Webhook(models.Model):
    """Where a program wants to be told; its secret is derived from the office's key and `salt`."""

    user = models.ForeignKey("office.User", models.PROTECT, related_name="webhooks")
    employer = models.ForeignKey("office.Employer", models.PROTECT, null=True)
    address = models.URLField(max_length=300)
    events = models.JSONField(default=list)
    salt = models.CharField(max_length=43)
    made = models.DateTimeField()
    ended = models.DateTimeField(null=True)


class WebhookDelivery(models.Model):
    """One telling of one event: tried until it was taken, or given up."""

    webhook = models.ForeignKey(Webhook, models.CASCADE, related_name="deliveries")
    event = models.CharField(max_length=60)
    body = models.TextField()
    made = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    next_try = models.DateTimeField(null=True)
    taken = models.DateTimeField(null=True)
    given_up = models.DateTimeField(null=True)
    last_status = models.CharField(max_length=120, blank=True)
