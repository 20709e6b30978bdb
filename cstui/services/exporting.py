"""Writing tickets to sheets."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cstui.clock.period import Period
from cstui.domain.errors import NotAllowed
from cstui.domain.fold import fold
from cstui.domain.people import Person, Role
from cstui.domain.ticket import Ticket
from cstui.exchange.columns import COLUMNS, Cell, Told
from cstui.exchange.replacing import replacing
from cstui.exchange.response_columns import RESPONSE_COLUMNS
from cstui.exchange.writing import Head, writer_for
from cstui.i18n import Translator
from cstui.ports import Store

_RESPONSE = "response"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which tickets are written, and how."""

    period: Period
    """Tickets that were opened in it; those without such a time by their first event."""
    form: str = ""
    """Only tickets of this form, where given; `response` also in that form's own columns."""
    full: bool = False
    """With full names and telephone numbers; for supervisors only."""


@dataclass(frozen=True, slots=True)
class Exporting:
    """How tickets of a store are written to files."""

    store: Store
    me: Person
    zone: str
    """The site's zone, on whose clocks times are written."""
    translate: Translator
    on_progress: Callable[[int], None] | None = None
    """Called after each batch with how many tickets were looked at."""

    def file(self, path: Path, selection: Selection) -> int:
        """Write a sheet, whole or not at all.

        Args:
            path: .csv, .xlsx or .json.
            selection: which tickets, and how.

        Returns:
            How many tickets it holds.

        Raises:
            NotAllowed: where full data is asked for by anybody but a supervisor.
            InputError: where it cannot be written there.
        """
        if selection.full and self.me.role is not Role.SUPERVISOR:
            raise NotAllowed("full_not_allowed")
        write = writer_for(path)
        rows = _Rows(self, selection)
        with replacing(path) as beside:
            write(beside, rows.head(), rows)
        return rows.count


class _Rows:
    """The rows of one sheet; counts them as they pass."""

    def __init__(self, work: Exporting, selection: Selection) -> None:
        self._work = work
        self._selection = selection
        self._own_columns = selection.form == _RESPONSE
        self._columns = RESPONSE_COLUMNS if self._own_columns else COLUMNS
        self.count = 0

    def head(self) -> Head:
        translate = self._work.translate
        below = "exchange.response.column" if self._own_columns else "exchange.column"
        headers = tuple(translate(f"{below}.{key}") for key in self._columns)
        return Head(tuple(self._columns), headers, translate("exchange.sheet"), translate)

    def __iter__(self) -> Iterator[list[Cell]]:
        work, columns, looked = self._work, list(self._columns.values()), 0
        for batch in work.store.tickets():
            for ticket in batch:
                if told := self._told(ticket):
                    self.count += 1
                    yield [cell(told) for cell in columns]
            looked += len(batch)
            if work.on_progress:
                work.on_progress(looked)

    def _told(self, ticket: Ticket) -> Told | None:
        """The ticket made ready for the sheet; None where it was not asked for."""
        selection, work = self._selection, self._work
        if selection.form and ticket.header.form != selection.form:
            return None
        state = fold(ticket)
        if not selection.period.contains(state.opened or ticket.events[0].at):
            return None
        return Told(ticket, state, work.zone, work.translate, selection.full)
