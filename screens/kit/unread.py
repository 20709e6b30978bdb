"""What the screens leave unread of Textual; to be read before anything else of it.

`textual.types` gathers names for the annotations of others. For some it reads trees, folder trees,
selects and placeholders, which no screen here shows, and which each session would wait for and
hold. What Textual itself takes from it stands in `textual._types` as well.
"""

import sys

import textual._types

sys.modules.setdefault("textual.types", textual._types)
