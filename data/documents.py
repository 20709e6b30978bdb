"""Tickets as documents, and back: the only place where a record is serialised."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, get_type_hints

from msgspec import NODEFAULT
from msgspec.structs import FieldInfo, fields

from cstui.domain.acts import KINDS, kind_of
from cstui.domain.errors import StoreTooNew
from cstui.domain.facts import Moment, RoundFacts
from cstui.domain.listing import Listing
from cstui.domain.ticket import Customer, Event, Header, Problem, Source, Ticket
from cstui.domain.traces import compared
from cstui.ports import Derived
from data.engine.layout import Stored
from data.tracing import traces_document

SCHEMA = 1
"""Version of the document's form; a higher one is refused, never discarded."""

_NEVER_DUE = 2**40
"""Orders tickets without a due time behind all others."""

_REVISIT = "revisit"
"""The clock that runs from a solution until the customer was asked."""

Document = dict[str, Any]

_KNOWN_DEFAULTS: dict[type, tuple[tuple[str, object], ...]] = {}

_ALREADY_JSON = frozenset((str, int, bool, float))
"""Types of most parts; asked for first, because a save asks some hundred times."""


class TicketDocument(Document):
    """A ticket as a document: its header and events, and what is derived from them.

    Derived are the line that lists show and its place there, by what it and its customer are
    found, and which articles it quotes.
    """

    facts: tuple[RoundFacts, ...] = ()
    moments: tuple[Moment, ...] = ()
    """What is packed beside the document, in the same transaction."""

    @classmethod
    def of(cls, ticket: Ticket, derived: Derived) -> "TicketDocument":
        """The document of a ticket."""
        due = derived.listing.due
        document = cls(
            schema=SCHEMA,
            header=plain(ticket.header),
            events=[_event_document(event) for event in ticket.events],
            # the number is given after the listing was derived; row and revision are the store's
            listing={**_listing_document(derived.listing), "number": ticket.number},
            order=_NEVER_DUE if due is None else due,
            sought=f"{compared(ticket.number)} {derived.sought}",
        )
        if is_to_revisit(derived.listing):
            document["revisit"] = True
        if traces := traces_document(derived.traces):
            document["traces"] = traces
        if derived.quoted:
            document["quoted"] = list(derived.quoted)
        document.facts, document.moments = derived.facts, derived.moments
        return document


def ticket_of(stored: Stored) -> Ticket:
    """The ticket that the store holds."""
    return from_document(stored.document, stored.doc_id, stored.revision)


def from_document(document: Mapping[str, Any], row: int, revision: int) -> Ticket:
    """The ticket that a document holds.

    Raises:
        StoreTooNew: when a newer cstui wrote it.
    """
    if document["schema"] > SCHEMA:
        raise StoreTooNew("document_too_new", schema=document["schema"], known=SCHEMA)
    return Ticket(
        _header(document["header"]),
        tuple(_event(event) for event in document["events"]),
        id=row,
        revision=revision,
    )


def is_to_revisit(listing: Listing) -> bool:
    """Whether the problem is solved, and the customer is to be asked how content they are."""
    return not listing.open and listing.due_clock == _REVISIT


def listing_of(document: Mapping[str, Any], row: int, revision: int) -> Listing:
    """The line that a document's `listing` part holds."""
    return Listing(**document, id=row, revision=revision)


def _listing_document(listing: Listing) -> Document:
    # lists ask for those of nobody too, and an index knows nothing of what is left out
    held = {"owner": listing.owner, "team": listing.team}
    told = {**plain(listing), **held}
    for own in ("id", "revision"):
        told.pop(own, None)
    return told


def _event_document(event: Event) -> Document:
    act = event.act
    document: Document = {"at": event.at.isoformat(), "kind": kind_of(act), "by": event.by}
    if event.source is not Source.MEASURED:
        document["source"] = event.source.value
    # as `plain`, without a further dictionary for each of a ticket's many events
    for name, default in _defaults(type(act)):
        if (part := getattr(act, name)) != default:
            document[name] = part if type(part) in _ALREADY_JSON else _json(part)
    return document


def _event(document: Mapping[str, Any]) -> Event:
    parts = dict(document)
    at = datetime.fromisoformat(parts.pop("at"))
    kind = parts.pop("kind")
    by = parts.pop("by")
    source = Source(parts.pop("source", Source.MEASURED))
    readers = _readers(kind)
    return Event(
        at,
        by,
        KINDS[kind](**{name: readers[name](value) for name, value in parts.items()}),
        source,
    )


def _header(document: Mapping[str, Any]) -> Header:
    parts = dict(document)
    for name in ("category", "tags"):
        if name in parts:
            parts[name] = tuple(parts[name])
    return Header(
        customer=Customer(**parts.pop("customer", {})),
        problem=Problem(**parts.pop("problem", {})),
        **parts,
    )


def plain(value: object) -> Document:
    """A value's fields as JSON holds them; those at their default are left out."""
    return {
        name: part if type(part) in _ALREADY_JSON else _json(part)
        for name, default in _defaults(type(value))
        if (part := getattr(value, name)) != default
    }


def _json(part: object) -> object:
    match part:
        case datetime():
            return part.isoformat()
        case StrEnum():
            return part.value
        case tuple():
            return list(part)
        case Customer() | Problem():
            return plain(part)
        case Mapping():
            return dict(part)
        case _:
            return part


def _defaults(kind: type) -> tuple[tuple[str, object], ...]:
    known = _KNOWN_DEFAULTS.get(kind)
    if known is None:
        found = tuple((field.name, _default(field)) for field in fields(kind))
        known = _KNOWN_DEFAULTS[kind] = found
    return known


def _default(field: FieldInfo) -> object:
    return field.default if field.default_factory is NODEFAULT else field.default_factory()


@cache
def _readers(kind: str) -> dict[str, Callable[[Any], Any]]:
    """For each field of a kind of act: what makes its value of JSON's."""
    return {name: _reader(hint) for name, hint in get_type_hints(KINDS[kind]).items()}


def _reader(hint: object) -> Callable[[Any], Any]:
    if hint in (datetime, datetime | None):
        return datetime.fromisoformat
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    if hint == tuple[str, ...]:
        return tuple
    return lambda value: value
