"""What an exported row says of a ticket, column by column."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from cstui.clock.instants import localized
from cstui.domain import acts
from cstui.domain.fold import standing
from cstui.domain.header import field_text
from cstui.domain.masking import masked
from cstui.domain.state import State
from cstui.domain.ticket import Customer, Ticket
from cstui.i18n import Translator

Cell = str | int | datetime | None
"""A text, a number, an instant on the site's clocks, or nothing.

One of a fixed set of words, as a status, is the member of its enumeration: a sheet for people shows
it in their language, one for programs as it is."""

BETWEEN_NOTES = "；"


@dataclass(frozen=True, slots=True)
class Told:
    """A ticket on its way into a sheet."""

    ticket: Ticket
    state: State
    zone: str
    """The site's zone."""
    translate: Translator
    full: bool
    """Whether names and telephone numbers are written out."""

    @property
    def customer(self) -> Customer:
        """The customer, as whoever reads the sheet may see them."""
        customer = self.state.header.customer
        return customer if self.full else masked(customer)

    def local(self, at: datetime | None) -> datetime | None:
        """An instant on the site's clocks."""
        return localized(at, self.zone) if at else None

    @property
    def closed(self) -> datetime | None:
        """When the ticket was closed; None where its work went on."""
        at = None
        for event in standing(self.ticket.events):
            match event.act:
                case acts.Closed():
                    at = event.at
                case acts.Reopened() | acts.Waiting() | acts.Resumed():
                    at = None
        return self.local(at)

    @property
    def notes(self) -> str:
        """All remarks."""
        events = standing(self.ticket.events)
        return BETWEEN_NOTES.join(
            event.act.text for event in events if isinstance(event.act, acts.Noted)
        )

    @property
    def score(self) -> int | None:
        """The overall score."""
        rating = self.state.rating
        return rating.scores.get(acts.OVERALL) if rating else None

    def seconds_until(self, at: datetime | None) -> int | None:
        """Seconds from the submission on; negative where a sheet had it so."""
        opened = self.state.opened
        return int((at - opened).total_seconds()) if at and opened else None


COLUMNS: dict[str, Callable[[Told], Cell]] = {
    "number": lambda told: told.ticket.number,
    "form": lambda told: told.state.header.form,
    "status": lambda told: told.state.status,
    "channel": lambda told: told.state.header.channel,
    "type": lambda told: told.state.header.category[0],
    "subtype": lambda told: told.state.header.category[1],
    "priority": lambda told: told.state.header.priority,
    "customer_name": lambda told: told.customer.name,
    "phone": lambda told: told.customer.phone,
    "customer_id": lambda told: told.customer.number,
    "order": lambda told: told.customer.order,
    "customer_kind": lambda told: told.customer.kind,
    "subject": lambda told: told.state.header.subject,
    "problem": lambda told: told.state.header.problem.summary,
    "request": lambda told: told.state.header.request,
    "tags": lambda told: field_text(told.state.header, "tags"),
    "agent": lambda told: told.state.owner,
    "team": lambda told: told.state.team,
    "opened": lambda told: told.local(told.state.opened),
    "first_response": lambda told: told.local(told.state.rounds[0].responded),
    "resolved": lambda told: told.local(told.state.round.ended),
    "closed": lambda told: told.closed,
    "first_response_s": lambda told: told.seconds_until(told.state.rounds[0].responded),
    "resolution_s": lambda told: told.seconds_until(told.state.round.ended),
    "rounds": lambda told: len(told.state.rounds),
    "transfers": lambda told: told.state.transfers,
    "csat": lambda told: told.score,
    "csat_scale": lambda told: told.state.rating.scale if told.state.rating else "",
    "csat_by": lambda told: told.state.rating.provenance if told.state.rating else "",
    "words": lambda told: told.state.rating.words if told.state.rating else "",
    "solution": lambda told: told.state.solution,
    "cause": lambda told: told.state.cause,
    "measure": lambda told: told.state.measure,
    "note": lambda told: told.notes,
}
"""The columns of a sheet of any tickets, by name; phrases below `exchange.column.`."""
