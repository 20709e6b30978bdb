"""From a file to tickets: opens it, finds its table, and reads it row by row."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from cstui.clock.written import DateOrder
from cstui.domain.errors import InputError
from cstui.exchange.date_orders import find_date_order
from cstui.exchange.event_logs import EventLogs
from cstui.exchange.forms.catalogue import form_of
from cstui.exchange.forms.column import SheetForm
from cstui.exchange.forms.rows import FormRows
from cstui.exchange.forms.rows import moment_cells as moment_cells_of_form
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
from cstui.exchange.words import plain


class Sender(Struct, frozen=True):
    """Who imports, when and where."""

    by: str
    """Login."""
    now: datetime
    zone: str
    """The site's zone; that of a sheet's clock times where its map names no other."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The names under which sheets may know people, by login."""


Layout = SheetForm | ImportMap
"""How the columns of a sheet are known."""


_PEOPLE = ("agent", "measure_owner")
"""Fields that name somebody of us."""


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

    def __init__(
        self, path: Path, layout: Layout, sender: Sender, date_order: DateOrder | None = None
    ) -> None:
        """Open a file and find its table.

        Args:
            path: the file.
            layout: which column means what: a form, whose columns are known, or a map.
            sender: who imports it.
            date_order: how its dates are written, where the layout does not say so.

        Raises:
            CstuiError: where it cannot be read, or leaves open how.
        """
        options = layout.file if isinstance(layout, ImportMap) else FileOptions()
        self._sender = sender
        self._is_log = bool(options.key)
        self._people = _People(sender.names)
        self._source: Source = open_source(path, options)
        try:
            self.sheet, order = _found(self._source, layout, options.date_order or date_order)
            times = TimeReader(options.zone or sender.zone, order)
            self._rows: RowReader = (
                MapRows(layout, self.sheet, times)
                if isinstance(layout, ImportMap)
                else FormRows(layout, self.sheet, times)
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

    def readings(self) -> Iterator[tuple[Row, Values]]:
        """The rows that can be read, in their order, each with what it says by field."""
        for row in self.sheet.rows():
            if self._rows.passed_over(row):
                continue
            try:
                yield row, self._rows.read(row)
            except BadRow:
                continue

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
                origin = origins.of(values)
                record = record_of(self._people.known_in(values), origin)
                ticket = ticket_of(record, by, now)
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


class _People:
    """Knows people in sheets, so that what they hold is theirs in the program too."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._logins = {plain(login): login for login in names}
        self._named = {plain(name): login for login, name in names.items()}

    def known_in(self, values: Values) -> Values:
        """The values with logins in place of names; unknown ones stay as they are."""
        named = {name: self._login(values[name]) for name in _PEOPLE if name in values}
        return {**values, **named}

    def _login(self, text: str) -> str:
        """Somebody by name, by login, or by a staff number with the name behind it."""
        number = text.partition(" ")[0] if any(map(str.isdigit, text)) else text
        return self._named.get(plain(text)) or self._logins.get(plain(number)) or text


class _Numbers:
    """Sees to it that each number names one row."""

    def __init__(self) -> None:
        self._lines: dict[str, int] = {}

    def take(self, line: int, number: str) -> None:
        if number and (first := self._lines.setdefault(number, line)) != line:
            raise BadCell("number_twice", number=number, first=first)


def form_in(path: Path) -> SheetForm | None:
    """The form that a file is by its headers, so that it needs no map; None where it is none.

    Raises:
        CstuiError: where it cannot be read.
    """
    source = open_source(path, FileOptions())
    try:
        return form_of(source)
    finally:
        source.close()


def _found(
    source: Source, layout: Layout, told: DateOrder | None
) -> tuple[Sheet, DateOrder | None]:
    """The sheet, and the order of its dates, which is found out where nobody told it."""
    if isinstance(layout, ImportMap):
        sheet = find_sheet(source, layout.headers)
        moments = moment_cells(layout, sheet)
    else:
        sheet = _sheet_of(source, layout)
        moments = moment_cells_of_form(layout, sheet)
    if told:
        return sheet, told
    order = find_date_order(sheet, moments)
    if order:
        sheet = replace(sheet, guesses=(*sheet.guesses, Guess("date_order", order)))
    return sheet, order


def _sheet_of(source: Source, form: SheetForm) -> Sheet:
    try:
        return find_sheet(source, form.needed, form.column_of)
    except InputError as error:
        if error.key != "column_missing":
            raise
        needed = ", ".join(f"“{header}”" for header in form.needed_headers)
        raise InputError("not_this_form", path=str(source.path), needed=needed) from error
