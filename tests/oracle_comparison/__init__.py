"""The product against the oracle: two readings of the law, which never met, agree to the cent."""
