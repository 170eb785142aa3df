"""Who runs this office: its kind decides what it may do and which words it may use."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Operator(models.Model):
    """The one operator of the office.

    `kind`: `employer` (for itself), `provider` (social service provider), `certified` (certified social
    secretariat, with its certification number and the date of the ministerial decree). A certified one
    must have both, another may have neither: act of 27 June 1969, art. 27; royal decree of 28 November
    1969, art. 44 to 48.
    """

    kind = models.CharField(max_length=9)
    name = models.CharField(max_length=200)
    legal_form = models.CharField(max_length=40, blank=True)
    enterprise_number = models.CharField(max_length=10)
    address = models.CharField(max_length=300, blank=True)
    certification_number = models.CharField(max_length=10, null=True)
    decree_date = models.DateField(null=True)
    language = models.CharField(max_length=2, default="nl")
    # Working days before the pay day by which employers deliver the data of a month.
    data_days = models.PositiveSmallIntegerField(default=5)
    # A practice office: its own "today", and nothing in it is real.
    practice_day = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="one_operator"),
            models.CheckConstraint(
                condition=Q(kind__in=("employer", "provider", "certified")), name="operator_kind"
            ),
            models.CheckConstraint(
                condition=Q(
                    kind="certified", certification_number__isnull=False, decree_date__isnull=False
                )
                | (
                    ~Q(kind="certified")
                    & Q(certification_number__isnull=True, decree_date__isnull=True)
                ),
                name="certified_has_number_and_decree",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_certified(self) -> bool:
        """Whether it may collect contributions and bear the protected title."""
        return self.kind == "certified"
