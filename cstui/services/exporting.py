"""Writing tickets to sheets."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from cstui.clock.period import Period
from cstui.domain.errors import InputError, NotAllowed
from cstui.domain.fold import fold
from cstui.domain.people import Person, Role
from cstui.domain.ticket import Ticket
from cstui.exchange.columns import COLUMNS, Cell, Told, Write
from cstui.exchange.event_rows import EVENT_COLUMNS, event_rows
from cstui.exchange.forms.catalogue import SHEET_FORMS
from cstui.exchange.forms.sheet import blank_head, filled_head
from cstui.exchange.replacing import replacing
from cstui.exchange.writing import Head, write_xlsx, writer_for
from cstui.i18n import Translator
from cstui.ports import Store, View
from cstui.services.settings.held import Settings
from cstui.services.turns import InTurn, at_once

_BATCH = 500
_LISTS = ("categories", "channels", "priorities", "requests")
"""The settings' lists from which cells of the forms are chosen."""


class Selection(Struct, frozen=True):
    """Which tickets are written, and how."""

    period: Period
    """Tickets that were opened in it, those without such a time by their first event; or events
    that happened in it."""
    form: str = ""
    """Only what belongs on this form's sheet, where given, in its own columns."""
    full: bool = False
    """With full names and telephone numbers; for supervisors only."""
    view: View | None = None
    """Only what this list has, in its order, where given."""
    events: bool = False
    """A row for each event instead of one for each ticket."""


class Exporting(Struct, frozen=True):
    """How tickets of a store are written to files."""

    store: Store
    me: Person
    zone: str
    """The site's zone, on whose clocks times are written."""
    translate: Translator
    on_progress: Callable[[int], None] | None = None
    """Called after each batch with how many tickets were looked at; what it raises breaks the
    export off, and nothing is left of it."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Names of people by login, which forms print."""
    in_turn: InTurn = at_once
    """Runs what touches the store; everything else may run beside it."""

    def file(self, path: Path, selection: Selection) -> int:
        """Write a sheet, whole or not at all.

        Args:
            path: .csv, .xlsx or .json.
            selection: which tickets, and how.

        Returns:
            How many rows it holds.

        Raises:
            NotAllowed: where full data is asked for by anybody but a supervisor.
            InputError: where it cannot be written there.
        """
        if selection.full and self.me.role is not Role.SUPERVISOR:
            raise NotAllowed("full_not_allowed")
        write = writer_for(path)
        rows = _Rows(self, selection)
        with replacing(path) as beside:
            write(beside, rows.head, rows)
        return rows.count

    def batches(self, view: View | None) -> Iterator[list[Ticket]]:
        """The tickets to look at: those of a list, else all; a turn at the store for each batch."""
        found = self.store.tickets(_BATCH) if view is None else _listed(self.store, view)
        while batch := self.in_turn(lambda: next(found, None)):
            yield batch


def blank_sheet(path: Path, form: str, settings: Settings) -> None:
    """Write a form's sheet with nothing filled in, in the language of the team.

    Args:
        path: .xlsx.
        form: its name.
        settings: the team's lists and language.

    Raises:
        InputError: where it cannot be written there.
    """
    if path.suffix.lower() != ".xlsx":
        raise InputError("blank_kind", path=str(path))
    translate = Translator("zh" if settings.language == "zh" else "en")
    lists = {name: getattr(settings, name) for name in _LISTS}
    with replacing(path) as beside:
        write_xlsx(beside, blank_head(SHEET_FORMS[form], lists, translate), ())


def _listed(store: Store, view: View) -> Iterator[list[Ticket]]:
    """The tickets that a list has now, however it changes meanwhile."""
    page = store.page(view, 0, store.extent(view).total)
    rows = [listing.id for listing in page.listings]
    for first in range(0, len(rows), _BATCH):
        yield [store.ticket_at(row) for row in rows[first : first + _BATCH]]


class _Rows:
    """The rows of one sheet; counts them as they pass."""

    def __init__(self, work: Exporting, selection: Selection) -> None:
        self._work = work
        self._selection = selection
        form = self._form = SHEET_FORMS.get(selection.form)
        self._writers: list[Write] = list(COLUMNS.values())
        if selection.events:
            self.head = _plain_head(EVENT_COLUMNS, "exchange.events", work.translate)
        elif form:
            self.head = filled_head(form, work.translate)
            self._writers = [column.write for column in form.columns]
        else:
            self.head = _plain_head(COLUMNS, "exchange.sheet", work.translate)
        self.count = 0

    def __iter__(self) -> Iterator[list[Cell]]:
        work, looked = self._work, 0
        for batch in work.batches(self._selection.view):
            for ticket in batch:
                for row in self._rows_of(ticket):
                    self.count += 1
                    yield row
            looked += len(batch)
            if work.on_progress:
                work.on_progress(looked)

    def _rows_of(self, ticket: Ticket) -> Iterable[list[Cell]]:
        """What the sheet says of a ticket; nothing where it was not asked for."""
        selection, work = self._selection, self._work
        state = fold(ticket)
        if self._form and not self._form.holds(state):
            return ()
        told = Told(ticket, state, work.zone, work.translate, selection.full, work.names)
        if selection.events:
            return event_rows(told, selection.period)
        if not selection.period.contains(state.opened or ticket.events[0].at):
            return ()
        return ([write(told) for write in self._writers],)


def _plain_head(columns: Iterable[str], title: str, translate: Translator) -> Head:
    keys = tuple(columns)
    headers = tuple(translate(f"exchange.column.{key}") for key in keys)
    return Head(keys, headers, translate(title), translate)
