"""The follow-up screen: open tickets, soonest due first, and one of them in detail."""

from collections.abc import Awaitable, Callable, Coroutine, Iterable
from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Container
from textual.signal import Signal
from textual.widget import Widget

from cstui.domain.errors import CstuiError
from cstui.ports import Changes
from cstui.services.followup import FollowUp, Look
from screens.followup.deeds import deed_of
from screens.followup.detail import Detail
from screens.followup.doing import Doing
from screens.followup.queue import Queue
from screens.kit.base import BaseScreen
from screens.kit.keys import bind
from screens.kit.store_thread import Worker

_MINUTE = 60.0


class FollowUpScreen(BaseScreen[None]):
    """A queue of tickets, and the detail of the one under the cursor.

    No field has the focus here, so that what is done most takes one letter.

    Args:
        followup: what an agent does with tickets.
        worker: where the store is used.
        changes: what was saved by whomever.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("r", "followup.respond", "do('respond')"),
        bind("p", "followup.progress", "do('progress')"),
        bind("t", "followup.transfer", "do('transfer')"),
        bind("s", "followup.resolve", "do('resolve')"),
        bind("a", "followup.accept", "do('accept')"),
        bind("n", "followup.note", "do('note')"),
        bind("w", "followup.wait", "do('wait')"),
        bind("e", "followup.edit", "do('edit')"),
        bind("o", "followup.reopen", "do('reopen')"),
        bind("u", "followup.undo", "do('undo')"),
        bind("c", "followup.confirm", "do('confirm')"),
        bind("m", "followup.mine", "mine"),
        bind("f", "followup.open_only", "open_only"),
        bind("f5", "followup.refresh", "refresh_all", show=False),
    ]
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012  # as Textual types it

    def __init__(
        self,
        followup: FollowUp,
        worker: Worker[Changes | None],
        changes: Signal[Changes | None],
    ) -> None:
        super().__init__()
        self._followup = followup
        self._worker = worker
        self._changes = changes
        self._queue = Queue(followup, worker, id="queue")
        self._detail = Detail(followup, id="detail")
        self._doing = Doing(self, followup, worker)
        self._acting = False
        self._refreshing = False
        self._stale = False

    def compose_body(self) -> Iterable[Widget]:
        """Queue and detail, one above the other or side by side."""
        with Container(id="work"):
            yield self._queue
            yield self._detail

    def on_mount(self) -> None:
        """Follows what is saved, and the time."""
        self._changes.subscribe(self, self._on_changes)
        self._minute = self.set_interval(_MINUTE, self.action_refresh_all, pause=True)

    def on_screen_resume(self) -> None:
        """Shows how everything stands now."""
        self._minute.resume()
        self.action_refresh_all()

    def on_screen_suspend(self) -> None:
        """Lets time pass unseen, unless the screen is still seen under a dialog."""
        if not self._seen:
            self._minute.pause()

    @on(Queue.Reached)
    def _show_ticket(self, event: Queue.Reached) -> None:
        self._run(self._look(event.row), "detail")

    @on(Queue.Chosen)
    def _go_to_detail(self) -> None:
        self._detail.focus()

    def action_do(self, name: str) -> None:
        """Does something to the ticket under the cursor.

        Keys typed ahead, before its dialog is there, must not do something else.
        """
        if not self._acting:
            self._acting = True
            self._run(self._do(name), "do")

    def action_open_only(self) -> None:
        """Shows open tickets only, or all."""
        self._run(self._other_view(self._queue.show_open_only), "view")

    def action_mine(self) -> None:
        """Shows one's own tickets only, or everyone's."""
        self._run(self._other_view(self._queue.show_mine), "view")

    def action_refresh_all(self) -> None:
        """Reads list and detail again."""
        self._run(self._refresh(), "view")

    async def _other_view(self, change: Callable[[], Awaitable[None]]) -> None:
        await change()
        await self._look_again()

    async def _do(self, name: str) -> None:
        try:
            look = await self._look_at_current()
            if look is None:
                self.news(self.t("followup.none"), warn=True)
            elif await self._doing.do(deed_of(name, look.state), look.ticket):
                await self._refresh()
        finally:
            self._acting = False

    async def _look_at_current(self) -> Look | None:
        """The ticket under the cursor as it was seen; the cursor may be ahead of the detail."""
        row, shown = self._queue.current, self._detail.look
        if row is None:
            return None
        if shown and shown.ticket.id == row:
            return shown
        return await self._worker.run(self._followup.look, row)

    async def _refresh(self) -> None:
        """Reads list and detail again; once more when something changed meanwhile."""
        self._stale = True
        if self._refreshing:
            return
        self._refreshing = True
        try:
            while self._stale:
                self._stale = False
                await self._queue.reload()
                await self._look_again()
        finally:
            self._refreshing = False

    async def _look_again(self) -> None:
        if (row := self._queue.current) is not None:
            await self._look(row)
        elif not self._queue.table.total:
            self._detail.show(None)

    async def _look(self, row: int) -> None:
        self._detail.show(await self._worker.run(self._followup.look, row))

    def _on_changes(self, changes: Changes | None) -> None:
        """Follows what was saved; what is not seen is read when it is."""
        if changes and self._seen:
            self.action_refresh_all()

    def _run(self, work: Coroutine[Any, Any, None], group: str) -> None:
        """Runs work beside the keys; a store that cannot do it now is passing news."""
        self.run_worker(self._told(work), group=group)

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except CstuiError as error:
            self.news(self.t.text(error), warn=True)

    @property
    def _seen(self) -> bool:
        return self in self.app.screen_stack
