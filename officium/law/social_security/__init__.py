"""Social security contributions of the private sector: the worker's, the employer's, and what lowers them."""
