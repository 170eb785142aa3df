"""From records to payslips and to the occupation lines of a quarter; no law is decided here."""
