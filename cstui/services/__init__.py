"""The use cases: one method each, called alike by the screens and the shell."""
