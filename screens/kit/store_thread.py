"""One thread that does all blocking work in order, and looks for news when it has none."""

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import Generic, ParamSpec, TypeVar

from cstui.domain.errors import CstuiError

POLL_SECONDS = 0.2
"""How often the thread looks for news; waking up is most of what a look costs."""
CALM_SECONDS = 0.25
"""How often it does while no list is seen that others change; a ringing telephone shows as soon."""

P = ParamSpec("P")
ValueT = TypeVar("ValueT")
NewsT = TypeVar("NewsT")


class Worker(Generic[NewsT]):
    """Runs callables one after another in a thread of its own.

    A store connection that is opened, used and closed by submitted callables is used by one thread
    alone. Between them the thread calls `poll` and hands what it gives, unless empty, to `deliver`.
    `deliver`, `failed` and `broke` are called in the event loop.

    Args:
        poll: a cheap look for news; runs in the thread.
        deliver: takes news that is not empty.
        failed: takes the first failure of `poll`; the next one only after a `poll` that worked.
        broke: takes an exception of `poll` that nobody foresaw; `poll` is not called after it.
    """

    def __init__(
        self,
        poll: Callable[[], NewsT],
        deliver: Callable[[NewsT], object],
        failed: Callable[[CstuiError], object],
        broke: Callable[[Exception], object],
    ) -> None:
        self._poll = poll
        self._deliver = deliver
        self._failed = failed
        self._broke = broke
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="store", daemon=True)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._poll_works = True
        self._polling = threading.Event()
        self._pause = POLL_SECONDS
        self._next_poll = 0.0

    def start(self) -> None:
        """Starts the thread, unless it runs; call it in the event loop."""
        if self._loop is None:
            self._loop = asyncio.get_running_loop()
            self._thread.start()

    def watch(self) -> None:
        """Begins to look for news; call it when `poll` can work, the store being open."""
        self._polling.set()

    def attend(self, closely: bool) -> None:
        """Looks for news at once and often, or seldom.

        Args:
            closely: whether something is shown that others change.
        """
        before, self._pause = self._pause, POLL_SECONDS if closely else CALM_SECONDS
        if self._pause < before:
            self._next_poll = 0.0
            # wakes the thread
            self._jobs.put(lambda: None)

    async def run(self, job: Callable[P, ValueT], /, *args: P.args, **kwargs: P.kwargs) -> ValueT:
        """Runs a callable in the thread, after those submitted before; gives or raises its result.

        Raises:
            RuntimeError: when the worker was stopped.
        """
        if not self._thread.is_alive():
            raise RuntimeError("the worker does not run")
        future: Future[ValueT] = Future()

        def do() -> None:
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(job(*args, **kwargs))
                except BaseException as error:  # whatever it is belongs to the caller
                    future.set_exception(error)

        self._jobs.put(do)
        return await asyncio.wrap_future(future)

    async def stop(self) -> None:
        """Lets the jobs submitted so far finish, and ends the thread."""
        if self._thread.is_alive():
            self._jobs.put(None)
            await asyncio.to_thread(self._thread.join)

    def _work(self) -> None:
        self._next_poll = time.monotonic() + self._pause
        while True:
            if (wait := self._next_poll - time.monotonic()) <= 0:
                self._look()
                self._next_poll = time.monotonic() + self._pause
                continue
            try:
                job = self._jobs.get(timeout=wait)
            except Empty:
                continue
            if job is None:
                return
            job()

    def _look(self) -> None:
        """Calls `poll`, and hands over what it gives or, once, how it fails."""
        if not self._polling.is_set():
            return
        try:
            news = self._poll()
        except CstuiError as error:
            if self._poll_works:
                self._poll_works = False
                self._hand_over(self._failed, error)
            return
        except Exception as error:  # a fault of the program, which only ends as one in the app
            self._polling.clear()
            self._hand_over(self._broke, error)
            return
        self._poll_works = True
        if news:
            self._hand_over(self._deliver, news)

    def _hand_over(self, take: Callable[[ValueT], object], value: ValueT) -> None:
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(take, value)
