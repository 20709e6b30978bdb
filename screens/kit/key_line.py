"""Keys in their order, however fast they come.

Textual looks up what a key does when it comes, by what has the focus just then. Of keys that come
at once, as a slow line or a quick hand brings them, an Enter would act before the letters in front
of it are in their field, and what is typed for a dialog would be gone before the dialog is there.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias, cast

from textual import events
from textual.dom import DOMNode
from textual.screen import Screen

from cstui.domain.errors import CstuiError

Typed: TypeAlias = events.Key | events.Paste
"""What somebody types."""


class Hold:
    """A while in which keys wait for what a screen was asked for.

    Args:
        screen: the screen that was asked.
    """

    def __init__(self, screen: Screen[Any]) -> None:
        self.screen = screen
        self.opened = False
        """Whether another screen, such as a dialog, has come to the front since."""
        self.refused = False
        """Whether what was asked for does not come."""

    def refuse(self) -> None:
        """Forgets the keys: typed for a dialog that does not come, they would do harm elsewhere."""
        self.refused = True


class KeyLine:
    """Gives an app one key at a time: each when all that the one before it set off is done.

    All is done when the event loop has nothing left to run, and no key waits in a widget that is
    still at something else; so keys that come at once do what they do when typed slowly. Work in
    the background is not waited for, unless keys are `held` for it.

    Args:
        give: hands a key to the app, which asks for it with `passes`.
        shown: the screen in front.
    """

    def __init__(
        self, give: Callable[[Typed], object], shown: Callable[[], Screen[Any] | None]
    ) -> None:
        self._give = give
        self._shown = shown
        self._waiting: deque[Typed] = deque()
        self._given: Typed | None = None
        """The key whose turn it is, on its way to the app."""
        self._looking = False
        self._holds: list[Hold] = []

    @property
    def is_held(self) -> bool:
        """Whether keys wait for what the screen in front was asked for."""
        return any(hold.screen is self._shown() for hold in self._holds)

    @property
    def all_given(self) -> bool:
        """Whether no key waits."""
        return not (self._waiting or self._given)

    def passes(self, typed: Typed) -> bool:
        """Whether it is a key's turn; if not, it is given again when it is."""
        free = not is_busy() and not self.is_held and not self._stuck()
        if typed is self._given:
            self._given = None
            if not free:
                self.put_first(typed)
            self._look()
            return free
        if free and self.all_given:
            return True
        self._waiting.append(typed)
        self._look()
        return False

    def put_first(self, typed: Typed) -> None:
        """Gives a key before all that wait, such as one that another key stands for."""
        self._waiting.appendleft(typed)
        self._look()

    @contextmanager
    def held(self, screen: Screen[Any], seconds: float | None = None) -> Iterator[Hold]:
        """Lets keys wait, as long as the screen is in front: they are for what comes next.

        What comes may be a dialog, which then has them, or an answer that moves the focus. A key
        that ends the program does not wait. What fails counts as refused.

        Args:
            screen: the screen that was asked for something.
            seconds: how long keys wait at most.
        """
        hold = Hold(screen)
        self._holds.append(hold)
        loop = asyncio.get_running_loop()
        lapse = loop.call_later(seconds, self._release, hold) if seconds else None
        try:
            yield hold
        except CstuiError:
            hold.refuse()
            raise
        finally:
            if lapse:
                lapse.cancel()
            self._release(hold)

    def screen_changed(self, screen: Screen[Any]) -> None:
        """Gives a dialog what was typed ahead of it."""
        for hold in self._holds:
            hold.opened |= hold.screen is not screen
        self._look()

    def _release(self, hold: Hold) -> None:
        if hold in self._holds:
            self._holds.remove(hold)
            if hold.refused and not hold.opened:
                self._waiting.clear()
            self._look()

    def _look(self) -> None:
        if self._waiting and not self._looking:
            self._looking = True
            asyncio.get_running_loop().call_soon(self._next)

    def _next(self) -> None:
        if is_busy():
            asyncio.get_running_loop().call_soon(self._next)
            return
        self._looking = False
        if stuck := self._stuck():
            stuck.call_later(self._look)
        elif self._waiting and not self._given and not self.is_held:
            self._given = self._waiting.popleft()
            self._give(self._given)

    def _stuck(self) -> DOMNode | None:
        """What on the way of a key is still at something, while a message waits for it."""
        if (screen := self._shown()) is None:
            return None
        way = (screen.focused or screen).ancestors_with_self[:-1]  # but for the app
        # a message that was looked at already is no longer in the queue
        return next(
            (node for node in way if node.message_queue_size or node._pending_message), None
        )


def is_busy() -> bool:
    """Whether the running event loop has anything left to run, besides what asks this."""
    # nothing public tells; Textual's messages, and all that is awaited on the way, are seen here
    return bool(cast(Any, asyncio.get_running_loop())._ready)
