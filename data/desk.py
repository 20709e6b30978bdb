"""The store of a service desk: tickets with all that is derived from them, and settings.

What a session that answers calls never does is imported by what does it: creating, backing up,
exporting, looking over.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from time import time

from cstui.domain.errors import StoreError
from cstui.domain.facts import FactTable
from cstui.domain.listing import Listing
from cstui.domain.ticket import Ticket
from cstui.ports import (
    Changes,
    Derived,
    Entry,
    Extent,
    Facts,
    Finding,
    Page,
    Setting,
    View,
    Viewer,
    Which,
)
from data import rebuilding
from data.articles import StoredArticles
from data.callers import StoredCallers
from data.engine.database import RowDb
from data.packing import packed, packed_moments
from data.presence import StoredPresence
from data.ringings import StoredRingings
from data.schema import (
    ARTICLES,
    MIGRATIONS,
    RINGINGS,
    SETTINGS,
    TICKETS,
    settings_table,
    tickets_table,
)
from data.tickets import StoredTickets
from data.views import Views

_FEED_KEPT = timedelta(days=7)
"""How long the feed tells of a change: no session looks away longer."""


def create_store(path: Path, *, shared: bool = False) -> "DeskStore":
    """Create a store, for oneself or to be shared by the folder's group, and open it."""
    from data.engine import creation

    mode = creation.SHARED if shared else creation.PERSONAL
    creation.create(path, migrations=MIGRATIONS, mode=mode)
    return open_store(path)


def open_store(path: Path, by: str = "") -> "DeskStore":
    """Open a store that is there already, to save under somebody's login."""
    return DeskStore(RowDb(path, migrations=MIGRATIONS, actor=by))


def restore_store(source: Path, path: Path) -> Path | None:
    """Put a backup in a store's place; what stood there before is kept, and told where."""
    from data.engine.backup import restore

    return restore(source, path, migrations=MIGRATIONS)


