"""What was done about an obligation."""

from __future__ import annotations

from django.db import models


class DutyMark(models.Model):
    """A mark on one due obligation (its stable `key`): a state, a day, a proof. Rows are only added."""

    employer = models.ForeignKey("office.Employer", models.PROTECT, related_name="marks")
    key = models.CharField(max_length=120)
    state = models.CharField(max_length=8)
    day = models.DateField()
    recorded = models.DateTimeField()
    by = models.ForeignKey("office.User", models.PROTECT, null=True)
    note = models.CharField(max_length=500, blank=True)
    proof = models.ForeignKey("office.Blob", models.PROTECT, null=True)
    proof_name = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["recorded", "pk"]
        indexes = [models.Index(fields=["employer", "key"])]


class DutyDue(models.Model):
    """An obligation as it falls due: what the room `obligations` reckoned of the records, for lists.

    Reckoned anew when records or mandates change. `state` is that of the last mark, or what the data
    allow; that a day has passed is not stored, it is asked with the day.
    """

    employer = models.ForeignKey("office.Employer", models.CASCADE, related_name="dues")
    key = models.CharField(max_length=120)
    duty = models.CharField(max_length=60)
    period = models.CharField(max_length=10, blank=True)
    subject = models.CharField(max_length=60, blank=True)
    # The day of who performs it here, and the employer's own legal day.
    day = models.DateField(null=True)
    legal_day = models.DateField(null=True)
    performer = models.CharField(max_length=9)
    state = models.CharField(max_length=16)
    is_open = models.BooleanField(default=True)

    class Meta:
        ordering = ["day", "key"]
        constraints = [models.UniqueConstraint(fields=["employer", "key"], name="one_due_a_key")]
        indexes = [models.Index(fields=["is_open", "day"]), models.Index(fields=["duty", "state"])]
