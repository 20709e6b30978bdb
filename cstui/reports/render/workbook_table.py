"""A table as a sheet: real numbers with formats, a header that stays in sight, a filter."""

from datetime import datetime
from typing import Any

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from cstui.i18n import Translator
from cstui.reports.cell_text import shown
from cstui.reports.document import Cell, Kind, Measure, Table
from cstui.reports.layout import cells, plain

DAY = 86_400
"""Excel counts durations in days."""
_NARROWEST, _WIDEST = 8, 60
_WIDEST_HEADER = 14
"""Letters after which a header goes on on its next line."""
_PADDING = 3
"""Letters beside the longest text of a column: the filter's button is as wide."""
_LIKE_FORMULAS = ("=", "+", "-", "@")
_HEADER, _MARKED = "DDE7F0", "FDECEA"
_FORMATS = {
    Kind.TEXT: "General",
    Kind.COUNT: "0",
    Kind.SECONDS: "[h]:mm:ss",
    Kind.RATE: "0.0%",
    Kind.CHANGE: "+0.0%;-0.0%;0.0%",
    Kind.SCORE: "0.00",
    Kind.NUMBER: "General",
    Kind.INSTANT: "yyyy-mm-dd hh:mm",
}


def write_table(sheet: Any, table: Table, t: Translator) -> None:  # noqa: ANN401
    """Fill a sheet with a table from its first cell on."""
    for place, column in enumerate(table.columns, 1):
        header = sheet.cell(1, place)
        write_text(header, column.title)
        header.font, header.fill = Font(bold=True), PatternFill("solid", fgColor=_HEADER)
        header.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(place)].width = _width(table, place - 1, t)
    for line, row in enumerate(table.rows, 2):
        for place, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True), 1):
            written = sheet.cell(line, place)
            _write(written, cell, column.kind, t)
            if row.marked:
                written.fill = PatternFill("solid", fgColor=_MARKED)
    last = f"{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    sheet.freeze_panes = sheet.cell(2, max(table.labels, 0) + 1)
    sheet.auto_filter.ref = f"A1:{last}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def write_text(cell: Any, text: str) -> None:  # noqa: ANN401
    """Write a text that stays one, even when somebody edits it: never a formula or an error."""
    cell.value = plain(text)
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(_LIKE_FORMULAS)


def excel_value(value: float, kind: Kind) -> float:
    """A number as Excel keeps it: durations in days, percentage points as points."""
    match kind:
        case Kind.SECONDS:
            return value / DAY
        case Kind.POINTS:
            return value * 100
        case _:
            return value


def excel_format(kind: Kind, t: Translator) -> str:
    """How Excel shows numbers of a kind."""
    if kind is Kind.POINTS:
        plus, minus = (t("report.points", value=f'"{sign}0.0"') for sign in "+-")
        return _points(plus) + ";" + _points(minus)
    return _FORMATS[kind]


def _points(phrase: str) -> str:
    """A number format from a phrase that holds one in quotation marks."""
    before, number, after = phrase.split('"')
    return "".join([f'"{before}"' if before else "", number, f'"{after}"' if after else ""])


def _write(cell: Any, value: Cell, kind: Kind, t: Translator) -> None:  # noqa: ANN401
    match value:
        case Measure(number, own):
            _write(cell, number, own, t)
        case None:
            pass
        case str():
            write_text(cell, value)
            cell.alignment = Alignment(wrap_text=cells(value) > _WIDEST, vertical="top")
        case datetime():
            cell.value = value.replace(tzinfo=None)
            cell.number_format = excel_format(Kind.INSTANT, t)
        case _:
            cell.value = excel_value(value, kind)
            cell.number_format = excel_format(kind, t)


def _width(table: Table, place: int, t: Translator) -> int:
    column = table.columns[place]
    texts = [shown(row.cells[place], column.kind, t) for row in table.rows]
    header = min(cells(column.title), _WIDEST_HEADER)
    widest = max(header, *map(cells, texts), 0)
    return min(max(widest + _PADDING, _NARROWEST), _WIDEST)
