"""From a file to tickets: opens it, finds its table, and reads it row by row."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from cstui.clock.written import DateOrder
from cstui.domain.errors import InputError
from cstui.exchange import response_form
from cstui.exchange.date_orders import find_date_order
from cstui.exchange.event_logs import EventLogs
from cstui.exchange.map_rows import MapRows, Values, moment_cells
from cstui.exchange.maps import FileOptions, ImportMap
from cstui.exchange.origins import Origins
from cstui.exchange.outcomes import Drafted, Outcome, Passed, PassedOver, Rejected
from cstui.exchange.reading import open_source
from cstui.exchange.records import record_of
from cstui.exchange.rejects import BadCell, BadRow, Reject
from cstui.exchange.sheets import Guess, Row, Sheet, Source, find_sheet
from cstui.exchange.tickets import ticket_of
from cstui.exchange.times import TimeReader


@dataclass(frozen=True, slots=True)
class Sender:
    """Who imports, when and where."""

    by: str
    """Login."""
    now: datetime
    zone: str
    """The site's zone; that of a sheet's clock times where its map names no other."""


class RowReader(Protocol):
    """Reads the rows of one sheet."""

    rounded_ids: int
    """Customer numbers left empty because a spreadsheet had rounded them."""

    def passed_over(self, row: Row) -> Passed | None:
        """Why a row is no ticket; None where it is one."""
        ...

    def read(self, row: Row) -> Values:
        """What a row says, by field; `BadRow` where a cell cannot be read."""
        ...


class SheetImport:
    """One file being imported."""

    def __init__(self, path: Path, import_map: ImportMap | None, sender: Sender) -> None:
        """Open a file and find its table.

        Args:
            path: the file.
            import_map: which column means what; None for a response time log, whose columns are
                known.
            sender: who imports it.

        Raises:
            CstuiError: where it cannot be read, or leaves open how.
        """
        options = import_map.file if import_map else FileOptions()
        self._sender = sender
        self._is_log = bool(options.key)
        self._source: Source = open_source(path, options)
        try:
            self.sheet, order = _found(self._source, import_map, options)
            times = TimeReader(options.zone or sender.zone, order)
            self._rows: RowReader = (
                MapRows(import_map, self.sheet, times)
                if import_map
                else response_form.ResponseRows(self.sheet, times)
            )
        except BaseException:
            self._source.close()
            raise

    @property
    def guesses(self) -> tuple[Guess, ...]:
        """What was found out about the file."""
        return self.sheet.guesses

    @property
    def rounded_ids(self) -> int:
        """Customer numbers left empty because a spreadsheet had rounded them."""
        return self._rows.rounded_ids

    def outcomes(self) -> Iterator[Outcome]:
        """What becomes of the rows, in their order; an event log's tickets come after its rows."""
        return self._tickets_of_log() if self._is_log else self._tickets()

    def share(self) -> float | None:
        """How much of the file was read so far, from 0 to 1; None where that cannot be told."""
        return self._source.share()

    def close(self) -> None:
        """Let go of the file."""
        self._source.close()

    def _tickets(self) -> Iterator[Outcome]:
        origins, numbers = Origins(), _Numbers()
        by, now = self._sender.by, self._sender.now
        for row in self.sheet.rows():
            if passed := self._rows.passed_over(row):
                yield PassedOver(passed)
                continue
            try:
                values = self._rows.read(row)
                numbers.take(row.line, values.get("number", ""))
                ticket = ticket_of(record_of(values, origins.of(values)), by, now)
            except BadRow as bad:
                yield Rejected(bad.rejects)
            except BadCell as bad:
                yield Rejected((Reject(row.line, "", "", bad.reason, bad.values),))
            else:
                yield Drafted((row.line,), ticket)

    def _tickets_of_log(self) -> Iterator[Outcome]:
        logs = EventLogs(self._sender.by, self._sender.now)
        for row in self.sheet.rows():
            if passed := self._rows.passed_over(row):
                yield PassedOver(passed)
                continue
            values: Values = {}
            try:
                values = self._rows.read(row)
                logs.take(row.line, values)
            except BadRow as bad:
                logs.spoil(row.line, bad.values, bad.rejects)
            except BadCell as bad:
                reject = Reject(row.line, "", "", bad.reason, bad.values)
                logs.spoil(row.line, values, (reject,))
        yield from logs.outcomes()


class _Numbers:
    """Sees to it that each number names one row."""

    def __init__(self) -> None:
        self._lines: dict[str, int] = {}

    def take(self, line: int, number: str) -> None:
        if number and (first := self._lines.setdefault(number, line)) != line:
            raise BadCell("number_twice", number=number, first=first)


def is_response_log(path: Path) -> bool:
    """Whether a file is a response time log by its headers, so that it needs no map.

    Raises:
        CstuiError: where it cannot be read.
    """
    source = open_source(path, FileOptions())
    try:
        _response_log(source)
    except InputError:
        return False
    finally:
        source.close()
    return True


def _response_log(source: Source) -> Sheet:
    try:
        return find_sheet(source, response_form.NEEDED, response_form.column_of)
    except InputError as error:
        if error.key != "column_missing":
            raise
        raise InputError("not_a_response_log", path=str(source.path)) from error


def _found(
    source: Source, import_map: ImportMap | None, options: FileOptions
) -> tuple[Sheet, DateOrder | None]:
    """The sheet, and the order of its dates."""
    if import_map:
        sheet = find_sheet(source, import_map.headers)
        moments = moment_cells(import_map, sheet)
    else:
        sheet = _response_log(source)
        moments = response_form.moment_cells(sheet)
    if options.date_order:
        return sheet, options.date_order
    order = find_date_order(sheet, moments)
    if order:
        sheet = replace(sheet, guesses=(*sheet.guesses, Guess("date_order", order)))
    return sheet, order
