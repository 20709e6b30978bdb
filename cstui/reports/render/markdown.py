"""A document as Markdown that any viewer shows: tables, and charts as blocks of text."""

import re
from collections.abc import Iterator

from cstui.i18n import Translator
from cstui.reports.cell_text import shown
from cstui.reports.document import Document, Kind, Section, Table
from cstui.reports.layout import plain
from cstui.reports.ordering import in_order
from cstui.reports.render.text_charts import chart_lines

_WIDTH = 80
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$]|^[#+=-](?=[\s#=-]|$)|^\d+(?=[.)](?:\s|$)))")
"""What means something anywhere, and what does at the beginning of a line."""
_MARK = "**!** "


def as_markdown(document: Document, t: Translator) -> str:
    """The document as Markdown with tables as GitHub writes them."""
    blocks = [f"# {escaped(document.title)}", "  \n".join(map(escaped, document.facts))]
    for section in document.sections:
        blocks += _section(section, t)
    return "\n\n".join(block for block in blocks if block) + "\n"


def escaped(text: str) -> str:
    """A text that Markdown shows as it is."""
    return _SPECIAL.sub(_escape, plain(text).strip())


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def _section(section: Section, t: Translator) -> Iterator[str]:
    yield f"## {escaped(section.title)}"
    yield from map(escaped, section.notes)
    for part in in_order(section):
        if part.title:
            yield f"**{escaped(part.title)}**"
        if isinstance(part, Table):
            yield "\n".join(_table(part, t))
            yield from map(escaped, part.notes)
        else:
            drawn = "\n".join(map(plain, chart_lines(part, t, _WIDTH, colour=False)))
            yield f"```text\n{drawn}\n```"


def _table(table: Table, t: Translator) -> Iterator[str]:
    yield _line(escaped(column.title) or " " for column in table.columns)
    yield _line("---" if column.kind is Kind.TEXT else "---:" for column in table.columns)
    for row in table.rows:
        cells = [
            escaped(shown(cell, column.kind, t))
            for column, cell in zip(table.columns, row.cells, strict=True)
        ]
        if row.marked:
            cells[0] = _MARK + cells[0]
        yield _line(cells)


def _line(cells: Iterator[str] | list[str]) -> str:
    return f"| {' | '.join(cells)} |"