class DeskStore:
    """Implements `cstui.ports.Store` on TinyDB tables."""

    def __init__(self, db: RowDb) -> None:
        self._db = db
        self._table = tickets_table(db)
        self._settings = settings_table(db)
        self.articles = StoredArticles(db)
        """The knowledge base."""
        self._tickets = StoredTickets(db, self._table, self.articles)
        self._views = Views(db, self._table)
        self.callers = StoredCallers(db)
        """Finds callers."""
        self.ringings = StoredRingings(db)
        """Calls that come in."""
        self.presence = StoredPresence(db.connection.path)
        """Who looks at which ticket just now."""

    def hold_little(self) -> None:
        """Keep little of the file in memory: each of a machine's many sessions holds its own."""
        connection = self._db.connection
        connection.execute_outside(connection.dialect.hold_little)

    # -- saving

    def add(self, entries: Sequence[Entry]) -> list[Ticket]:
        """Save new tickets in one transaction, and number those that have no number.

        Tickets whose origin is here already are passed over; only those added are returned.
        """
        return self._tickets.add(entries)

    def save(self, ticket: Ticket, derived: Derived) -> Ticket:
        """Save a changed ticket; `Conflict` (with the current ticket) if another was faster."""
        return self._tickets.save(ticket, derived)

    def outdated(self) -> bool:
        """Whether what is derived from the tickets has to be derived anew."""
        return rebuilding.is_outdated(self._db)

    def rebuild(
        self,
        derive: Callable[[Ticket], Derived],
        on_progress: Callable[[int], None] | None = None,
    ) -> int:
        """Derive anew what is outdated, from where it was broken off; how many tickets."""
        return self._tickets.rebuild(derive, on_progress)

    # -- reading

    def ticket(self, number: str) -> Ticket:
        """The ticket with that number; `NotFound` if there is none."""
        return self._tickets.named("number", number)

    def ticket_of(self, origin: str) -> Ticket:
        """The ticket of that origin; `NotFound` if there is none."""
        return self._tickets.named("origin", origin)

    def ticket_at(self, row: int) -> Ticket:
        """The ticket in that row; `NotFound` if there is none."""
        return self._tickets.at(row)

    def known_numbers(self, numbers: Sequence[str]) -> frozenset[str]:
        """Those of the numbers that are taken."""
        return self._tickets.known_numbers(numbers)

    def known_origins(self, origins: Sequence[str]) -> frozenset[str]:
        """Those of the origins whose tickets are here already."""
        return self._tickets.known_origins(origins)

    def page(self, view: View, first: int, count: int) -> Page:
        """Up to `count` tickets of a view from place `first` on."""
        return self._views.page(view, first, count)

    def listings(self, rows: Sequence[int]) -> tuple[Listing, ...]:
        """The tickets in some rows, in that order; those that are gone are left out."""
        return self._views.listings(rows)

    def extent(self, view: View, row: int | None = None) -> Extent:
        """How many tickets a view has, and the place of a ticket's row in it, from 0.

        No place without a row, and for one that the view has not.
        """
        return self._views.extent(view, row)

    def tally(self, viewer: Viewer) -> Mapping[Which, int]:
        """How many tickets each view has for somebody."""
        return self._views.tally(viewer)

    def count(self) -> int:
        """How many tickets there are."""
        return len(self._table)

    def tickets(self, batch: int = 500) -> Iterator[list[Ticket]]:
        """All tickets in the order in which they were added, in batches."""
        return self._tickets.all(batch)

    # -- figures and news

    def facts(self, rows: Collection[int] | None = None) -> Facts:
        """The facts of all tickets or of those in some rows, in blocks; see `Store.facts`."""
        with self._db.connection.snapshot():
            # a newer program packs them in another way
            self._db.connection.require_same_store()
            position, words = self._db.feed.position(), tuple(self._db.words.all())
            packed = self._table.facts
            for rounds, moments in packed.joined() if rows is None else packed.some(rows):
                yield FactTable(rounds, moments, words, position)

    def laid_out(self, derived: Sequence[tuple[int, Derived]], words: tuple[str, ...]) -> FactTable:
        """The facts of tickets as if they were stored so; see `Store.laid_out`."""
        numbers = {word: number for number, word in enumerate(words)}

        def number_of(word: str) -> int:
            return numbers.setdefault(word, len(numbers))

        rounds = b"".join(packed(row, each.facts, number_of) for row, each in derived)
        moments = b"".join(packed_moments(row, each.moments, number_of) for row, each in derived)
        return FactTable(rounds, moments, tuple(numbers), self._db.feed.position())

    def position(self) -> int:
        """Where the change feed stands now."""
        return self._db.feed.position()

    def changes(self, since: int) -> Changes:
        """What happened since a position; costs next to nothing when nothing did."""
        found = self._db.feed.changes_since(since)
        if found.complete and not found.changes:
            return Changes(found.position)
        tables = {one.table for one in found.changes}
        return Changes(
            found.position,
            frozenset(one.doc_id for one in found.changes if one.table == TICKETS),
            everything=not found.complete,
            settings=SETTINGS in tables,
            articles=ARTICLES in tables,
            ringing=RINGINGS in tables,
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
        from data.engine.backup import backup

        backup(self._db, out)
        # the copy is made, whether or not the store can be tidied
        with suppress(StoreError):
            self._db.feed.prune(int(time() - _FEED_KEPT.total_seconds()))

    def export_tinydb(self, out: Path) -> int:
        """Write everything as one file that stock TinyDB opens; how many tickets."""
        from data.engine.export import export_tinydb

        return export_tinydb(self._db, out)[TICKETS]

    def check(self, deep: bool = False) -> list[Finding]:
        """Look the store over; `deep` also reads every record."""
        from data import health

        return health.findings(self._db, deep)

    def close(self) -> None:
        """Let go of the store."""
        self.presence.leave()
        self._db.close()
