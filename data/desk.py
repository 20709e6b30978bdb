"""The store of a service desk: tickets with all that is derived from them, and settings."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from time import time

from tinydb import Query

from cstui.domain.errors import Conflict, NotFound, StoreError
from cstui.domain.facts import FactTable
from cstui.domain.ticket import Ticket
from cstui.ports import Changes, Derived, Entry, Finding, Page, Setting, View
from data import health, rebuilding
from data.documents import TicketDocument, from_document
from data.engine import creation
from data.engine.backup import backup, restore
from data.engine.database import RowDb
from data.engine.export import export_tinydb
from data.engine.layout import Stored
from data.numbering import numbered
from data.schema import MIGRATIONS, SETTINGS, TICKETS, settings_table, tickets_table
from data.views import Views

_FEED_KEPT = timedelta(days=7)
"""How long the feed tells of a change: no session looks away longer."""


def create_store(path: Path, *, shared: bool = False) -> "DeskStore":
    """Create a store, for oneself or to be shared by the folder's group, and open it."""
    mode = creation.SHARED if shared else creation.PERSONAL
    creation.create(path, migrations=MIGRATIONS, mode=mode)
    return open_store(path)


def open_store(path: Path, by: str = "") -> "DeskStore":
    """Open a store that is there already, to save under somebody's login."""
    return DeskStore(RowDb(path, migrations=MIGRATIONS, actor=by))


def restore_store(source: Path, path: Path) -> Path | None:
    """Put a backup in a store's place; what stood there before is kept, and told where."""
    return restore(source, path, migrations=MIGRATIONS)


