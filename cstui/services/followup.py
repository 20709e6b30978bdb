"""Follow-up: acts on tickets that are there already, by one of many who work on them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from cstui.clock.readings import Reading, read_clocks
from cstui.domain import acts
from cstui.domain.errors import Conflict, InputError
from cstui.domain.fold import fold
from cstui.domain.header import field_text
from cstui.domain.masking import masked_name, masked_phone
from cstui.domain.merging import Collision, collision_of, merged
from cstui.domain.people import Person, Role
from cstui.domain.rules import built_on, check, check_kind, last_undoable
from cstui.domain.state import State
from cstui.domain.ticket import Event, Source, Ticket
from cstui.ports import Page, View
from cstui.services.desk import Desk
from cstui.services.settings import Settings

MASKS: Mapping[str, Callable[[str], str]] = {
    "customer.name": masked_name,
    "customer.phone": masked_phone,
}
"""How fields of the header with personal data are masked."""
_HIDDEN = "*"


class Collided(Conflict):
    """Another saved the ticket meanwhile: nothing was written, and this is what both did."""

    def __init__(self, collision: Collision) -> None:
        super().__init__(collision.current, number=collision.current.number)
        self.collision = collision


@dataclass(frozen=True, slots=True)
class Look:
    """A ticket as it was looked at."""

    ticket: Ticket
    state: State
    """What follows from its events."""
    readings: tuple[Reading, ...]
    """How its clocks stood."""
    now: datetime
    """When that was."""


class FollowUp:
    """What an agent does with a ticket after the call."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def me(self) -> Person:
        """Who acts."""
        return self._desk.me

    @property
    def settings(self) -> Settings:
        """The team's settings."""
        return self._desk.rules.settings

    def now(self) -> datetime:
        """This moment, by the site's clock."""
        return self._desk.clock.now()

    def person(self, login: str) -> Person:
        """Who that login is."""
        return self._desk.rules.person(login)

    def page(self, view: View, first: int, count: int) -> Page:
        """Some tickets of a view, in its order."""
        return self._desk.store.page(view, first, count)

    def extent(self, view: View, row: int | None) -> tuple[int, int | None]:
        """How many tickets a view has, and where the one in a row of the store stands in it."""
        total = self._desk.store.page(view, 0, 1).total
        return total, None if row is None else self._desk.store.place(view, row)

    def look(self, row: int) -> Look:
        """The ticket in a row of the store, with its state and its clocks."""
        ticket, now, rules = self._desk.store.ticket_at(row), self.now(), self._desk.rules
        state = fold(ticket)
        policy, calendar = rules.policies.governing(ticket), rules.calendars.governing(ticket)
        readings = read_clocks(state, policy, calendar, now)
        return Look(ticket, state, readings, now)

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

    def accept(self, ticket: Ticket) -> Ticket:
        """Take the ticket on: one's own, or one that nobody holds yet."""
        owner = fold(ticket).owner
        if owner and owner != self.me.login:
            raise InputError("not_yours", owner=self.person(owner).shown)
        return self.do(ticket, [acts.Accepted()])

    def respond(self, ticket: Ticket, way: str, result: str) -> Ticket:
        """The customer had a reply."""
        return self.do(ticket, [acts.Responded(way.strip(), result.strip())])

    def progress(self, ticket: Ticket, text: str) -> Ticket:
        """A step towards the solution was taken, and the customer told."""
        return self.do(ticket, [acts.Progressed(text.strip())])

    def transfer(self, ticket: Ticket, to: str, why: str) -> Ticket:
        """Somebody else takes over."""
        to = to.strip()
        return self.do(ticket, [acts.Transferred(to, why.strip(), self.person(to).team)])

    def wait(self, ticket: Ticket, why: str) -> Ticket:
        """The work waits for something outside our hands."""
        return self.do(ticket, [acts.Waiting(why.strip())])

    def resume(self, ticket: Ticket) -> Ticket:
        """The waiting is over."""
        return self.do(ticket, [acts.Resumed()])

    def resolve(self, ticket: Ticket, solution: str, confirmed: bool) -> Ticket:
        """The problem is solved, and perhaps the customer has said so."""
        done: list[acts.Act] = [acts.Resolved(solution.strip())]
        if confirmed:
            done.append(acts.ConfirmedByCustomer())
        return self.do(ticket, done)

    def confirm(self, ticket: Ticket) -> Ticket:
        """The customer agreed that the problem is solved."""
        return self.do(ticket, [acts.ConfirmedByCustomer()])

    def reopen(self, ticket: Ticket, why: str) -> Ticket:
        """The problem is back: a new round with its own clocks."""
        return self.do(ticket, [acts.Reopened(why.strip())])

    def note(self, ticket: Ticket, text: str) -> Ticket:
        """Add a remark."""
        return self.do(ticket, [acts.Noted(text.strip())])

    def shown(self, name: str, text: str) -> str:
        """A value of a header's field as I may read it: personal data in full is for supervisors.

        Args:
            name: the field, as in `FIELDS`.
            text: its value.
        """
        mask = MASKS.get(name)
        return text if mask is None or self.me.role is Role.SUPERVISOR else mask(text)

    def correct(self, ticket: Ticket, values: Mapping[str, str]) -> Ticket:
        """Correct fields of the header; those that stay as they are `shown` cost nothing.

        Raises:
            InputError: when asterisks of a masked value would be saved as part of a new one.
            Collided: when another saved the ticket meanwhile.
        """
        header = fold(ticket).header
        corrections = [
            acts.Corrected(name, field_text(header, name), value.strip())
            for name, value in values.items()
        ]
        return self.do(ticket, [each for each in corrections if self._changes(each)])

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

    def _changes(self, correction: acts.Corrected) -> bool:
        shown = self.shown(correction.field, correction.old)
        if correction.new in (correction.old, shown):
            return False
        if shown != correction.old and _HIDDEN in correction.new:
            raise InputError("masked_value")
        return True

    def _undoable(self, ticket: Ticket) -> int:
        position = last_undoable(ticket, self.me.login)
        if position is None:
            raise InputError("nothing_to_undo", number=ticket.number)
        if later := built_on(ticket, position):
            who = self.person(later.by).shown
            raise InputError("others_went_on", number=ticket.number, who=who)
        return position
