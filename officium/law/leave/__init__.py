"""Leave for family and career: which days are due, and who pays them."""
