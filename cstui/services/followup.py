"""Follow-up: acts on tickets that are there already, by one of many who work on them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cstui.domain import acts
from cstui.domain.errors import Conflict
from cstui.domain.fold import fold
from cstui.domain.header import field_text
from cstui.domain.rules import check, clashes
from cstui.domain.state import State
from cstui.domain.ticket import Event, Ticket
from cstui.ports import Page, View
from cstui.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Collision:
    """Two people changed one ticket: what the other saved, and what I was about to save."""

    current: Ticket
    """As it stands in the store."""
    theirs: tuple[Event, ...]
    """What was saved since I looked."""
    mine: tuple[acts.Act, ...]
    """What I did, not saved yet."""
    clashes: tuple[acts.Corrected, ...]
    """Those of mine that change a field which they changed too."""


class Collided(Conflict):
    """Another saved the ticket meanwhile: nothing was written, and this is what both did."""

    def __init__(self, collision: Collision) -> None:
        super().__init__(collision.current, number=collision.current.number)
        self.collision = collision


class FollowUp:
    """What an agent does with a ticket after the call."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def page(self, view: View, first: int, count: int) -> Page:
        """Some tickets of a view, soonest due first."""
        return self._desk.store.page(view, first, count)

    def place(self, view: View, row: int) -> int | None:
        """Where a ticket stands in a view."""
        return self._desk.store.place(view, row)

    def open(self, row: int) -> Ticket:
        """The ticket in a row of the store."""
        return self._desk.store.ticket_at(row)

    def state(self, ticket: Ticket) -> State:
        """What follows from a ticket's events."""
        return fold(ticket)

    def do(self, ticket: Ticket, done: Iterable[acts.Act]) -> Ticket:
        """Add acts to a ticket and save it.

        Raises:
            InputError: when an act makes no sense as the ticket stands.
            Collided: when another saved it meanwhile; `merge` goes on from there.
        """
        mine, changed = tuple(done), ticket
        for act in mine:
            check(fold(changed), act)
            changed = changed.with_events([self._desk.event(act)])
        try:
            return self._desk.save(changed)
        except Conflict as conflict:
            raise Collided(_collision(ticket, mine, conflict.current)) from conflict

    def respond(self, ticket: Ticket, way: str, result: str) -> Ticket:
        """The customer had a reply."""
        return self.do(ticket, [acts.Responded(way.strip(), result.strip())])

    def progress(self, ticket: Ticket, text: str) -> Ticket:
        """A step towards the solution was taken, and the customer told."""
        return self.do(ticket, [acts.Progressed(text.strip())])

    def transfer(self, ticket: Ticket, to: str, why: str) -> Ticket:
        """Somebody else takes over."""
        team = self._desk.rules.person(to).team
        return self.do(ticket, [acts.Transferred(to.strip(), why.strip(), team)])

    def resolve(self, ticket: Ticket, solution: str, confirmed: bool) -> Ticket:
        """The problem is solved, and perhaps the customer has said so."""
        done: list[acts.Act] = [acts.Resolved(solution.strip())]
        if confirmed:
            done.append(acts.ConfirmedByCustomer())
        return self.do(ticket, done)

    def reopen(self, ticket: Ticket, why: str) -> Ticket:
        """The problem is back: a new round with its own clocks."""
        return self.do(ticket, [acts.Reopened(why.strip())])

    def note(self, ticket: Ticket, text: str) -> Ticket:
        """Add a remark."""
        return self.do(ticket, [acts.Noted(text.strip())])

    def correct(self, ticket: Ticket, values: Mapping[str, str]) -> Ticket:
        """Correct fields of the header; those that stay as they are cost nothing."""
        header = fold(ticket).header
        changes = [
            acts.Corrected(name, field_text(header, name), value.strip())
            for name, value in values.items()
            if field_text(header, name) != value.strip()
        ]
        return self.do(ticket, changes) if changes else ticket

    def merge(self, collision: Collision, keep_mine: Iterable[str]) -> Ticket:
        """Save my acts on top of theirs; of the fields that clash, only those in `keep_mine`.

        Nothing of theirs is lost: a value of mine that replaces theirs names it as the old one.
        """
        kept = set(keep_mine)
        clashing = {act.field for act in collision.clashes}
        header = fold(collision.current).header
        done: list[acts.Act] = []
        for act in collision.mine:
            if isinstance(act, acts.Corrected) and act.field in clashing:
                if act.field not in kept:
                    continue
                act = acts.Corrected(act.field, field_text(header, act.field), act.new, act.why)
            done.append(act)
        return self.do(collision.current, done) if done else collision.current


def _collision(base: Ticket, mine: tuple[acts.Act, ...], current: Ticket) -> Collision:
    theirs = current.events[len(base.events) :]
    return Collision(current, theirs, mine, clashes(fold(current), mine))
