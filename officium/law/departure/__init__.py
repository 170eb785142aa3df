"""Holiday pay when employers change: on leaving, taken over by the next one, and through the fund."""
