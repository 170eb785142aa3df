"""Absences: what each day of one is, and who pays it."""
