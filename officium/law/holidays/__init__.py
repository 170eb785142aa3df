"""Annual holidays of white-collar workers: days, single and double holiday pay."""
