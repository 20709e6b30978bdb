"""The facts of all tickets as they were known at an instant.

What happens to a ticket later changes nothing that is told of a period that was over by then, even
where facts hold no time for it, as for who has the ticket or how a talk about it went.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Self

import numpy as np
from msgspec.structs import replace

from cstui.clock.instants import epoch
from cstui.clock.period import Period
from cstui.domain.listing import Listing
from cstui.domain.ticket import Ticket
from cstui.metrics.columns import Columns
from cstui.metrics.sources import MOMENT, RECORD, Places, Records
from cstui.services.desk import Desk
from cstui.services.live_facts import LiveFacts

OnProgress = Callable[[int, int], None]
_BATCH = 1_000
"""Tickets whose facts are laid out together."""


class PastFacts:
    """What was known at an instant; used by one thread.

    Args:
        desk: whose tickets they are.
        until: the instant; what happened at it or later is not known.
        on_progress: called with how many tickets were derived anew, and of how many.
    """

    def __init__(self, desk: Desk, until: datetime, on_progress: OnProgress | None = None) -> None:
        self._desk = desk
        self.until = until
        self._on_progress = on_progress
        self._rounds, self._moments = np.empty(0, RECORD), np.empty(0, MOMENT)
        """Of the tickets that went on later, in their order."""
        self._words: tuple[str, ...] = ()
        self._stored = 0
        """How many of the words the store has."""

    @classmethod
    def over(
        cls, desk: Desk, period: Period, now: datetime, on_progress: OnProgress | None = None
    ) -> Self | None:
        """What was known at the end of a period; None for one that is not over."""
        if period.end is None or period.end > now:
            return None
        return cls(desk, period.end, on_progress)

    def forget(self, rows: Collection[int] | None) -> None:
        """Some tickets have changed since, or None: all may have."""
        gone = self._rounds["ticket"] if rows is None else np.fromiter(rows, np.uint32)
        self._rounds = self._rounds[~np.isin(self._rounds["ticket"], gone)]
        self._moments = self._moments[~np.isin(self._moments["ticket"], gone)]

    def ticket(self, row: int) -> Ticket:
        """A ticket as it was known then."""
        return self._desk.store.ticket_at(row).before(self.until)

    def listings(self, rows: Sequence[int]) -> list[Listing]:
        """The lines of tickets, as they were then."""
        went_on = np.isin(rows, self._rounds["ticket"]).tolist()
        as_now = [row for row, later in zip(rows, went_on, strict=True) if not later]
        then = [self.ticket(row) for row, later in zip(rows, went_on, strict=True) if later]
        return [
            *self._desk.store.listings(as_now),
            *(replace(self._desk.derive(ticket).listing, id=ticket.id) for ticket in then),
        ]

    def step(self, live: LiveFacts) -> tuple[int, int] | None:
        """Derive some of the tickets that went on later; see `Analysis.prepare`."""
        rounds = live.rounds
        went_on = self._went_on(rounds)
        left = self._derive(went_on, rounds.words, _BATCH)
        return (len(went_on) - left, len(went_on)) if left else None

    def seen(self, live: LiveFacts) -> tuple[Columns, Columns]:
        """Rounds and moments as they were known then, with all that began later as it is now.

        Raises:
            StoreError: when the store cannot be read.
        """
        rounds, moments = live.rounds, live.moments
        went_on = self._went_on(rounds)
        self._derive(went_on, rounds.words, len(went_on))
        known = self._rounds["ticket"]
        gone, over = (np.isin(each["ticket"], known, kind="table") for each in (rounds, moments))
        return (
            rounds.mixed(gone, self._rounds, self._words),
            moments.mixed(over, self._moments, self._words),
        )

    def _went_on(self, rounds: Columns) -> Places:
        """The tickets that began before, and to which something happened since."""
        until = epoch(self.until)
        rows = rounds.first & (rounds["touched"] >= until) & (rounds["opened"] < until)
        return np.compress(rows, rounds["ticket"])

    def _derive(self, tickets: Places, words: tuple[str, ...], most: int) -> int:
        """Derives what is not known of so many of them at most; how many are left.

        Args:
            tickets: their rows in the store.
            words: the words that are stored.
            most: how many.
        """
        if self._words[: len(words)] != words:
            # numbers that were given to words here may stand for others in the store by now
            if len(self._words) > self._stored:
                self.forget(None)
            self._words = words
        self._stored = len(words)
        new = np.setdiff1d(tickets, self._rounds["ticket"]).tolist()
        rounds, moments = [self._rounds], [self._moments]
        now = new[:most]
        for first in range(0, len(now), _BATCH):
            batch = [
                (row, self._desk.derive(self.ticket(row))) for row in now[first : first + _BATCH]
            ]
            table = self._desk.store.laid_out(batch, self._words)
            rounds.append(np.frombuffer(table.records, RECORD))
            moments.append(np.frombuffer(table.moments, MOMENT))
            self._words = table.words
            if self._on_progress:
                self._on_progress(first + len(batch), len(now))
        self._rounds, self._moments = _in_order(rounds), _in_order(moments)
        return len(new) - len(now)


def _in_order(parts: Sequence[Records]) -> Records:
    """Records put together in the order of their tickets, each ticket's as they were."""
    together = np.concatenate(parts)
    return together[np.argsort(together["ticket"], kind="stable")]
