"""Queues: the tickets that somebody wants to see, and which of them comes next."""

from bisect import bisect_left
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from cstui.clock.calendar import Calendar
from cstui.clock.instants import epoch
from cstui.domain.listing import Listing
from cstui.domain.people import Role
from cstui.domain.state import Status
from cstui.domain.traces import compared
from cstui.ports import Extent, Page, SortedBy, View, Viewer, Which, Word
from cstui.services.desk import AtDesk

_MOST_OF_MINE = 200
"""So many of somebody's tickets are looked at for the next one."""
_FALLEN_BACK_DAYS = 31
"""Within so many days a call back has surely fallen to the team."""


class ColumnName(StrEnum):
    """What a column of a list shows."""

    DUE = "due"
    """How long until the next clock is due; of calls back the half-hour."""
    CLOCK = "clock"
    """Which clock that is; of calls back the time."""
    NUMBER = "number"
    STATUS = "status"
    PRIORITY = "priority"
    CUSTOMER = "customer"
    SUBJECT = "subject"
    OWNER = "owner"
    """Who holds it, else which team."""
    TYPE = "type"
    SUBTYPE = "subtype"
    TEAM = "team"
    CHANNEL = "channel"
    PHONE = "phone"
    OPENED = "opened"
    """How long ago the customer asked."""


Columns = tuple[ColumnName, ...]
"""Columns from left to right; the most needed come first, since a narrow terminal cuts the last."""
USUAL_COLUMNS: Columns = tuple(ColumnName)[: tuple(ColumnName).index(ColumnName.SUBTYPE)]


class Wanted(Struct, frozen=True):
    """Which tickets somebody wants to see, and what of them."""

    which: Which = Which.OPEN
    text: str = ""
    """Words that each must have, as they were typed."""
    by: SortedBy = SortedBy.DUE
    columns: Columns = ()
    """What is shown of them; nothing for what whoever looks has chosen for all views."""


class Overview(Struct, frozen=True):
    """How all queues stand."""

    tally: Mapping[Which, int]
    """How many tickets each view has."""
    mine: tuple[Listing, ...]
    """One's own that need one, the next first."""


class Queues(AtDesk):
    """The queues of whoever is at the desk."""

    def page(self, wanted: Wanted, first: int, count: int) -> Page:
        """Some tickets, in their order."""
        return self._desk.store.page(self.view(wanted), first, count)

    def extent(self, wanted: Wanted, row: int | None) -> Extent:
        """How many tickets there are, and where the one in a row of the store stands."""
        return self._desk.store.extent(self.view(wanted), row)

    def view(self, wanted: Wanted) -> View:
        """The view of the store that has them, as of now."""
        words = tuple(map(self._word, wanted.text.split()))
        return View(wanted.which, words, wanted.by, self._viewer())

    def overview(self) -> Overview:
        """How many tickets each view has, and which of one's own come next."""
        viewer = self._viewer()
        return Overview(self._desk.store.tally(viewer), tuple(self._needing(viewer)))

    def _needing(self, viewer: Viewer) -> list[Listing]:
        """One's own that need one: late ones first, then those soon late, then by due time.

        What waits for others needs nobody until it is late.
        """
        view = View(Which.MINE, viewer=viewer)
        mine = self._desk.store.page(view, 0, _MOST_OF_MINE).listings
        needing = [one for one in mine if one.status != Status.WAITING or _is_late(one, viewer.now)]
        return sorted(needing, key=lambda one: urgency(one, viewer.now))

    def _word(self, typed: str) -> Word:
        text = compared(typed)
        people = self.settings.people.values()
        named = (one for one in people if text in compared(f"{one.shown} {one.login}"))
        return Word(text, tuple(one.login for one in named))

    def _viewer(self) -> Viewer:
        now, settings = self.now(), self.settings
        manages = self.me.role is Role.SUPERVISOR and not self.me.team
        late = settings.escalate_manager if manages else settings.escalate_lead
        calendar = self._desk.rules.calendars.on(now.date())
        return Viewer(
            self.me.login,
            self.me.team,
            epoch(now),
            _passed(calendar, now, settings.callback_falls),
            epoch(now) - late,
        )


def urgency(one: Listing, now: int) -> tuple[int, bool, int]:
    """What a ticket is sorted by among those that need somebody, the most urgent least.

    Args:
        one: the ticket.
        now: this moment, in seconds since 1970.
    """
    soon = one.warn is not None and one.warn <= now
    rank = 0 if _is_late(one, now) else 1 if soon else 2
    return rank, one.due is None, one.due or 0


def _is_late(one: Listing, now: int) -> bool:
    return one.due is not None and one.due < now


def _passed(calendar: Calendar, now: datetime, seconds: int) -> int:
    """The last instant since which so many working seconds have passed, in seconds since 1970."""
    end = epoch(now)
    first = epoch(now - timedelta(days=_FALLEN_BACK_DAYS))
    # the later the start, the less has passed: count from the end back
    back = bisect_left(
        range(end - first), seconds, key=lambda past: calendar.between(end - past, end)
    )
    return end - back
