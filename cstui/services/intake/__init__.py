"""A call from the first ring to the saved record."""
