"""Figures put together to reports, and written out for people and for programs."""
