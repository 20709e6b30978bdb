"""The widgets, screens and threads that every screen is built of; nothing here knows a ticket."""
