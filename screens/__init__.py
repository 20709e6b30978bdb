"""The Textual screens and widgets: intake, follow-up, analysis."""
