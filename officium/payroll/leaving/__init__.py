"""Who leaves an employer, and what the papers of the end say; nothing is computed here but sums."""
