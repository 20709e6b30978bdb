"""A document as one HTML page: no network, no script, charts drawn in it.

The page is built as a tree and written by the standard library, which escapes every text.
"""

from importlib.resources import files
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from cstui.i18n import Translator
from cstui.reports.cell_text import shown
from cstui.reports.document import Cell, Chart, Document, Kind, Measure, Section, Table
from cstui.reports.layout import cells, plain
from cstui.reports.ordering import in_order
from cstui.reports.render.svg import draw
from cstui.reports.render.text_charts import chart_notes

_LANGUAGES = {"en": "en", "zh": "zh-CN"}
_SHORT = 20
"""Terminal cells of a text that is kept on one line."""
_SHORT_TABLE = 20
"""Rows of a table that is printed on one page."""
_MOST_COLUMNS = 9
"""With more of them, a table is printed small."""
_NOTHING_FROM_ELSEWHERE = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(document: Document, t: Translator) -> str:
    """The document as a page to read on light or dark, and to print on A4."""
    page = Element("html", lang=_LANGUAGES[t.language])
    head = SubElement(page, "head")
    SubElement(head, "meta", charset="utf-8")
    policy = {"http-equiv": "Content-Security-Policy", "content": _NOTHING_FROM_ELSEWHERE}
    SubElement(head, "meta", policy)
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    _text(head, "title", document.title)
    SubElement(head, "style").text = files(__package__).joinpath("page.css").read_text("utf-8")
    body = SubElement(page, "body")
    heading = SubElement(body, "header")
    _text(heading, "h1", document.title)
    for fact in document.facts:
        _text(heading, "p", fact)
    for section in document.sections:
        _section(SubElement(body, "section", id=section.name), section, t)
    indent(page, " ")
    return "<!doctype html>\n" + tostring(page, "unicode", method="html") + "\n"


def _text(parent: Element, tag: str, text: str, css: str = "") -> Element:
    added = SubElement(parent, tag)
    added.text = plain(text)
    if css:
        added.set("class", css)
    return added


def _section(parent: Element, section: Section, t: Translator) -> None:
    _text(parent, "h2", section.title)
    for note in section.notes:
        _text(parent, "p", note)
    for part in in_order(section):
        if isinstance(part, Table):
            fits = "scroll whole" if len(part.rows) <= _SHORT_TABLE else "scroll"
            _table(SubElement(parent, "div", {"class": fits}), part, t)
            for note in part.notes:
                _text(parent, "p", note, "note")
        else:
            _chart(SubElement(parent, "figure"), part, t)


def _table(parent: Element, table: Table, t: Translator) -> None:
    grid = SubElement(parent, "table", {"data-name": table.name})
    if len(table.columns) > _MOST_COLUMNS:
        grid.set("class", "wide")
    if table.title:
        _text(grid, "caption", table.title)
    header = SubElement(SubElement(grid, "thead"), "tr")
    styles = ["" if column.kind is Kind.TEXT else "figure" for column in table.columns]
    for column, css in zip(table.columns, styles, strict=True):
        _text(header, "th", column.title, css)
    body = SubElement(grid, "tbody")
    for row in table.rows:
        line = SubElement(body, "tr", {"class": "marked"} if row.marked else {})
        for column, cell, css in zip(table.columns, row.cells, styles, strict=True):
            _cell(line, cell, column.kind, css, t)


def _cell(row: Element, cell: Cell, kind: Kind, css: str, t: Translator) -> None:
    """A text, or a value as people read it with the unrounded one behind it."""
    told = plain(shown(cell, kind, t))
    if not css and cells(told) <= _SHORT:
        css = "short"
    place = SubElement(row, "td", {"class": css} if css else {})
    value = cell.value if isinstance(cell, Measure) else cell
    if isinstance(value, (int, float)):
        SubElement(place, "data", value=str(value)).text = told
    else:
        place.text = told


def _chart(figure: Element, chart: Chart, t: Translator) -> None:
    _text(figure, "figcaption", chart.title)
    figure.append(draw(chart, t))
    for note in chart_notes(chart, t):
        _text(figure, "p", note, "note")
