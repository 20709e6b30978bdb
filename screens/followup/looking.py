"""Looking at tickets: views, filter, order, what comes next, and one ticket in detail."""

from collections.abc import Coroutine, Iterable
from typing import Any

from textual import on
from textual.containers import Container
from textual.signal import Signal
from textual.widget import Widget

from cstui.domain.errors import CstuiError
from cstui.ports import Changes, Which
from cstui.services.followup import FollowUp, Look
from cstui.services.queues import Overview, Queues
from screens.followup.detail import Detail
from screens.followup.filter_field import QueueFilter
from screens.followup.queue import Queue
from screens.kit.base import BaseScreen
from screens.kit.store_thread import Worker

_HALF_A_MINUTE = 30.0


class LookingScreen(BaseScreen[None]):
    """A queue of tickets, and the detail of the one under the cursor.

    Both follow what is saved, by whomever, and the time.

    Args:
        followup: knows a ticket's state and clocks.
        queues: which tickets there are to look at.
        worker: where the store is used.
        changes: what was saved by whomever.
    """

    AUTO_FOCUS = "#tickets"

    def __init__(
        self,
        followup: FollowUp,
        queues: Queues,
        worker: Worker[Changes | None],
        changes: Signal[Changes | None],
    ) -> None:
        super().__init__()
        self.followup = followup
        self.queues = queues
        self.worker = worker
        self._changes = changes
        self.queue = Queue(followup, queues, worker, id="queue")
        self._detail = Detail(followup, id="detail")
        self._needing: tuple[int, ...] = ()
        self._refreshing = False
        self._stale = False

    def compose_body(self) -> Iterable[Widget]:
        """The views, and below them queue and detail, one above the other or side by side."""
        yield self.queue.tabs
        with Container(id="work"):
            yield self.queue
            yield self._detail

    def on_mount(self) -> None:
        """Follows what is saved, and the time."""
        self._changes.subscribe(self, self._on_changes)
        self.set_interval(_HALF_A_MINUTE, self._pass_time)

    def on_screen_resume(self) -> None:
        """Shows how everything stands now."""
        self.action_refresh_all()

    def take(self, overview: Overview) -> None:
        """Takes in how all queues stand."""
        self.queue.tell(overview)
        self._needing = tuple(one.id for one in overview.mine)

    def wants_news_unseen(self) -> bool:
        """Whether somebody wants to hear of limits while another screen is shown."""
        return False

    @on(Queue.Reached)
    def _show_ticket(self, event: Queue.Reached) -> None:
        self.run_told(self._look(event.row), "detail")

    @on(Queue.Chosen)
    def _go_to_detail(self) -> None:
        self._detail.focus()

    @on(QueueFilter.Changed)
    def _filter(self, event: QueueFilter.Changed) -> None:
        if event.value != self.queue.wanted.text:
            # what was asked for before is of no use any more
            change = self.look_elsewhere(self.queue.filter(event.value))
            self.run_told(change, "filter", exclusive=True)

    def action_which(self, name: str) -> None:
        """Shows a view."""
        self._go(self.queue.show_which(Which(name)))

    def action_which_or_open(self, name: str) -> None:
        """Shows a view, or all open tickets where it is shown already."""
        there = self.queue.wanted.which == name
        self.action_which(Which.OPEN if there else name)

    def action_beside(self, step: int) -> None:
        """Shows the view so many places further on the line."""
        self._go(self.queue.show_beside(step))

    def action_sort(self) -> None:
        """Sorts by the next thing to sort by."""
        self._go(self.queue.sort_next())

    def action_next(self) -> None:
        """Goes to the next ticket that needs somebody."""
        self._go(self._go_next())

    def action_filter(self) -> None:
        """Lets the filter be typed."""
        self.queue.type_filter()

    def action_end_filter(self) -> None:
        """Goes to the list with what was typed."""
        self.queue.end_filter()

    def action_clear(self) -> None:
        """Takes the filter away; where there is none, the marks."""
        self.queue.end_filter()
        if self.queue.wanted.text:
            self._go(self.queue.filter(""))
        elif self.queue.marked:
            self.queue.unmark()

    def action_mark(self) -> None:
        """Marks the ticket under the cursor, or takes its mark away."""
        self.queue.mark()

    def action_mark_all(self) -> None:
        """Marks all tickets that are seen, or takes all marks away."""
        self.queue.mark_all()

    def action_refresh_all(self) -> None:
        """Reads list and detail again."""
        self.run_told(self.refresh_lists(), "view")

    async def look_elsewhere(self, change: Coroutine[Any, Any, object]) -> None:
        """Changes what is listed, and shows the ticket under the cursor."""
        await change
        await self._look_again()

    async def refresh_lists(self) -> None:
        """Reads list and detail again; once more when something changed meanwhile."""
        self._stale = True
        if self._refreshing:
            return
        self._refreshing = True
        try:
            while self._stale:
                self._stale = False
                await self.queue.reload()
                await self._look_again()
                # last, so that the list has not to wait for the views that are not seen
                await self._listen()
        finally:
            self._refreshing = False

    async def look_at_current(self) -> Look | None:
        """The ticket under the cursor as it was seen; the cursor may be ahead of the detail."""
        row, shown = self.queue.current, self._detail.look
        if row is None:
            return None
        if shown and shown.ticket.id == row:
            return shown
        return await self.worker.run(self.followup.look, row)

    def run_told(
        self, work: Coroutine[Any, Any, None], group: str, *, exclusive: bool = False
    ) -> None:
        """Runs work beside the keys; a store that cannot do it now is passing news."""
        self.run_worker(self._told(work), group=group, exclusive=exclusive)

    def _go(self, change: Coroutine[Any, Any, object]) -> None:
        self.run_told(self.look_elsewhere(change), "view")

    async def _go_next(self) -> None:
        """The one after the present ticket among those that need somebody, else the first."""
        needing, current = self._needing, self.queue.current
        if not needing:
            self.news(self.t("queue.next.none"))
            return
        place = needing.index(current) + 1 if current in needing else 0
        await self.queue.go_to(needing[place % len(needing)])

    async def _look_again(self) -> None:
        if (row := self.queue.current) is not None:
            await self._look(row)
        elif not self.queue.table.total:
            self._detail.show(None)

    async def _look(self, row: int) -> None:
        self._detail.show(await self.worker.run(self.followup.look, row))

    def _on_changes(self, changes: Changes | None) -> None:
        """Follows what was saved; what is not seen is read when it is."""
        if changes and self._seen:
            self.action_refresh_all()

    def _pass_time(self) -> None:
        """Follows the time: the lists where they are seen, else only what is to be heard of."""
        if self._seen:
            self.action_refresh_all()
        elif self.wants_news_unseen():
            self.run_told(self._listen(), "alarm")

    async def _listen(self) -> None:
        self.take(await self.worker.run(self.queues.overview))

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except CstuiError as error:
            self.news(self.t.text(error), warn=True)

    @property
    def _seen(self) -> bool:
        return self in self.app.screen_stack
