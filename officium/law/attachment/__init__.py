"""Attachment of pay: what creditors may take of it, and what each of them gets."""
