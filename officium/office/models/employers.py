"""Employers and workers: what is searched for; the records themselves are texts (`records`)."""

from __future__ import annotations

from django.db import models


class Employer(models.Model):
    """An employer of the office; the columns repeat what its records say, for search and lists."""

    enterprise_number = models.CharField(max_length=10, unique=True)
    nsso_number = models.CharField(max_length=10, db_index=True)
    name = models.CharField(max_length=200, db_index=True)
    # The name as it is searched for: lower case, without accents.
    sought = models.CharField(max_length=200, db_index=True)
    legal_form = models.CharField(max_length=40, blank=True)
    town = models.CharField(max_length=100, blank=True)
    language = models.CharField(max_length=2)
    committees = models.CharField(max_length=100, blank=True)
    workers_in_service = models.PositiveIntegerField(default=0)
    # The one secret address of its calendar feed; made anew when it leaked.
    calendar_token = models.CharField(max_length=43, unique=True)
    admitted = models.DateField()
    left = models.DateField(null=True)
    # Counts every change of its records: who saves on an older one is told.
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class Worker(models.Model):
    """A worker of an employer, as its records name them."""

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="workers")
    staff_number = models.CharField(max_length=40)
    surname = models.CharField(max_length=100)
    first_name = models.CharField(max_length=100)
    sought = models.CharField(max_length=320, db_index=True)
    inss = models.CharField(max_length=11, db_index=True)
    language = models.CharField(max_length=2)
    begins = models.DateField()
    ends = models.DateField(null=True)

    class Meta:
        ordering = ["surname", "first_name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["employer", "staff_number"], name="one_staff_number_an_employer"
            )
        ]

    def __str__(self) -> str:
        return f"{self.surname} {self.first_name}"
