"""The record: a ticket is a header and an ordered list of events."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from cstui.domain.acts import Act, Undone, kind_of


class Source(StrEnum):
    """How an event came to be known."""

    MEASURED = "measured"
    """A key was pressed at that moment."""
    TYPED = "typed"
    """Somebody wrote the time down."""
    IMPORTED = "imported"
    """A sheet says so."""
    CORRECTED = "corrected"
    """It replaces a value that was wrong."""


class Event(Struct, frozen=True):
    """One thing that happened to a ticket."""

    at: datetime
    """When, to the second, with its offset."""
    by: str
    """Login of who did it."""
    act: Act
    """What happened."""
    source: Source = Source.MEASURED

    @property
    def kind(self) -> str:
        """The name of what happened."""
        return kind_of(self.act)


class Customer(Struct, frozen=True):
    """Who asks. Full values; whatever shows them masks them first."""

    name: str = ""
    phone: str = ""
    number: str = ""
    """Customer, member or contact number."""
    order: str = ""
    """The order that it is about."""
    kind: str = ""
    """As individual or company, new or long-standing."""


class Problem(Struct, frozen=True):
    """What is wrong, in the four parts of the hotline form, or as one text."""

    text: str = ""
    when: str = ""
    where: str = ""
    what: str = ""
    outcome: str = ""

    @property
    def summary(self) -> str:
        """All that was written, as one line."""
        parts = (self.text, self.when, self.where, self.what, self.outcome)
        return " ".join(" ".join(parts).split())


class Header(Struct, frozen=True):
    """What a ticket is about, as it was first written; corrections are events."""

    form: str
    """`hotline`, `response`, `after_sales`, `satisfaction`."""
    number: str = ""
    """Given by the store at the first save, unless a sheet brought one."""
    channel: str = ""
    category: tuple[str, str] = ("", "")
    """Type and, below it, subtype."""
    priority: str = ""
    customer: Customer = field(default_factory=Customer)
    subject: str = ""
    problem: Problem = field(default_factory=Problem)
    request: str = ""
    """What the customer asks for."""
    tags: tuple[str, ...] = ()
    policy: str = ""
    """Name and effective date of the limits that apply, as `after_sales@2026-01-01`."""
    calendar: str = ""
    """Name and version of the calendar that applies."""
    origin: str = ""
    """What it came from: a row of a sheet, or a draft; one ticket at most has the same."""


class Ticket(Struct, frozen=True):
    """A header and its events; everything else is derived from them."""

    header: Header
    events: tuple[Event, ...] = ()
    id: int = 0
    """Row in the store; 0 until saved."""
    revision: int = 0
    """Counts the saves; a save names the one that it started from."""

    @property
    def number(self) -> str:
        """The number by which people name the ticket."""
        return self.header.number

    def with_events(self, events: Iterable[Event]) -> "Ticket":
        """The ticket after more has happened."""
        return replace(self, events=self.events + tuple(events))

    def before(self, at: datetime) -> "Ticket":
        """The ticket as it was known then: without what happened at that moment or later."""
        kept = [place for place, event in enumerate(self.events) if event.at < at]
        places = {old: new for new, old in enumerate(kept)}
        events = []
        for place in kept:
            event = self.events[place]
            if isinstance(event.act, Undone):
                # a place that is taken back stands among fewer events
                undone = Undone(places.get(event.act.position, -1))
                event = replace(event, act=undone)
            events.append(event)
        return replace(self, events=tuple(events))
