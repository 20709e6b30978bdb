"""Writing rows to CSV, Excel and JSON, as they come."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from enum import StrEnum
from itertools import chain, count, islice
from pathlib import Path
from typing import Any

from msgspec import Struct

from cstui.domain.errors import InputError
from cstui.exchange.columns import Cell, EventKind
from cstui.exchange.delimited import without_control
from cstui.exchange.guarding import guarded
from cstui.exchange.looks import Look, finish, header_cells, prepare, row_cells
from cstui.i18n import Translator

_MOST_EXCEL_ROWS = 1_048_576
_WIDTH = 18
_NOT_FOR_EXCEL = ("=", "#")
"""Texts that begin so would become formulas or errors."""


class Head(Struct, frozen=True):
    """The names of the columns."""

    keys: tuple[str, ...]
    """The same in every language."""
    headers: tuple[str, ...]
    """In the reader's language."""
    title: str
    """Name of the sheet."""
    translate: Translator
    """Puts words of a fixed set, as a status, into the reader's language."""
    look: Look | None = None
    """How a workbook's sheet looks; a plain table where it is None."""

    def text(self, cell: str) -> str:
        """A text as the reader sees it."""
        if isinstance(cell, EventKind):
            return self.translate(f"act.{cell}")
        if isinstance(cell, StrEnum):
            return self.translate(f"exchange.{type(cell).__name__.lower()}.{cell}")
        return cell


Writer = Callable[[Path, Head, Iterable[Sequence[Cell]]], None]


def writer_for(path: Path) -> Writer:
    """How to write a file, by its ending.

    Raises:
        InputError: for any other ending than .csv, .xlsx and .json.
    """
    try:
        return _WRITERS[path.suffix.lower()]
    except KeyError:
        raise InputError("export_kind", path=str(path)) from None


def write_csv(path: Path, head: Head, rows: Iterable[Sequence[Cell]]) -> None:
    """Write CSV as Excel opens it without being asked: UTF-8 with a byte order mark."""
    with path.open("w", encoding="utf-8-sig", newline="") as text:
        out = csv.writer(text)
        out.writerow(head.headers)
        for row in rows:
            out.writerow([_csv_cell(cell, head) for cell in row])


def write_xlsx(path: Path, head: Head, rows: Iterable[Sequence[Cell]]) -> None:
    """Write a workbook with a header that stays in sight, and real dates and numbers.

    Rows for which a sheet has no room are in further ones.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    try:
        _write_sheets(book, head, iter(rows))
        book.save(path)
    except BaseException:
        _discard(book)
        raise


def _write_sheets(book: Any, head: Head, rows: Iterator[Sequence[Cell]]) -> None:  # noqa: ANN401
    part: Iterator[Sequence[Cell]] = islice(rows, _MOST_EXCEL_ROWS - 1)
    for number in count(1):
        sheet = book.create_sheet(head.title if number == 1 else f"{head.title} {number}")
        _write_head(sheet, head)
        lines = 1
        for lines, row in enumerate(part, 2):  # noqa: B007  # read after the loop
            cells = [_excel_cell(cell, head, sheet) for cell in row]
            sheet.append(row_cells(sheet, cells, head.look) if head.look else cells)
        if (more := next(rows, None)) is None:
            if head.look:
                finish(book, sheet, head.look, lines)
            return
        part = chain([more], islice(rows, _MOST_EXCEL_ROWS - 2))


def _discard(book: Any) -> None:  # noqa: ANN401
    """Remove the library's own files; its only public way packs all that was written first."""
    for sheet in book.worksheets:
        if not sheet.closed:
            sheet.close()
        with suppress(FileNotFoundError):  # packed already
            sheet._writer.cleanup()


def _write_head(sheet: Any, head: Head) -> None:  # noqa: ANN401
    if head.look:
        prepare(sheet, head.look)
        sheet.append(header_cells(sheet, head.headers))
        return
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    titles = []
    for place, header in enumerate(head.headers, 1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTH
        title = WriteOnlyCell(sheet, header)
        title.font = Font(bold=True)
        titles.append(title)
    sheet.append(titles)


def _excel_cell(cell: Cell, head: Head, sheet: Any) -> object:  # noqa: ANN401
    """A text that stays a text, or an instant as Excel keeps it: clock time without an offset."""
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None)
    if not isinstance(cell, str):
        return cell
    text = without_control(head.text(cell))
    if not text.startswith(_NOT_FOR_EXCEL):
        return text
    from openpyxl.cell import WriteOnlyCell

    kept = WriteOnlyCell(sheet, text)
    kept.data_type = "s"
    return kept


def write_json(path: Path, head: Head, rows: Iterable[Sequence[Cell]]) -> None:
    """Write a list of objects; instants as ISO 8601 with their offset."""
    with path.open("w", encoding="utf-8") as text:
        between = "[\n"
        for row in rows:
            item = {
                key: cell.isoformat() if isinstance(cell, datetime) else cell
                for key, cell in zip(head.keys, row, strict=True)
            }
            text.write(between + json.dumps(item, ensure_ascii=False))
            between = ",\n"
        text.write("\n]\n" if between.startswith(",") else "[]\n")


def _csv_cell(cell: Cell, head: Head) -> str | int | None:
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M:%S}"
    return guarded(head.text(cell)) if isinstance(cell, str) else cell


_WRITERS: dict[str, Writer] = {".csv": write_csv, ".xlsx": write_xlsx, ".json": write_json}
