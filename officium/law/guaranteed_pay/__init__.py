"""Guaranteed pay: what the employer pays of an illness or an accident, and for how long."""
