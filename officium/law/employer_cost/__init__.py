"""What a worker costs the employer: pay and charges, by month."""
