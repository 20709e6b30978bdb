"""Figures put together and written out: as text with plots, as JSON."""
