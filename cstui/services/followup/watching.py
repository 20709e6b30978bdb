"""Watching a ticket: what of it is new to me, and who else looks at it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from cstui.services.desk import AtDesk, Desk
from cstui.services.followup.acting import Look
from cstui.services.followup.followup import FollowUp
from cstui.services.followup.seen import SeenBox

Company = Mapping[int, tuple[str, ...]]
"""Logins of those who look at tickets in other sessions, by the tickets' rows in the store."""

_A_LOOK = timedelta(seconds=1)
"""Whoever stays less with a ticket only passed it by on the way to another."""


@dataclass(slots=True)
class _Watched:
    """The ticket that is looked at."""

    row: int
    events: int
    since: datetime
    known: int | None
    """How many of its events were seen before; None where it never was looked at."""


class Watching(AtDesk):
    """What whoever is at the desk looks at; used in the store's thread alone.

    Args:
        desk: who looks.
        seen: what they have seen of tickets.
    """

    def __init__(self, desk: Desk, seen: SeenBox) -> None:
        super().__init__(desk)
        self._followup = FollowUp(desk)
        self._seen = seen
        self._watched: _Watched | None = None
        self._company: Company = {}

    @property
    def company(self) -> Company:
        """Who else looked at which tickets, at the last look around."""
        return self._company

    def look(self, row: int) -> tuple[Look, int | None]:
        """The ticket in a row of the store, which is looked at from now on.

        Returns:
            The ticket, and how many of its events were seen before; None where it never was
            looked at.
        """
        look = self._followup.look(row)
        if self._watched is None or self._watched.row != row:
            self._note()
            self._watched = _Watched(row, 0, look.now, self._seen.count(row))
            self._desk.store.presence.stand_at(row, self.me.login)
        self._watched.events = len(look.ticket.events)
        return look, self._watched.known

    def look_around(self) -> bool:
        """Whether others came to tickets or left them; only where a ticket is looked at."""
        if self._watched is None:
            return False
        self._note()
        before, self._company = self._company, self._desk.store.presence.others()
        return self._company != before

    def leave(self) -> None:
        """No ticket is looked at any more."""
        self._note()
        self._watched = None
        self._desk.store.presence.leave()

    def _note(self) -> None:
        """Remembers what was seen, once it was looked at long enough."""
        watched = self._watched
        if watched and self.now() - watched.since >= _A_LOOK:
            self._seen.keep(watched.row, watched.events)
