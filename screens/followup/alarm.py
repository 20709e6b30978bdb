"""The alarm: a bell and the terminal's title, when a limit comes near or has passed."""

from collections.abc import Iterable, Sequence

from cstui.clock.instants import epoch
from cstui.domain.listing import Listing
from cstui.services.followup import FollowUp
from cstui.services.wishes import WishBox
from screens.kit.appbase import AppBase


class Alarm:
    """Rings once for each limit that is warned of or passes, if somebody wants that.

    Args:
        app: has the bell and the title.
        followup: knows the time.
        box: says what is wanted.
    """

    def __init__(self, app: AppBase[object], followup: FollowUp, box: WishBox) -> None:
        self._app = app
        self._followup = followup
        self._box = box
        self._looked = epoch(followup.now())
        self.on = box.read().bell
        """Whether it rings."""

    def switch(self) -> None:
        """Rings from now on, or no more.

        Raises:
            StoreError: `wishes_not_kept`.
        """
        wishes = self._box.read()
        self._box.keep(type(wishes)(not self.on, wishes.views))
        self.on = not self.on
        if not self.on:
            self._app.show_title("")

    def look(self, mine: Sequence[Listing]) -> None:
        """Rings if a limit of one's own was reached since the last look."""
        since, self._looked = self._looked, epoch(self._followup.now())
        if not self.on:
            return
        late = sum(one.due is not None and one.due < self._looked for one in mine)
        if reached(mine, since, self._looked):
            self._app.bell()
        t = self._app.t
        self._app.show_title(t("queue.alarm.title", n=late) if late else t("queue.alarm.calm"))


def reached(mine: Iterable[Listing], since: int, now: int) -> bool:
    """Whether a ticket came to its warning or its limit after one instant and up to another."""
    return any(
        since < moment <= now
        for one in mine
        for moment in (one.warn, one.due)
        if moment is not None
    )
