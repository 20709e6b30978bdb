"""Keeping what is being written, off the typing path."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from contextlib import suppress
from typing import Any

from cstui.domain.errors import CstuiError
from cstui.services.intake.draft import Draft

RETRY_SECONDS = 2.0
"""How long to wait after a failure."""
SURE_SECONDS = 1.0
"""How much of what is typed a loss of power may cost; to have the disk take it costs far more than
to write it."""


class Keeper:
    """Writes drafts down in a thread of its own; of two versions only the later.

    The store's thread may be waiting for something; typing must not wait with it.

    Args:
        keep: writes one draft; runs in a thread.
        make_sure: has what was written survive a loss of power; runs in a thread.
        start: starts a coroutine that ends with the screen.
        failed: takes the first failure; the next one only after a draft that was kept.
    """

    def __init__(
        self,
        keep: Callable[[Draft], object],
        make_sure: Callable[[], object],
        start: Callable[[Coroutine[Any, Any, None]], object],
        failed: Callable[[CstuiError], object],
    ) -> None:
        self._keep = keep
        self._make_sure = make_sure
        self._start = start
        self._failed = failed
        self._works = True
        self._waiting: dict[str, Draft] = {}
        self._kept: dict[str, Draft] = {}
        """What the next start would find, by key."""
        self._writing = asyncio.Lock()
        self._wanted = asyncio.Event()
        self._unsure_since: float | None = None
        """When the first draft was written that a loss of power would cost."""
        self._runs = False

    def want(self, drafts: Iterable[Draft]) -> None:
        """Have these kept, as far as they differ from what is kept of them."""
        for draft in drafts:
            if draft != self._kept.get(draft.key) and not (draft.empty and not self._knows(draft)):
                self._waiting[draft.key] = draft
        if self._waiting:
            self._wanted.set()
            if not self._runs:
                self._runs = True
                self._start(self._write())

    async def let_go(self, draft: Draft) -> None:
        """Nothing is written of a draft from now on, under its key."""
        self._waiting.pop(draft.key, None)
        async with self._writing:
            self._kept.pop(draft.key, None)

    def _knows(self, draft: Draft) -> bool:
        return draft.key in self._kept or draft.key in self._waiting

    async def _write(self) -> None:
        """Goes on for as long as anything is waiting, or not yet sure."""
        try:
            while self._waiting or self._unsure_since is not None:
                try:
                    await self._write_next()
                except CstuiError as error:
                    if self._works:
                        self._failed(error)
                    self._works = False
                    await asyncio.sleep(RETRY_SECONDS)
                else:
                    self._works = True
        finally:
            self._runs = False

    async def _write_next(self) -> None:
        """Writes the next draft, makes sure of all, or waits until one of these is due."""
        now = asyncio.get_running_loop().time()
        rest = (
            SURE_SECONDS if self._unsure_since is None else self._unsure_since + SURE_SECONDS - now
        )
        if rest <= 0:
            await asyncio.to_thread(self._make_sure)
            self._unsure_since = None
        elif self._waiting:
            await self._write_one()
            self._unsure_since = self._unsure_since or now
        else:
            self._wanted.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wanted.wait(), rest)

    async def _write_one(self) -> None:
        key, draft = next(iter(self._waiting.items()))
        async with self._writing:
            if self._waiting.pop(key, None):
                try:
                    await asyncio.to_thread(self._keep, draft)
                except CstuiError:
                    self._waiting.setdefault(key, draft)
                    raise
                self._kept[key] = draft
