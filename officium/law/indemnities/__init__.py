"""The money of the end: indemnities, and what is due beside them."""
