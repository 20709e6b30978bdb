"""How a form's sheet looks in a workbook: widths, drop-downs, lines to write on, and its print."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct, field

_LAST_ROW = 1_048_576
_A3, _A4 = 8, 9
_WIDEST_ON_A4 = 200
"""Letters of all columns together; more would be too small to read on that paper."""
_INSTANT = "yyyy-mm-dd hh:mm"
_TEXT_FORMAT = "@"
_FILL = "DDE7F0"
_LINE = "B7C0C9"
_MARGIN = 0.4
"""Inches."""
_LINE_HEIGHT = 30
"""Points of a line to write on, so that two lines of a text fit."""


class Look(Struct, frozen=True):
    """The looks of one sheet; columns are counted from 0."""

    widths: Sequence[int]
    """In letters."""
    as_text: frozenset[int] = frozenset()
    """Columns in which whatever is typed is a text: numbers with many digits."""
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)
    """What a column's cells are chosen from; other words are taken, too."""
    choices_title: str = ""
    """Name of the hidden sheet that holds them."""
    lines: int = 0
    """How many empty lines there are to write on."""


def prepare(sheet: Any, look: Look) -> None:  # noqa: ANN401
    """Give a sheet its looks, before any row is written."""
    from openpyxl.styles import Alignment

    sheet.freeze_panes = "A2"
    for place, width in enumerate(look.widths):
        column = sheet.column_dimensions[_letter(place)]
        column.width = width
        column.alignment = Alignment(vertical="top", wrap_text=True)
        if place in look.as_text:
            column.number_format = _TEXT_FORMAT
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4 if sum(look.widths) <= _WIDEST_ON_A4 else _A3
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN
    sheet.print_options.gridLines = True
    sheet.oddHeader.center.text = sheet.title
    sheet.oddFooter.center.text = "&P / &N"


def header_cells(sheet: Any, headers: Sequence[str]) -> list[Any]:  # noqa: ANN401
    """The header's cells."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill

    shown = []
    for header in headers:
        cell = WriteOnlyCell(sheet, header)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=_FILL)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _border()
        shown.append(cell)
    return shown


def row_cells(sheet: Any, row: Sequence[Any], look: Look) -> list[Any]:  # noqa: ANN401
    """A row's cells; only those are styled that need it, since styles cost more than cells."""
    from openpyxl.cell import Cell, WriteOnlyCell
    from openpyxl.styles import Alignment

    wrapped, shown = Alignment(vertical="top", wrap_text=True), []
    for value, width in zip(row, look.widths, strict=True):
        text = value.value if isinstance(value, Cell) else value
        if isinstance(text, str) and ("\n" in text or len(text) * 2 > width):
            value = value if isinstance(value, Cell) else WriteOnlyCell(sheet, value)
            value.alignment = wrapped
        elif isinstance(text, datetime) and not text.second:
            value = WriteOnlyCell(sheet, text)
            value.number_format = _INSTANT
        shown.append(value)
    return shown


def finish(book: Any, sheet: Any, look: Look, rows: int) -> None:  # noqa: ANN401
    """Add the empty lines and the drop-downs.

    Args:
        book: the workbook.
        sheet: the sheet.
        look: its looks.
        rows: how many rows were written so far, the header among them.
    """
    for line in range(rows + 1, rows + 1 + look.lines):
        sheet.row_dimensions[line].height = _LINE_HEIGHT
        sheet.append(_empty_cells(sheet, look))
    if look.choices:
        _offer(book, sheet, look)


def _empty_cells(sheet: Any, look: Look) -> list[Any]:  # noqa: ANN401
    """The cells of a line to write on."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    shown = []
    for place in range(len(look.widths)):
        cell = WriteOnlyCell(sheet)
        cell.border, cell.alignment = _border(), Alignment(vertical="top", wrap_text=True)
        if place in look.as_text:
            cell.number_format = _TEXT_FORMAT
        shown.append(cell)
    return shown


def _offer(book: Any, sheet: Any, look: Look) -> None:  # noqa: ANN401
    """Drop-downs from a hidden sheet: written into the cells they would be cut off."""
    from itertools import zip_longest

    from openpyxl.worksheet.datavalidation import DataValidation

    listed = book.create_sheet(look.choices_title)
    listed.sheet_state = "hidden"
    for row in zip_longest(*look.choices.values()):
        listed.append(row)
    for source, (place, words) in enumerate(look.choices.items()):
        if words:
            column = _letter(source)
            offered = f"'{look.choices_title}'!${column}$1:${column}${len(words)}"
            offer = DataValidation("list", formula1=offered, allow_blank=True)
            offer.add(f"{_letter(place)}2:{_letter(place)}{_LAST_ROW}")
            sheet.data_validations.append(offer)


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(place + 1)


def _border() -> Any:  # noqa: ANN401
    from openpyxl.styles import Border, Side

    line = Side(style="thin", color=_LINE)
    return Border(line, line, line, line)
