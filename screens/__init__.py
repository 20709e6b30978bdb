"""The Textual screens and widgets; a folder a screen, and `kit` for what all are built of."""
