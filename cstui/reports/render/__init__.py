"""Documents written out, a module a format."""
