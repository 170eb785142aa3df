"""Public holidays: who is paid, how much, and by which employer after the end of a contract."""
