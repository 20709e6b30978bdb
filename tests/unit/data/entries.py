"""New tickets on their way into a store."""

from datetime import datetime, timedelta, timezone

from msgspec.structs import replace

from cstui.domain.acts import Quoted, Submitted
from cstui.domain.listing import Listing
from cstui.domain.ticket import Event, Header, Ticket
from cstui.domain.traces import Traces
from cstui.ports import Derived, Entry

DAY = datetime(2023, 10, 1, 14, 30, tzinfo=timezone(timedelta(hours=8)))


def entry(number: str = "", origin: str = "", **listing: object) -> Entry:
    """A new ticket with this line in lists."""
    header = Header("hotline", number=number, origin=origin)
    ticket = Ticket(header, (Event(DAY, "li", Submitted()),))
    return Entry(ticket, derived(**listing), "20231001")


def called(traces: Traces) -> Entry:
    """A new ticket of a customer who left these traces."""
    new = entry()
    return replace(new, derived=replace(new.derived, traces=traces))


def quoting(*titles: str) -> Entry:
    """A new ticket that quotes articles."""
    new = entry()
    quotes = [Event(DAY, "li", Quoted(title)) for title in titles]
    derived = replace(new.derived, quoted=titles)
    return replace(new, ticket=new.ticket.with_events(quotes), derived=derived)


def derived(**listing: object) -> Derived:
    """What is written beside a ticket: an open one, unless it says otherwise."""
    told: dict[str, object] = {"open": True, **listing}
    return Derived(Listing(**told), ())  # type: ignore[arg-type]  # a test names any field
