"""Premiums with contributions and taxes of their own, in a year's limits or for one year only."""
