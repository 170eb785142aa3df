"""Proof: what was done cannot be changed unseen, and a stranger can verify it without the office.

The audit trail is a chain of entries without personal text; contents live beside it and can be
erased. An evidence pack gives an employer and a period in one archive, with its timeline.
"""