class DeskStore:
    """Implements `cstui.ports.Store` on TinyDB tables."""

    def __init__(self, db: RowDb) -> None:
        self._db = db
        self._tickets = tickets_table(db)
        self._settings = settings_table(db)
        self._views = Views(db, self._tickets)

    # -- saving

    def add(self, entries: Sequence[Entry]) -> list[Ticket]:
        """Save new tickets in one transaction, and number those that have no number.

        Tickets whose origin is here already are passed over; only those added are returned.
        """
        with self._db.transaction():
            new = self._new(entries)
            tickets = numbered(self._db, new, self.known_numbers)
            documents = [
                TicketDocument.of(ticket, entry.derived)
                for ticket, entry in zip(tickets, new, strict=True)
            ]
            rows = self._tickets.insert_multiple(documents)
        return [
            replace(ticket, id=row, revision=1) for ticket, row in zip(tickets, rows, strict=True)
        ]

    def save(self, ticket: Ticket, derived: Derived) -> Ticket:
        """Save a changed ticket; `Conflict` (with the current ticket) if another was faster."""
        document = TicketDocument.of(ticket, derived)
        try:
            revision = self._tickets.save(ticket.id, document, ticket.revision)
        except Conflict as conflict:
            if conflict.current is None:
                raise NotFound("no_ticket", number=ticket.number) from conflict
            raise Conflict(_ticket(conflict.current), number=ticket.number) from conflict
        return replace(ticket, revision=revision)

    def outdated(self) -> bool:
        """Whether what is derived from the tickets has to be derived anew."""
        return rebuilding.is_outdated(self._db)

    def rebuild(
        self,
        derive: Callable[[Ticket], Derived],
        on_progress: Callable[[int], None] | None = None,
    ) -> int:
        """Derive anew what is outdated, from where it was broken off; how many tickets."""

        def anew(stored: Stored) -> TicketDocument:
            ticket = _ticket(stored)
            return TicketDocument.of(ticket, derive(ticket))

        return rebuilding.rebuild(self._db, self._tickets, anew, on_progress)

    # -- reading

    def ticket(self, number: str) -> Ticket:
        """The ticket with that number; `NotFound` if there is none."""
        return self._named("number", number)

    def ticket_of(self, origin: str) -> Ticket:
        """The ticket of that origin; `NotFound` if there is none."""
        return self._named("origin", origin)

    def ticket_at(self, row: int) -> Ticket:
        """The ticket in that row; `NotFound` if there is none."""
        found = self._tickets.read(row)
        if found is None:
            raise NotFound("no_ticket", number=row)
        return _ticket(found)

    def known_numbers(self, numbers: Sequence[str]) -> frozenset[str]:
        """Those of the numbers that are taken."""
        return self._known("number", numbers)

    def known_origins(self, origins: Sequence[str]) -> frozenset[str]:
        """Those of the origins whose tickets are here already."""
        return self._known("origin", origins)

    def page(self, view: View, first: int, count: int) -> Page:
        """Up to `count` tickets of a view from place `first` on."""
        return self._views.page(view, first, count)

    def place(self, view: View, row: int) -> int | None:
        """The place of a ticket's row in a view, from 0; None if the view has it not."""
        return self._views.place(view, row)

    def count(self) -> int:
        """How many tickets there are."""
        return len(self._tickets)

    def tickets(self, batch: int = 500) -> Iterator[list[Ticket]]:
        """All tickets in the order in which they were added, in batches."""
        stored = self._tickets.walk()
        while found := list(islice(stored, batch)):
            yield [_ticket(one) for one in found]

    # -- figures and news

    def facts(self) -> FactTable:
        """The facts of all tickets."""
        with self._db.connection.snapshot():
            # a newer program packs them in another way
            self._db.connection.require_same_store()
            position = self._db.feed.position()
            return FactTable(self._tickets.facts.joined(), tuple(self._db.words.all()), position)

    def position(self) -> int:
        """Where the change feed stands now."""
        return self._db.feed.position()

    def changes(self, since: int) -> Changes:
        """What happened since a position; costs next to nothing when nothing did."""
        found = self._db.feed.changes_since(since)
        return Changes(
            found.position,
            frozenset(one.doc_id for one in found.changes if one.table == TICKETS),
            everything=not found.complete,
            settings=any(one.table == SETTINGS for one in found.changes),
        )

    # -- settings

    def settings(self) -> list[Setting]:
        """All settings ever made, oldest first."""
        return [
            Setting(**{**one, "at": datetime.fromisoformat(one["at"])}) for one in self._settings
        ]

    def set(self, settings: Sequence[Setting]) -> None:
        """Add settings, all or none."""
        self._settings.insert_multiple(
            {
                "key": one.key, "value": one.value, "effective": one.effective,
                "by": one.by, "at": one.at.isoformat(),
            }
            for one in settings
        )  # fmt: skip

    # -- care

    def backup(self, out: Path) -> None:
        """Write a checked copy of the store, and let the feed forget what is long past."""
        backup(self._db, out)
        # the copy is made, whether or not the store can be tidied
        with suppress(StoreError):
            self._db.feed.prune(int(time() - _FEED_KEPT.total_seconds()))

    def export_tinydb(self, out: Path) -> int:
        """Write everything as one file that stock TinyDB opens; how many tickets."""
        return export_tinydb(self._db, out)[TICKETS]

    def check(self, deep: bool = False) -> list[Finding]:
        """Look the store over; `deep` also reads every record."""
        return health.findings(self._db, deep)

    def close(self) -> None:
        """Let go of the store."""
        self._db.close()

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

    def _named(self, field: str, value: str) -> Ticket:
        found = self._tickets.page(Query().header[field] == value, limit=1)
        if not found:
            raise NotFound("no_ticket", number=value)
        return _ticket(found[0])

    def _known(self, field: str, values: Sequence[str]) -> frozenset[str]:
        if not values:
            return frozenset()
        wanted = Query().header[field].one_of(list(values))
        found = self._tickets.page(wanted, limit=-1, part=f"header.{field}")
        return frozenset(one.document for one in found)


def _ticket(stored: Stored) -> Ticket:
    return from_document(stored.document, stored.doc_id, stored.revision)
