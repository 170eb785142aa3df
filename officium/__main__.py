"""`python -m officium`: the same as the command `officium`."""

from officium.cli import main

main()
