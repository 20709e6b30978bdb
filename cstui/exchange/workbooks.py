"""Excel workbooks (.xlsx), read row by row."""

import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import BadZipFile

from cstui.domain.errors import InputError
from cstui.exchange.delimited import UNREADABLE, without_control
from cstui.exchange.maps import FileOptions
from cstui.exchange.sheets import Guess, Row, Table

_UNREADABLE = (
    *UNREADABLE, BadZipFile, SyntaxError, LookupError, ArithmeticError, ValueError, TypeError,
    AttributeError, RuntimeError,
)  # fmt: skip
"""What openpyxl raises for a workbook with parts that are damaged, missing or encrypted."""
_HALF_SECOND = timedelta(microseconds=500_000)
_LAST_MOMENT = datetime.max - _HALF_SECOND  # noqa: DTZ901  # cells are in no zone


class Workbook:
    """A workbook whose sheets are read without loading them whole."""

    def __init__(self, path: Path, options: FileOptions) -> None:
        self.path = path
        self.guesses: tuple[Guess, ...] = ()
        self._total = 0
        self._done = 0
        self._file = path.open("rb")
        try:
            self._book = _opened(self._file, path)
            self.tables: tuple[Table, ...] = self._chosen(options.sheet)
        except InputError:
            self._file.close()
            raise

    def share(self) -> float | None:
        """How many of the sheet's rows were read, by the number that the sheet gives."""
        return min(self._done / self._total, 1.0) if self._total else None

    def close(self) -> None:
        """Let go of the file."""
        self._book.close()
        self._file.close()

    def _chosen(self, sheet: str | int) -> tuple[Table, ...]:
        """The sheet that was named, else all of them, those that are shown first."""
        pages = self._book.worksheets
        if sheet:
            named = [page for page in pages if page.title == str(sheet)]
            if not named and str(sheet).isdigit() and 0 < int(sheet) <= len(pages):
                named = [pages[int(sheet) - 1]]
            if not named:
                names = ", ".join(f"“{page.title}”" for page in pages)
                raise InputError("sheet_unknown", sheet=sheet, sheets=names)
            return (self._table(named[0]),)
        tables = [self._table(page) for page in pages]
        return tuple(sorted(tables, key=lambda table: table.hidden))

    def _table(self, page: Any) -> Table:  # noqa: ANN401
        return Table(page.title, page.sheet_state != "visible", lambda: self._rows(page))

    def _rows(self, page: Any) -> Iterator[Row]:  # noqa: ANN401
        self._total = page.max_row or 0
        page.reset_dimensions()  # some programs write a wrong size, which would cut rows off
        try:
            for line, cells in enumerate(page.iter_rows(values_only=True), 1):
                self._done = line
                yield Row(line, [_text(cell) for cell in cells])
        except _UNREADABLE as error:
            raise InputError("workbook_unreadable", path=str(self.path)) from error


def _opened(file: BinaryIO, path: Path) -> Any:  # noqa: ANN401
    """The workbook as openpyxl has it."""
    from openpyxl import load_workbook

    # styles and drop-downs that it does not know; days that no calendar has
    warnings.filterwarnings("ignore", module="openpyxl")
    try:
        return load_workbook(file, read_only=True, data_only=True)
    except _UNREADABLE as error:
        raise InputError("workbook_unreadable", path=str(path)) from error


def _text(value: object) -> str:
    """A cell as text: the same as another program would write it to CSV."""
    if value is None:
        return ""
    if isinstance(value, str):
        return without_control(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return (min(value, _LAST_MOMENT) + _HALF_SECOND).strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, time):
        return value.isoformat("seconds")
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
