"""Contributions received from employers: only by a certified social secretariat, only by bank transfer."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Collection(models.Model):
    """Contributions received from an employer. Rows are only added.

    The database itself refuses a row of an operator that is not certified, and any means but a bank
    transfer: act of 27 June 1969, art. 27 par. 2; Social Criminal Code, art. 220/1/1.
    """

    employer = models.ForeignKey("office.Employer", models.PROTECT, related_name="collections")
    operator_kind = models.CharField(max_length=9)
    means = models.CharField(max_length=20)
    cents = models.BigIntegerField()
    received = models.DateField()
    quarter = models.CharField(max_length=6)
    reference = models.CharField(max_length=140)
    mandate = models.CharField(max_length=80)
    recorded = models.DateTimeField()
    by = models.ForeignKey("office.User", models.PROTECT)

    class Meta:
        ordering = ["-received", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(operator_kind="certified"), name="only_certified_collects"
            ),
            models.CheckConstraint(
                condition=Q(means="bank_transfer"), name="only_by_bank_transfer"
            ),
            models.CheckConstraint(condition=Q(cents__gt=0), name="collected_is_more_than_nothing"),
            models.CheckConstraint(condition=~Q(mandate=""), name="collected_under_a_mandate"),
            models.UniqueConstraint(
                fields=["employer", "reference"], name="one_collection_a_reference"
            ),
        ]
