"""Long work beside the screen: it tells how far it is, and can be stopped."""

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from typing import Any, ClassVar, TypeVar

from textual.binding import BindingType
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from cstui.ports import Changes
from screens.kit.dialogs.dialog import Dialog
from screens.kit.keys import bind
from screens.kit.language import Wording, said
from screens.kit.store_thread import Worker

ValueT = TypeVar("ValueT")
_BAR_CELLS = 60


class Stopped(Exception):
    """Somebody wants the work stopped."""


class WorkDialog(Dialog[None]):
    """Tells how far some work is; Esc stops it.

    Args:
        title: what is being done.
    """

    BINDINGS: ClassVar[list[BindingType]] = [bind("escape", "sheets.stop", "stop")]
    DEFAULT_CSS = """
    WorkDialog #bar { color: $primary; margin-bottom: 1; }
    """

    def __init__(self, title: Wording) -> None:
        super().__init__(title)
        self.stopped = False
        self._bar = Static("", markup=False, id="bar")
        self._far = Static("", markup=False, id="far")

    def compose_body(self) -> Iterable[Widget]:
        """A bar, and what is told below it."""
        yield self._bar
        yield self._far

    def on_unmount(self) -> None:
        """Ends the work where the whole program is left."""
        self.stopped = True

    def show(self, text: Wording, share: float | None) -> None:
        """Tells how far it is; without a share there is no bar."""
        if self.is_attached and not self.stopped:
            filled = round((share or 0.0) * _BAR_CELLS)
            self._bar.display = share is not None
            self._bar.update("█" * filled + "░" * (_BAR_CELLS - filled))
            self._far.update(said(text, self.t))

    def action_stop(self) -> None:
        """Stops it at the next occasion."""
        self.stopped = True
        self._far.update(self.t("sheets.stopping"))


class InStoreThread:
    """Runs jobs in the store's thread for work that goes on in another one; see `InTurn`.

    To be made in the event loop.

    Args:
        worker: where the store is used.
    """

    def __init__(self, worker: Worker[Changes | None]) -> None:
        self._worker = worker
        self._loop = asyncio.get_running_loop()

    def __call__(self, job: Callable[[], ValueT], /) -> ValueT:
        """Waits for a turn, and runs the job in it."""
        done: Future[ValueT] = asyncio.run_coroutine_threadsafe(self._worker.run(job), self._loop)
        return done.result()


Tell = Callable[[Wording, float | None], None]
"""Tells how far the work is, and its share from 0 to 1 where that is known."""


async def work_beside(
    screen: Screen[Any], title: Wording, work: Callable[[Tell], ValueT]
) -> ValueT | None:
    """Runs work in a thread of its own below a dialog; None where somebody stopped it.

    Args:
        screen: over which the dialog opens.
        title: what is being done.
        work: does it; whatever it tells may end it, by `Stopped`, which it has to let through.
    """
    loop, dialog = asyncio.get_running_loop(), WorkDialog(title)
    await screen.app.push_screen(dialog)

    def tell(text: Wording, share: float | None) -> None:
        if dialog.stopped:
            raise Stopped
        loop.call_soon_threadsafe(dialog.show, text, share)

    try:
        return await asyncio.to_thread(work, tell)
    except Stopped:
        return None
    finally:
        if dialog.is_current:
            dialog.dismiss(None)
