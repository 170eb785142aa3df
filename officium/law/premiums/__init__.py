"""Premiums: the year-end premium, the seniority premium, gifts within limits."""
