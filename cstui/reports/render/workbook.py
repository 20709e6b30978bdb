"""A document as an Excel workbook: a sheet to read first, then one for each table and chart."""

from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.formatting.rule import ColorScale, FormatObject, Rule
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Color, Font
from openpyxl.worksheet.hyperlink import Hyperlink

from cstui.i18n import Translator
from cstui.reports.document import Chart, Document, HeatMap, Section, Table
from cstui.reports.layout import plain
from cstui.reports.render.tabulating import tabulated
from cstui.reports.render.text_charts import chart_notes
from cstui.reports.render.workbook_charts import add_chart
from cstui.reports.render.workbook_table import write_table, write_text
from cstui.reports.render.workbook_zip import packed

_LONGEST_NAME = 31
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_READING_WIDTH = 100
_TITLE_SIZE, _SECTION_SIZE = 16, 13
_LINK = "0563C1"
_PALE, _STRONG = "FFFFFF", "5B8DC9"


def as_xlsx(document: Document, t: Translator) -> bytes:
    """The document as a workbook; one document always gives the same bytes."""
    book = Workbook()
    # what the file says of its own age: the period's end, else when work left was looked at
    at = (document.period.end or document.as_of or datetime.min).replace(tzinfo=None)  # noqa: DTZ901
    book.properties = DocumentProperties(
        creator="cstui", title=plain(document.title), created=at, modified=at
    )
    _Pages(book, t).fill(document)
    return packed(book)


class _Pages:
    """Fills a workbook, page by page."""

    def __init__(self, book: Workbook, t: Translator) -> None:
        self._book = book
        self._t = t
        self._front: Any = book.active
        self._names: set[str] = set()
        self._line = 0

    def fill(self, document: Document) -> None:
        """All that the document tells; the first sheet leads to the others."""
        self._front.title = self._named(document.title)
        self._front.column_dimensions["A"].width = _READING_WIDTH
        self._say(document.title, Font(bold=True, size=_TITLE_SIZE))
        for fact in document.facts:
            self._say(fact)
        for section in document.sections:
            self._section(section)

    def _section(self, section: Section) -> None:
        self._line += 1
        self._say(section.title, Font(bold=True, size=_SECTION_SIZE))
        for note in section.notes:
            self._say(note)
        for table in section.tables:
            self._page(table.title or section.title, table)
            for note in table.notes:
                self._say(note)
        for chart in section.charts:
            self._chart(chart)

    def _chart(self, chart: Chart) -> None:
        table = tabulated(chart, self._t)
        page = self._page(chart.title, table)
        if isinstance(chart, HeatMap):
            _shade(page, table)
        else:
            add_chart(page, chart, table)
        for note in chart_notes(chart, self._t):
            self._say(note)

    def _page(self, title: str, table: Table) -> Any:  # noqa: ANN401
        """A sheet with a table, and the link to it."""
        page = self._book.create_sheet(self._named(title))
        write_table(page, table, self._t)
        link = self._say(title, Font(color=_LINK, underline="single"))
        link.hyperlink = Hyperlink(link.coordinate, location=f"'{page.title}'!A1")
        link.font = Font(color=_LINK, underline="single")
        return page

    def _say(self, text: str, font: Font | None = None) -> Any:  # noqa: ANN401
        """One more line on the first sheet."""
        self._line += 1
        cell = self._front.cell(self._line, 1)
        write_text(cell, text)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if font:
            cell.font = font
        return cell

    def _named(self, title: str) -> str:
        """A name for a sheet that no other has."""
        wanted = " ".join(plain(title).translate(_NOT_IN_NAMES).split()) or "–"
        name, count = wanted[:_LONGEST_NAME], 1
        while name.casefold() in self._names:
            count += 1
            end = f" {count}"
            name = wanted[: _LONGEST_NAME - len(end)] + end
        self._names.add(name.casefold())
        return name


def _shade(page: Any, table: Table) -> None:  # noqa: ANN401
    """Colour the figures of a sheet, from pale at the smallest to strong at the largest."""
    if table.rows and len(table.columns) > 1:
        last = page.cell(len(table.rows) + 1, len(table.columns)).coordinate
        page.conditional_formatting.add(f"B2:{last}", Rule("colorScale", colorScale=_scale()))


def _scale() -> ColorScale:
    ends = [FormatObject("min"), FormatObject("max")]
    return ColorScale(cfvo=ends, color=[Color(_PALE), Color(_STRONG)])
