"""The queue: a page of tickets at a time, of the view that is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from cstui.domain.errors import CstuiError
from cstui.ports import Changes, Extent, SortedBy, Which
from cstui.services.followup import FollowUp
from cstui.services.queues import Overview, Queues, Wanted
from screens.followup.filter_field import QueueFilter
from screens.followup.next_due import NextDue
from screens.followup.rows import CALLBACK_COLUMNS, COLUMNS, Rows
from screens.followup.tabs import ORDER, ViewTabs
from screens.kit.language import follow_language, translator_of
from screens.kit.store_thread import Worker
from screens.kit.table import PagedTable
from screens.kit.text import displayable

_BETWEEN = "  "


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
        self._marked: dict[int, None] = {}
        self.tabs = ViewTabs(id="views")
        """The views; they stand above all else, as wide as the screen."""
        self._says = Static(id="view", markup=False)
        self._filter = QueueFilter(id="filter")
        self._filter.display = False
        self._next = NextDue(followup, id="next")
        self.table = PagedTable(COLUMNS, id="tickets")
        """The table of tickets."""

    def compose(self) -> ComposeResult:
        """What is listed and comes next, and the tickets."""
        with Horizontal(id="line"):
            yield self._says
            yield self._filter
            yield self._next
        yield self.table

    def on_mount(self) -> None:
        """Follows the language."""
        follow_language(self, self._retranslate)

    @property
    def current(self) -> int | None:
        """The ticket under the cursor, as its row in the store; None when there is none."""
        row = self.table.cursor_row
        return int(row.key) if row else None

    @property
    def wanted(self) -> Wanted:
        """Which tickets are to be listed."""
        return self._wanted

    @property
    def marked(self) -> Sequence[int]:
        """The tickets that are marked, as rows of the store, in the order of their marking."""
        return tuple(self._marked)

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
        """Shows another view; a filter stays."""
        await self.show(replace(self._wanted, which=which))

    async def show_beside(self, step: int) -> None:
        """Shows the view so many places further on the line."""
        place = (ORDER.index(self._wanted.which) + step) % len(ORDER)
        await self.show_which(ORDER[place])

    async def sort_next(self) -> None:
        """Sorts by the next thing to sort by."""
        ways = list(SortedBy)
        by = ways[(ways.index(self._wanted.by) + 1) % len(ways)]
        await self.show(replace(self._wanted, by=by))

    async def filter(self, text: str) -> None:
        """Lists only tickets that have all words of a text."""
        await self.show(replace(self._wanted, text=text))

    def mark(self) -> None:
        """Marks the ticket under the cursor, or takes its mark away, and goes on to the next."""
        if (row := self.current) is not None:
            if row in self._marked:
                del self._marked[row]
            else:
                self._marked[row] = None
            self._show_marks()
            self.table.action_move(1)

    def mark_all(self) -> None:
        """Marks all tickets that are seen, or takes all marks away."""
        if self._marked:
            self.unmark()
            return
        top = self.table.scroll_offset.y
        seen = map(self.table.row_at, range(top, top + self.table.lines))
        self._marked.update((int(row.key), None) for row in seen if row)
        self._show_marks()

    def unmark(self) -> None:
        """Takes all marks away."""
        self._marked.clear()
        self._show_marks()

    def type_filter(self) -> None:
        """Lets the filter be typed."""
        self._filter.value = self._wanted.text
        self._says.display, self._filter.display = False, True
        self._filter.focus()

    def end_filter(self) -> None:
        """Goes back to the list with what was typed."""
        self.table.focus()
        self._says.display, self._filter.display = True, False
        self._say(self.table.total)

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
            self._say(extent.total)

    def tell(self, overview: Overview) -> None:
        """Tells how many tickets all views have, and which one comes next."""
        self.tabs.count(overview.tally)
        self._next.show_first_of(overview.mine)

    def _take(self, wanted: Wanted, extent: Extent) -> None:
        if (wanted.which is Which.CALLBACKS) != (self._shown.which is Which.CALLBACKS):
            calls = wanted.which is Which.CALLBACKS
            self.table.set_columns(CALLBACK_COLUMNS if calls else COLUMNS)
        self._shown = wanted
        self.tabs.choose(wanted.which)
        self.table.restart(extent.total)
        if extent.place is not None:
            self.table.move_to(extent.place)
        self._say(extent.total)

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
            rows = Rows(self._followup, translator_of(self), self._marked)
            made = rows.by_half_hour if wanted.which is Which.CALLBACKS else rows.by_due
            event.table.set_page(event.first, list(made(page.listings)))

    # What the table posts while it is given a page ends here, where it was given.
    @on(PagedTable.RowHighlighted)
    def _tell_reached(self, event: PagedTable.RowHighlighted) -> None:
        event.stop()
        self.post_message(self.Reached(int(event.row.key)))

    @on(PagedTable.RowChosen)
    def _tell_chosen(self, event: PagedTable.RowChosen) -> None:
        event.stop()
        self.post_message(self.Chosen(int(event.row.key)))

    def _show_marks(self) -> None:
        self._say(self.table.total)
        self.table.reload()

    def _say(self, total: int) -> None:
        """Says what is listed."""
        t, shown = translator_of(self), self._shown
        said = [t("queue.says.number", n=total)]
        if shown.which not in (Which.ALL, Which.CALLBACKS):
            said.append(t(f"queue.by.{shown.by}"))
        if shown.text:
            said.append(t("queue.says.filter", text=displayable(shown.text)))
        if self._marked:
            said.append(t("queue.says.marked", n=len(self._marked)))
        self._says.update(" " + _BETWEEN.join(said), layout=False)

    def _retranslate(self) -> None:
        self._say(self.table.total)
        self.table.reload()
