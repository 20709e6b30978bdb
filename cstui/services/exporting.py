"""Writing tickets to sheets."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cstui.clock.period import Period
from cstui.domain.errors import InputError, NotAllowed
from cstui.domain.fold import fold
from cstui.domain.people import Person, Role
from cstui.domain.ticket import Ticket
from cstui.exchange.columns import COLUMNS, Cell, Told, Write
from cstui.exchange.forms.catalogue import SHEET_FORMS
from cstui.exchange.forms.sheet import blank_head, filled_head
from cstui.exchange.replacing import replacing
from cstui.exchange.writing import Head, write_xlsx, writer_for
from cstui.i18n import Translator
from cstui.ports import Store
from cstui.services.settings.held import Settings

_LISTS = ("categories", "channels", "priorities", "requests")
"""The settings' lists from which cells of the forms are chosen."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which tickets are written, and how."""

    period: Period
    """Tickets that were opened in it; those without such a time by their first event."""
    form: str = ""
    """Only what belongs on this form's sheet, where given, in its own columns."""
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
    names: Mapping[str, str] = field(default_factory=dict)
    """Names of people by login, which forms print."""

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
            write(beside, rows.head, rows)
        return rows.count


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


class _Rows:
    """The rows of one sheet; counts them as they pass."""

    def __init__(self, work: Exporting, selection: Selection) -> None:
        self._work = work
        self._selection = selection
        form = self._form = SHEET_FORMS.get(selection.form)
        translate = work.translate
        if form:
            self.head = filled_head(form, translate)
            self._writers: list[Write] = [column.write for column in form.columns]
        else:
            headers = tuple(translate(f"exchange.column.{key}") for key in COLUMNS)
            self.head = Head(tuple(COLUMNS), headers, translate("exchange.sheet"), translate)
            self._writers = list(COLUMNS.values())
        self.count = 0

    def __iter__(self) -> Iterator[list[Cell]]:
        work, looked = self._work, 0
        for batch in work.store.tickets():
            for ticket in batch:
                if told := self._told(ticket):
                    self.count += 1
                    yield [write(told) for write in self._writers]
            looked += len(batch)
            if work.on_progress:
                work.on_progress(looked)

    def _told(self, ticket: Ticket) -> Told | None:
        """The ticket made ready for the sheet; None where it was not asked for."""
        selection, work = self._selection, self._work
        state = fold(ticket)
        if self._form and not self._form.holds(state):
            return None
        if not selection.period.contains(state.opened or ticket.events[0].at):
            return None
        return Told(ticket, state, work.zone, work.translate, selection.full, work.names)
