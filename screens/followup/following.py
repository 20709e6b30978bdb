"""Following tickets: a list and one of them in detail, as they stand now."""

from collections.abc import Coroutine, Iterable
from typing import Any

from textual import on
from textual.containers import Container
from textual.signal import Signal
from textual.widget import Widget

from cstui.domain.errors import CstuiError
from cstui.ports import Changes
from cstui.services.followup import FollowUp, Look
from cstui.services.followup.watching import Watching
from cstui.services.queues import Overview, Queues
from screens.followup.detail import Detail
from screens.followup.queue import Queue
from screens.kit.appbase import app_of
from screens.kit.base import BaseScreen
from screens.kit.store_thread import Worker

_HALF_A_MINUTE = 30.0
_PATIENCE_SECONDS = 1.0
"""How long keys wait for another list."""


class FollowingScreen(BaseScreen[None]):
    """A queue of tickets, and the detail of the one under the cursor.

    Both follow what is saved, by whomever, and the time.

    Args:
        followup: knows a ticket's state and clocks.
        queues: which tickets there are to look at.
        watching: what is new of the ticket that is looked at, and who else looks.
        worker: where the store is used.
        changes: what was saved by whomever.
    """

    AUTO_FOCUS = "#tickets"

    def __init__(
        self,
        followup: FollowUp,
        queues: Queues,
        watching: Watching,
        worker: Worker[Changes | None],
        changes: Signal[Changes | None],
    ) -> None:
        super().__init__()
        self.followup = followup
        self.queues = queues
        self._watching = watching
        self.worker = worker
        self._changes = changes
        self.queue = Queue(followup, queues, worker, id="queue")
        self._detail = Detail(followup, id="detail")
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
        self.run_told(self._awaited(self.refresh_lists()), "view")

    def on_screen_suspend(self) -> None:
        """Looks at no ticket any more where another screen is shown, not merely a dialog."""
        if not self._seen:
            self.run_told(self.worker.run(self._watching.leave), "company")

    def take(self, overview: Overview) -> None:
        """Takes in how all queues stand."""
        self.queue.tell(overview)

    def wants_news_unseen(self) -> bool:
        """Whether somebody wants to hear of limits while another screen is shown."""
        return False

    @on(Queue.Reached)
    def _show_ticket(self, event: Queue.Reached) -> None:
        self.run_told(self._look(event.row), "detail")

    @on(Queue.Chosen)
    def _go_to_detail(self) -> None:
        self._detail.focus()

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

    def go(self, change: Coroutine[Any, Any, object]) -> None:
        """Changes what is listed, beside the keys."""
        self.run_told(self._awaited(self.look_elsewhere(change)), "view")

    async def _awaited(self, work: Coroutine[Any, Any, None]) -> None:
        """Changes what is listed; what is typed meanwhile is for the ticket that is shown then."""
        with app_of(self).keys.held(self, _PATIENCE_SECONDS):
            await work

    async def _look_again(self) -> None:
        if (row := self.queue.current) is not None:
            await self._look(row)
        elif not self.queue.table.total:
            self._detail.show(None)

    async def _look(self, row: int) -> None:
        if not self._seen:
            # made ahead of its opening: others would take the ticket for looked at
            return
        look, known = await self.worker.run(self._watching.look, row)
        current = self.queue.current
        # meanwhile the cursor may have gone on, or the list have been emptied
        if row == current or (current is None and self.queue.table.total):
            self._detail.show(look, known)
            self._show_company()

    def _show_company(self) -> None:
        company = self._watching.company
        self.queue.table.show_company(company)
        self._detail.show_company(company)

    def _on_changes(self, changes: Changes | None) -> None:
        """Follows what was saved; what is not seen is read when it is."""
        if not changes or not self._seen:
            return
        if changes.tickets or changes.everything or changes.settings:
            self.action_refresh_all()
        if changes.company:
            self._show_company()

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
