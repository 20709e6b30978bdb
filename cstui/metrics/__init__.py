"""Figures, each defined once, on columns of facts."""
