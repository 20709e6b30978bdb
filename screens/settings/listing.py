"""The list of settings: a line each."""

from cstui.i18n import Translator
from screens.kit.columns import Cell, Column, Row
from screens.kit.language import Phrase, said
from screens.settings.edits import Edits
from screens.settings.naming import in_brief, name_of

COLUMNS = (
    Column("", 1),
    Column(Phrase("settings.name"), 25),
    Column(Phrase("settings.value"), 8, flex=1),
)
_TYPED = Cell("*", "warn")
"""Before a setting that was typed into."""


def row_of(key: str, edits: Edits, t: Translator) -> Row:
    """A setting's line: whether it was typed into, what it is called, what holds today."""
    name = said(name_of(key), t)
    value = in_brief(edits.settings.shown.get(key, ""))
    typed = key in edits
    return Row(
        key, (_TYPED if typed else "", Cell(name, "warn" if typed else ""), Cell(value, "muted"))
    )
