"""The end of a contract: what notice is due, when it begins and when it has run."""
