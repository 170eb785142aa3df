"""The records of an employer: the texts of the open folder format, every version of them."""

from __future__ import annotations

from django.db import models


class RecordText(models.Model):
    """One version of one file of an employer's folder. Rows are only added."""

    employer = models.ForeignKey("office.Employer", models.PROTECT, related_name="+")
    path = models.CharField(max_length=120)
    version = models.PositiveIntegerField()
    # None: the file was removed in this version, or its text was erased when its retention ended.
    text = models.TextField(null=True)
    digest = models.CharField(max_length=64)
    recorded = models.DateTimeField()
    by = models.ForeignKey("office.User", models.PROTECT, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["employer", "path", "version"], name="one_text_a_version"
            )
        ]


class RecordFile(models.Model):
    """The version of a file that holds today."""

    employer = models.ForeignKey("office.Employer", models.PROTECT, related_name="files")
    path = models.CharField(max_length=120)
    current = models.ForeignKey(RecordText, models.PROTECT)

    class Meta:
        ordering = ["path"]
        constraints = [
            models.UniqueConstraint(fields=["employer", "path"], name="one_current_text_a_path")
        ]
