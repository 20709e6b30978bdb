"""The store's make-up: its tables, their indexes, and the migrations that led here."""

from collections.abc import Mapping
from typing import Any, Final

from tinydb import Query

from data.documents import TicketDocument
from data.engine.database import RowDb
from data.engine.facts import Packed
from data.engine.layout import By, Index
from data.engine.migrations import Migration
from data.engine.table import RowTable
from data.packing import packed, packed_moments
from data.rebuilding import outdate

TICKETS: Final = "tickets"
SETTINGS: Final = "settings"
ARTICLES: Final = "articles"
QUOTES: Final = "quotes"
"""How often an article is quoted, under the article's row."""
MISSED: Final = "missed_searches"
RINGINGS: Final = "ringings"

OPEN: Final = Query().listing.open == True  # noqa: E712  # a query, not a test
"""Tickets on which work is left."""
TO_REVISIT: Final = Query().revisit == True  # noqa: E712
"""Solved tickets whose customer has not been asked yet how content they are."""
BY_DUE: Final = By("order")
"""Soonest due first; those without a due time last."""

_SHOWN: Final = (
    BY_DUE,
    By(""),
    *map(By, ("listing.owner", "listing.team", "listing.status", "listing.due_clock")),
    *map(By, ("listing.warn", "listing.callback", "listing.opened", "listing.level")),
    *map(By, ("listing.customer", "sought")),
)
"""All that views choose, order and search by: an index over it answers without any document."""


def _trace_index(part: str) -> Index:
    """Customers by one of their traces, each next to the others of the same trace."""
    keys = (By(f"traces.{part}"), By("traces.customer"))
    return Index(f"caller_{part}", keys, where=Query().traces[part].exists())


TICKET_INDEXES: Final = (
    Index("number", (By("header.number"),)),
    Index("origin", (By("header.origin"),), where=Query().header.origin.exists()),
    Index("work", _SHOWN, where=OPEN),
    Index("revisit", _SHOWN, where=TO_REVISIT),
    Index("sought", (By(""), By("listing.owner"), By("sought"))),
    Index("caller", (By("traces.customer"),), where=Query().traces.customer.exists()),
    *map(_trace_index, ("tail", "number", "order", "name", "initials")),
)


def tickets_table(db: RowDb) -> RowTable:
    """The tickets, with their facts packed beside them."""

    def pack(row: int, document: Mapping[str, Any]) -> Packed:
        # a document written by other hands has no facts until they are rebuilt
        if not isinstance(document, TicketDocument):
            return b"", b""
        number = db.words.number
        return packed(row, document.facts, number), packed_moments(row, document.moments, number)

    table: RowTable = db.table(TICKETS, indexes=TICKET_INDEXES, pack=pack)
    return table


def settings_table(db: RowDb) -> RowTable:
    """All settings ever made."""
    table: RowTable = db.table(SETTINGS)
    return table


def articles_table(db: RowDb) -> RowTable:
    """The articles of the knowledge base."""
    table: RowTable = db.table(ARTICLES, indexes=(Index("title", (By("title"),)),))
    return table


def missed_table(db: RowDb) -> RowTable:
    """What was looked for in it and not found."""
    table: RowTable = db.table(MISSED, indexes=(Index("key", (By("key"),)),))
    return table


def ringings_table(db: RowDb) -> RowTable:
    """Calls that come in."""
    table: RowTable = db.table(RINGINGS, indexes=(Index("to", (By("to"),)),))
    return table


def _first_tables(db: RowDb) -> None:
    tickets_table(db).prepare()
    settings_table(db).prepare()


def _articles(db: RowDb) -> None:
    articles_table(db).prepare()
    db.table(QUOTES).prepare()
    missed_table(db).prepare()


def _ringings(db: RowDb) -> None:
    ringings_table(db).prepare()


def _callers(db: RowDb) -> None:
    tickets = tickets_table(db)
    tickets.prepare()
    if len(tickets):
        outdate(db)


def _figures(db: RowDb) -> None:
    tickets = tickets_table(db)
    # facts that are laid out otherwise would be misread beside those derived anew
    tickets.facts.renew()
    if len(tickets):
        outdate(db)


MIGRATIONS: Final = (
    Migration("first-tables", _first_tables),
    Migration("articles", _articles),
    Migration("ringings", _ringings),
    Migration("callers", _callers),
    Migration("figures", _figures),
    Migration("touched", _figures),
)
"""Every change of the make-up there ever was; never changed, only added to.

One that changes what is derived from tickets ends with `rebuilding.outdate`.
"""
