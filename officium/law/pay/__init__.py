"""What the employer owes for the month, before contributions and tax."""
