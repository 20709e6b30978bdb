"""How often the figures follow what is saved."""

from collections.abc import Callable
from time import monotonic

from textual.screen import Screen

from cstui.ports import Changes

PAUSE = 0.4
"""Seconds for which changes are gathered, at least."""
SHARE = 2
"""So many times as long as the last answer took: a busy store leaves the thread to others."""


class Pace:
    """Has work done anew after changes, neither too often nor while nobody sees it.

    Args:
        screen: the screen that shows the work.
        work: does it; tells when it begins and ends.
    """

    def __init__(self, screen: Screen[None], work: Callable[[], object]) -> None:
        self._screen = screen
        self._work = work
        self._behind = False
        self._looking = False
        """Whether a look at the store was begun, and not ended."""
        self._began: float | None = None
        self._took = 0.0

    def follow(self, changes: Changes | None) -> None:
        """Has the work done a moment after changes that matter to figures."""
        if changes and (changes.tickets or changes.everything or changes.settings):
            if not self._behind:
                self._screen.set_timer(max(PAUSE, SHARE * self._took), self.catch_up)
            self._behind = True

    def catch_up(self) -> None:
        """Has the work done where it is seen, once what is being done is done."""
        if self._screen not in self._screen.app.screen_stack:
            self._behind = False
        elif self._began is not None:
            self._screen.set_timer(PAUSE, self.catch_up)
        else:
            self._work()

    def begin(self, *, anew: bool) -> bool:
        """The work begins; changes from now on are too late for it.

        Args:
            anew: whether it is to look at the store.

        Returns:
            Whether it has to: also where it takes the place of work that was to.
        """
        self._looking |= anew
        if self._looking:
            self._behind = False
        self._began = monotonic()
        return self._looking

    def end(self) -> None:
        """The work is done."""
        self._looking = False
        if self._began is not None:
            self._took, self._began = monotonic() - self._began, None
