"""The queue: a page of tickets at a time, soonest due first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from cstui.clock.instants import epoch
from cstui.domain.errors import CstuiError
from cstui.domain.listing import Listing
from cstui.domain.masking import masked_name
from cstui.ports import Changes, View
from cstui.services.followup import FollowUp
from screens.followup.due import due_cell
from screens.kit.columns import Cell, Column, Row, Tone
from screens.kit.language import Phrase, follow_language, translator_of
from screens.kit.store_thread import Worker
from screens.kit.table import PagedTable

# A narrow terminal cuts the columns at the right, so the most needed come first.
COLUMNS = (
    Column(Phrase("followup.due"), 10, right=True),
    Column(Phrase("followup.clock"), 7),
    Column(Phrase("followup.number"), 13),
    Column(Phrase("followup.status"), 7),
    Column(Phrase("followup.priority"), 6),
    Column(Phrase("followup.customer"), 8),
    Column(Phrase("followup.subject"), 14, flex=1),
    Column(Phrase("followup.owner"), 8),
    Column(Phrase("followup.type"), 10),
)
_STATUS_TONES: dict[str, Tone] = {"new": "strong", "resolved": "good", "closed": "muted"}


class Queue(Vertical):
    """The tickets of a view, below a line that says which view it is.

    Args:
        followup: gives the tickets.
        worker: where the store is used.
    """

    @dataclass
    class Reached(Message):
        """The cursor stands on another ticket, or on one that changed."""

        row: int
        """The ticket's row in the store."""

    @dataclass
    class Chosen(Message):
        """Enter was pressed on a ticket."""

        row: int
        """The ticket's row in the store."""

    def __init__(
        self, followup: FollowUp, worker: Worker[Changes | None], *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._followup = followup
        self._worker = worker
        self._view = self._wanted = View()
        self._says = Static(id="view", markup=False)
        self.table = PagedTable(COLUMNS, id="tickets")
        """The table of tickets."""

    def compose(self) -> ComposeResult:
        """Which view, and its tickets."""
        yield self._says
        yield self.table

    def on_mount(self) -> None:
        """Follows the language."""
        follow_language(self, self._retranslate)

    @property
    def current(self) -> int | None:
        """The ticket under the cursor, as its row in the store; None when there is none."""
        row = self.table.cursor_row
        return int(row.key) if row else None

    async def show_open_only(self) -> None:
        """Shows open tickets only, or all of them."""
        await self._change(replace(self._wanted, open_only=not self._wanted.open_only))

    async def show_mine(self) -> None:
        """Shows one's own tickets only, or everyone's."""
        owner = None if self._wanted.owner else self._followup.me.login
        await self._change(replace(self._wanted, owner=owner))

    async def reload(self, keep: int | None = None) -> None:
        """Reads again what is seen; the cursor stays on its ticket wherever that has gone.

        Args:
            keep: the ticket to stay on, where it is not the one under the cursor.

        Raises:
            StoreError: when the store cannot be read.
        """
        view, kept = self._view, self.current if keep is None else keep
        total, place = await self._worker.run(self._followup.extent, view, kept)
        if view == self._view:
            self.table.reload(total, cursor_at=place)
            self._say_view(total)

    async def _change(self, view: View) -> None:
        """Shows another view once the store has answered, unless yet another is wanted then."""
        self._wanted, kept = view, self.current
        try:
            total, place = await self._worker.run(self._followup.extent, view, kept)
        except CstuiError:
            if self._wanted == view:
                self._wanted = self._view
            raise
        if self._wanted != view:
            return
        self._view = view
        self.table.restart(total)
        if place is not None:
            self.table.move_to(place)
        self._say_view(total)

    @on(PagedTable.PageWanted)
    async def _give_page(self, event: PagedTable.PageWanted) -> None:
        event.stop()
        view = self._view
        try:
            page = await self._worker.run(self._followup.page, view, event.first, event.count)
        except CstuiError as error:
            t = translator_of(self)
            self.notify(t.text(error), title=t.title(error), severity="warning", markup=False)
            return
        if view == self._view:
            event.table.set_page(event.first, list(self._rows(page.listings)))

    # What the table posts while it is given a page ends here, where it was given.
    @on(PagedTable.RowHighlighted)
    def _tell_reached(self, event: PagedTable.RowHighlighted) -> None:
        event.stop()
        self.post_message(self.Reached(int(event.row.key)))

    @on(PagedTable.RowChosen)
    def _tell_chosen(self, event: PagedTable.RowChosen) -> None:
        event.stop()
        self.post_message(self.Chosen(int(event.row.key)))

    def _rows(self, listings: Iterable[Listing]) -> Iterable[Row]:
        t, now = translator_of(self), epoch(self._followup.now())
        for one in listings:
            cells = (
                due_cell(one.due, one.warn, now, t),
                t(f"followup.clock.{one.due_clock}") if one.due_clock else "",
                one.number,
                Cell(t(f"act.status.{one.status}"), _STATUS_TONES.get(one.status, "")),
                one.priority,
                masked_name(one.customer),
                one.subject,
                Cell(self._followup.person(one.owner).shown if one.owner else one.team, "muted"),
                Cell(one.type, "muted"),
            )
            yield Row(str(one.id), cells)

    def _say_view(self, total: int) -> None:
        name = ("open" if self._view.open_only else "all") + ("_mine" if self._view.owner else "")
        text = f" {translator_of(self)(f'followup.view.{name}')}  {total}"
        self._says.update(text, layout=False)

    def _retranslate(self) -> None:
        self._say_view(self.table.total)
        self.table.reload()
