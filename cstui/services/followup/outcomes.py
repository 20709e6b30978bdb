"""Outcomes: solved, confirmed, reopened, a duplicate of another, and the cause of it all."""

from collections.abc import Iterable

from cstui.domain import acts
from cstui.domain.errors import Conflict, InputError
from cstui.domain.fold import fold
from cstui.domain.rules import check
from cstui.domain.ticket import Ticket
from cstui.domain.traces import traces_of
from cstui.services.followup.acting import Acting

_MOST = 20
"""So many of a customer's tickets are looked through."""


class Outcomes(Acting):
    """What ends a round, or begins another."""

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

    def cause(self, ticket: Ticket, cause: str, measure: str, whys: Iterable[str]) -> Ticket:
        """The root cause was found, perhaps by asking why again and again."""
        chain = tuple(why.strip() for why in whys if why.strip())
        return self.do(ticket, [acts.Caused(cause.strip(), measure.strip(), chain)])

    def others_of(self, ticket: Ticket) -> list[Ticket]:
        """The customer's other tickets on which work is left, newest first."""
        traces = traces_of(fold(ticket).header.customer)
        known = self._desk.store.callers.history(traces, _MOST) if traces.identified else []
        return [
            each for each in known if each.number != ticket.number and fold(each).status.is_open
        ]

    def close_as_duplicate(self, ticket: Ticket, number: str) -> Ticket:
        """Close a ticket because the work on the same goes on in another, which tells so too.

        The other one tells first, so that no ticket is ever closed without a way back to it; where
        that one is a duplicate itself, the one is meant in which its work goes on.

        Raises:
            NotFound: `no_ticket`.
            InputError: `duplicate_of_itself`.
            Collided: when another saved the ticket meanwhile.
        """
        other = self._last(number.strip(), ticket.number)
        closing = acts.ClosedAsDuplicate(other.number)
        check(fold(ticket), closing)
        self._tell(other, ticket.number)
        return self.do(ticket, [closing])

    def _last(self, number: str, mine: str) -> Ticket:
        """The ticket of that number, or the one to which the trail of duplicates leads."""
        met: set[str] = set()
        while True:
            if number in (mine, *met):
                raise InputError("duplicate_of_itself", number=number)
            met.add(number)
            other = self._desk.store.ticket(number)
            number = fold(other).duplicate_of
            if not number:
                return other

    def _tell(self, other: Ticket, number: str) -> None:
        """Adds to the other ticket that it has a duplicate, whoever saves it at the same time."""
        while number not in fold(other).duplicates:
            told = other.with_events([self._desk.event(acts.HasDuplicate(number))])
            try:
                self._desk.save(told)
            except Conflict as conflict:
                other = conflict.current
            else:
                return
