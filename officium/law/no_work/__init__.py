"""No work: temporary unemployment and its supplements, interrupted days, notices, public holidays."""
