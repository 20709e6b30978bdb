"""Tickets in the store: saved with all that is derived from them, and found by name."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from msgspec.structs import replace
from tinydb import Query

from cstui.domain.acts import Quoted
from cstui.domain.errors import Conflict, NotFound
from cstui.domain.ticket import Ticket
from cstui.ports import Derived, Entry
from data import rebuilding
from data.articles import StoredArticles
from data.documents import TicketDocument, ticket_of
from data.engine.database import RowDb
from data.engine.layout import Stored
from data.engine.table import RowTable
from data.numbering import numbered


class StoredTickets:
    """The tickets of `cstui.ports.Store`; the articles that they quote are counted with them."""

    def __init__(self, db: RowDb, table: RowTable, articles: StoredArticles) -> None:
        self._db = db
        self._tickets = table
        self._articles = articles

    def add(self, entries: Sequence[Entry]) -> list[Ticket]:
        """Save new tickets in one transaction; see `Store.add`."""
        with self._db.transaction():
            new = self._new(entries)
            tickets = numbered(self._db, new, self.known_numbers)
            documents = [
                TicketDocument.of(ticket, entry.derived)
                for ticket, entry in zip(tickets, new, strict=True)
            ]
            rows = self._tickets.append(documents)
            self._articles.count_quotes((), [title for one in new for title in one.derived.quoted])
        return [
            replace(ticket, id=row, revision=1) for ticket, row in zip(tickets, rows, strict=True)
        ]

    def save(self, ticket: Ticket, derived: Derived) -> Ticket:
        """Save a changed ticket; see `Store.save`."""
        document = TicketDocument.of(ticket, derived)
        try:
            with self._db.transaction():
                quoted = self._quoted(ticket)
                revision = self._tickets.save(ticket.id, document, ticket.revision)
                self._articles.count_quotes(quoted, derived.quoted)
        except Conflict as conflict:
            if conflict.current is None:
                raise NotFound("no_ticket", number=ticket.number) from conflict
            raise Conflict(ticket_of(conflict.current), number=ticket.number) from conflict
        return replace(ticket, revision=revision)

    def rebuild(
        self, derive: Callable[[Ticket], Derived], on_progress: Callable[[int], None] | None
    ) -> int:
        """Derive anew what is outdated; see `Store.rebuild`."""

        def anew(stored: Stored) -> TicketDocument:
            ticket = ticket_of(stored)
            return TicketDocument.of(ticket, derive(ticket))

        return rebuilding.rebuild(self._db, self._tickets, anew, on_progress)

    def named(self, field: str, value: str) -> Ticket:
        """The ticket with that number or origin; `NotFound` if there is none."""
        found = self._tickets.page(Query().header[field] == value, limit=1)
        if not found:
            raise NotFound("no_ticket", number=value)
        return ticket_of(found[0])

    def at(self, row: int) -> Ticket:
        """The ticket in that row; `NotFound` if there is none."""
        found = self._tickets.read(row)
        if found is None:
            raise NotFound("no_ticket", number=row)
        return ticket_of(found)

    def known_numbers(self, numbers: Sequence[str]) -> frozenset[str]:
        """Those of the numbers that are taken."""
        return self._known("number", numbers)

    def known_origins(self, origins: Sequence[str]) -> frozenset[str]:
        """Those of the origins whose tickets are here already."""
        return self._known("origin", origins)

    def all(self, batch: int) -> Iterator[list[Ticket]]:
        """All tickets in the order in which they were added, in batches."""
        stored = self._tickets.walk()
        while found := list(islice(stored, batch)):
            yield [ticket_of(one) for one in found]

    # -- helpers

    def _new(self, entries: Sequence[Entry]) -> list[Entry]:
        """Those whose origin is not here yet; a batch holds an origin once."""
        origins = [entry.ticket.header.origin for entry in entries]
        met = set(self.known_origins([origin for origin in origins if origin]))
        new = []
        for entry, origin in zip(entries, origins, strict=True):
            if origin not in met:
                new.append(entry)
            if origin:
                met.add(origin)
        return new

    def _quoted(self, ticket: Ticket) -> Sequence[str]:
        """The articles that the ticket quoted until now; looked up only if it ever quoted any."""
        if not any(isinstance(event.act, Quoted) for event in ticket.events):
            return ()
        before = self._tickets.read(ticket.id)
        quoted: Sequence[str] = before.document.get("quoted", ()) if before else ()
        return quoted

    def _known(self, field: str, values: Sequence[str]) -> frozenset[str]:
        if not values:
            return frozenset()
        wanted = Query().header[field].one_of(list(values))
        found = self._tickets.page(wanted, limit=-1, part=f"header.{field}")
        return frozenset(one.document for one in found)
