"""The queue: a page of tickets at a time, of the view that is chosen."""

from dataclasses import dataclass

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from cstui.domain.errors import CstuiError
from cstui.ports import Changes, Extent, SortedBy, Which
from cstui.services.followup import FollowUp
from cstui.services.queues import Columns, Overview, Queues, Wanted
from screens.followup.queue_line import QueueLine
from screens.followup.tabs import ORDER, ViewTabs
from screens.followup.tickets_table import TicketsTable
from screens.kit.language import follow_language, translator_of
from screens.kit.store_thread import Worker
from screens.kit.table import PagedTable


class Queue(Vertical):
    """The tickets of a view, below a line that says what is listed and comes next.

    Args:
        followup: knows people and the time.
        queues: gives the tickets.
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
        self,
        followup: FollowUp,
        queues: Queues,
        worker: Worker[Changes | None],
        *,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._followup = followup
        self._queues = queues
        self._worker = worker
        self._shown = self._wanted = Wanted()
        self.tabs = ViewTabs(id="views")
        """The views; they stand above all else, as wide as the screen."""
        self._line = QueueLine(followup, id="line")
        self.table = TicketsTable(followup, id="tickets")
        """The table of tickets."""

    def compose(self) -> ComposeResult:
        """What is listed and comes next, and the tickets."""
        yield self._line
        yield self.table

    def on_mount(self) -> None:
        """Follows the language."""
        follow_language(self, self._retranslate)

    @property
    def current(self) -> int | None:
        """The ticket under the cursor, as its row in the store; None when there is none."""
        return self.table.current

    @property
    def wanted(self) -> Wanted:
        """Which tickets are to be listed."""
        return self._wanted

    async def show(self, wanted: Wanted, keep: int | None = None) -> bool:
        """Lists other tickets once the store has answered, unless yet others are wanted then.

        Args:
            wanted: which tickets.
            keep: the ticket to stand on, where it is not the one under the cursor.

        Returns:
            Whether that ticket is among them.

        Raises:
            StoreError: when the store cannot be read; then all stays as it is.
        """
        self._wanted, kept = wanted, self.current if keep is None else keep
        try:
            extent = await self._worker.run(self._queues.extent, wanted, kept)
        except CstuiError:
            if self._wanted is wanted:
                self._wanted = self._shown
            raise
        if self._wanted is wanted:
            self._take(wanted, extent)
        return extent.place is not None

    async def go_to(self, row: int) -> None:
        """Puts the cursor on a ticket; if the view has it not, on the view of one's own."""
        if not await self.show(replace(self._wanted), row):
            await self.show(Wanted(Which.MINE), row)

    async def show_which(self, which: Which) -> None:
        """Shows another view; a filter stays, columns of a saved view do not."""
        await self.show(replace(self._wanted, which=which, columns=()))

    async def show_beside(self, step: int) -> None:
        """Shows the view so many places further on the line."""
        place = (ORDER.index(self._wanted.which) + step) % len(ORDER)
        await self.show_which(ORDER[place])

    async def sort_next(self) -> None:
        """Sorts by the next thing to sort by."""
        ways = list(SortedBy)
        by = ways[(ways.index(self._wanted.by) + 1) % len(ways)]
        await self.show(replace(self._wanted, by=by))

    def begin_with(self, columns: Columns) -> None:
        """Shows these columns, before any ticket is listed."""
        self.table.use(columns)
        self.table.fit_columns(self._shown)

    async def show_columns(self, columns: Columns) -> None:
        """Shows these columns, here and in all views that have none of their own."""
        self.table.use(columns)
        await self.show(replace(self._wanted, columns=()))

    async def filter(self, text: str) -> None:
        """Lists only tickets that have all words of a text."""
        await self.show(replace(self._wanted, text=text))

    def mark(self) -> None:
        """Marks the ticket under the cursor, or takes its mark away, and goes on to the next."""
        self.table.mark()
        self._say()

    def mark_all(self) -> None:
        """Marks all tickets that are seen, or takes all marks away."""
        self.table.mark_all()
        self._say()

    def unmark(self) -> None:
        """Takes all marks away."""
        self.table.unmark()
        self._say()

    def type_filter(self) -> None:
        """Lets the filter be typed."""
        self._line.type_filter(self._wanted.text)

    def end_filter(self) -> None:
        """Goes back to the list with what was typed."""
        self.table.focus()
        self._line.end_filter()
        self._say()

    async def reload(self, keep: int | None = None) -> None:
        """Reads again what is seen; the cursor stays on its ticket wherever that has gone.

        Args:
            keep: the ticket to stay on, where it is not the one under the cursor.

        Raises:
            StoreError: when the store cannot be read.
        """
        wanted, kept = self._shown, self.current if keep is None else keep
        extent = await self._worker.run(self._queues.extent, wanted, kept)
        if wanted is self._shown:
            self.table.reload(extent.total, cursor_at=extent.place)
            self._say()

    def tell(self, overview: Overview) -> None:
        """Tells how many tickets all views have, and which one comes next."""
        self.tabs.count(overview.tally)
        self._line.show_next(overview.mine)

    def _take(self, wanted: Wanted, extent: Extent) -> None:
        self._shown = wanted
        self.table.fit_columns(wanted)
        self.tabs.choose(wanted.which)
        self.table.restart(extent.total)
        if extent.place is not None:
            self.table.move_to(extent.place)
        self._say()

    @on(PagedTable.PageWanted)
    async def _give_page(self, event: PagedTable.PageWanted) -> None:
        event.stop()
        wanted = self._shown
        try:
            page = await self._worker.run(self._queues.page, wanted, event.first, event.count)
        except CstuiError as error:
            t = translator_of(self)
            self.notify(t.text(error), title=t.title(error), severity="warning", markup=False)
            return
        if wanted is self._shown:
            self.table.give(event.first, wanted.which, page.listings)

    # What the table posts while it is given a page ends here, where it was given.
    @on(PagedTable.RowHighlighted)
    def _tell_reached(self, event: PagedTable.RowHighlighted) -> None:
        event.stop()
        self.post_message(self.Reached(int(event.row.key)))

    @on(PagedTable.RowChosen)
    def _tell_chosen(self, event: PagedTable.RowChosen) -> None:
        event.stop()
        self.post_message(self.Chosen(int(event.row.key)))

    def _say(self) -> None:
        self._line.say(self._shown, self.table.total, len(self.table.marked))

    def _retranslate(self) -> None:
        self._say()
        self.table.reload()
