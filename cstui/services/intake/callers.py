"""Who is calling: found by what they leave on every ticket, with all that they called about."""

import re
import unicodedata
from datetime import datetime, timedelta

from msgspec import Struct

from cstui.domain import acts
from cstui.domain.fold import fold
from cstui.domain.header import category_of
from cstui.domain.state import Status
from cstui.domain.ticket import Customer, Ticket
from cstui.domain.traces import digits_of, traces_of
from cstui.services.desk import Desk

MOST_FOUND = 8
"""As many as a list under a field shows."""
_MOST_REMEMBERED = 20
_PHONE = re.compile(r"\+?[\d\s()-]+")
_FEWEST_PHONE_DIGITS = 7
_SUBJECT_LETTERS = 80


class KnownCaller(Struct, frozen=True):
    """A customer who called before."""

    customer: Customer
    """As their newest ticket has them."""
    number: str
    """That ticket's number."""
    opened: datetime | None
    """When they called then."""
    open: bool
    """Whether work is left on it."""


class PastTicket(Struct, frozen=True):
    """What a caller called about before."""

    number: str
    row: int
    opened: datetime | None
    status: Status
    category: tuple[str, str]
    subject: str
    owner: str
    """Login of whoever holds it."""
    promise: acts.Promised | None = None
    """What the customer is still promised."""
    rating: acts.Rated | None = None


class History(Struct, frozen=True):
    """A caller's last tickets: open ones first, then the newest first."""

    tickets: tuple[PastTicket, ...] = ()

    @property
    def to_continue(self) -> PastTicket | None:
        """The newest ticket on which work is left."""
        return next((past for past in self.tickets if past.status.is_open), None)

    @property
    def rating(self) -> acts.Rated | None:
        """How content the customer was the last time that they said so."""
        rated = (past for past in sorted(self.tickets, key=_age) if past.rating)
        return next((past.rating for past in rated), None)

    def repeated(self, category: str, now: datetime, days: int) -> PastTicket | None:
        """The newest ticket about the same type within so many days.

        Args:
            category: type, or `type/subtype`, as it stands in the form.
            now: this moment.
            days: how far to look back.
        """
        wanted = category_of(category)
        if not wanted[0]:
            return None
        since = now - timedelta(days=days)
        alike = [past for past in self.tickets if _about(past, wanted)]
        recent = [past for past in alike if past.opened and past.opened >= since]
        return min(recent, key=_age, default=None)


class CallerBook:
    """Finds callers and what they called about; touches the store."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def found(self, text: str) -> list[KnownCaller]:
        """Whom a text may mean, best matches first.

        Args:
            text: a telephone number or its end, an order or member number, a name or its initials.
        """
        sought = text.strip()
        if not sought:
            return []
        return [_known(ticket) for ticket in self._desk.store.callers.found(sought, MOST_FOUND)]

    def history(self, customer: Customer) -> History:
        """What a customer called about; nothing where neither phone nor number is known.

        In place of a ticket that was closed as a duplicate stands the one in which its work goes
        on, whoever asked for that.
        """
        traces = traces_of(customer)
        if not traces.identified:
            return History()
        tickets = self._desk.store.callers.history(traces, _MOST_REMEMBERED)
        going_on = {ticket.id: ticket for ticket in map(self._going_on, tickets)}
        past = [_past(ticket) for ticket in going_on.values()]
        past.sort(key=lambda each: (not each.status.is_open, _age(each)))
        return History(tuple(past))

    def _going_on(self, ticket: Ticket) -> Ticket:
        number = fold(ticket).duplicate_of
        return self._desk.store.ticket(number) if number else ticket


def placed(text: str) -> dict[str, str]:
    """Where something belongs that was typed for a caller whom nobody knows yet.

    Seven digits and more are a telephone number, other texts with a digit an order's, the rest a
    name.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return {}
    if _PHONE.fullmatch(plain) and len(digits_of(plain)) >= _FEWEST_PHONE_DIGITS:
        return {"customer.phone": plain}
    if any(letter.isdigit() for letter in plain):
        return {"customer.order": plain}
    return {"customer.name": plain}


def _known(ticket: Ticket) -> KnownCaller:
    state = fold(ticket)
    return KnownCaller(state.header.customer, ticket.number, state.opened, state.status.is_open)


def _past(ticket: Ticket) -> PastTicket:
    state = fold(ticket)
    header = state.header
    return PastTicket(
        ticket.number,
        ticket.id,
        state.opened,
        state.status,
        header.category,
        header.subject or header.problem.summary[:_SUBJECT_LETTERS],
        state.owner,
        state.promise,
        state.rating,
    )


def _about(past: PastTicket, wanted: tuple[str, str]) -> bool:
    """The same type, and the same subtype where both have one."""
    top, below = past.category
    return top == wanted[0] and (not below or not wanted[1] or below == wanted[1])


def _age(past: PastTicket) -> float:
    """Sorts the newest first; those that began nobody knows when come last."""
    return -past.opened.timestamp() if past.opened else 0.0
