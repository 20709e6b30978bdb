"""Acting on a ticket: look at it, add to it, take back, and merge with what others did."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from cstui.clock.readings import Reading, read_clocks
from cstui.domain import acts
from cstui.domain.errors import Conflict, InputError
from cstui.domain.fold import fold
from cstui.domain.merging import Collision, collision_of, merged
from cstui.domain.people import Person
from cstui.domain.rules import built_on, check, check_kind, last_undoable
from cstui.domain.state import State
from cstui.domain.ticket import Event, Source, Ticket
from cstui.i18n import Translator
from cstui.reports.explain import explain_text
from cstui.services.desk import AtDesk


class Collided(Conflict):
    """Another saved the ticket meanwhile: nothing was written, and this is what both did."""

    def __init__(self, collision: Collision) -> None:
        super().__init__(collision.current, number=collision.current.number)
        self.collision = collision


class ReasonNeeded(InputError):
    """What was to be saved is late or unusual: it is saved with a reason only."""


class Look(Struct, frozen=True):
    """A ticket as it was looked at."""

    ticket: Ticket
    state: State
    """What follows from its events."""
    readings: tuple[Reading, ...]
    """How its clocks stood."""
    now: datetime
    """When that was."""


class Acting(AtDesk):
    """What all acts on a ticket have in common."""

    def person(self, login: str) -> Person:
        """Who that login is."""
        return self._desk.rules.person(login)

    def look(self, row: int) -> Look:
        """The ticket in a row of the store, with its state and its clocks."""
        return self.seen(self._desk.store.ticket_at(row))

    def seen(self, ticket: Ticket) -> Look:
        """A ticket with its state, and with its clocks as they stand now; touches no store."""
        now, rules, state = self.now(), self._desk.rules, fold(ticket)
        policy, calendar = rules.policies.governing(ticket), rules.calendars.governing(ticket)
        return Look(ticket, state, read_clocks(state, policy, calendar, now), now)

    def explained(self, ticket: Ticket, t: Translator) -> str:
        """The minute ledger behind a ticket's clocks, as lines; touches no store."""
        rules = self._desk.rules
        return explain_text(ticket, rules.policies, rules.calendars, self.now(), t)

    def may(self, ticket: Ticket, kind: type[acts.Act]) -> None:
        """Say no before anything is written for an act that makes no sense now.

        Raises:
            InputError: says what to do instead.
        """
        check_kind(fold(ticket), kind)

    def do(self, ticket: Ticket, done: Iterable[acts.Act]) -> Ticket:
        """Add acts to a ticket and save it.

        Raises:
            InputError: when an act makes no sense as the ticket stands.
            Collided: when another saved it meanwhile; `merge` goes on from there.
        """
        changed = ticket
        for act in done:
            check(fold(changed), act)
            source = Source.CORRECTED if isinstance(act, acts.Corrected) else Source.MEASURED
            changed = changed.with_events([self._desk.event(act, source)])
        return self._saved(ticket, changed)

    def last_of_mine(self, ticket: Ticket) -> Event:
        """What `undo` would take back.

        Raises:
            InputError: when there is nothing of mine to take back, or others went on from it.
        """
        return ticket.events[self._undoable(ticket)]

    def undo(self, ticket: Ticket) -> Ticket:
        """Take back the last thing that I did to the ticket; what others did stands.

        Raises:
            InputError: when there is nothing of mine to take back, or others went on from it.
        """
        return self.do(ticket, [acts.Undone(self._undoable(ticket))])

    def merge(self, collision: Collision, keep_mine: Iterable[str]) -> Ticket:
        """Save my events on top of theirs; of the fields that clash, only those in `keep_mine`.

        Raises:
            Collided: when yet another saved the ticket meanwhile.
        """
        return self._saved(collision.current, merged(collision, keep_mine))

    def _saved(self, base: Ticket, changed: Ticket) -> Ticket:
        mine = changed.events[len(base.events) :]
        if not mine:
            return base
        try:
            return self._desk.save(changed)
        except Conflict as conflict:
            raise Collided(collision_of(base, mine, conflict.current)) from conflict

    def _undoable(self, ticket: Ticket) -> int:
        position = last_undoable(ticket, self.me.login)
        if position is None:
            raise InputError("nothing_to_undo", number=ticket.number)
        if later := built_on(ticket, position):
            who = self.person(later.by).shown
            raise InputError("others_went_on", number=ticket.number, who=who)
        return position
