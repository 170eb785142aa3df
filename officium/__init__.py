"""Officium: open office software for the employer's social obligations in Belgium."""
