"""The API: for programs, everything the portal does for people."""
