"""The feed of changes, followed from one look to the next."""

from collections.abc import Callable

from msgspec.structs import replace

from cstui.domain.errors import StoreError
from cstui.ports import Changes
from cstui.services.desk import Desk


class Feed:
    """Tells what was saved since the last look, by this session and all others.

    New settings are in force at the desk before anybody hears of them; those made for a later day
    are when that day begins.

    Args:
        desk: whose news these are.
        look_around: says whether other people came to tickets or left them.
    """

    def __init__(self, desk: Desk, look_around: Callable[[], bool] = lambda: False) -> None:
        self._desk = desk
        self._look_around = look_around
        self._position: int | None = None
        self._day = desk.clock.now().date()

    def look(self) -> Changes | None:
        """What happened since the last look; None when nothing did.

        The first look, and the first that works after one that failed, say that everything may
        have changed.

        Raises:
            StoreError: when the store cannot be read.
        """
        try:
            return self._look()
        except StoreError:
            self._position = None
            raise

    def _look(self) -> Changes | None:
        today, company = self._desk.clock.now().date(), self._look_around()
        if self._position is None:
            changes = Changes(self._desk.store.position(), everything=True)
        else:
            changes = self._desk.store.changes(self._position)
        if changes.settings or changes.everything or today != self._day:
            self._desk.reread_rules()
            changes = replace(changes, settings=True)
        elif changes.position == self._position and not company:
            return None
        self._position, self._day = changes.position, today
        return replace(changes, company=company) if company else changes
