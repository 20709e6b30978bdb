"""The store of a service desk: tickets with all that is derived from them, and settings."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import cast

from tinydb import Query
from tinydb.queries import QueryLike

from cstui.domain.errors import Conflict, InputError, NotFound
from cstui.domain.facts import FactTable
from cstui.domain.ticket import Ticket
from cstui.ports import Changes, Derived, Entry, Finding, Page, Setting, View
from data import health
from data.documents import TicketDocument, from_document, listing_of
from data.engine import creation
from data.engine.backup import backup, restore
from data.engine.database import RowDb
from data.engine.export import export_tinydb
from data.engine.layout import Stored
from data.schema import (
    BY_DUE,
    MIGRATIONS,
    OPEN,
    SETTINGS,
    TICKETS,
    settings_table,
    tickets_table,
)

_MOST_DIGITS = 6
"""No desk has a million tickets a day; longer numbers only look like one of a series."""


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

    # -- saving

    def add(self, entries: Sequence[Entry]) -> list[Ticket]:
        """Save new tickets in one transaction, and number those that have no number."""
        if not entries:
            return []
        with self._db.transaction():
            tickets = self._numbered(entries)
            documents = [
                TicketDocument.of(ticket, entry.derived)
                for ticket, entry in zip(tickets, entries, strict=True)
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

    def rebuild(self, derive: Callable[[Ticket], Derived]) -> int:
        """Write all that is derived from the tickets anew; how many tickets."""
        count = 0
        for batch in self.tickets():
            with self._db.transaction():
                for ticket in batch:
                    current = self.ticket_at(ticket.id)
                    self.save(current, derive(current))
            count += len(batch)
        return count

    # -- reading

    def ticket(self, number: str) -> Ticket:
        """The ticket with that number; `NotFound` if there is none."""
        found = self._tickets.page(Query().header.number == number, limit=1)
        if not found:
            raise NotFound("no_ticket", number=number)
        return _ticket(found[0])

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
        wanted = _condition(view)
        found = self._tickets.page(wanted, order=BY_DUE, limit=count, offset=first, part="listing")
        listings = tuple(listing_of(one.document, one.doc_id, one.revision) for one in found)
        return Page(first, listings, self._count(wanted))

    def place(self, view: View, row: int) -> int | None:
        """The place of a ticket's row in a view, from 0; None if the view has it not."""
        found = self._tickets.read(row)
        wanted = _condition(view)
        if found is None or not (wanted is None or wanted(found.document)):
            return None
        order = found.document["order"]
        before, same = Query().order < order, Query().order == order
        if wanted is not None:
            before, same = wanted & before, wanted & same
        ties = self._tickets.page(same, order=BY_DUE, limit=-1, part="order")
        return self._count(before) + [one.doc_id for one in ties].index(row)

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
        """Write a checked copy of the store."""
        backup(self._db, out)

    def export_tinydb(self, out: Path) -> int:
        """Write everything as one file that stock TinyDB opens; how many tickets."""
        export_tinydb(self._db, out)
        return self.count()

    def check(self, deep: bool = False) -> list[Finding]:
        """Look the store over; `deep` also reads every record."""
        return health.findings(self._db, deep)

    def close(self) -> None:
        """Let go of the store."""
        self._db.close()

    # -- helpers

    def _numbered(self, entries: Sequence[Entry]) -> list[Ticket]:
        """The tickets with a number each; inside the transaction that saves them."""
        self._take_in([entry for entry in entries if entry.ticket.number])
        waiting: dict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(entries):
            if not entry.ticket.number:
                waiting[entry.series].append(place)
        tickets = [entry.ticket for entry in entries]
        for series, places in waiting.items():
            first = self._db.next_in_series(series, len(places))
            for serial, place in enumerate(places, first):
                header = replace(tickets[place].header, number=f"{series}{serial:03d}")
                tickets[place] = replace(tickets[place], header=header)
        return tickets

    def _take_in(self, brought: Sequence[Entry]) -> None:
        """Numbers that tickets bring must be free, and are not given again by their series."""
        numbers = Counter(entry.ticket.number for entry in brought)
        twice = {number for number, count in numbers.items() if count > 1}
        if taken := twice | self.known_numbers(list(numbers)):
            raise InputError("number_taken", number=min(taken))
        for entry in brought:
            if serial := _serial(entry.series, entry.ticket.number):
                self._db.reserve_in_series(entry.series, serial)

    def _known(self, field: str, values: Sequence[str]) -> frozenset[str]:
        if not values:
            return frozenset()
        wanted = Query().header[field].one_of(list(values))
        found = self._tickets.page(wanted, limit=-1, part=f"header.{field}")
        return frozenset(one.document for one in found)

    def _count(self, wanted: QueryLike | None) -> int:
        return len(self._tickets) if wanted is None else self._tickets.count(wanted)


def _ticket(stored: Stored) -> Ticket:
    return from_document(stored.document, stored.doc_id, stored.revision)


def _serial(series: str, number: str) -> int:
    """The place of a number in its daily series; 0 where the series would never give it."""
    digits = number.removeprefix(series)
    if (
        digits == number
        or not (digits.isascii() and digits.isdigit())
        or len(digits) > _MOST_DIGITS
    ):
        return 0
    serial = int(digits)
    return serial if f"{serial:03d}" == digits else 0


def _condition(view: View) -> QueryLike | None:
    owned = None if view.owner is None else Query().listing.owner == view.owner
    if not view.open_only:
        return owned
    return OPEN if owned is None else cast(QueryLike, OPEN & owned)
