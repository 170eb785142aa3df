"""What people do in the office, one file a subject: doors call these and decide nothing themselves."""
