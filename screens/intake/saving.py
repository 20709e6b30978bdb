"""Saving in the background, so that the next call can begin at once."""

from collections.abc import Callable

from cstui.domain.errors import CstuiError
from cstui.ports import Changes
from cstui.services.intake.calls import Calls
from cstui.services.intake.draft import Draft
from cstui.services.intake.recording import Saved
from screens.intake.keeping import Keeper
from screens.kit.store_thread import Worker


class Saving:
    """Brings records into the store, and takes the last one back.

    Args:
        calls: saves.
        worker: where the store is used.
        keeper: keeps what is not saved yet.
    """

    def __init__(self, calls: Calls, worker: Worker[Changes | None], keeper: Keeper) -> None:
        self._calls = calls
        self._worker = worker
        self._keeper = keeper
        self._under_way: dict[str, Draft] = {}
        self.last: Saved | None = None
        """What was saved last, and can be taken back."""

    @property
    def under_way(self) -> tuple[Draft, ...]:
        """The records that are not in the store yet."""
        return tuple(self._under_way.values())

    async def save(self, draft: Draft, save: Callable[[Draft], Saved]) -> Saved:
        """Saves a record.

        Args:
            draft: the record.
            save: what saves it, in the store's thread.

        Raises:
            CstuiError: when it cannot be saved; nothing of it is lost.
        """
        self._under_way[draft.key] = draft
        try:
            await self._keeper.let_go(draft)
            self.last = await self._worker.run(save, draft)
        finally:
            del self._under_way[draft.key]
        return self.last

    async def discard(self, draft: Draft) -> None:
        """Forgets what was kept of a record.

        Raises:
            CstuiError: when it cannot be removed.
        """
        await self._keeper.let_go(draft)
        await self._worker.run(self._calls.discard, draft)

    async def undo(self, saved: Saved) -> Draft:
        """Takes the last save back; gives the record as it was.

        Raises:
            CstuiError: when it cannot be taken back any more, or not now.
        """
        self.last = None
        try:
            return await self._worker.run(self._calls.undo, saved)
        except CstuiError:
            self.last = saved
            raise
