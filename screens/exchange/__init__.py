"""Sheets in and out: dialogs over whatever screen is shown."""
