"""Working time beyond the schedule and at unusual hours: what it pays, and its tax relief."""
