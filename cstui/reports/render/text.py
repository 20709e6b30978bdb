"""A document as text for a terminal or a file."""

from collections.abc import Iterator

from cstui.i18n import Translator
from cstui.reports.document import Document, Section, Table
from cstui.reports.layout import cells, cut, wrapped
from cstui.reports.ordering import in_order
from cstui.reports.render.text_charts import chart_lines
from cstui.reports.render.text_table import table_lines

NARROWEST = 80
"""How many terminal cells a document needs at least."""
_DOUBLE, _SINGLE = "═", "─"


def as_text(document: Document, t: Translator, width: int, *, colour: bool = False) -> str:
    """The document in lines of at most `width` terminal cells, but no fewer than 80.

    Without colour the text holds no escape sequence.
    """
    width = max(width, NARROWEST)
    parts = ["\n".join(_heading(document, width))]
    for section in document.sections:
        parts += ("\n".join(part).rstrip() for part in _parts(section, t, width, colour=colour))
    return "\n\n".join(parts) + "\n"


def _heading(document: Document, width: int) -> Iterator[str]:
    yield from _underlined(document.title, _DOUBLE, width)
    for fact in document.facts:
        yield from wrapped(fact, width)


def _underlined(title: str, line: str, width: int) -> tuple[str, str]:
    title = cut(title, width)
    return title, line * cells(title)


def _parts(section: Section, t: Translator, width: int, *, colour: bool) -> Iterator[list[str]]:
    """Each table and each chart; above the first stand the title and the sentences."""
    above = list(_underlined(section.title, _SINGLE, width))
    for note in section.notes:
        above += wrapped(note, width)
    if section.notes:
        above.append("")
    blocks = []
    for part in in_order(section):
        if isinstance(part, Table):
            blocks.append(_table(part, t, width))
        else:
            lines = chart_lines(part, t, width, colour=colour)
            blocks.append([*wrapped(part.title, width), *lines])
    first, *others = blocks or [[]]
    yield [*above, *first]
    yield from others


def _table(table: Table, t: Translator, width: int) -> list[str]:
    lines = wrapped(table.title, width) if table.title else []
    lines += table_lines(table, t, width)
    for note in table.notes:
        lines += wrapped(note, width)
    return lines
