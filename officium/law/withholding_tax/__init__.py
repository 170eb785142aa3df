"""Payroll withholding tax: what the employer keeps back on the wage for the income tax."""
