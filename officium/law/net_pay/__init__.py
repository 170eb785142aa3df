"""Net pay: from the gross pay of a month to what is paid out."""
