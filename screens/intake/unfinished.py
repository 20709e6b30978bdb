"""The records that are being written: one is shown, the others wait."""

from collections.abc import Callable, Iterable

from cstui.services.intake.draft import Draft


class Unfinished:
    """All records of a session that are not saved yet, in the order in which they were begun.

    There is always one that is shown. An empty one is gone as soon as another is.

    Args:
        fresh: makes an empty record.
    """

    def __init__(self, fresh: Callable[[], Draft]) -> None:
        self._fresh = fresh
        self._drafts = [fresh()]
        self._shown = 0

    @property
    def current(self) -> Draft:
        """The one that is shown."""
        return self._drafts[self._shown]

    @property
    def others(self) -> tuple[Draft, ...]:
        """Those that wait."""
        return tuple(each for each in self._drafts if each is not self.current)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._drafts)

    @property
    def place(self) -> int:
        """Which of them is shown, from 1."""
        return self._shown + 1

    def add(self, drafts: Iterable[Draft]) -> None:
        """These wait too."""
        self._drafts.extend(drafts)

    def of(self, key: str) -> Draft | None:
        """The one with that key, if it is still there."""
        return next((each for each in self._drafts if each.key == key), None)

    def put(self, draft: Draft) -> None:
        """Takes a record as it is now in place of what it was before, by its key."""
        self._drafts = [draft if each.key == draft.key else each for each in self._drafts]

    def begin(self, draft: Draft) -> None:
        """Shows another one; the one that was shown waits."""
        self.add([draft])
        self._show(self.count - 1)

    def turn(self, steps: int) -> None:
        """Shows the next one, or the one before; after the last comes the first."""
        self._show((self._shown + steps) % self.count)

    def to_ringing(self) -> bool:
        """Shows the first call that rings; tells whether there is one."""
        for place, draft in enumerate(self._drafts):
            if draft.call.rang and not draft.call.was_answered:
                self._show(place)
                return True
        return False

    def close(self) -> None:
        """The one that is shown is done: the latest of the others is shown, or an empty one."""
        del self._drafts[self._shown]
        if not self._drafts:
            self._drafts = [self._fresh()]
        self._shown = self.count - 1

    def _show(self, place: int) -> None:
        left = self.current
        wanted = self._drafts[place]
        self._shown = place
        if left.empty and left is not wanted:
            self._drafts = [each for each in self._drafts if each is not left]
            self._shown = next(at for at, each in enumerate(self._drafts) if each is wanted)
