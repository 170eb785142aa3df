"""Unemployment: what the certificate of who leaves counts in a way of its own."""
