"""Documents built from figures, a module a report."""
