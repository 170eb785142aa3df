"""How fast the machine is: `python -m benchmarks` measures, prints a table, and writes nothing."""
