"""The alarm: a bell and the terminal's title, when a limit comes near or has passed.

Agents hear of their own tickets. Whoever leads hears of those, too, that are so late that they have
to know.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from cstui.clock.instants import epoch
from cstui.domain.listing import Listing
from cstui.domain.people import Role
from cstui.ports import Which
from cstui.services.followup import FollowUp
from cstui.services.queues import Overview
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
        self._escalated: int | None = None
        """How many tickets whoever leads has to know of; None before the first look."""
        self.on = box.read().bell
        """Whether it rings."""

    def switch(self) -> None:
        """Rings from now on, or no more.

        Raises:
            StoreError: `wishes_not_kept`.
        """
        self._box.keep(replace(self._box.read(), bell=not self.on))
        self.on = not self.on
        if not self.on:
            self._app.show_title("")

    def look(self, overview: Overview) -> None:
        """Rings if there is something new to hear of since the last look."""
        since, self._looked = self._looked, epoch(self._followup.now())
        news = reached(overview.mine, since, self._looked) | self._more_escalated(overview)
        if not self.on:
            return
        if news:
            self._app.bell()
        self._app.show_title(self._title(overview))

    def _more_escalated(self, overview: Overview) -> bool:
        before, self._escalated = self._escalated, self._to_know_of(overview)
        return before is not None and self._escalated > before

    def _to_know_of(self, overview: Overview) -> int:
        leads = self._followup.me.role is Role.SUPERVISOR
        return overview.tally[Which.ESCALATED] if leads else 0

    def _title(self, overview: Overview) -> str:
        t, late = self._app.t, sum(_is_late(one, self._looked) for one in overview.mine)
        if escalated := self._to_know_of(overview):
            return t("queue.alarm.escalated", n=late, escalated=escalated)
        return t("queue.alarm.title", n=late) if late else t("queue.alarm.calm")


def _is_late(one: Listing, now: int) -> bool:
    return one.due is not None and one.due < now


def reached(mine: Iterable[Listing], since: int, now: int) -> bool:
    """Whether a ticket came to its warning or its limit after one instant and up to another."""
    return any(
        since < moment <= now
        for one in mine
        for moment in (one.warn, one.due)
        if moment is not None
    )
