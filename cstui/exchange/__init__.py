"""Sheets in and out: CSV, Excel and JSON."""
