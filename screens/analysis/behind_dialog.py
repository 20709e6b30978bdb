"""The tickets behind a figure; Enter goes on into one of them."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Static

from screens.analysis.thread import Behind
from screens.kit.columns import Column, Row
from screens.kit.dialogs.dialog import Dialog
from screens.kit.keys import bind
from screens.kit.language import Phrase
from screens.kit.table import PagedTable

_COLUMNS = (
    Column(Phrase("view.number"), 13),
    Column(Phrase("view.customer"), 8),
    Column(Phrase("view.subject"), 14, flex=1),
    Column(Phrase("report.dimension.type"), 8),
    Column(Phrase("report.dimension.agent"), 8),
)


class BehindDialog(Dialog[str]):
    """Lists tickets; gives the number of the one that is to be opened, or None.

    Args:
        behind: the tickets.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("enter,ctrl+s", "analysis.open_ticket", "open"),
    ]
    DEFAULT_CSS = """
    BehindDialog > #box { width: 100%; height: 100%; max-width: 120; }
    BehindDialog #note { height: auto; color: $foreground-muted; margin-bottom: 1; }
    BehindDialog PagedTable { height: 1fr; background: transparent; }
    """

    def __init__(self, behind: Behind) -> None:
        super().__init__(behind.title)
        self._behind = behind
        self._table = PagedTable(_COLUMNS)

    def compose_body(self) -> Iterable[Widget]:
        """How many there are, and their lines."""
        yield Static(self._behind.note, markup=False, id="note")
        yield self._table

    def on_mount(self) -> None:
        """Shows the first lines."""
        self._table.set_total(len(self._behind.rows))
        self._table.focus()

    @on(PagedTable.PageWanted)
    def _give(self, event: PagedTable.PageWanted) -> None:
        told = self._behind.rows[event.first : event.first + event.count]
        self._table.set_page(event.first, [Row(cells[0], cells) for cells in told])

    @on(PagedTable.RowChosen)
    def action_open(self) -> None:
        """Gives the ticket under the cursor."""
        if row := self._table.cursor_row:
            self.dismiss(row.key)
