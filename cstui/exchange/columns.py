"""What an exported row says of a ticket, column by column."""

from collections.abc import Callable, Mapping
from datetime import datetime

from msgspec import Struct, field

from cstui.clock.instants import localized
from cstui.domain import acts
from cstui.domain.fold import standing
from cstui.domain.header import field_text
from cstui.domain.masking import masked
from cstui.domain.state import State
from cstui.domain.ticket import Customer, Event, Ticket
from cstui.i18n import Translator

Cell = str | int | datetime | None
"""A text, a number, an instant on the site's clocks, or nothing.

One of a fixed set of words, as a status, is the member of its enumeration: a sheet for people shows
it in their language, one for programs as it is."""

BETWEEN_NOTES = "；"


class EventKind(str):
    """The name of a kind of event, which is put into the reader's language likewise."""

    __slots__ = ()


class Told(Struct, frozen=True):
    """A ticket on its way into a sheet."""

    ticket: Ticket
    state: State
    zone: str
    """The site's zone."""
    translate: Translator
    full: bool
    """Whether names and telephone numbers are written out."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Names of people by login, which forms print."""

    @property
    def customer(self) -> Customer:
        """The customer, as whoever reads the sheet may see them."""
        customer = self.state.header.customer
        return customer if self.full else masked(customer)

    def local(self, at: datetime | None) -> datetime | None:
        """An instant on the site's clocks."""
        return localized(at, self.zone) if at else None

    @property
    def holder(self) -> str:
        """Who holds the ticket, as forms print it: by name, else the team."""
        return self.person(self.state.owner) or self.state.team

    def person(self, login: str) -> str:
        """Somebody's name; the login where there is none."""
        return self.names.get(login, login)

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

    def events_of(self, kind: type[acts.Act]) -> list[Event]:
        """The standing events of a kind."""
        return [event for event in standing(self.ticket.events) if isinstance(event.act, kind)]

    @property
    def response(self) -> acts.Responded:
        """The first reply; an empty one where there is none."""
        for event in standing(self.ticket.events):
            if isinstance(event.act, acts.Responded):
                return event.act
        return acts.Responded()

    @property
    def late_reason(self) -> str:
        """Why the ticket was late."""
        reasons = (event.act for event in standing(self.ticket.events))
        return BETWEEN_NOTES.join(
            act.why for act in reasons if isinstance(act, acts.Explained) and act.what == "late"
        )

    @property
    def closing(self) -> str:
        """What was written when the ticket was closed."""
        closed = [event.act for event in self.events_of(acts.Closed)]
        return next((act.why for act in closed[-1:] if isinstance(act, acts.Closed)), "")

    @property
    def assigned(self) -> datetime | None:
        """When the ticket was first given to somebody."""
        given = (acts.Assigned, acts.Transferred)
        found = (event.at for event in standing(self.ticket.events) if isinstance(event.act, given))
        return next(found, None)

    @property
    def due(self) -> datetime | None:
        """By when it was to be done, where a limit was set for it alone."""
        pledges = self.state.pledges
        return next((pledge.until for pledge in pledges if not pledge.what), None)

    @property
    def measure(self) -> acts.MeasureSet | None:
        """What is done because the customer was not content."""
        return self.state.loop.measure if self.state.loop else None

    @property
    def score(self) -> int | None:
        """The overall score."""
        rating = self.state.rating
        return rating.scores.get(acts.OVERALL) if rating else None

    def seconds_until(self, at: datetime | None) -> int | None:
        """Seconds from the submission on; negative where a sheet had it so."""
        opened = self.state.opened
        return int((at - opened).total_seconds()) if at and opened else None


Write = Callable[[Told], Cell]
"""What a column's cell says of a ticket."""

COLUMNS: dict[str, Write] = {
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
