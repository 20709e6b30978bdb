"""Tickets as documents."""

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstui.domain.acts import KINDS, Act
from cstui.domain.errors import StoreTooNew
from cstui.domain.listing import Listing
from cstui.domain.ticket import Customer, Event, Header, Problem, Source, Ticket
from cstui.ports import Derived
from data.documents import TicketDocument, from_document, listing_of

TEXT = st.text(max_size=12)
OFFSETS = st.integers(-12 * 4, 14 * 4).map(
    lambda quarters: timezone(timedelta(minutes=15 * quarters))
)
MOMENTS = st.builds(
    lambda second, zone: datetime.fromtimestamp(second, UTC).astimezone(zone),
    st.integers(0, 4_000_000_000),
    OFFSETS,
)


def acts_of(kind: type[Act]) -> st.SearchStrategy[Act]:
    """Acts of one kind with any values in their fields."""
    hints = get_type_hints(kind)
    known = {datetime: MOMENTS, datetime | None: st.none() | MOMENTS, str: TEXT}
    wanted = [hints[name] for name in kind.__struct_fields__]
    return st.builds(kind, *(known[one] if one in known else st.from_type(one) for one in wanted))


EVENTS = st.builds(
    Event,
    at=MOMENTS,
    by=TEXT,
    act=st.one_of([acts_of(kind) for kind in KINDS.values()]),
    source=st.sampled_from(Source),
)
HEADERS = st.builds(
    Header,
    form=TEXT,
    number=TEXT,
    channel=TEXT,
    category=st.tuples(TEXT, TEXT),
    priority=TEXT,
    customer=st.builds(Customer, TEXT, TEXT, TEXT, TEXT, TEXT),
    subject=TEXT,
    problem=st.builds(Problem, TEXT, TEXT, TEXT, TEXT, TEXT),
    request=TEXT,
    tags=st.lists(TEXT, max_size=3).map(tuple),
    policy=TEXT,
    calendar=TEXT,
    origin=TEXT,
)


@given(HEADERS, st.lists(EVENTS, max_size=5))
def test_a_ticket_comes_back_as_it_was_written(header: Header, events: list[Event]) -> None:
    """Every field of the header and of every kind of event survives JSON."""
    ticket = Ticket(header, tuple(events), id=7, revision=3)
    document = TicketDocument.of(ticket, Derived(Listing(), ()))
    assert from_document(json.loads(json.dumps(document)), 7, 3) == ticket


def test_a_listing_comes_back_as_it_was_written() -> None:
    """What a list shows is read without the rest of the ticket."""
    listing = Listing(number="20231001005", open=True, due=1_700_000_000, customer="李雷")
    document = TicketDocument.of(
        Ticket(Header("hotline", number=listing.number)), Derived(listing, ())
    )
    assert listing_of(document["listing"], 0, 0) == listing


def test_what_has_no_due_time_comes_last() -> None:
    """Lists are ordered by due time; a ticket without one stands behind all others."""
    late = TicketDocument.of(Ticket(Header("hotline")), Derived(Listing(due=4_000_000_000), ()))
    never = TicketDocument.of(Ticket(Header("hotline")), Derived(Listing(due=None), ()))
    assert never["order"] > late["order"]


def test_a_newer_form_of_document_is_refused() -> None:
    """A record that a newer program wrote is not half understood."""
    document = {"schema": 99, "header": {"form": "hotline"}, "events": []}
    with pytest.raises(StoreTooNew):
        from_document(document, 1, 1)
