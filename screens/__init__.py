"""The Textual screens and widgets; a folder a screen, and `kit` for what all are built of."""

import screens.kit.unread  # noqa: F401  # before anything reads the rest of Textual
